"""From the rows of a page, in the order of reading, to its text: gaps are kept, titles become headings.

Line ends and the hyphens at them are kept, for the code that reads text files to decide on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bronbrief.intake.pdf.columns import Region, arrange, table_rows
from bronbrief.intake.pdf.drawing import Box
from bronbrief.intake.pdf.glyphs import Glyph, grouped
from bronbrief.intake.pdf.gutters import is_label
from bronbrief.intake.pdf.rows import Row, Word, between, rows_of
from bronbrief.intake.raised import DOWN, UP, drawn_call, drawn_mark
from bronbrief.sources.hyphens import HYPHENS, SUSPENDING

_LARGE, _ALIKE, _LEADING, _GAP, _GAP_WITH_MARKS = 1.2, 0.03, 1.6, 1.2, 1.45
_FULL, _SPACE = 0.95, 0.25
_TITLE_LINES, _TITLE_LENGTH, _JUSTIFIED = 3, 250, 4
_NOT_TITLES = (".", ";", ":", ",")
_JOINING = (*HYPHENS, "/")
_ENDS = (".", "!", "?", ":", ";")


@dataclass(slots=True)
class _Line:
    """A row with its words written."""

    row: Row
    text: str


def write_page(glyphs: Iterable[Glyph], level: Sequence[Box]) -> tuple[str, list[str]]:
    """Return the text of a page, and the calls to notes that are not in it.

    What is set in another direction than most of the page comes after the rest. `level` are the drawn lines
    that run from left to right.
    """
    turns: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        turns.setdefault(glyph.turn, []).append(glyph)
    parts: list[str] = []
    calls: list[str] = []
    for _, some in sorted(turns.items(), key=lambda one: -len(one[1])):
        rows = [row for row in rows_of(some) if row.seen]
        parts.append(_Writer(arrange(rows, level), level, calls).write())
    return "\n\n".join(filter(None, parts)), calls


class _Writer:
    """Writes regions of rows as text."""

    def __init__(self, regions: Sequence[Region], level: Sequence[Box], calls: list[str]) -> None:
        self.regions, self.level, self.calls = regions, level, calls
        rows = [row for region in regions for row in region.rows]
        self.body = _body(rows)
        # Which numbers begin a row, and the last place of each: a call leads to a note that comes after it.
        self.places = {id(row.words): at for at, row in enumerate(rows)}
        heads = [row.seen[0].text.rstrip(".):]") if len(row.seen) > 1 else "" for row in rows]
        self.notes = {head: at for at, head in enumerate(heads) if head.isdecimal()}
        self.at = 0

    def write(self) -> str:
        """Return the text of all regions."""
        text = ""
        for above, region in pairwise([None, *self.regions]):
            assert region is not None  # noqa: S101 - only the first of the pairs has none
            part = "\n\n".join(self._rows(region)) if region.gutters else self._lines(region)
            if text and part:
                runs_on = above is not None and above.runs_on and not text.endswith(_ENDS) and part[0] != "#"
                text += "\n" if runs_on else "\n\n"
            text += part
        return text

    def _lines(self, region: Region) -> str:
        full = _full_rows(region.rows)
        written = [(row, self._written(row.words, stretched=id(row) in full)) for row in region.rows]
        lines = [_Line(row, text) for row, text in written if text]
        titles = dict(_titles(lines, self.body))
        gaps = set(_gaps([line.row for line in lines]))
        text = ""
        for at, line in enumerate(lines):
            if at:
                text += " " if titles.get(at) == " " else "\n\n" if at in gaps else "\n"
            text += ("# " if titles.get(at) == "#" else "") + line.text
        return text

    def _rows(self, region: Region) -> Iterator[str]:
        """Yield the rows of a table, a tab between their cells."""
        for row in table_rows(region.rows, region.gutters, self.level):
            cells = [_joined([self._written(line) for line in cell]) for cell in row]
            if any(cells):
                yield "\t".join(cells).rstrip("\t").lstrip("\t")

    def _written(self, words: Sequence[Word], *, stretched: bool = False) -> str:
        """Write the words of a line; calls to notes that are on the page are left out."""
        text = ""
        above: Word | None = None
        heads = words[0] if words[0].raised else None  # the number before a note
        self.at = self.places.get(id(words), self.at)
        for word in words:
            mark, parted = word.text, between(above, word, stretched=stretched) if above else ""
            if word.hidden:
                mark = ""
            elif word.raised and text:
                if self._is_call(word, text):
                    self.calls.append(word.text)
                    mark, parted = "", ""
                else:
                    script = UP if word.raised > 0 else DOWN
                    mark = drawn_mark(text if not parted else "", mark, script)
            if mark and text:
                parted = " " if parted and is_label(text) else parted
                text += parted or (" " if above and (above.hidden or above is heads) else "")
            text += mark
            above = word
        return text.strip()

    def _is_call(self, word: Word, before: str) -> bool:
        later = frozenset(number for number, at in self.notes.items() if at > self.at)
        return word.raised > 0 and drawn_call(before, word.text, later)


def _full_rows(rows: Sequence[Row]) -> set[int]:
    """Return the rows that fill the width of their column, as several others do: set justified."""
    edges = Counter((round(row.left), round(row.right)) for row in rows)
    near = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    return {
        id(row)
        for row in rows
        if sum(edges[round(row.left) + x, round(row.right) + y] for x, y in near) >= _JUSTIFIED
    }


def _joined(lines: Sequence[str]) -> str:
    """Join the lines of a cell; a hyphen at the end of one stays: a row has no line ends to tell of it."""
    text = ""
    for line in filter(None, lines):
        hyphen = text.endswith(_JOINING) and line.split()[0] not in SUSPENDING
        text += line if hyphen or not text else f" {line}"
    return text


def _gaps(rows: Sequence[Row]) -> Iterator[int]:
    """Yield which rows have clearly more space above them than lines of one paragraph have."""
    drops = [above.base - below.base for above, below in pairwise(rows)]
    usual = Counter(round(drop) for drop, above in zip(drops, rows, strict=False) if drop > above.height / 2)
    for at, (drop, (above, below)) in enumerate(zip(drops, pairwise(rows), strict=True), 1):
        height = max(above.height, below.height)
        marked = any(word.raised for row in (above, below) for word in row.words)
        least = _GAP_WITH_MARKS if marked else _GAP
        if drop > least * height and drop > least * usual.most_common(1)[0][0]:
            yield at


def _titles(lines: Sequence[_Line], body: float) -> Iterator[tuple[int, str]]:
    """Yield which lines begin a heading, those in large type, and which go on with one."""
    room = _room([line.row for line in lines], body)
    for group in grouped(range(len(lines)), lambda above, below: _wraps(lines[above], lines[below], room)):
        words = " ".join(lines[at].text for at in group)
        large = lines[group[0]].row.height >= _LARGE * body
        heads = not words.endswith(_NOT_TITLES) and "\t" not in words and any(map(str.isalpha, words))
        if large and heads and len(group) <= _TITLE_LINES and len(words) <= _TITLE_LENGTH:
            yield group[0], "#"
            yield from ((at, " ") for at in group[1:])


def _wraps(above: _Line, below: _Line, room: float) -> bool:
    """Tell whether a line goes on with the one above, of the same size, where its first word had no room."""
    size = above.row.height
    word = below.row.seen[0]
    full = above.row.right - above.row.left + word.right - word.left + _SPACE * size > _FULL * room
    alike = abs(above.row.height - below.row.height) <= _ALIKE * size
    goes_on = full or below.text[:1].islower()
    return alike and goes_on and 0 < above.row.base - below.row.base <= _LEADING * size


def _body(rows: Sequence[Row]) -> float:
    """Return the height of most of the text."""
    heights: Counter[float] = Counter()
    for row in rows:
        heights[round(row.height, 1)] += sum(len(word.text) + 1 for word in row.words)
    return heights.most_common(1)[0][0] if heights else 0.0


def _room(rows: Sequence[Row], body: float) -> float:
    """Return how wide the text is that is set in the height of most of it."""
    common = [row for row in rows if abs(row.height - body) <= _ALIKE * body]
    left = min((row.left for row in common), default=0.0)
    return max((row.right for row in common), default=0.0) - left
