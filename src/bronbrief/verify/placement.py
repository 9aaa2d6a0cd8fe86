"""Where a PDF sets the letters of its quotations: in lines, from left to right, nothing else among them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pikepdf

from bronbrief.pdf.engine_types import PdfObject
from bronbrief.pdf.logical_order import RIGHT_TO_LEFT
from bronbrief.verify.apparatus import squeezed
from bronbrief.verify.canvas import Box
from bronbrief.verify.expected import shown_name
from bronbrief.verify.painted import Painter, Piece
from bronbrief.verify.reading import DEPTH_LIMIT, Mark, PageKey, held_in

FURNITURE = frozenset({"/Artifact/Header", "/Artifact/Footer"})
_QUOTING = frozenset({"/BlockQuote", "/Quote"})
_MARGIN = 0.12
"""The part of a page at its head and its foot that may hold furniture."""
_LEVEL, _NEXT, _BACK = 0.06, 0.6, 0.25
"""In sizes of the letters: how level a line is, how far the next one is, how far letters may go back."""
_PARTS = re.compile(r"[,|·…]| [–-] ")
_AROUND = 2.0
_SMALLER = 0.7
_STRUCK = (0.12, 0.6)
_DOT = 0.3


@dataclass(frozen=True, slots=True)
class Quoted:
    """The marked content of a quotation, in reading order, and whether it is set off from the text."""

    marks: tuple[Mark, ...]
    set_off: bool


def misplaced(pdf: pikepdf.Pdf, painters: Mapping[PageKey, Painter], heads: frozenset[str]) -> Iterator[str]:
    """Yield what stands where Bronbrief sets nothing, in words of the page.

    `heads` are the heads of tables, which are repeated on pages to which these go on.
    """
    marks = Counter[Mark]()
    quotations = list(_quotations(pdf.Root.StructTreeRoot, None, marks, 0))
    yield from (f"MCID {mcid}" for (_, mcid), count in sorted(marks.items()) if count > 1)
    for key, painter in painters.items():
        for one in painter.pieces:
            if one.mcid is None:
                head = any(one.text.strip() in text for text in heads) and one.tag == "/Artifact/Header"
                if not head:
                    yield from _furniture(one, painter)
            elif (key, one.mcid) not in marks and one.text.strip():
                yield shown_name(one.text)
    for quoted in quotations:
        yield from _in_lines(quoted, painters)


def unknown_furniture(painters: Mapping[PageKey, Painter], said: str, shapes: Sequence[str]) -> Iterator[str]:
    """Yield the words of running heads and feet that are no words of the file, nor numbers of its pages.

    `said` is all that the file says, squeezed; `shapes` are fixed words with names in braces, such as
    "Page {page} of {pages}".
    """
    numbered = [re.sub(r"\\{\w+\\}", r"\\d+", re.escape(shape)) for shape in shapes]
    lines = (one.text for painter in painters.values() for one in painter.pieces if one.tag in FURNITURE)
    for line in dict.fromkeys(lines):
        if any(re.fullmatch(shape, line.strip()) for shape in numbered):
            continue
        parts = (squeezed(part).casefold() for part in _PARTS.split(line))
        if any(part and part not in said for part in parts):
            yield shown_name(line)


def _quotations(element: PdfObject, page: PdfObject, marks: Counter[Mark], depth: int) -> Iterator[Quoted]:
    """Count all marked content of a tree, and yield what each quotation holds."""
    if depth > DEPTH_LIMIT:
        return
    page, before, kind = element.get("/Pg", page), set(marks), str(element.get("/S", ""))
    for one in held_in(element, page):
        if isinstance(one, tuple):
            marks[one] += 1
        elif one.get("/Type") != "/OBJR":
            yield from _quotations(one, page, marks, depth + 1)
    if kind in _QUOTING:
        yield Quoted(tuple(mark for mark in marks if mark not in before), kind == "/BlockQuote")


def _furniture(one: Piece, painter: Painter) -> Iterator[str]:
    """Name text outside the structure that is no running head or foot in the margin of the page."""
    _, low, _, high = painter.canvas.sheet
    band = (high - low) * _MARGIN
    inside = low + band < one.stretch.box[1] < high - band
    if one.text.strip() and (one.tag not in FURNITURE or inside):
        yield shown_name(one.text)


def _in_lines(quoted: Quoted, painters: Mapping[PageKey, Painter]) -> Iterator[str]:
    """Name what is wrong with the lines of a quotation: their order, sizes, and what stands in them."""
    own = set(quoted.marks)
    by_page: defaultdict[PageKey, list[Piece]] = defaultdict(list)
    for key, mcid in quoted.marks:
        if key in painters:
            by_page[key] += [
                one for one in painters[key].pieces if one.mcid == mcid and one.text.strip("\u00ad ")
            ]
    sizes = [one.stretch.size for several in by_page.values() for one in several]
    for key, pieces in by_page.items():
        words = shown_name("".join(one.text for one in pieces))
        if any(
            one.stretch.size < _SMALLER * max(sizes) or abs(one.stretch.whole.b) > _LEVEL for one in pieces
        ):
            yield words
        columns = list(_columns(pieces))
        if columns and columns[-1] is None:
            yield words
            continue
        for column in filter(None, columns):
            others = [one for one in painters[key].pieces if one.mcid is None or (key, one.mcid) not in own]
            yield from _among(column, others, quoted, words)
            yield from _drawn_in(column, painters[key].canvas.drawings, words)


def _columns(pieces: list[Piece]) -> Iterator[list[Piece] | None]:
    """Yield the stretches of a quotation that stand below each other; None where one is out of place."""
    column = pieces[:1]
    for one, other in pairwise(pieces):
        before, after, size = one.stretch.box, other.stretch.box, max(one.stretch.size, other.stretch.size)
        down = before[1] - after[1]
        if abs(down) <= _LEVEL * size:
            right = after[0] >= before[2] - _BACK * size
            backwards = after[2] <= before[2] and RIGHT_TO_LEFT.search(
                "".join(piece.text for piece in pieces)
            )
            if not right and not backwards:
                yield from (column, None)
                return
        elif down < 0 and after[0] > max(piece.stretch.box[0] for piece in column):
            yield column
            column = []
        elif down < _NEXT * size:
            yield from (column, None)
            return
        column.append(other)
    yield column


def _among(column: list[Piece], others: list[Piece], quoted: Quoted, words: str) -> Iterator[str]:
    """Name other text in the lines of a quotation: all along one that is set off, else between its words."""
    left, right = (_edge(column, at, choose) for at, choose in ((0, min), (2, max)))
    for one in column:
        line = [piece for piece in column if _level(piece.stretch.box, one.stretch.box, one.stretch.size)]
        start, end = (left, right) if quoted.set_off else (_edge(line, 0, min), _edge(line, 2, max))
        for other in others:
            box = other.stretch.box
            inside = min(box[2], end) - max(box[0], start) > _BACK * one.stretch.size
            if (
                inside
                and _level(box, one.stretch.box, one.stretch.size * 0.9)
                and other.text.strip("\u00ad ")
            ):
                yield f"{shown_name(other.text)} · {words}"
                return


def _drawn_in(column: list[Piece], drawings: list[tuple[Box, bool]], words: str) -> Iterator[str]:
    """Name what is drawn through or beside the words of a quotation; a ground holds all of a stretch."""
    for one in column:
        box, size = one.stretch.box, one.stretch.size
        low, high = box[1] + _STRUCK[0] * size, box[1] + _STRUCK[1] * size
        for drawn, straight in drawings:
            across = min(drawn[2], box[2]) - max(drawn[0], box[0])
            holds = drawn[0] <= box[0] + 1 and drawn[2] >= box[2] - 1 and drawn[1] <= low and drawn[3] >= high
            through = across > 0 and low < drawn[3] and drawn[1] < high and drawn[3] - drawn[1] < size
            near = across > -_AROUND * size and min(drawn[3], high) > max(drawn[1], low)
            dot = max(drawn[2] - drawn[0], drawn[3] - drawn[1]) < _DOT * size and across > -_BACK * size
            stands = dot and box[1] - _BACK * size < drawn[3] and drawn[1] < box[1] + size
            if not holds and (through or stands or (near and not straight)):
                yield words
                return


def _level(one: Box, other: Box, size: float) -> bool:
    """Tell whether two stretches share a line: the middle of either is as high as the other."""
    return abs(one[1] - other[1]) < size * 0.5


def _edge(pieces: list[Piece], at: int, choose: Callable[[list[float]], float]) -> float:
    return choose([one.stretch.box[at] for one in pieces])
