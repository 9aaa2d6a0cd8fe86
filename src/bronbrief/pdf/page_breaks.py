"""How a brief falls into pages: how many, how full, and what stands alone at the foot of one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bronbrief.core.diagnostics import Diagnostic, Place, clip, report
from bronbrief.pdf.document_meta import PageLimit
from bronbrief.pdf.engine_types import Box
from bronbrief.pdf.laid_out import Line, columns_of, lines_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FULL_FIRST, SHORT_LAST = 0.6, 0.12
"""Shares of a page's height: from one a first page is full, below the other a last one is almost empty."""
WIDER = 1.5
"""How many times as wide as what stands under it a heading over columns is, at the least."""
FEWEST = 3
"""Items of a list, such as notes, that stand under their heading at the foot of a page, at the least."""


def look_over_breaks(
    pages: Sequence[Box], place: Place | None, limit: PageLimit | None
) -> Iterator[Diagnostic]:
    """Yield a finding for every page that is one too many, too empty, or ends badly."""
    if limit is not None and len(pages) > limit.pages:
        count = len(pages)
        yield report(
            "pdf-too-many-pages", limit.place, template=limit.template, most=limit.pages, pages=count
        )
    lines = [lines_of(page) for page in pages]
    for number, (one, after) in enumerate(pairwise([*lines, []]), start=1):
        yield from _stranded_heading(one, after, number, place)
        yield from _stranded_items(one, after, number, place)
    if len(pages) > 1:
        # A page that lies on its side begins anew, however full the one before it is.
        if pages[0].width == pages[1].width and _filled(pages[0], lines[0]) < FULL_FIRST:
            yield report("pdf-short-first-page", place)
        if _filled(pages[-1], lines[-1]) < SHORT_LAST:
            yield report("pdf-short-last-page", place, page=len(pages))


def _filled(page: Box, lines: Sequence[Line]) -> float:
    """Return the share of a page's height down to its lowest line."""
    bottom = max((line.bottom for line in lines), default=0.0)
    return float((bottom - page.content_box_y()) / page.height)


def _stranded_heading(
    lines: Sequence[Line], after: Sequence[Line], number: int, place: Place | None
) -> Iterator[Diagnostic]:
    """Find a heading as the last thing on a page whose text goes on overleaf."""
    if lines and after and _is_heading(lines[-1]):
        yield report("pdf-stranded-heading", place, page=number, text=clip(lines[-1].text, 40))


def _stranded_items(
    lines: Sequence[Line], after: Sequence[Line], number: int, place: Place | None
) -> Iterator[Diagnostic]:
    """Find a heading at the foot of a page or column with hardly an item under it, whose list goes on."""
    feet = [(lines, after, FEWEST), *((*two, 2) for two in pairwise(columns_of(lines)))]
    for foot, following, fewest in feet:
        heading = next((at for at in reversed(range(len(foot))) if _is_heading(foot[at])), None)
        if heading is None or (heading == 0 and foot is not lines):  # at its head a column may be balanced
            continue
        under = foot[heading + 1 :]
        if foot is not lines and _stands_over(foot[heading], under):
            continue
        lists = {line.element("ol", "ul") for line in (*under, *following[:1])}
        items = {line.element("li") for line in under}
        if under and following and len(lists) == 1 and None not in lists and len(items) < fewest:
            yield report("pdf-stranded-items", place, page=number, text=clip(foot[heading].text, 30))
            return


def _stands_over(heading: Line, under: Sequence[Line]) -> bool:
    """Tell whether a heading stands over the columns, and not in the first of them."""
    widest = max((line.home.width for line in under if line.home), default=0)
    return bool(heading.home and heading.home.width > WIDER * widest)


def _is_heading(line: Line) -> bool:
    return line.home is not None and line.home.element_tag in HEADINGS
