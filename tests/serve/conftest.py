"""A running preview that the tests of a module share."""

import signal
from collections.abc import Iterator

import pytest

from support.serving import Serving, serving
from support.workspaces import write_minimal_workspace

PATIENCE = 300
"""Seconds after which a test counts as hanging: some calls to a browser wait without end."""


@pytest.fixture(autouse=True)
def impatience() -> Iterator[None]:
    """Fail a test that hangs, rather than wait with it."""

    def give_up(*_: object) -> None:
        raise TimeoutError("this hangs")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Return a running preview of a small workspace; a test that changes the brief puts it back."""
    with serving(write_minimal_workspace(tmp_path_factory.mktemp("preview") / "workspace")) as running:
        yield running
