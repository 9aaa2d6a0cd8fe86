"""Ctrl-C on a terminal: every command stops at once, in order, and leaves whole files and nothing else."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.authoring.scaffold import scaffold
from support.terminal import COMMAND, Ended, Moment, interrupted

NAMES = tuple(f"brief-{number}" for number in range(6))
STOPPED = "Stopped. What was built before is whole."

MOMENTS: dict[str, Callable[[Moment], bool]] = {
    "the first process": lambda now: now.started >= 1,
    "workers that load": lambda now: now.started >= 2,
    "the first brief": lambda now: "0/" in now.shown,
    "a PDF": lambda now: "setting the PDF" in now.shown,
    "a second brief": lambda now: re.search("[1-5]/6", now.shown) is not None,
    "the last ones": lambda now: re.search("[3-5]/6", now.shown) is not None,
}


@pytest.fixture
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder for the temporary files of a command, short enough for a socket's name (unix(7))."""
    return tmp_path_factory.mktemp("t")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build six briefs."""
    folder = tmp_path_factory.mktemp("interrupt")
    scaffold(folder)
    spec = folder / "briefs" / "voorbeeld.yaml"
    for name in NAMES:
        (folder / "briefs" / f"{name}.yaml").write_bytes(spec.read_bytes())
    spec.unlink()
    build(folder)
    return folder


def build(folder: Path) -> None:
    """Build what is not up to date, in order."""
    command = [sys.executable, "-c", COMMAND, "build", "--quiet"]
    assert subprocess.run(command, cwd=folder, check=False).returncode == 0


def files(folder: Path, name: str) -> dict[str, bytes]:
    """Return what stands published of a brief."""
    return {path.name: path.read_bytes() for path in (folder / "build" / name).iterdir()}


def retitle(folder: Path) -> None:
    """Give every brief a longer title, so that nothing of it stays the same."""
    for name in NAMES:
        spec = folder / "briefs" / f"{name}.yaml"
        text = spec.read_text(encoding="utf-8")
        assert '\ntitle: "' in text
        spec.write_text(text.replace('\ntitle: "', '\ntitle: "Nog ', 1), encoding="utf-8")


def assert_in_order(ended: Ended, temporary: Path) -> None:
    """See that a command that was interrupted left no noise, no process and no temporary file."""
    assert "Traceback" not in ended.shown
    assert "KeyboardInterrupt" not in ended.shown
    assert ended.processes == ()
    assert list(temporary.iterdir()) == []
    assert ended.pressed


@pytest.mark.ci
@pytest.mark.parametrize("moment", MOMENTS)
def test_an_interrupted_build_leaves_every_brief_old_or_new(
    folder: Path, temporary: Path, moment: str
) -> None:
    """Each brief is whole as it was or whole as it became, and the next build makes the rest."""
    old = {name: files(folder, name) for name in NAMES}
    retitle(folder)
    ended = interrupted(folder, ["build", "--force"], temporary, MOMENTS[moment])
    between = {name: files(folder, name) for name in NAMES}
    strays = [path.name for path in (folder / "build").iterdir() if path.name.startswith((".new-", ".old-"))]
    build(folder)
    new = {name: files(folder, name) for name in NAMES}

    assert ended.code == 130
    assert ended.shown.splitlines()[-1].endswith(STOPPED)
    assert_in_order(ended, temporary)
    assert strays == []
    assert all(between[name] in (old[name], new[name]) for name in NAMES)
    assert all(old[name].keys() == new[name].keys() and old[name] != new[name] for name in NAMES)
    assert [path.name for path in (folder / "build" / ".cache").glob(".*")] == []


@pytest.mark.ci
@pytest.mark.parametrize("moment", ["the first process", "a PDF"])
def test_an_interrupted_build_of_one_leaves_nothing(folder: Path, temporary: Path, moment: str) -> None:
    """The one worker is as deaf to Ctrl-C as several are."""
    before = files(folder, NAMES[0])
    ended = interrupted(folder, ["build", "--force", NAMES[0]], temporary, MOMENTS[moment])
    assert ended.code == 130
    assert_in_order(ended, temporary)
    assert files(folder, NAMES[0]) == before


@pytest.mark.every(8)
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("moment", ["workers that load", "a PDF"])
def test_a_build_that_is_ended_leaves_nothing(
    folder: Path, temporary: Path, moment: str, sent: signal.Signals
) -> None:
    """Whoever ends a command, or closes its terminal, leaves no process and no temporary file behind."""
    old = {name: files(folder, name) for name in NAMES}
    ended = interrupted(folder, ["build", "--force"], temporary, MOMENTS[moment], sent)
    assert ended.code == 128 + sent
    assert_in_order(ended, temporary)
    assert old == {name: files(folder, name) for name in NAMES}


@pytest.mark.every(2)
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
def test_a_watch_that_is_ended_says_so(folder: Path, temporary: Path, sent: signal.Signals) -> None:
    """Other than Ctrl-C, what ends a watch from outside shows in its exit code."""
    ended = interrupted(folder, ["watch"], temporary, lambda now: "Waiting for changes" in now.shown, sent)
    assert ended.code == 128 + sent
    assert_in_order(ended, temporary)


def test_an_interrupted_check_leaves_nothing(folder: Path, temporary: Path) -> None:
    """Where nothing is written, nothing changes either."""
    before = {name: files(folder, name) for name in NAMES}
    ended = interrupted(folder, ["check"], temporary, MOMENTS["the first brief"])
    assert ended.code == 130
    assert ended.shown.splitlines()[-1].endswith(STOPPED)
    assert_in_order(ended, temporary)
    assert before == {name: files(folder, name) for name in NAMES}


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("arguments", "when"),
    [
        (["serve", "--no-open", "--port", "0"], lambda now: now.started >= 2),
        (["serve", "--no-open", "--port", "0"], lambda now: "http://" in now.shown),
        (["watch"], lambda now: "Waiting for changes" in now.shown),
    ],
    ids=["serve that starts", "serve", "watch"],
)
def test_what_runs_until_it_is_stopped_stops(
    folder: Path, temporary: Path, arguments: list[str], when: Callable[[Moment], bool]
) -> None:
    """For the preview and the watch Ctrl-C is the way to end them: they end well."""
    ended = interrupted(folder, arguments, temporary, when)
    assert ended.code == 0
    assert "Stopped." in ended.shown.splitlines()[-1]
    assert_in_order(ended, temporary)
