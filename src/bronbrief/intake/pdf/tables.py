"""Tables of a page: the gutters between their cells, and their rows, each of which may have several lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bronbrief.intake.pdf.gutters import STRIP, candidates, leaves, sides
from bronbrief.intake.pdf.objects import Box
from bronbrief.intake.pdf.rows import Row, Word, goes_on, median_height

_LEADING, _RULED_LEADING = 1.2, 1.6

Cells = list[list[Word]]
"""What of a row stands in each column."""


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
        together: list[Cells] = []
        for at in group:
            if together and (_is_one_row([lines[each] for each in group]) or not lines[at][0]):
                together.append(lines[at])
                continue
            if together:
                yield _stacked(together)
            together = [lines[at]]
        yield _stacked(together)


def _groups(rows: Sequence[Row], gutters: Sequence[float], level: Sequence[Box]) -> Iterator[list[int]]:
    """Yield the lines between two drawn lines, or without more space between them than the closest have."""
    lined = [box[1] for box in level if any(box[0] < x < box[2] for x in gutters)]
    bases = [row.base for row in rows]
    ruled = any(bases[-1] < y < bases[0] for y in lined)
    drops = [above - below for above, below in pairwise(bases)]
    least = max(min(drops, default=0.0), median_height(rows))
    group = [0]
    for at, drop in enumerate(drops, 1):
        apart = _RULED_LEADING * rows[at].height if ruled else _LEADING * least
        parted = drop > apart or any(bases[at] < y < bases[at - 1] for y in lined)
        if parted:
            yield group
            group = []
        group.append(at)
    yield group


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


def _stacked(lines: Sequence[Cells]) -> list[list[list[Word]]]:
    return [[words for words in cell if words] for cell in zip(*lines, strict=True)]


def _column(word: Word, gutters: Sequence[float]) -> int:
    middle = (word.left + word.right) / 2
    return sum(middle > x for x in gutters)
