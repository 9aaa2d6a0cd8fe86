"""A change that hides, behind a clock, a size or a name, is seen by the next build and the next check."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BuildReport, State
from bronbrief.pipeline.run import build, check
from support.workspaces import BRIEF, SOURCE_ID

HTML = Options(("html",))
SPEC, PAGE = f"briefs/{BRIEF}.yaml", f"build/{BRIEF}/{BRIEF}.html"
TEXT = f"seeds/{SOURCE_ID}.txt"
OLD, HOUR = 1_577_836_800_000_000_000, 3_600_000_000_000
QUOTED, OTHER = "geen reden", "vele reden"
"""Words of the quotation, and others of the same length that turn its sense."""


def built(root: Path) -> BuildReport:
    """Build the web pages."""
    return build(Workspace(root), options=HTML)


def checked(root: Path) -> BuildReport:
    """Check everything."""
    return check(Workspace(root))


RUNS: dict[str, Callable[[Path], BuildReport]] = {"build": built, "check": checked}


def wrong(report: BuildReport) -> set[str]:
    """Return the codes of errors."""
    return {one.code for one in report.diagnostics if one.is_error}


def stamped(path: Path, moment: int) -> None:
    """Set the time of change of a file."""
    os.utime(path, ns=(moment, moment))


def edit(path: Path, before: str, after: str) -> None:
    """Put other words of the same length in a file, in place."""
    data = path.read_bytes()
    assert len(before.encode()) == len(after.encode())
    assert before.encode() in data
    with path.open("r+b") as stream:
        stream.write(data.replace(before.encode(), after.encode()))


def edit_unseen(path: Path, before: str, after: str) -> None:
    """Put other words of the same length in a file, and set its time of change back."""
    moment = path.stat().st_mtime_ns
    edit(path, before, after)
    stamped(path, moment)


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
@pytest.mark.parametrize("quiet", [0, 1, 2])
def test_a_source_of_the_same_size_and_time_is_read_again(
    run: Callable[[Path], BuildReport], quiet: int, workspace: Path
) -> None:
    """A quotation whose source was altered is refused, however often nothing had changed before."""
    stamped(workspace / TEXT, OLD)
    for _ in range(1 + quiet):
        assert not wrong(run(workspace))
    edit_unseen(workspace / TEXT, QUOTED, OTHER)
    assert {"quote-drift", "source-changed"} & wrong(run(workspace))


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_a_source_that_is_put_right_is_read_again(
    run: Callable[[Path], BuildReport], workspace: Path
) -> None:
    """An error goes once its cause is gone, also where size and time stay."""
    stamped(workspace / TEXT, OLD)
    edit_unseen(workspace / TEXT, QUOTED, OTHER)
    assert wrong(run(workspace))
    assert wrong(run(workspace))
    edit_unseen(workspace / TEXT, OTHER, QUOTED)
    assert not wrong(run(workspace))


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
@pytest.mark.parametrize("quiet", [1, 2, 3])
def test_a_time_in_the_future_hides_nothing(
    run: Callable[[Path], BuildReport], quiet: int, workspace: Path
) -> None:
    """A file of a clock that runs ahead is looked at each time, however often nothing had changed."""
    ahead = (workspace / TEXT).stat().st_mtime_ns + HOUR
    stamped(workspace / TEXT, ahead)
    for _ in range(quiet):
        assert not wrong(run(workspace))
    edit_unseen(workspace / TEXT, QUOTED, OTHER)
    assert wrong(run(workspace))


def test_a_spec_of_the_same_size_and_time_is_built_again(workspace: Path) -> None:
    """The page says what the spec says now."""
    stamped(workspace / SPEC, OLD)
    for _ in range(2):
        built(workspace)
    edit_unseen(workspace / SPEC, "Lange Vliet", "Korte Vliet")
    assert built(workspace).briefs[0].state is State.BUILT
    assert "Korte Vliet" in (workspace / PAGE).read_text("utf-8")


def test_an_output_of_the_same_size_and_time_is_made_anew(workspace: Path) -> None:
    """What was altered in build/ is put right."""
    built(workspace)
    whole = (workspace / PAGE).read_bytes()
    built(workspace)
    edit_unseen(workspace / PAGE, QUOTED, OTHER)
    built(workspace)
    assert (workspace / PAGE).read_bytes() == whole


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_another_file_under_the_same_name_is_read(
    run: Callable[[Path], BuildReport], workspace: Path
) -> None:
    """A file of the same size and time that takes the place of a source by a rename is read."""
    stamped(workspace / TEXT, OLD)
    other = workspace / "ander.txt"
    other.write_bytes((workspace / TEXT).read_bytes().replace(QUOTED.encode(), OTHER.encode()))
    stamped(other, OLD)
    for _ in range(2):
        assert not wrong(run(workspace))
    other.replace(workspace / TEXT)
    assert wrong(run(workspace))


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_two_files_that_change_places_are_read(run: Callable[[Path], BuildReport], workspace: Path) -> None:
    """Two files of the same size and time whose names are exchanged, and exchanged back, are read."""
    text, other, aside = workspace / TEXT, workspace / "ander.txt", workspace / "opzij.txt"
    other.write_bytes(text.read_bytes().replace(QUOTED.encode(), OTHER.encode()))
    stamped(text, OLD)
    stamped(other, OLD)
    for expected in (False, True, False, True):
        assert bool(wrong(run(workspace))) is expected
        text.rename(aside)
        other.rename(text)
        aside.rename(other)


def test_every_checkout_is_seen(workspace: Path) -> None:
    """Between two versions, back and forth and at once, each build says what the files say."""

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Oostdam", "-c", "user.email=griffie@oostdam.example"]
        subprocess.run(["git", *who, *arguments], cwd=workspace, check=True, capture_output=True)

    git("init", "--initial-branch=goed")
    (workspace / ".gitignore").write_text("build/\n", encoding="utf-8")
    git("add", ".")
    git("commit", "--message=goed")
    git("checkout", "-b", "fout")
    edit(workspace / TEXT, QUOTED, OTHER)
    git("commit", "--all", "--message=fout")
    for _ in range(4):
        assert wrong(built(workspace))
        git("checkout", "goed")
        assert not wrong(built(workspace))
        git("checkout", "fout")
