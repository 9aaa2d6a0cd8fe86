"""What all tests share: surroundings of their own, small workspaces, Chromium, the closing summary."""

import os
import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bronbrief.core.workspace import Workspace
from bronbrief.dossier.matter import Annex
from support.browser import Browser, open_browser
from support.dossiers import two_annexes, write_two_briefs
from support.jobs import InProcessExecutor
from support.tools import ABSENT, TEMPORARY, in_ci, sized
from support.workspaces import write_minimal_workspace

MOST_WORKERS = 8
"""Each takes about half a gigabyte of memory."""

TIMELESS = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fixed", TIMELESS, derandomize=True, max_examples=sized(100, 25))
settings.register_profile("explore", TIMELESS, derandomize=False)
settings.load_profile("fixed")


def pytest_configure(config: pytest.Config) -> None:
    """Give this run a folder of its own, each process in it a cache, and have all listen to Ctrl-C.

    Runs that share pytest's own folder clear up after each other, and a shell that runs tests in the
    background has its children ignore Ctrl-C.
    """
    if not hasattr(config, "workerinput"):
        folder = os.environ[TEMPORARY] = tempfile.mkdtemp(prefix="bronbrief-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ |= {"LANG": "en_GB.UTF-8", "LC_CTYPE": "C.UTF-8"}  # not what the machine says
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="cache-", dir=os.environ[TEMPORARY])
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:  # by `nohup`, which commands respect
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try each n-th case of a test that is marked `every(n)`, its first one always, and none marked `ci`.

    CI tries them all.
    """
    seen: Counter[str] = Counter()
    for item in items:
        mark, test = item.get_closest_marker("every"), item.nodeid.partition("[")[0]
        if mark and seen[test] % sized(1, mark.args[0]):
            item.add_marker(
                pytest.mark.skip(reason=f"one case in {mark.args[0]} is tried where CI is not true")
            )
        if item.get_closest_marker("ci") and not in_ci():
            item.add_marker(pytest.mark.skip(reason="it is tried where CI is true"))
        seen[test] += 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return how many processors this process may use: `-n auto` counts those of the whole machine."""
    return min(len(os.sched_getaffinity(0)), MOST_WORKERS) if hasattr(os, "sched_getaffinity") else 2


@pytest.fixture(scope="session", autouse=True)
def workers_in_process() -> Iterator[None]:
    """Have what tests build made in this process: starting one for each takes longer than most of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bronbrief.pipeline.executor.start_workers", lambda *_: InProcessExecutor())
        yield


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
