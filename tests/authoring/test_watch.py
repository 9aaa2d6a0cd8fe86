"""`authoring/watch.py` and `bronbrief watch`: exactly what was read is watched, and nothing is missed."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bronbrief.authoring.watch import changes, rebuilds
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import State
from support.workspaces import BRIEF, SOURCE_ID

PATIENCE = 60.0
# A shell that runs tests in the background has its children ignore Ctrl+C: the command listens all the same.
COMMAND = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from bronbrief.cli.main import main; sys.exit(main())"
)


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """Give an event that ends a watch: after the block, or when nothing comes for too long."""
    stop = threading.Event()
    timer = threading.Timer(PATIENCE, stop.set)
    timer.start()
    try:
        yield stop
    finally:
        stop.set()
        timer.cancel()


def test_a_change_of_what_was_read_wakes_and_nothing_else(workspace: Path) -> None:
    """A file that no run read changes nothing; one that was read does, and is named."""
    read = workspace / "briefs" / f"{BRIEF}.yaml"
    with stopping() as stop:
        turns = changes(workspace, lambda: {f"briefs/{BRIEF}.yaml", "assets/kaart.svg"}, stop)
        assert next(turns) == frozenset()
        (workspace / "notities.txt").write_text("niet gelezen", encoding="utf-8")
        (workspace / "briefs" / ".verborgen.swp").write_text("van een editor", encoding="utf-8")
        read.write_text("title: Anders\n", encoding="utf-8")
        assert next(turns) == {f"briefs/{BRIEF}.yaml"}


def test_an_editor_that_replaces_the_file_is_noticed(workspace: Path) -> None:
    """Writing beside and renaming over, as editors do, counts as a change of the file."""
    read = workspace / "briefs" / f"{BRIEF}.yaml"
    with stopping() as stop:
        turns = changes(workspace, lambda: {f"briefs/{BRIEF}.yaml"}, stop)
        next(turns)
        beside = workspace / "briefs" / f".{BRIEF}.yaml.new"
        beside.write_text("title: Anders\n", encoding="utf-8")
        beside.replace(read)
        assert f"briefs/{BRIEF}.yaml" in next(turns)


def test_a_file_that_was_missing_is_waited_for_with_its_folder(workspace: Path) -> None:
    """A file that a run looked for and did not find wakes when it comes, its folder new as well."""
    with stopping() as stop:
        turns = changes(workspace, lambda: {"assets/logo/wapen.svg"}, stop)
        next(turns)
        (workspace / "assets" / "logo").mkdir(parents=True)
        (workspace / "assets" / "logo" / "wapen.svg").write_text("<svg/>", encoding="utf-8")
        found: set[str] = set()
        while "assets/logo/wapen.svg" not in found:
            found |= next(turns)


def test_changes_during_the_work_are_not_lost(workspace: Path) -> None:
    """What changes while the caller builds comes with the next turn, in folders first read just then too."""
    reads: set[str] = set()
    (workspace / "assets").mkdir()
    (workspace / "assets" / "kaart.svg").write_text("<svg/>", encoding="utf-8")
    with stopping() as stop:
        turns = changes(workspace, reads.copy, stop)
        next(turns)
        reads |= {f"briefs/{BRIEF}.yaml", "assets/kaart.svg"}
        (workspace / "assets" / "kaart.svg").write_text("<svg></svg>", encoding="utf-8")
        assert next(turns) == {"assets/kaart.svg"}


def test_new_and_deleted_names_wake_where_names_were_listed(workspace: Path) -> None:
    """A new source and a deleted one are changes: the list of names was read."""
    with stopping() as stop:
        turns = changes(workspace, lambda: {"seeds/"}, stop)
        next(turns)
        (workspace / "seeds" / "nieuw.txt").write_text("Een bron.", encoding="utf-8")
        assert next(turns) == {"seeds/nieuw.txt"}
        (workspace / "seeds" / f"{SOURCE_ID}.txt").unlink()
        assert next(turns) == {f"seeds/{SOURCE_ID}.txt"}


def test_each_change_is_built_and_errors_do_not_end_it(workspace: Path) -> None:
    """A mistake is reported and the files of the last good build stay; its cure builds again."""
    spec = workspace / "briefs" / f"{BRIEF}.yaml"
    good = spec.read_text(encoding="utf-8")
    page = workspace / "build" / BRIEF / f"{BRIEF}.html"
    with stopping() as stop:
        turns = rebuilds(Workspace(workspace), (), Options(), stop)
        assert next(turns).report.briefs[0].state is State.BUILT
        before = page.read_bytes()
        spec.write_text(good.replace("quote: Wij zien geen", "quote: Wij zien een"), encoding="utf-8")
        broken = next(turns)
        assert broken.changed == (f"briefs/{BRIEF}.yaml",)
        assert broken.report.briefs[0].state is State.FAILED
        assert page.read_bytes() == before
        spec.write_text(good.replace("ziet geen aanleiding", "ziet nu geen aanleiding"), encoding="utf-8")
        assert next(turns).report.briefs[0].state is State.BUILT
        assert page.read_bytes() != before


@pytest.mark.ci
def test_the_command_prints_a_line_a_build_and_ends_in_order(workspace: Path) -> None:
    """`bronbrief watch` says why and how long for each build; Ctrl+C leaves whole files and exit code 0."""
    spec = workspace / "briefs" / f"{BRIEF}.yaml"
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "watch", "--lang", "nl"],
        cwd=workspace,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    with stopping() as stop, process.stdout as lines:
        threading.Thread(target=_interrupt, args=(process, stop), daemon=True).start()
        first = lines.readline()
        assert re.match(r"\d\d:\d\d:\d\d  eerste keer, \d+,\d s: 1 brief gebouwd", first), first
        assert "Ctrl+C" in lines.readline()
        spec.write_text(
            spec.read_text(encoding="utf-8").replace("De wethouder ziet", "Het college ziet"), "utf-8"
        )
        second = lines.readline()
        assert f"briefs/{BRIEF}.yaml gewijzigd" in second
        assert "1 brief gebouwd" in second
        spec.rename(spec.with_name("pont.yaml"))
        third = lines.readline()
        while "verwijderd" not in third:  # a new name may be seen a turn before the old one goes
            third = lines.readline()
        assert f"briefs/{BRIEF}.yaml verwijderd" in third
        stop.set()
        assert process.wait(30) == 0
    assert {path.suffix for path in (workspace / "build" / BRIEF).iterdir()} == {".pdf", ".html", ".jsonld"}


def _interrupt(process: subprocess.Popen[str], stop: threading.Event) -> None:
    """Press Ctrl+C, so to say, once the event is set."""
    stop.wait()
    process.send_signal(signal.SIGINT)
