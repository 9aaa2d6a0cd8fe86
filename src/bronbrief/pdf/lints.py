"""Look over the finished pages for what a reader would stumble on and no earlier check can see."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from weasyprint.formatting_structure import boxes

from bronbrief.core.diagnostics import Diagnostic, Place, clip
from bronbrief.core.findings import report
from bronbrief.pdf.engine_types import Box

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SLACK = 1.0
"""CSS pixels by which a box may stick out: rounding, and italics that lean over."""
SHORT_PAGE = 0.12
"""The share of a last page's height below which it counts as almost empty."""
UNRESOLVED = re.compile(r"\?\?")
PAGE_ZERO = re.compile(r"\b(?:page|pagina|p\.|blz\.)\s*0\b", re.IGNORECASE)


def look_over(pages: Sequence[Box], place: Place | None) -> Iterator[Diagnostic]:
    """Yield a finding for every fault in pages that are laid out, each given by its page box."""
    for number, page in enumerate(pages, start=1):
        yield from _references(page, number, place)
        yield from _overflow(page, number, place)
    for number, (page, after) in enumerate(pairwise(pages), start=1):
        yield from _stranded_heading(page, after, number, place)
    if len(pages) > 1:
        yield from _short_last_page(pages[-1], len(pages), place)


def _lines(page: Box) -> list[tuple[Box, Box]]:
    """Return the lines of a page's own flow, each with the block it stands in; margin boxes left out."""
    found = []
    stack = [(child, None) for child in reversed(page.children) if not isinstance(child, boxes.MarginBox)]
    while stack:
        box, block = stack.pop()
        box = getattr(box, "_box", box)
        if isinstance(box, boxes.LineBox):
            found.append((box, block))
            continue
        inner = box if isinstance(box, boxes.BlockContainerBox) else block
        stack.extend((child, inner) for child in reversed(list(box.all_children())))
    return found


def _text(box: Box) -> str:
    return "".join(piece.text for piece in box.descendants() if isinstance(piece, boxes.TextBox))


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
        if PAGE_ZERO.search(_text(margin)):
            yield report("pdf-page-zero", place, page=number)


def _overflow(page: Box, number: int, place: Place | None) -> Iterator[Diagnostic]:
    """Find lines that stick out of the block they stand in, or off the paper."""
    for line, block in _lines(page):
        pieces = [
            piece for piece in line.descendants() if isinstance(piece, boxes.TextBox | boxes.ReplacedBox)
        ]
        if not pieces or (block is not None and block.is_outside_marker):
            continue
        end = max(piece.position_x + piece.width for piece in pieces)
        start = min(piece.position_x for piece in pieces)
        home = block if block is not None else page
        left, right = home.padding_box_x(), home.content_box_x() + home.width  # a mark may hang at the left
        outside = start < left - SLACK or end > right + SLACK
        if outside or start < 0 or end > page.margin_width():
            yield report("pdf-overflow", place, page=number, text=clip(_text(line), 40))


def _stranded_heading(page: Box, after: Box, number: int, place: Place | None) -> Iterator[Diagnostic]:
    """Find a heading as the last thing on a page whose text goes on overleaf."""
    lines = _lines(page)
    last = lines[-1][1] if lines else None
    if last is not None and last.element_tag in HEADINGS and _lines(after):
        yield report("pdf-stranded-heading", place, page=number, text=clip(_text(last), 40))


def _short_last_page(page: Box, number: int, place: Place | None) -> Iterator[Diagnostic]:
    lines = _lines(page)
    bottom = max((line.position_y + line.height for line, _ in lines), default=0)
    if bottom - page.content_box_y() < SHORT_PAGE * page.height:
        yield report("pdf-short-last-page", place, page=number)
