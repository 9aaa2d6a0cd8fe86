"""Stamps: drawn late, heard once, replaced whole, and the file stays what it was."""

import io
from pathlib import Path

import pikepdf
import pytest

from bronbrief.dossier.lettering import letters_of, stamp_face
from bronbrief.dossier.matter import Annex
from bronbrief.dossier.stamp import stamp
from bronbrief.verify.reading import outline, read_tree, transcript
from support.validators import siegfried, verapdf

STAMP = "Bijlage 2 bij agendapunt 7"


def artifacts(pdf: bytes, number: int) -> str:
    """Return the content stream of a page, as it is written."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return pikepdf.unparse_content_stream(pikepdf.parse_content_stream(opened.pages[number])).decode(
            "latin-1"
        )


def test_a_stamped_file_keeps_its_conformance(annexes: list[Annex], tmp_path: Path) -> None:
    """PDF/A-2a and PDF/UA-1 hold after stamping, and archives recognise the format."""
    files = []
    for annex in annexes:
        files.append(tmp_path / f"{annex.loaded.name}.pdf")
        files[-1].write_bytes(stamp(annex.pdf, STAMP, stamp_face()))

    assert not verapdf(files)
    assert [siegfried(file) for file in files] == ["fmt/476", "fmt/476"]


def test_a_reader_hears_the_stamp_once_and_first(annexes: list[Annex]) -> None:
    """The stamp is the first paragraph; the rest of the document reads as before."""
    before = transcript(read_tree(annexes[1].pdf)).splitlines()
    after = transcript(read_tree(stamp(annexes[1].pdf, STAMP, stamp_face()))).splitlines()

    assert after == [STAMP, *before]
    assert (
        outline(read_tree(stamp(annexes[1].pdf, STAMP, stamp_face()))).splitlines()[1].strip().startswith("P")
    )


def test_every_page_bears_the_stamp(annexes: list[Annex]) -> None:
    """The first page has it as content, every other page as a pagination artifact."""
    stamped = stamp(annexes[1].pdf, STAMP, stamp_face())
    code = letters_of(stamp_face(), STAMP).code(STAMP)
    with pikepdf.open(io.BytesIO(stamped)) as opened:
        pages = len(opened.pages)

    assert pages > 1
    for number in range(pages):
        content = artifacts(stamped, number)
        assert code in content.lower()
        at = content.lower().index(code)
        opening = content[:at].rsplit("BDC", 1)[0].rsplit("\n", 1)[-1]
        assert ("/MCID" in opening) == (number == 0)
        assert ("/Pagination" in opening) == (number > 0)


def test_renumbering_gives_the_bytes_of_a_file_stamped_once(annexes: list[Annex]) -> None:
    """A stamp replaces the one before without a trace, however often."""
    face = stamp_face()
    wrong = stamp(stamp(annexes[0].pdf, "Bijlage 31 bij agendapunt 12a", face), "Bijlage 4", face)

    assert stamp(wrong, STAMP, face) == stamp(annexes[0].pdf, STAMP, face)


def test_other_numbers_give_other_bytes(annexes: list[Annex]) -> None:
    """The comparison of bytes can fail."""
    face = stamp_face()

    assert stamp(annexes[0].pdf, STAMP, face) != stamp(annexes[0].pdf, "Bijlage 3 bij agendapunt 7", face)


def test_a_letter_without_a_glyph_is_refused() -> None:
    """No stamp is printed with an empty box in it."""
    with pytest.raises(KeyError):
        letters_of(stamp_face(), "agendapunt 七")


def test_letters_are_embedded_small(annexes: list[Annex]) -> None:
    """A stamp costs a few kilobytes and not a typeface."""
    assert len(stamp(annexes[0].pdf, STAMP, stamp_face())) - len(annexes[0].pdf) < 12_000
