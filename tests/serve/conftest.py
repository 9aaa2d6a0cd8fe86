"""A running preview that the tests of a module share."""

from collections.abc import Iterator

import pytest

from support.impatience import impatience
from support.serving import Serving, serving
from support.workspaces import write_minimal_workspace

PATIENCE = 300
"""Seconds after which a test counts as hanging: some calls to a browser wait without end."""


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """Fail a test that hangs, rather than wait with it."""
    with impatience(PATIENCE):
        yield


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Return a running preview of a small workspace; a test that changes the brief puts it back."""
    with serving(write_minimal_workspace(tmp_path_factory.mktemp("preview") / "workspace")) as running:
        yield running
