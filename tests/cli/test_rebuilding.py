"""`verify --rebuild`: the brief built anew gives the same bytes, or it is said that it does not."""

import os
import shutil
from pathlib import Path

import pytest

from bronbrief.cli import rebuilding
from bronbrief.cli.main import run
from bronbrief.core.workspace import SOURCE_LIMIT, Workspace
from bronbrief.dossier.lettering import stamp_face
from bronbrief.dossier.stamp import stamp
from support.published import published_small
from support.workspaces import BRIEF


def _verify(path: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = run(["verify", str(path), "--rebuild", "--workspace", str(root), "--quiet"])
    return code, capsys.readouterr().out


@pytest.mark.ci
def test_what_was_built_is_built_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same spec and sources give the same bytes; a changed file, or a changed spec, does not."""
    root = Path(shutil.copytree(published_small(), tmp_path / "werk"))
    pdf = root / "build" / BRIEF / f"{BRIEF}.pdf"
    assert _verify(pdf, root, capsys)[0] == 0
    spec = root / "briefs" / f"{BRIEF}.yaml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("2026-11-21", "2026-11-22"), encoding="utf-8")
    code, said = _verify(pdf, root, capsys)
    assert (code, "verify-rebuilt" in said) == (1, True)
    spec.unlink()
    code, said = _verify(pdf, root, capsys)
    assert (code, "verify-not-rebuilt" in said) == (1, True)


@pytest.mark.ci
def test_a_stamped_file_is_stamped_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A PDF of a dossier is the one of the brief with its stamp."""
    root = Path(shutil.copytree(published_small(), tmp_path / "werk"))
    build = root / "build" / BRIEF
    pdf = build / f"{BRIEF}.pdf"
    pdf.write_bytes(stamp(pdf.read_bytes(), "Bijlage 2 bij agendapunt 7", stamp_face()))
    assert "verify-rebuilt" not in _verify(pdf, root, capsys)[1]
    assert Workspace(root).build.is_dir()


def test_what_no_build_reads_is_not_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pipes and files larger than any that is read keep nobody from building again, and fill no disk."""
    root = Path(shutil.copytree(published_small(), tmp_path / "werk"))
    os.mkfifo(root / "seeds" / "pijp.txt")
    with (root / "film.bin").open("wb") as film:
        film.truncate(SOURCE_LIMIT + 1)
    copied: list[str] = []

    def build(copy: Workspace, _: object) -> None:
        copied.extend(path.name for path in copy.root.rglob("*"))

    monkeypatch.setattr(rebuilding, "build", build)
    run(["verify", str(root / "build" / BRIEF / f"{BRIEF}.pdf"), "--rebuild", "--workspace", str(root)])
    assert f"{BRIEF}.yaml" in copied
    assert not {"pijp.txt", "film.bin"} & {*copied}
