"""What the tests of dossiers share: a workspace whose two briefs were built once."""

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.dossier.matter import Annex
from support.dossiers import two_annexes, write_two_briefs


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace with two built briefs, which no test may change."""
    return write_two_briefs(tmp_path_factory.mktemp("dossier") / "werkmap")


@pytest.fixture
def annexes(built: Workspace) -> list[Annex]:
    """Return the two briefs, as annexes 2 and 3."""
    return two_annexes(built)
