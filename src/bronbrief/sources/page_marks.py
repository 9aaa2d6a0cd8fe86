"""Page numbers and running heads: lines of a page, where the text itself shows that it has pages.

A lone number may be a figure of the sentence around it. So it is a page number only at the edge of a page
between form feeds, or in a series of three or more of one form that rises by one at the distance of pages. A
running head is a line that stands at the edge of most pages between form feeds.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bronbrief.sources.lines import Line

_NUMBER = re.compile(
    r"(?P<before>[-–—]\s*|(?:pagina|blz\.?|page|p\.)\s*)?(?P<number>\d{1,3}|(?<=\S)\d{4})"
    r"(?:\s*(?:/|van|of)\s*\d{1,4})?(?:\s*[-–—])?",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[-–+±<>≤≥]?\s*+[€$£]?\s*+\d[\d.,]*+(?:\s*+(?:%|procent|percent))?")
_LIMIT = 30
_SERIES = 3
_PAGE = 1000  # characters, the least that a page holds
_LAST_PAGE = 100
_OPEN = 8
_DEEP = 3  # lines at an edge of a page
_HEAD = 100
_COUNT = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,]*\d)")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that may number a page.

    `at` is its index, `form` what stands around the number, `page` counts the form feeds before it. `named`
    tells that more than a number says so: "pagina 3", "- 3 -", `alone` that no line adjoins it.
    """

    at: int
    start: int
    number: int
    form: str
    page: int
    named: bool
    alone: bool

    @property
    def key(self) -> tuple[str, int]:
        """Return what the numbers of a document's pages share: the form, and the way that they count."""
        return self.form, self.number - self.page


def is_lone_number(words: str) -> bool:
    """Tell whether a line holds nothing but a number, with what may stand around that of a page."""
    return len(words) <= _LIMIT and _NUMBER.fullmatch(words) is not None


def is_figure(words: str) -> bool:
    """Tell whether a line holds nothing but a number, an amount or a share."""
    return is_lone_number(words) or (len(words) <= _LIMIT and _FIGURE.fullmatch(words) is not None)


def find_page_marks(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that are page numbers or, between form feeds, running heads."""
    found = {one.at: one for one in _candidates(text, lines)}
    pages = _pages(lines)
    if len(pages) == 1:
        return frozenset(
            one.at for row in _series([one for one in found.values() if one.alone]) for one in row
        )
    marks: set[int] = set()
    for _ in range(_DEEP):
        edges = [{page[0], page[-1]} for page in pages if page]
        numbers = [found[at] for edge in edges for at in edge if at in found]
        more = {*_numbering(numbers), *_running(text, lines, pages)}
        if not more:
            break
        marks |= more
        pages = [[at for at in page if at not in more] for page in pages]
    return frozenset(marks)


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    """Return the indexes of the lines of each page between form feeds."""
    pages: list[list[int]] = [[]]
    for at, line in enumerate(lines):
        if line.page_break:
            pages.append([])
        pages[-1].append(at)
    return pages


def _numbering(found: Sequence[_Candidate]) -> Iterator[int]:
    """Yield the lines that number the pages that they are at the edge of."""
    alike = Counter(one.key for one in found)
    for one in found:
        if alike[one.key] > 1 or (one.alone and (one.named or one.number == one.page)):
            yield one.at


def _running(text: str, lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> Iterator[int]:
    """Yield the lines that stand at the edge of most pages, the same but for the number of the page."""
    keys: dict[int, set[tuple[str, int]]] = {}
    for number, page in enumerate(pages, 1):
        for at in {page[0], page[-1]} if page else ():
            words = " ".join(text[lines[at].start : lines[at].end].split())
            if len(words) <= _HEAD and any(map(str.isalpha, words)) and _is_alone(lines, at):
                counted = ((_place_out(words, one), int(one[0]) - number) for one in _COUNT.finditer(words))
                keys[at] = {(words, 0), *counted}
    often = Counter(key for own in keys.values() for key in own)
    least = max(_SERIES, len(pages) * 2 / 3)
    return (at for at, own in keys.items() if any(often[key] >= least for key in own))


def _is_alone(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a blank line or the edge of a page stands at both sides of a line."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    above = at == 0 or line.breaks > 1 or line.page_break
    return above and (after is None or after.breaks > 1 or after.page_break)


def _place_out(words: str, found: re.Match[str]) -> str:
    return f"{words[: found.start()]}#{words[found.end() :]}"


def leave_out(lines: Sequence[Line], marks: frozenset[int]) -> list[Line]:
    """Return the lines without the page numbers; where one stood, a page ends."""
    kept: list[Line] = []
    breaks, page_break = 0, False
    for at, line in enumerate(lines):
        if at in marks:
            breaks, page_break = breaks + line.breaks, True
            continue
        line.breaks, line.page_break = line.breaks + breaks, line.page_break or page_break
        breaks, page_break = 0, False
        kept.append(line)
    return kept


def _candidates(text: str, lines: Sequence[Line]) -> Iterator[_Candidate]:
    page = 1
    for at, line in enumerate(lines):
        page += line.page_break
        found = line.width <= _LIMIT and _NUMBER.fullmatch(text, line.start, line.end)
        if found:
            words = text[line.start : line.end]
            form = (
                f"{words[: found.start('number') - line.start]}#{words[found.end('number') - line.start :]}"
            )
            yield _Candidate(
                at,
                line.start,
                int(found["number"]),
                " ".join(form.split()).lower(),
                page,
                bool(found["before"]),
                _is_alone(lines, at),
            )


def _series(found: Sequence[_Candidate]) -> Iterator[list[_Candidate]]:
    """Yield the series: three or more of one form, each one more than the last, with a page between."""
    rows: list[list[_Candidate]] = []
    open_rows: dict[tuple[str, int], list[list[_Candidate]]] = defaultdict(list)
    for one in found:
        before = open_rows[one.form, one.number - 1]
        row = next((row for row in before if _is_page(row, one, last=one is found[-1])), None)
        if row is None:
            row = []
            rows.append(row)
        else:
            before.remove(row)
        row.append(one)
        open_rows[one.form, one.number] = [*open_rows[one.form, one.number][-_OPEN:], row]
    return (row for row in rows if len(row) >= _SERIES)


def _is_page(row: Sequence[_Candidate], one: _Candidate, *, last: bool) -> bool:
    """Tell whether a page lies between a series and the next number; the last page may be nearly empty."""
    distance = one.start - row[-1].start
    return distance >= _PAGE or (last and len(row) >= _SERIES - 1 and distance >= _LAST_PAGE)
