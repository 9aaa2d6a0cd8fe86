"""A font file comes into a workspace with its licence, and then draws what the others lack."""

from pathlib import Path

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from bronbrief.authoring.added_fonts import NOTE, add_font, font_files
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import build

HEEBO = fontpkg.families()["heebo"].files[0].path


def font(file: Path, flavour: str | None = None, rights: int = 0, *, licence: bool = True) -> Path:
    """Write Heebo to a file, packed for the web or not, with other rights, without its licence."""
    with TTFont(HEEBO) as made:
        made.flavor = flavour
        made["OS/2"].fsType = rights
        if not licence:
            made["name"].names = [one for one in made["name"].names if one.nameID not in (13, 14)]
        made.save(file)
    return file


@pytest.mark.ci
@pytest.mark.parametrize(
    ("name", "flavour"), [("Heebo Vet (1).ttf", None), ("heebo.woff2", "woff2"), ("h.woff", "woff")]
)
def test_a_font_file_draws_what_was_lacking(
    name: str, flavour: str | None, workspace: Path, tmp_path: Path
) -> None:
    """A brief with a character that no typeface has is built once the font is taken in and named."""
    spec = next((workspace / "briefs").glob("[a-z]*.yaml"))
    spec.write_text(spec.read_text().replace("title: ", "title: שלום ", 1))
    report = build(Workspace(workspace), [spec.stem])
    (lacking,) = {one.params["remedy"] for one in report.diagnostics if one.code == "glyph-missing"}
    assert lacking == "pip install fontpkg-heebo"

    outcome = add_font(Workspace(workspace), font(tmp_path / name, flavour))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert font_files(Workspace(workspace)) == (outcome.value,)
    with TTFont(workspace / outcome.value) as taken:
        assert taken.flavor is None
    note = (workspace / f"{outcome.value}{NOTE}").read_text()
    assert "Heebo" in note
    assert "OFL" in note
    assert name in note
    with spec.open("a") as more:
        more.write(f"\nhouse: {{fonts: {{others: [{outcome.value}]}}}}\n")
    report = build(Workspace(workspace), [spec.stem])
    assert not [one for one in report.diagnostics if one.is_error]
    assert (workspace / "build" / spec.stem / f"{spec.stem}.pdf").is_file()


def test_what_stands_is_not_written_over(workspace: Path, tmp_path: Path) -> None:
    """A second font of the same name is a finding, and the first stays."""
    first = add_font(Workspace(workspace), font(tmp_path / "a.ttf")).value
    assert first is not None
    held = (workspace / first).read_bytes()
    again = add_font(Workspace(workspace), font(tmp_path / "a.ttf", licence=False))
    assert [one.code for one in again.diagnostics] == ["font-exists"]
    assert (workspace / first).read_bytes() == held


def test_a_licence_that_lies_beside_the_font_is_kept(workspace: Path, tmp_path: Path) -> None:
    """The licence of an archive of fonts goes along; where there is none anywhere, that is a warning."""
    alone = add_font(Workspace(workspace), font(tmp_path / "a.ttf", licence=False))
    assert [one.code for one in alone.diagnostics] == ["font-licence-unstated"]
    (tmp_path / "OFL.txt").write_text("Eigen voorwaarden van de maker.")
    beside = add_font(Workspace(workspace), font(tmp_path / "b.ttf", licence=False))
    assert beside.diagnostics == ()
    assert beside.value is not None
    assert "Eigen voorwaarden van de maker." in (workspace / f"{beside.value}{NOTE}").read_text()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "font-file-unreadable"),
        (b"<html>niet gevonden</html>", "font-file-unreadable"),
        (HEEBO.read_bytes()[:-20_000], "font-file-unreadable"),
    ],
)
def test_what_is_no_font_is_refused(data: bytes, code: str, workspace: Path, tmp_path: Path) -> None:
    """A page that was saved as a font, or half a file, is a finding, and nothing is written."""
    (tmp_path / "x.ttf").write_bytes(data)
    assert [one.code for one in add_font(Workspace(workspace), tmp_path / "x.ttf").diagnostics] == [code]
    assert font_files(Workspace(workspace)) == ()


def test_a_font_that_may_not_be_embedded_is_refused(workspace: Path, tmp_path: Path) -> None:
    """A font whose maker forbids embedding does not come in; a file that is not there is said."""
    closed = add_font(Workspace(workspace), font(tmp_path / "dicht.ttf", rights=2))
    assert [one.code for one in closed.diagnostics] == ["font-not-embeddable"]
    gone = add_font(Workspace(workspace), tmp_path / "weg.ttf")
    assert [one.code for one in gone.diagnostics] == ["document-missing"]
