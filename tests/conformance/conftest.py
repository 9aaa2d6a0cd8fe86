"""The documents under judgement: the shipped briefs, and the generated ones, built once for all tests."""

import os
import shutil
from pathlib import Path

import pytest

from support.generated_builds import Built, build_once, build_some
from support.tools import ROOT


@pytest.fixture(scope="session")
def session_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def generated(session_folder: Path) -> tuple[Built, ...]:
    """Return the generated briefs, built."""
    return build_once(session_folder)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, ...]:
    """Return the briefs of this repository, built anew."""
    root = tmp_path_factory.mktemp("shipped")
    for folder in ("briefs", "seeds", "templates"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "build").mkdir()
    return build_some(root, ())
