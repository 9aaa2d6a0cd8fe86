"""A source goes whole or not at all, when no brief quotes it and its files are those that were shown."""

from pathlib import Path

import pytest

from bronbrief.authoring.removal import removal_of, remove_source
from bronbrief.core.atomic_write import settle
from bronbrief.core.digests import sha256_of
from bronbrief.core.workspace import Workspace
from support.workspaces import BRIEF, SOURCE_ID, SPEC

FILES = ("nota.original.pdf", "nota.txt", "nota.yaml")


@pytest.fixture(name="seeds")
def _seeds(workspace: Path) -> Path:
    """Return the folder of sources, with one more that nobody quotes, and others whose names begin so."""
    for name in (*FILES, "nota-2.txt", "nota-2.original.pdf", "not.txt"):
        (workspace / "seeds" / name).write_text(f"{name}\n", encoding="utf-8")
    return workspace / "seeds"


def test_its_text_its_record_and_its_document_go(seeds: Path) -> None:
    """They are named with their SHA-256s first; every other file stays."""
    workspace = Workspace(seeds.parent)
    found = removal_of(workspace, "nota")
    assert found is not None
    assert found.files == {f"seeds/{name}": sha256_of(f"{name}\n".encode()) for name in FILES}
    assert found.briefs == ()
    before = set(seeds.iterdir())
    assert remove_source(workspace, "nota", found.files).value == tuple(found.files)
    assert before - set(seeds.iterdir()) == {seeds / name for name in FILES}
    assert removal_of(Workspace(seeds.parent), "nota") is None


CITED = f"key_messages:\n  - Het veer vaart. [@{SOURCE_ID}, al. 1]\n"


@pytest.mark.parametrize("spec", [SPEC, f"{SPEC}  - x: [\n", CITED])
def test_what_a_brief_quotes_stays(workspace: Path, spec: str) -> None:
    """So does what it cites by its passages alone, and what one names that is no YAML: it may quote it."""
    there = Workspace(workspace)
    (workspace / "briefs" / f"{BRIEF}.yaml").write_text(spec, encoding="utf-8")
    found = removal_of(there, SOURCE_ID)
    assert found is not None
    assert found.briefs == (BRIEF,)
    (refused,) = remove_source(there, SOURCE_ID, found.files).diagnostics
    assert (refused.code, refused.params["file"]) == ("file-changed-meanwhile", f"briefs/{BRIEF}.yaml")
    assert (workspace / "seeds" / f"{SOURCE_ID}.txt").exists()


def test_what_is_not_what_was_shown_stays(seeds: Path) -> None:
    """A file that changed, came or went since, and one of something else, is not removed."""
    workspace = Workspace(seeds.parent)
    found = removal_of(workspace, "nota")
    assert found is not None
    (seeds / "nota.yaml").write_text("title: Anders", encoding="utf-8")
    before = set(seeds.iterdir())
    other = {f"briefs/{BRIEF}.yaml": workspace.digest(f"briefs/{BRIEF}.yaml")}
    for seen in (found.files, {}, {**found.files, **other}, other):
        (refused,) = remove_source(workspace, "nota", seen).diagnostics
        assert refused.code == "file-changed-meanwhile"
    assert set(seeds.iterdir()) == before
    assert (seeds.parent / "briefs" / f"{BRIEF}.yaml").exists()


def test_a_link_out_of_the_workspace_is_not_followed(seeds: Path, tmp_path: Path) -> None:
    """Its source stays as it is, and so does what it leads to."""
    outside = tmp_path / "elders.yaml"
    outside.write_text("title: Elders", encoding="utf-8")
    (seeds / "nota.yaml").unlink()
    (seeds / "nota.yaml").symlink_to(outside)
    workspace = Workspace(seeds.parent)
    found = removal_of(workspace, "nota")
    assert found is not None
    assert remove_source(workspace, "nota", found.files).value is None
    assert outside.exists()
    assert (seeds / "nota.txt").exists()


def test_what_a_kill_left_is_removed_by_the_next_run(seeds: Path) -> None:
    """A file that came in the place of one since then stays."""
    gone = seeds / f".gone-{'0' * 32}"
    gone.mkdir()
    for name in FILES:
        digest = sha256_of(f"{name}\n".encode())
        (gone / f"{digest}-{name}").touch()
    (seeds / "nota.txt").unlink()
    (seeds / "nota.yaml").write_text("title: Nieuw", encoding="utf-8")
    settle(seeds)
    assert not gone.exists()
    assert not (seeds / "nota.original.pdf").exists()
    assert (seeds / "nota.yaml").exists()
