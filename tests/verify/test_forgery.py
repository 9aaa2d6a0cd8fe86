"""One character changed in a quotation of a finished file: every such change is found, nothing else is."""

import io
import random
import re
import zlib
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.evidence.record import EvidenceRecord
from bronbrief.evidence.recorded import read_evidence
from support.forgery import Glyph, before_all, draw_other, quoted_glyphs, say_actual, say_other, texts_of
from support.held import found_in
from support.published import published_small, published_workspace
from support.tools import sized
from support.workspaces import BRIEF

SAMPLE, LONG_SAMPLE = sized(80, 8), sized(12, 2)


@cache
def _built(name: str) -> tuple[bytes, bytes, EvidenceRecord]:
    """Return the PDF, the web page and the record of a brief: the small one, or one of this repository."""
    folder = (published_small() if name == BRIEF else published_workspace()) / "build" / name
    record = read_evidence((folder / f"{name}.evidence.jsonld").read_bytes(), "record").value
    assert record is not None
    return (folder / f"{name}.pdf").read_bytes(), (folder / f"{name}.html").read_bytes(), record


def _found(data: bytes, path: str, record: EvidenceRecord) -> list[Diagnostic]:
    """Return everything that is found in a finished file beside its record."""
    return found_in(data, path, record)


def _codes(data: bytes, path: str, record: EvidenceRecord) -> set[str]:
    return {one.code for one in _found(data, path, record)}


def _another(texts: dict[int, str], code: int) -> int:
    """Return a glyph that draws another letter or digit than this one."""
    own = texts.get(code, "").strip()
    return next(other for other, text in texts.items() if text.isalnum() and text != own)


def _briefs() -> list[str]:
    return sorted(path.stem for path in (Path(__file__).parents[2] / "briefs").glob("[!_]*.yaml"))


@pytest.mark.parametrize("name", [BRIEF, *_briefs()])
def test_an_unchanged_file_gives_no_finding(name: str) -> None:
    """No brief of this repository, as PDF or as web page, gives a false alarm."""
    pdf, page, record = _built(name)
    assert not _found(pdf, "a.pdf", record)
    assert not _found(page, "a.html", record)


def test_a_pdf_that_was_merely_saved_anew_gives_no_finding() -> None:
    """What is found of a forged PDF is the forgery, not that another program wrote the file."""
    pdf, _, record = _built(BRIEF)
    assert not _found(before_all(pdf, b""), "a.pdf", record)


def test_a_glyph_drawn_otherwise_in_a_quotation_is_found() -> None:
    """Glyphs of the quotations of a PDF, each replaced by another: all are found."""
    pdf, _, record = _built(BRIEF)
    glyphs = quoted_glyphs(pdf)
    assert len(glyphs) > 2 * SAMPLE
    texts = {glyph.font: texts_of(pdf, glyph) for glyph in glyphs}
    chance = random.Random(5)  # noqa: S311 - a sample that is the same each time
    missed = [
        glyph
        for glyph in chance.sample(glyphs, SAMPLE)
        if not _codes(draw_other(pdf, glyph, _another(texts[glyph.font], glyph.code)), "a.pdf", record)
    ]
    assert not missed


def test_glyphs_drawn_otherwise_are_found_in_a_long_brief() -> None:
    """A sample of the glyphs in a brief with hyphenated lines and page breaks: all are found."""
    pdf, _, record = _built("coevorden-brest")
    glyphs = random.Random(6).sample(quoted_glyphs(pdf), LONG_SAMPLE)  # noqa: S311
    for glyph in glyphs:
        forged = draw_other(pdf, glyph, _another(texts_of(pdf, glyph), glyph.code))
        assert _codes(forged, "a.pdf", record), glyph


def test_a_map_that_says_other_letters_is_found() -> None:
    """For each glyph of the quotations, a ToUnicode map that gives it another letter is found."""
    pdf, _, record = _built(BRIEF)
    for glyph in _kinds(pdf):
        assert _codes(say_other(pdf, glyph, "q"), "a.pdf", record), glyph


@pytest.mark.ci
def test_a_drawing_changed_together_with_its_map_is_found() -> None:
    """Another glyph is drawn, and the map says of it what stood there: the shape gives it away."""
    pdf, _, record = _built(BRIEF)
    for glyph in _kinds(pdf):
        texts = texts_of(pdf, glyph)
        other = _another(texts, glyph.code)
        forged = say_other(draw_other(pdf, glyph, other), glyph, texts[glyph.code], code=other)
        assert "verify-letterforms" in _codes(forged, "a.pdf", record), glyph


def test_actual_text_over_other_words_is_found() -> None:
    """A drawing that was changed under ActualText with the right words is found, and so is the reverse."""
    pdf, _, record = _built(BRIEF)
    quoted = next(one.printed for one in record.quotations if "geen reden" in one.printed)
    reverse = say_actual(pdf, quoted.replace("geen", "goede"))
    assert "verify-printed-otherwise" in _codes(reverse, "a.pdf", record)
    block = _texts(pdf).index("Wij zien")
    for glyph in quoted_glyphs(pdf)[block : block + len(quoted) : 4]:
        forged = draw_other(pdf, glyph, _another(texts_of(pdf, glyph), glyph.code))
        assert _codes(say_actual(forged, quoted), "a.pdf", record), glyph


def test_text_that_is_not_drawn_is_found() -> None:
    """A quotation in an invisible mode of drawing is not what the page shows."""
    pdf, _, record = _built(BRIEF)
    assert "verify-painted" in _codes(before_all(pdf, b"3 Tr"), "a.pdf", record)


def test_a_quotation_that_is_no_longer_marked_as_one_is_found() -> None:
    """Turning a quotation into plain text hides it from comparison, and is found as missing."""
    _, page, record = _built(BRIEF)
    forged = page.replace(b"<blockquote", b"<div").replace(b"</blockquote>", b"</div>")
    assert "verify-not-printed" in _codes(forged, "a.html", record)


def test_a_quotation_that_was_added_is_found() -> None:
    """A quotation without evidence is named as such."""
    _, page, record = _built(BRIEF)
    forged = page.replace(b"</main>", b"<blockquote><p>Zuiver verzonnen.</p></blockquote></main>")
    assert _codes(forged, "a.html", record) == {"verify-not-recorded"}


@pytest.mark.ci
@pytest.mark.parametrize("name", [BRIEF, "coevorden-brest"])
def test_every_character_changed_in_a_quotation_of_a_page_is_found(name: str) -> None:
    """A character of a quotation of a web page replaced, left out or doubled, each in CI: all are found."""
    _, page, record = _built(name)
    text = page.decode()
    places = [
        place
        for found in re.finditer(r"<(blockquote|q)\b[^>]*>(.*?)</\1>", text, re.DOTALL)
        for place in _letters(text, *found.span(2))
    ]
    most = sized(len(places), 12) if name == BRIEF else sized(60, 3)
    chosen = random.Random(7).sample(places, most)  # noqa: S311 - a sample that is the same each time
    assert len(chosen) >= sized(60, 3)
    for place in chosen:
        for instead in ("x" if text[place] != "x" else "y", "", text[place] * 2):
            forged = text[:place] + instead + text[place + 1 :]
            assert _codes(forged.encode(), "a.html", record), text[place - 20 : place + 20]


def test_another_attribution_is_found() -> None:
    """The right words under another publisher, year or passage are found."""
    _, page, record = _built(BRIEF)
    text = page.decode()
    label = re.search(r'<p class="attribution"><a[^>]*>([^<]+)</a>', text)
    assert label is not None
    said = label[1]
    others = said.replace("Havenkrant", "Oostdam"), said.replace("2023", "2022"), said[:-1] + "3"
    assert said.endswith("2")
    for other in others:
        assert other != said
        forged = text.replace(label[0], label[0].replace(said, other))
        assert _codes(forged.encode(), "a.html", record) == {"verify-attribution"}


@pytest.mark.parametrize(
    "added",
    [
        "<script>document.body.textContent = ''</script>",
        "<style>blockquote p::before { content: 'niet ' }</style>",
        '<p onclick="x()">a</p>',
        '<iframe src="https://example.org"></iframe>',
    ],
)
def test_a_page_that_can_show_other_words_is_found(added: str) -> None:
    """Scripts, words in style sheets and frames are no part of a finished page."""
    _, page, record = _built(BRIEF)
    assert _codes(page.replace(b"</main>", added.encode() + b"</main>"), "a.html", record) == {
        "verify-foreign"
    }


@pytest.mark.parametrize("claim", [b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"])
def test_a_claim_that_is_gone_is_found(claim: bytes) -> None:
    """A PDF that no longer says that it is PDF/A-2a and PDF/UA-1 is not the one that was published."""
    pdf, _, record = _built(BRIEF)
    other = claim[:-2] + b"7<"
    assert pdf.count(claim) == 1
    assert _codes(pdf.replace(claim, other), "a.pdf", record) == {"verify-claim-missing"}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", bytes(range(256)) * 9])
def test_what_is_no_pdf_is_a_finding(data: bytes) -> None:
    """A damaged file is reported, without a traceback."""
    _, _, record = _built(BRIEF)
    assert _codes(data, "a.pdf", record) == {"verify-unreadable"}


@pytest.mark.parametrize(("megabytes", "copies"), [(60, 1), (3, 40)])
def test_a_pdf_that_unfolds_to_fill_a_machine_is_refused(megabytes: int, copies: int) -> None:
    """One page of content that is huge, or small but many times over, is not read."""
    pdf, _, record = _built(BRIEF)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        bomb = pikepdf.Stream(opened, b"")
        bomb.write(zlib.compress(b" " * megabytes * 1_000_000, 9), filter=pikepdf.Name.FlateDecode)
        opened.pages[0].Contents = pikepdf.Array([opened.make_indirect(bomb)] * copies)
        out = io.BytesIO()
        opened.save(out)
    assert len(out.getvalue()) < 200_000
    assert _codes(out.getvalue(), "a.pdf", record) == {"verify-unreadable"}


def test_a_pdf_damaged_anywhere_is_read_or_refused() -> None:
    """Bytes changed at random give findings or none, never an exception."""
    pdf, _, record = _built(BRIEF)
    chance = random.Random(8)  # noqa: S311
    for _ in range(40):
        damaged = bytearray(pdf)
        for _ in range(20):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        _found(bytes(damaged), "a.pdf", record)


def _letters(text: str, start: int, end: int) -> list[int]:
    """Return the places of the characters of a stretch of HTML that are neither markup nor white space."""
    shown = re.sub(r"<[^>]*>|&[^;]*;", lambda found: " " * len(found[0]), text[start:end])
    return [start + at for at, character in enumerate(shown) if not character.isspace()]


def _texts(pdf: bytes) -> str:
    """Return what the quotations of a PDF say, a character for each glyph."""
    return "".join(texts_of(pdf, glyph).get(glyph.code, "?")[:1] for glyph in quoted_glyphs(pdf))


def _kinds(pdf: bytes) -> list[Glyph]:
    """Return one glyph of each letter or digit of each font that the quotations use."""
    kinds = {(glyph.font, glyph.code): glyph for glyph in quoted_glyphs(pdf)}
    return [glyph for glyph in kinds.values() if texts_of(pdf, glyph)[glyph.code].isalnum()]
