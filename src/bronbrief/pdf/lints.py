"""Look over the finished pages for what a reader would stumble on and no earlier check can see."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from weasyprint.formatting_structure import boxes

from bronbrief.core.diagnostics import Diagnostic, Place, clip, report
from bronbrief.pdf.engine_types import Box
from bronbrief.pdf.laid_out import Line, lines_of, text_of

SLACK = 1.0
"""CSS pixels by which a box may stick out: rounding, and italics that lean over."""
HYPHENS = ("-", "\u2010")
EARLY = 0.6
"""The share of the measure below which a line that ends in a hyphen was broken too early."""
UNRESOLVED = re.compile(r"\?\?")
PAGE_ZERO = re.compile(r"\b(?:page|pagina|p\.|blz\.)\s*0\b", re.IGNORECASE)


def look_over(pages: Sequence[Box], place: Place | None) -> Iterator[Diagnostic]:
    """Yield a finding for every fault in pages that are laid out, each given by its page box."""
    for number, page in enumerate(pages, start=1):
        yield from _references(page, number, place)
        lines = lines_of(page)
        for line in lines:
            yield from _overflow(line, page, number, place)
        for line, after in pairwise(lines):
            yield from _broken_early(line, after, number, place)


def _references(page: Box, number: int, place: Place | None) -> Iterator[Diagnostic]:
    """Find references that the engine could not resolve: it prints 0, or a style sheet prints ??."""
    for piece in page.descendants():
        tag = getattr(piece, "element_tag", None) or ""
        if not isinstance(piece, boxes.TextBox) or "::" not in tag:
            continue
        if UNRESOLVED.search(piece.text):
            yield report("pdf-unresolved-reference", place, page=number)
        if tag.startswith("a::") and re.search(r"(?<!\d)0(?!\d)", piece.text):
            yield report("pdf-page-zero", place, page=number)
    for margin in (child for child in page.children if isinstance(child, boxes.MarginBox)):
        if PAGE_ZERO.search(text_of(margin)):
            yield report("pdf-page-zero", place, page=number)


def _overflow(line: Line, page: Box, number: int, place: Place | None) -> Iterator[Diagnostic]:
    """Find a line that sticks out of the block that it stands in, or off the paper."""
    pieces = _pieces(line)
    home = line.home or page
    if not pieces or home.is_outside_marker:
        return
    start, end = pieces[0].position_x, _end(line)
    left, right = home.padding_box_x(), home.content_box_x() + home.width  # a mark may hang at the left
    outside = start < left - SLACK or end > right + SLACK
    if outside or start < 0 or end > page.margin_width():
        yield report("pdf-overflow", place, page=number, text=clip(line.text, 40), selector=line.selector())


def _broken_early(line: Line, after: Line, number: int, place: Place | None) -> Iterator[Diagnostic]:
    """Find a line that ends in a hyphen with room to spare: the engine fell back on an early break."""
    text, home = line.text.rstrip(), line.home
    goes_on = home is after.home and after.top >= line.bottom - SLACK
    if home is None or not goes_on or not text.endswith(HYPHENS):
        return
    width = _end(line) - home.content_box_x()
    word = len(after.text.partition(" ")[0]) * width / max(1, len(text))
    if width < EARLY * home.width and width + word < home.width:
        yield report("pdf-broken-early", place, page=number, text=clip(text, 40), selector=line.selector())


def _pieces(line: Line) -> list[Box]:
    kinds = boxes.TextBox | boxes.ReplacedBox
    pieces = [piece for piece in line.box.descendants() if isinstance(piece, kinds)]
    return sorted(pieces, key=lambda piece: piece.position_x)


def _end(line: Line) -> float:
    """Return where the last letter of a line ends, in CSS pixels."""
    return max((float(piece.position_x + piece.width) for piece in _pieces(line)), default=0.0)
