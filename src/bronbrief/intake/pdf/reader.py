"""Read a PDF: what a reader of its pages sees, in the order of reading, and what else is in it by name."""

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from itertools import groupby, pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from bronbrief.intake.dates import plain_date
from bronbrief.intake.extractors import Answer, ExtractionError
from bronbrief.intake.pdf.annotations import Laid, lay_down, with_ticks
from bronbrief.intake.pdf.drawing import Drawing, level_lines, lies_in, take_actual_texts, thin_lines
from bronbrief.intake.pdf.glyphs import UNKNOWN, Glyph, grouped, read_glyphs
from bronbrief.intake.pdf.lines import write_page
from bronbrief.intake.pdf.maps import corrected
from bronbrief.intake.pdf.pages import join_pages
from bronbrief.intake.pdf.visibility import Seen, look, struck
from bronbrief.intake.versions import chosen

PAGES_LIMIT = 5000
_DWARF, _LEGIBLE = 0.6, 12.0
_PICTURE = 0.05
_LINE_END = 2  # characters
_ELSEWHERE = frozenset({"off-page", "too-small"})


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page, reasons and texts of what is not in it, and whether it was read from pictures.

    `whole` is its text with the words that are struck out, which are left out of `text`.
    """

    text: str
    left_out: tuple[tuple[str, str], ...]
    ocr: bool
    whole: str = ""


def read_pdf(data: bytes, changes: str = "") -> Answer:
    """Read a PDF: the text of its pages, with a form feed between two pages, and its properties.

    `changes` is accept, reject or empty, and tells what becomes of words that are struck out. Raises
    ExtractionError where there are some and it is empty, and for a file that is no PDF, is locked or has
    too many pages.
    """
    document = _opened(data)
    data, lies = corrected(data)
    document = _opened(data) if lies else document
    read = list(read_pages(document))
    before = [block for page in read for block in page.whole.split("\n\n")]
    after = [block for page in read for block in page.text.split("\n\n")]
    choices = chosen(before, after, changes)
    kept = bool(choices) and changes == "reject"
    text, running = join_pages([page.whole if kept else page.text for page in read])
    left_out = [
        *(("actual-text", f"{said} ≠ {drawn}") for said, drawn in lies if drawn in text),
        *(one for page in read for one in page.left_out if not (kept and one[0] == "struck")),
        *(("header-footer", line) for line in running),
    ]
    said = document.get_metadata_dict()
    made = plain_date(said.get("CreationDate", ""))
    return Answer(
        text,
        f"pypdfium2 {version('pypdfium2')} (PDFium {pypdfium2.PDFIUM_INFO.build})",
        facts={"title": said.get("Title", ""), "author": said.get("Author", ""), "made": made},
        left_out=left_out,
        choices=choices,
        ocr=any(page.ocr for page in read),
    )


def _opened(data: bytes) -> Any:  # noqa: ANN401
    if b"%PDF-" not in data[:1024]:
        raise ExtractionError("document-unreadable", "not a PDF")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise ExtractionError("document-locked" if locked else "document-unreadable", str(error)) from error
    if len(document) > PAGES_LIMIT:
        raise ExtractionError("document-too-heavy", f"{len(document)} pages")
    return document


def read_pages(document: Any) -> Iterator[Page]:  # noqa: ANN401 - pypdfium2 has no types
    """Yield the pages of a document."""
    document.init_forms()
    for number in range(len(document)):
        page, laid = lay_down(document, number)
        read = _read_page(page, laid, number + 1)
        yield replace(read, left_out=(*read.left_out, *laid.left_out))
        page.close()


def _read_page(page: Any, laid: Laid, number: int) -> Page:  # noqa: ANN401
    drawing = Drawing(page)
    said = take_actual_texts(drawing.objects)
    textpage = page.get_textpage()
    glyphs = read_glyphs(textpage)
    seen = _uncovered(drawing, look(drawing, glyphs))
    gone = struck(seen.visible, thin_lines(drawing.objects), laid.strikes)
    held = [replace(glyph, hidden=True) for glyph, reason in seen.hidden if reason not in _ELSEWHERE]
    standing = sorted([*seen.visible, *held], key=lambda glyph: glyph.order)
    level = level_lines(drawing.objects)
    whole, calls = write_page(with_ticks(standing, laid.ticks), level)
    kept = [replace(glyph, hidden=glyph.hidden or glyph.order in gone) for glyph in standing]
    text, calls = write_page(with_ticks(kept, laid.ticks), level) if gone else (whole, calls)
    hidden = [*seen.hidden, *((glyph, "struck") for glyph in seen.visible if glyph.order in gone)]
    left_out = [
        *(("note-call", call) for call in calls),
        *_hidden(hidden),
        *(("too-small", small) for small in _dwarfs(drawing, glyphs)),
        *_differing(said, glyphs),
        *(("unsupported", word) for word in text.split() if UNKNOWN in word),
        *_pictures(drawing, seen.visible, number),
    ]
    textpage.close()
    return Page(text, tuple(left_out), seen.ocr, whole)


def _uncovered(drawing: Drawing, seen: Seen) -> Seen:
    """Read a page anew without the text that nobody sees, where there is some.

    The library reads one of two equal letters that lie upon each other, which may be the unseen one.
    """
    shown = {glyph.owner for glyph in seen.visible}
    gone = {glyph.owner for glyph, reason in seen.hidden if reason not in _ELSEWHERE} - shown
    texts = [] if seen.ocr else [one.handle for one in drawing.objects if one.key in gone]
    if not sum(pdfium.FPDFPage_RemoveObject(drawing.page, handle) for handle in texts):
        return seen
    textpage = drawing.page.get_textpage()
    unseen = {(glyph.owner, *_place(glyph)) for glyph, _ in seen.hidden}
    known = {(glyph.owner, *_place(glyph)) for glyph in seen.visible}
    added = look(drawing, glyphs := read_glyphs(textpage)).visible  # which has lost the colours of the first
    kept = {glyph.order for glyph in added if (glyph.owner, *_place(glyph)) not in unseen}
    visible = [one for one in glyphs if one.order in kept or (one.owner, *_place(one)) in known]
    textpage.close()
    places = {_place(glyph) for glyph in visible}
    after = max((glyph.order for glyph in visible), default=0) + 2
    hidden = [
        (replace(glyph, order=glyph.order + after), reason)
        for glyph, reason in seen.hidden
        if reason != "invisible" or _place(glyph) not in places
    ]
    return replace(seen, visible=visible, hidden=hidden)


def _place(glyph: Glyph) -> tuple[str, int, int]:
    return glyph.char, round(glyph.left), round(glyph.base)


def _hidden(hidden: Iterable[tuple[Glyph, str]]) -> Iterator[tuple[str, str]]:
    """Yield what no reader sees, in stretches with one reason."""

    def together(above: tuple[Glyph, str], below: tuple[Glyph, str]) -> bool:
        return above[1] == below[1] and below[0].order - above[0].order <= _LINE_END + 1

    for stretch in grouped(hidden, together):
        yield stretch[0][1], _spelt([glyph for glyph, _ in stretch])


def _spelt(glyphs: Sequence[Glyph]) -> str:
    parts = [glyphs[0].char]
    for above, glyph in pairwise(glyphs):
        parts.append(" " if glyph.spaced or glyph.order > above.order + 1 else "")
        parts.append(glyph.char)
    return "".join(parts)


def _dwarfs(drawing: Drawing, glyphs: Iterable[Glyph]) -> Iterator[str]:
    """Yield the texts that are drawn so small that the library does not read them, by drawing them larger."""
    read = {glyph.owner for glyph in glyphs}
    texts = set(drawing.texts) - read
    small = [
        one
        for one in drawing.objects
        if one.key in texts and min(one.box[2] - one.box[0], one.box[3] - one.box[1]) < _DWARF
    ]
    size = ctypes.c_float()
    for one in small:
        pdfium.FPDFTextObj_GetFontSize(one.handle, size)
        scale = _LEGIBLE / (size.value or 1)
        pdfium.FPDFPageObj_SetMatrix(one.handle, pdfium.FS_MATRIX(scale, 0, 0, scale, 0, 0))
    if small:
        keys = {one.key for one in small}
        for key, drawn in groupby(read_glyphs(drawing.page.get_textpage()), key=lambda glyph: glyph.owner):
            if key in keys:
                yield _spelt(list(drawn))


def _differing(said: dict[int, str], glyphs: Iterable[Glyph]) -> Iterator[tuple[str, str]]:
    """Yield where a file says that its glyphs stand for other words than they show."""
    drawn: dict[int, str] = {}
    for glyph in glyphs:
        drawn[glyph.owner] = drawn.get(glyph.owner, "") + glyph.char
    for text, keys in groupby(said, key=lambda key: said[key]):
        shown = "".join(drawn.get(key, "") for key in keys)  # which may be several, each saying the same
        if _letters(text) and _letters(shown).replace(_letters(text), ""):
            yield "actual-text", f"{' '.join(text.split())} ≠ {shown or '–'}"


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return "".join(char for char in plain if not char.isspace() and char not in "-\u00ad\u2010\u2011")


def _pictures(drawing: Drawing, glyphs: Sequence[Glyph], number: int) -> Iterator[tuple[str, str]]:
    """Yield the pictures of a size that words can be read in, without text upon them."""
    for one in drawing.pictures:
        large = one.area >= _PICTURE * drawing.area
        if large and not any(lies_in(each.box, one.box) for each in glyphs):
            yield "image", f"p. {number}"
