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
_PLAIN_NUMBER = re.compile(r"\d{1,4}")
_EDGE = 3
_LEAST_PAGES = 3
_SHARE = 0.6


def join_pages(pages: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Join pages; a line near the top or foot of most pages stays on the first or the last only.

    Such lines stand at the same place from the edge and are equal, but for the number of the page, on three
    pages at least and on six in ten of all. A line that begins low or breaks off is part of a sentence, and a
    lone number is that of a page only where it rises with the pages. Return the text, and the lines left out.
    """
    lines = [_without_blanks([line.rstrip() for line in page.split("\n")]) for page in pages]
    heads, feet = _running(lines, top=True), _running(lines, top=False)
    edges = Counter(
        _alike(line, number) for number, page in enumerate(lines) for line in {*page[:1], *page[-1:]}
    )
    rising = frozenset(line for line, count in edges.items() if count > 1)
    kept: list[str] = []
    gone: list[str] = []
    for number, page in enumerate(lines):
        headless, above = _cut(page, heads, number) if number else (page, [])
        last = number == len(lines) - 1
        footless, below = ([], []) if last else _cut(headless[::-1], feet, number)
        rest = headless if last else footless[::-1]
        gone += [*above, *below[::-1]]
        kept.append("\n".join(_numbers_apart(_without_blanks(rest), number, rising)))
    return "\n\f".join(kept), tuple(gone)


def _without_blanks(page: Sequence[str]) -> list[str]:
    text = "\n".join(page).strip("\n")
    return text.split("\n") if text else []


def _running(pages: Sequence[Sequence[str]], *, top: bool) -> frozenset[tuple[int, str]]:
    """Return the lines that run along the top or the foot of the pages, each with its place from the edge."""
    counts: Counter[tuple[int, str]] = Counter()
    for number, page in enumerate(pages):
        edge = [line for line in (page if top else page[::-1]) if line.strip()][:_EDGE]
        counts.update(
            (at, _alike(line, number)) for at, line in enumerate(edge) if not _IN_SENTENCE.search(line)
        )
    least = max(_LEAST_PAGES, _SHARE * len(pages))
    return frozenset(line for line, count in counts.items() if count >= least)


def _cut(page: list[str], running: frozenset[tuple[int, str]], number: int) -> tuple[list[str], list[str]]:
    """Leave out the lines at the edge that run along all pages, up to the first that does not."""
    at = cut = 0
    for count, line in enumerate(page, 1):
        if not line.strip():
            continue
        if at == _EDGE or (at, _alike(line, number)) not in running:
            break
        at, cut = at + 1, count
    return page[cut:], [line for line in page[:cut] if line.strip()]


def _numbers_apart(page: list[str], number: int, rising: frozenset[str]) -> list[str]:
    """Put a page number that stands first or last apart from the text; a figure that is no such stays."""

    def is_of_page(line: str) -> bool:
        plain = line.strip()
        return _NUMBER.fullmatch(plain) is not None and (
            any(map(str.isalpha, plain)) or _alike(line, number) in rising
        )

    if page and is_of_page(page[0]):
        page = [page[0], "", *page[1:]]
    if len(page) > 1 and is_of_page(page[-1]):
        page = [*page[:-1], "", page[-1]]
    return page


def _alike(line: str, number: int) -> str:
    """Return a line as it must be on every page: only page numbers may differ, not a number in a text.

    A number alone on its line is told by how far it is from that of the page.
    """
    plain = " ".join(line.split())
    if _NUMBER.fullmatch(plain):
        found = _PLAIN_NUMBER.search(plain)
        shape = _PLAIN_NUMBER.sub("#", plain, count=1)
        return f"{int(found[0]) - number} {shape}" if found else plain
    return _PAGE_OF.sub("#", plain)
