"""From the text of pages to one text: running heads and feet once, page numbers apart, a form feed between.

A sentence that a page break cut in two can then be joined. The document is kept beside the text, so nothing
that was left out is lost.
"""

import re
from collections import Counter
from collections.abc import Sequence

_PAGE_OF = re.compile(r"\b(?:(?:pagina|blz\.?|page|p\.)\s*\d+|\d+\s*(?:/|van|of)(?=\s*\d))", re.IGNORECASE)
_NUMBER = re.compile(
    r"\W{0,3}(?:(?:pagina|blz\.?|page|p\.)\s*)?\d{1,4}(?:\s*(?:/|van|of)\s*\d{1,4})?\W{0,3}", re.IGNORECASE
)
_IN_SENTENCE = re.compile(r"\A\s*(?:[a-zà-öø-ÿ]|\Z)|[-‐,;]\s*\Z")
_EDGE = 3
_LEAST_PAGES = 3
_SHARE = 0.6


def join_pages(pages: Sequence[str]) -> str:
    """Join pages; a line near the top or foot of most pages stays on the first or the last only.

    Such lines stand at the same place from the edge and are equal, but for the number of the page, on three
    pages at least and on six in ten of all. A line that begins low or breaks off is part of a sentence.
    """
    lines = [[line.rstrip() for line in page.split("\n")] for page in pages]
    trimmed = [_without_blanks(page) for page in lines]
    heads = _running(trimmed, top=True)
    feet = _running(trimmed, top=False)
    kept: list[str] = []
    for number, page in enumerate(trimmed):
        headless = _cut(page, heads) if number else page
        footless = _cut(headless[::-1], feet)[::-1] if number < len(trimmed) - 1 else headless
        kept.append("\n".join(_numbers_apart(_without_blanks(footless))))
    return "\n\f".join(kept)


def _without_blanks(page: list[str]) -> list[str]:
    start, end = 0, len(page)
    while start < end and not page[start].strip():
        start += 1
    while end > start and not page[end - 1].strip():
        end -= 1
    return page[start:end]


def _running(pages: Sequence[Sequence[str]], *, top: bool) -> frozenset[tuple[int, str]]:
    """Return the lines that run along the top or the foot of the pages, each with its place from the edge."""
    counts: Counter[tuple[int, str]] = Counter()
    for page in pages:
        edge = [line for line in (page if top else page[::-1]) if line.strip()][:_EDGE]
        counts.update((at, _alike(line)) for at, line in enumerate(edge) if not _IN_SENTENCE.search(line))
    least = max(_LEAST_PAGES, _SHARE * len(pages))
    return frozenset(line for line, count in counts.items() if count >= least)


def _cut(page: list[str], running: frozenset[tuple[int, str]]) -> list[str]:
    """Leave out the lines at the edge that run along all pages, up to the first that does not."""
    at = cut = 0
    for number, line in enumerate(page, 1):
        if not line.strip():
            continue
        if at == _EDGE or (at, _alike(line)) not in running:
            break
        at, cut = at + 1, number
    return page[cut:]


def _numbers_apart(page: list[str]) -> list[str]:
    """Put a page number that stands first or last apart from the text."""
    if page and _NUMBER.fullmatch(page[0].strip()):
        page = [page[0], "", *page[1:]]
    if len(page) > 1 and _NUMBER.fullmatch(page[-1].strip()):
        page = [*page[:-1], "", page[-1]]
    return page


def _alike(line: str) -> str:
    """Return a line as it must be on every page: only page numbers may differ, not a number in a text."""
    plain = " ".join(line.split())
    whole = _NUMBER.fullmatch(plain)
    return "#" if whole else _PAGE_OF.sub("#", plain)
