"""Page numbers: lines with nothing but a number, where the text itself shows that it numbers its pages.

A lone number may be a figure of the sentence around it. So it is a page number only at the edge of a page
between form feeds, or in a series of three or more of one form that rises by one at the distance of pages.
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
_FIGURE = re.compile(r"[-–+±<>≤≥]?\s*[€$£]?\s*\d[\d.,]*(?:\s*(?:%|procent|percent))?")
_LIMIT = 30
_SERIES = 3
_PAGE = 1000  # characters, the least that a page holds
_LAST_PAGE = 100
_OPEN = 8


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
    """Return the indexes of the lines that are page numbers."""
    paged = any(line.page_break for line in lines) or "\f" in text
    found = list(_candidates(text, lines))
    if paged:
        found = [one for one in found if _at_edge(lines, one.at)]
        alike = Counter(one.key for one in found)
        return frozenset(
            one.at
            for one in found
            if alike[one.key] > 1 or (one.alone and (one.named or one.number == one.page))
        )
    return frozenset(one.at for row in _series([one for one in found if one.alone]) for one in row)


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
        after = lines[at + 1] if at + 1 < len(lines) else None
        alone = (at == 0 or line.breaks > 1 or line.page_break) and (
            after is None or after.breaks > 1 or after.page_break
        )
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
                alone,
            )


def _at_edge(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is the first or the last of a page between form feeds."""
    last = at + 1 == len(lines) or lines[at + 1].page_break
    return last or at == 0 or lines[at].page_break


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
