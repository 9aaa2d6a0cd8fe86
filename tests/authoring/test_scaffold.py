"""A new workspace holds an example that is in order, and never writes over what is there."""

import errno
import hashlib
from pathlib import Path

import pytest

from bronbrief.authoring.scaffold import scaffold
from bronbrief.core.diagnostics import Severity
from bronbrief.core.workspace import Workspace, find_workspace
from bronbrief.pipeline.run import check

MADE = {
    ".gitattributes",
    ".gitignore",
    "AGENTS.md",
    "README.md",
    "briefs/_defaults.yaml",
    "briefs/voorbeeld.yaml",
    "build/.gitkeep",
    "seeds/voorbeeld-brug.txt",
    "seeds/voorbeeld-brug.yaml",
    "templates/.gitkeep",
}


def test_no_workspace_is_made_in_a_folder_of_another(tmp_path: Path) -> None:
    """Within `briefs/` and its like nothing is made; beside them, a workspace of its own may stand."""
    scaffold(tmp_path)
    for inside in ("briefs", "briefs/nieuw", "seeds", "templates/a", "build"):
        before = sorted(tmp_path.rglob("*"))
        (finding,) = scaffold(tmp_path / inside).diagnostics
        assert (finding.code, finding.params["part"]) == ("folder-of-workspace", inside.split("/")[0])
        assert sorted(tmp_path.rglob("*")) == before
    assert scaffold(tmp_path / "ander").diagnostics == ()


def test_new_workspace_is_in_order(tmp_path: Path) -> None:
    """What is made is a workspace; of its example all that is said is what must be replaced."""
    made = scaffold(tmp_path / "a" / "b")

    assert set(made.value or ()) == MADE
    assert find_workspace(tmp_path / "a" / "b") == tmp_path / "a" / "b"
    found = check(Workspace(tmp_path / "a" / "b")).diagnostics
    assert [(one.code, one.severity) for one in found] == [("unedited", Severity.WARNING)] * 3


def test_example_says_that_it_is_one(tmp_path: Path) -> None:
    """Nobody can take the invented source for a real one."""
    scaffold(tmp_path)

    assert "verzonnen" in (tmp_path / "seeds" / "voorbeeld-brug.txt").read_text(encoding="utf-8")
    assert "verzonnen" in (tmp_path / "briefs" / "voorbeeld.yaml").read_text(encoding="utf-8")


def test_checksum_in_the_record_is_that_of_the_source(tmp_path: Path) -> None:
    """The packaged source has the bytes that its record vouches for."""
    scaffold(tmp_path)
    digest = hashlib.sha256((tmp_path / "seeds" / "voorbeeld-brug.txt").read_bytes()).hexdigest()

    assert f"sha256: {digest}\n" in (tmp_path / "seeds" / "voorbeeld-brug.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("taken", sorted(MADE))
def test_nothing_is_written_over(taken: str, tmp_path: Path) -> None:
    """Where one of the files exists already, nothing at all is made."""
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_bytes(b"mine")
    outcome = scaffold(tmp_path)

    assert [finding.code for finding in outcome.diagnostics] == ["folder-not-empty"]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / taken]
    assert (tmp_path / taken).read_bytes() == b"mine"


def test_file_in_the_place_of_a_folder_is_in_the_way(tmp_path: Path) -> None:
    """A file where a folder must come, or the workspace itself, is told and left alone."""
    (tmp_path / "briefs").write_bytes(b"")
    (tmp_path / "file").write_bytes(b"")

    for folder in (tmp_path, tmp_path / "file"):
        assert [finding.code for finding in scaffold(folder).diagnostics] == ["folder-not-empty"]


def test_other_files_are_no_hindrance(tmp_path: Path) -> None:
    """A folder that holds something else, such as a repository, can become a workspace."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").write_bytes(b"")

    assert scaffold(tmp_path).ok


def test_a_full_disk_leaves_no_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written, a folder that was made for it goes, and one that stood stays."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bronbrief.core.atomic_write._write_new", full)
    (tmp_path / "stond").mkdir()
    for name in ("nieuw", "stond"):
        made = scaffold(tmp_path / name)
        assert [one.code for one in made.diagnostics] == ["output-unwritable"]
    assert [one.name for one in tmp_path.iterdir()] == ["stond"]
    assert list((tmp_path / "stond").iterdir()) == []
