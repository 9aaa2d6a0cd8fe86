"""Temporary folders go at the end of a command, and those of killed ones with the next."""

import fcntl
import os
import tempfile
from pathlib import Path

import pytest

from bronbrief.core.temporary import PREFIX, temporary_folder


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have temporary files go in a folder of this test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def leave(folder: Path, *, age: float = 3600) -> Path:
    """Make a folder as a run leaves it that was killed so many seconds ago."""
    folder.mkdir()
    (folder / "0.stack").write_text("x", encoding="utf-8")
    then = folder.stat().st_mtime - age
    os.utime(folder, (then, then))
    return folder


def test_a_folder_goes_with_its_use(where: Path) -> None:
    """While it is used a folder stands, with what is in it; then nothing does."""
    with temporary_folder() as folder:
        assert Path(folder).parent == where
        (Path(folder) / "x").mkdir()
    assert list(where.iterdir()) == []


def test_what_a_killed_run_left_is_swept(where: Path) -> None:
    """A leftover that nobody locks goes with the next use, also where the clock was turned back since."""
    leave(where / f"{PREFIX}oud")
    leave(where / f"{PREFIX}later", age=-3600)
    with temporary_folder() as folder:
        assert [str(one) for one in where.iterdir()] == [folder]


def test_what_is_in_use_or_not_ours_stays(where: Path) -> None:
    """A locked folder, one that was just made, a report of a crash, a link and other names stay."""
    kept = [
        leave(where / f"{PREFIX}bezig"),
        leave(where / f"{PREFIX}nieuw", age=0),
        leave(where / "bronbrief-x"),
    ]
    crash = where / "bronbrief-crash-x.txt"
    crash.touch()
    elsewhere = leave(where / "elders")
    link = where / f"{PREFIX}link"
    link.symlink_to(elsewhere)
    os.utime(link, (0, 0), follow_symlinks=False)
    handle = os.open(kept[0], os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with temporary_folder():
        pass
    os.close(handle)
    assert sorted(where.iterdir()) == sorted([*kept, crash, elsewhere, link])
    assert list(elsewhere.iterdir()) != []
