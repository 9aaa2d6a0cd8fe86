"""A file far larger than any that is read costs no more than a look: it is not hashed, compared or copied."""

from pathlib import Path

import pytest

from bronbrief.cli.main import run
from bronbrief.core.atomic_write import holds
from bronbrief.core.digests import ABSENT, digest_of
from bronbrief.core.workspace import SOURCE_LIMIT
from support.workspaces import BRIEF

TERABYTE = 1 << 40
PLACES = (f"build/{BRIEF}/{BRIEF}.html", f"build/{BRIEF}/{BRIEF}.evidence.jsonld", "build/index.html")


def oversize(path: Path, size: int = TERABYTE) -> None:
    """Put a file of holes at a path; it takes no room."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(size)


def test_what_is_never_read_is_never_hashed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the largest size that is read, how a file was last changed stands in for what it holds."""
    path = tmp_path / "groot.yaml"
    oversize(path, SOURCE_LIMIT)
    assert digest_of(path) not in {ABSENT, ""}
    monkeypatch.setattr("hashlib.file_digest", None)
    oversize(path)
    before = digest_of(path)
    assert before != ABSENT
    assert digest_of(path) == before
    oversize(path, TERABYTE + 1)
    assert digest_of(path) not in {ABSENT, before}


def test_a_file_of_another_size_is_not_read_to_compare(tmp_path: Path) -> None:
    """What has to hold some bytes is read only where it has their number."""
    oversize(tmp_path / "groot")
    (tmp_path / "klein").write_bytes(b"zes weken")
    assert not holds(tmp_path / "groot", b"zes weken")
    assert holds(tmp_path / "klein", b"zes weken")
    assert not holds(tmp_path / "klein", b"zes jaren")


@pytest.mark.parametrize("place", PLACES)
def test_a_huge_file_in_build_is_replaced(workspace: Path, place: str) -> None:
    """A build puts its own file in the place of one that came along, whatever its size."""
    oversize(workspace / place)
    assert run(["build", "--format", "html", "--workspace", str(workspace)]) == 0
    assert (workspace / place).stat().st_size < SOURCE_LIMIT


def test_a_huge_spec_or_source_is_a_finding_beside_the_others(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told that it is too large, and the rest is checked."""
    oversize(workspace / "briefs" / "groot.yaml")
    oversize(workspace / "seeds" / "groot.txt")
    (workspace / "briefs" / "fout.yaml").write_text("title: [\n", encoding="utf-8")
    assert run(["check", "--workspace", str(workspace), "--json"]) == 1
    said = capsys.readouterr().out
    assert said.count('"file-too-large"') >= 2
    assert "fout.yaml" in said
