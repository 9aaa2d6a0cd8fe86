"""A running preview that the tests of a module share."""

from collections.abc import Iterator

import pytest

from support.serving import Serving, serving
from support.workspaces import write_minimal_workspace


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Return a running preview of a small workspace; a test that changes the brief puts it back."""
    with serving(write_minimal_workspace(tmp_path_factory.mktemp("preview") / "workspace")) as running:
        yield running
