"""The order in which the rows of a page are read: columns by the gutter between them, tables row by row.

Columns of text have a gutter however they were drawn; so have tables, whose rows must stay together. Running
text on both sides tells them apart, and so do the lines of a table and the order of drawing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from bronbrief.intake.pdf.drawing import Box
from bronbrief.intake.pdf.glyphs import grouped
from bronbrief.intake.pdf.gutters import SOME_ROWS, STRIP, candidates, find_gutter, leaves, sides
from bronbrief.intake.pdf.rows import Row, Word, goes_on, median_height

_DEPTH = 12
# How many of the lines of running text go on with a sentence, by how many words they have.
_PROSE = ((4.5, 0.15), (2.5, 0.3))
_WORDS = 1.25
_TO_AND_FRO = 0.15
_LEADING, _RULED_LEADING = 1.2, 1.6

Cells = list[list[Word]]
"""What of a row stands in each column."""


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that are read one after another: of a column or the width of the page, or those of a table."""

    rows: tuple[Row, ...]
    gutters: tuple[float, ...] = ()
    runs_on: bool = False


def arrange(rows: Sequence[Row], level: Sequence[Box], depth: int = _DEPTH) -> list[Region]:
    """Put rows in the order of reading. `level` are the drawn lines that run from left to right."""
    gutter = find_gutter(rows) if depth else None
    if gutter is None:
        return [Region(tuple(rows))] if rows else []
    band = rows[gutter.first : gutter.end]
    above, below = rows[: gutter.first], rows[gutter.end :]
    return [
        *arrange(above, level, depth - 1),
        *_read_band(band, gutter.x, level, depth - 1),
        *arrange(below, level, depth - 1),
    ]


def _read_band(band: Sequence[Row], x: float, level: Sequence[Box], depth: int) -> list[Region]:
    left, right = sides(band, x)
    if not _are_columns(left, right, x, level):
        return [Region(tuple(band), tuple(cell_gutters(band, x)))]
    one, other = arrange(left, level, depth), arrange(right, level, depth)
    last = one[-1]
    return [*one[:-1], Region(last.rows, last.gutters, runs_on=True), *other]


def _are_columns(left: Sequence[Row], right: Sequence[Row], x: float, level: Sequence[Box]) -> bool:
    """Tell whether two sides are columns of text and not cells of a table."""
    top = min(left[0].base, right[0].base)
    foot = max(left[-1].base, right[-1].base)
    if any(box[0] < x < box[2] and foot < box[1] < top for box in level):
        return False
    one, other, runs = _Text(left), _Text(right), _runs(left, right)
    if one.is_prose and other.is_prose:
        return not _are_cells(runs, left[0].height)
    if (
        len(runs) - 1 <= max(1, _TO_AND_FRO * min(len(left), len(right)))
        and one.has_words
        and other.has_words
    ):
        return True
    return one.is_prose and len(left) >= SOME_ROWS and other.has_words and len(left) >= len(right)


def _runs(left: Sequence[Row], right: Sequence[Row]) -> list[list[float]]:
    """Return the base lines of what a file draws on one side before it goes to the other, in that order."""
    words = sorted(
        (word.order, side, word.base)
        for side, rows in enumerate((left, right))
        for row in rows
        for word in row.words
    )
    return [[base for _, _, base in run] for _, run in groupby(words, key=lambda word: word[1])]


def _are_cells(runs: Sequence[Sequence[float]], height: float) -> bool:
    """Tell whether two sides are drawn cell by cell: most of several lines, each pair below the last."""
    pairs = list(zip(runs[::2], runs[1::2], strict=False))
    below = all(min(*above[0], *above[1]) > max(*pair[0], *pair[1]) for above, pair in pairwise(pairs))
    tall = sum(any(max(run) - min(run) > height for run in pair) for pair in pairs)
    return len(pairs) > 1 and below and 2 * tall > len(pairs)


class _Text:
    """What the rows of one side are like."""

    def __init__(self, rows: Sequence[Row]) -> None:
        lines = [[word.text for word in row.words] for row in rows]
        words = [word for line in lines for word in line]
        self.words = len(words) / len(lines)
        lettered = [word for word in words if any(map(str.isalpha, word))]
        self.has_words = self.words >= _WORDS and len(lettered) > len(words) / 2
        on = [goes_on(above[-1], below[0]) for above, below in pairwise(lines)]
        least = next((share for words, share in _PROSE if self.words >= words), 2)
        self.is_prose = self.has_words and sum(on) >= max(1, least * len(on))


def cell_gutters(band: Sequence[Row], x: float) -> list[float]:
    """Return the gutters between the cells of a table: all strips that its rows leave free."""
    size = median_height(band)
    gutters = [x]
    for place in candidates(band, size):
        if all(leaves(row, place, size) for row in band):
            left, right = sides(band, place)
            if left and right:
                edge, start = max(row.right for row in left), min(row.left for row in right)
                middle = (edge + start) / 2
                if start - edge >= STRIP * size and all(abs(middle - other) > 1 for other in gutters):
                    gutters.append(middle)
    return sorted(gutters)


def table_rows(
    rows: Sequence[Row], gutters: Sequence[float], level: Sequence[Box]
) -> Iterator[list[list[list[Word]]]]:
    """Yield the rows of a table: cells, each of lines of words.

    The drawn lines of a table part its rows, or else the space between them; without either every line is a
    row, but for those without a first cell.
    """
    lines = [
        [[word for word in row.words if _column(word, gutters) == at] for at in range(len(gutters) + 1)]
        for row in rows
    ]
    for group in _groups(rows, gutters, level):
        one_row = _is_one_row([lines[at] for at in group])
        for row in grouped(group, lambda _, below: one_row or not lines[below][0]):  # noqa: B023 - used at once
            yield [
                [words for words in cell if words] for cell in zip(*(lines[at] for at in row), strict=True)
            ]


def _groups(rows: Sequence[Row], gutters: Sequence[float], level: Sequence[Box]) -> list[list[int]]:
    """Return the lines between two drawn lines, or without more space between them than the closest have."""
    lined = [box[1] for box in level if any(box[0] < x < box[2] for x in gutters)]
    bases = [row.base for row in rows]
    ruled = any(bases[-1] < y < bases[0] for y in lined)
    least = max(min((above - below for above, below in pairwise(bases)), default=0.0), median_height(rows))

    def together(above: int, below: int) -> bool:
        most = _RULED_LEADING * rows[below].height if ruled else _LEADING * least
        line = any(bases[below] < y < bases[above] for y in lined)
        return bases[above] - bases[below] <= most and not line

    return grouped(range(len(rows)), together)


def _is_one_row(lines: Sequence[Cells]) -> bool:
    """Tell whether lines are those of one row: most do not fill every cell, or all go on with a sentence."""
    for column in zip(*lines, strict=True):
        filled = [at for at, words in enumerate(column) if words]
        if filled and filled[-1] - filled[0] >= len(filled):  # with a hole
            return False
    gaps = sum(not all(cells) for cells in lines)
    on = [
        any(one and other and goes_on(one[-1].text, other[0].text) for one, other in zip(*pair, strict=True))
        for pair in pairwise(lines)
    ]
    return 2 * gaps >= len(lines) or all(on)


def _column(word: Word, gutters: Sequence[float]) -> int:
    middle = (word.left + word.right) / 2
    return sum(middle > x for x in gutters)
