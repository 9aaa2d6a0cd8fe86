"""What all tests share: a small workspace, two built briefs, Chromium, the closing summary."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.dossier.matter import Annex
from support.browser import Browser, open_browser
from support.dossiers import two_annexes, write_two_briefs
from support.tools import ABSENT, ROOT, refuse
from support.workspaces import write_minimal_workspace


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared material beside the repository; where there is none, skip (in CI: fail)."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        refuse(f"no folder of shared material at {folder}")
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a fresh workspace of one source and one brief, which a test may change as it likes."""
    return write_minimal_workspace(tmp_path / "workspace")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace with two built briefs, made once, which no test may change."""
    return write_two_briefs(tmp_path_factory.mktemp("dossier") / "werkmap")


@pytest.fixture
def annexes(built: Workspace) -> list[Annex]:
    """Return the two briefs, as annexes 2 and 3."""
    return two_annexes(built)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium, started once; see `support.browser`."""
    with open_browser() as running:
        yield running


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name each validator that was not there, how many tests that cost, and how to install it."""
    reasons = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    absent = [reason.split(ABSENT, 1)[1].rstrip("')") for reason in reasons if ABSENT in reason]
    if not absent:
        return
    terminalreporter.section("validators not installed", sep="!", yellow=True, bold=True)
    for line in sorted(set(absent)):
        terminalreporter.write_line(f"{absent.count(line)} tests skipped for want of {line}", yellow=True)
