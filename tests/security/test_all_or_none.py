"""`add`, `new`, `init` and `dossier` leave all of their files or none, whenever they are stopped."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from bronbrief.authoring.scaffold import scaffold
from bronbrief.core.atomic_write import settle, write_together, write_whole
from bronbrief.core.workspace import Workspace
from bronbrief.intake.add import Request, take_in
from bronbrief.pipeline.publish import publish, recover
from support.faults import stop_at_each_change
from support.tools import some

STOPS = ("SIGKILL", "SIGINT", "SIGTERM", "SIGHUP", "full")
OLD = {"brief.pdf": b"oud", "gids.html": b"oud"}
UPDATED = dict.fromkeys(OLD, b"nieuw")

ADD = """
from bronbrief.core.workspace import Workspace
from bronbrief.intake import add

def prepare(folder):
    (folder / "seeds").mkdir(parents=True)
    (folder / "havenplan.md").write_text("De raad van Oostdam stelt het havenplan vast.")

def prove(*given):
    result = proven(*given)
    begin()
    return result

proven, add.prove_source = add.prove_source, prove

def work(folder):
    add.take_in(Workspace(folder), add.Request(str(folder / "havenplan.md")))
"""
NEW = """
from bronbrief.core.workspace import Workspace

def prepare(folder):
    (folder / "briefs").mkdir(parents=True)

def work(folder):
    begin()
    try:
        Workspace(folder).write("briefs/havenplan.yaml", b"title: Het havenplan", replace=False)
    except OSError:
        pass
"""
INIT = """
from bronbrief.authoring.scaffold import scaffold

def prepare(folder):
    pass

def work(folder):
    begin()
    scaffold(folder)
"""
DOSSIER = """
from bronbrief.pipeline import publish
from security.test_all_or_none import OLD, UPDATED, begin_with

if "aside" in top.name:
    publish._exchange = lambda one, other: False

def prepare(folder):
    begin_with(folder, OLD)

def work(folder):
    begin()
    begin_with(folder, UPDATED)
"""


def seen_in(folder: Path) -> dict[str, bytes]:
    """Return what a user sees in a folder: the files that are not temporary, by their paths."""
    files = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not _is_temporary(name)}


def left_in(folder: Path) -> list[str]:
    """Return what a stopped process left behind."""
    return [str(path) for path in folder.rglob("*") if _is_temporary(str(path.relative_to(folder)))]


def _is_temporary(name: str) -> bool:
    return any(f"{begin}-" in name for begin in (".new", ".ready", ".old", ".zip"))


@pytest.mark.ci
@pytest.mark.parametrize("stop", STOPS)
def test_a_stopped_add_leaves_all_or_none(stop: str, tmp_path: Path) -> None:
    """Stopped at any change, `add` has added all or nothing; after a kill, once anything has run."""
    *stopped, last = stop_at_each_change(ADD, tmp_path / "werk", stop)
    whole = seen_in(last / "seeds")
    assert sorted(whole) == ["havenplan.original.md", "havenplan.txt", "havenplan.yaml"]
    assert stopped
    for folder in stopped:
        if stop == "SIGKILL":
            Workspace(folder).settle("seeds")
        assert seen_in(folder / "seeds") in ({}, whole)
        assert left_in(folder) == []


@pytest.mark.ci
def test_a_killed_add_is_not_in_the_way_of_the_next(tmp_path: Path) -> None:
    """The same `add` after a kill succeeds, unless all was in place already."""
    *stopped, last = stop_at_each_change(ADD, tmp_path / "werk", "SIGKILL")
    for folder in some(stopped, 4):
        had_all = seen_in(folder / "seeds") == seen_in(last / "seeds")
        again = take_in(Workspace(folder), Request(str(folder / "havenplan.md")))
        assert [one.code for one in again.diagnostics] == (["source-exists"] if had_all else [])
        assert seen_in(folder / "seeds") == seen_in(last / "seeds")
        assert left_in(folder) == []


@pytest.mark.parametrize("stop", STOPS)
def test_a_stopped_new_leaves_a_whole_spec_or_none(stop: str, tmp_path: Path) -> None:
    """No empty or half spec blocks the next one, and what a kill left is swept."""
    *stopped, last = stop_at_each_change(NEW, tmp_path / "werk", stop)
    assert stopped
    for folder in stopped:
        settle(folder / "briefs")
        assert seen_in(folder) in ({}, seen_in(last))
        assert left_in(folder) == []


@pytest.mark.every(6)
@pytest.mark.parametrize("stop", STOPS)
def test_a_stopped_init_leaves_a_workspace_or_nothing(stop: str, tmp_path: Path) -> None:
    """All of a new workspace comes or none; after a kill the next `init` completes it."""
    *stopped, last = stop_at_each_change(INIT, tmp_path / "werk", stop)
    assert stopped
    for folder in stopped:
        if folder.exists() and stop != "SIGKILL":
            assert seen_in(folder) in ({}, seen_in(last))
            assert left_in(folder) == []
        had_all = folder.exists() and seen_in(folder) == seen_in(last)
        codes = [one.code for one in scaffold(folder).diagnostics]
        assert codes == (["folder-not-empty"] if had_all else [])
        assert seen_in(folder) == seen_in(last)
        assert left_in(folder) == []


@pytest.mark.every(8)
@pytest.mark.parametrize("way", ["exchange", "aside"])
@pytest.mark.parametrize("stop", STOPS)
def test_folder_and_archive_of_a_dossier_are_of_one_generation(way: str, stop: str, tmp_path: Path) -> None:
    """Two generations never stand side by side; after a kill both are there once anything was built."""
    *stopped, last = stop_at_each_change(DOSSIER, tmp_path / way, stop)
    assert contents_of(last) == (UPDATED, UPDATED)
    assert stopped
    for root in stopped:
        if stop == "SIGKILL":
            folder, archive = contents_of(root)
            assert folder in ({}, OLD, UPDATED)
            assert archive in ({}, folder)
            recover(Workspace(root))
        assert contents_of(root) in ((OLD, OLD), (UPDATED, UPDATED))
        assert left_in(root) == []


def begin_with(root: Path, files: dict[str, bytes]) -> None:
    """Publish a dossier."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, data in files.items():
            file.writestr(name, data)
    publish(Workspace(root), "vergadering", files, "build/dossier", held.getvalue())


def contents_of(root: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return what a dossier holds as a folder and as a ZIP file; nothing for one that is not there."""
    place = root / "build" / "dossier"
    folder, archive = place / "vergadering", place / "vergadering.zip"
    zipped: dict[str, bytes] = {}
    if archive.exists():
        with zipfile.ZipFile(archive) as file:
            zipped = {name: file.read(name) for name in file.namelist()}
    return (seen_in(folder) if folder.exists() else {}), zipped


def test_only_what_is_ours_is_swept(tmp_path: Path) -> None:
    """A name that merely begins like ours, and what a link of such a name leads to, are left alone."""
    outside = tmp_path / "buiten"
    outside.mkdir()
    (outside / "dierbaar.txt").write_bytes(b"x")
    folder = tmp_path / "seeds"
    folder.mkdir()
    mine = [folder / name for name in (".new-plan", ".ready-made", ".newest", "new-0")]
    for path in mine:
        path.write_bytes(b"mijn")
    for begin in (".new-", ".ready-"):
        (folder / f"{begin}{'0' * 32}").symlink_to(outside)
    (folder / f".new-{'1' * 32}").write_bytes(b"half")
    settle(folder)
    write_together(folder, {"a.txt": b"a"}, replace=True)
    assert all(path.read_bytes() == b"mijn" for path in mine)
    assert [path.name for path in outside.iterdir()] == ["dierbaar.txt"]
    assert not (folder / f".new-{'1' * 32}").exists()


def test_what_somebody_is_writing_is_not_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The temporary file of a process that lives is no leftover."""
    program = "from pathlib import Path; from bronbrief.core.atomic_write import settle; settle(Path(%r))"
    real = os.replace

    def swept_before(*given: Any, **named: Any) -> None:
        subprocess.run([sys.executable, "-c", program % str(tmp_path)], check=True)
        real(*given, **named)

    monkeypatch.setattr(os, "replace", swept_before)
    write_whole(tmp_path, "a.yaml", b"heel")
    assert seen_in(tmp_path) == {"a.yaml": b"heel"}
