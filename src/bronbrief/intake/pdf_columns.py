"""The order in which the rows of a page are read: columns by the gutter between them, tables row by row.

A gutter is a strip that no word crosses over several rows, with words on both sides. Columns of text have one
however they were drawn; so have tables, whose rows must stay together. Running text on both sides tells them
apart, and so do the lines of a table and the order of drawing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bronbrief.intake.pdf_objects import Box
from bronbrief.intake.pdf_rows import Row, Word, leading, median_height

_STRIP, _GAP = 0.5, 0.6
_WIDER, _RIVER, _FLUSH, _HEADS = 1.5, 0.4, 0.6, 2
_BREAK, _FAR, _HEAD, _LARGE, _APART = 2.6, 2.2, 1.4, 1.15, 1.6
_DEPTH = 12
# How many of the lines of running text go on with a sentence, by how many words they have.
_PROSE = ((4.5, 0.15), (2.5, 0.3))
_PROSE_LINES, _FEW_LINES, _WORDS = 3, 2, 1.25
_LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.):°º]{1,2}|(?:\d{1,2}\.){1,4}\d{0,2}|[-–—•▪➢→·*✓☑☐o])\Z",
    re.IGNORECASE,
)
_STOPS = (".", "!", "?", ":", ";")
_TO_AND_FRO = 0.15
_CELL_LEADING, _RULED_LEADING = 1.2, 1.6


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that are read one after another: of a column or the width of the page, or those of a table."""

    rows: tuple[Row, ...]
    gutters: tuple[float, ...] = ()
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A strip at `x` between words, from row `first` up to row `end`."""

    x: float
    first: int
    end: int
    rows: int


def arrange(rows: Sequence[Row], level: Sequence[Box] = (), depth: int = _DEPTH) -> list[Block]:
    """Put rows in the order of reading. `level` are the drawn lines that run from left to right."""
    gutter = _gutter(rows) if depth else None
    if gutter is None:
        return [Block(tuple(rows))] if rows else []
    band = rows[gutter.first : gutter.end]
    above, below = rows[: gutter.first], rows[gutter.end :]
    return [
        *arrange(above, level, depth - 1),
        *_read_band(band, gutter.x, level, depth - 1),
        *arrange(below, level, depth - 1),
    ]


def _read_band(band: Sequence[Row], x: float, level: Sequence[Box], depth: int) -> list[Block]:
    left, right = _sides(band, x)
    if not _are_columns(left, right, x, level):
        return [Block(tuple(band), tuple(_cells(band, x)))]
    one, other = arrange(left, level, depth), arrange(right, level, depth)
    last = one[-1]
    return [*one[:-1], Block(last.rows, last.gutters, runs_on=True), *other]


def _sides(band: Iterable[Row], x: float) -> tuple[list[Row], list[Row]]:
    left: list[Row] = []
    right: list[Row] = []
    for row in band:
        for side, words in (
            (left, [word for word in row.words if word.right <= x]),
            (right, [word for word in row.words if word.right > x]),
        ):
            if words:
                side.append(Row(tuple(words)))
    return left, right


def _gutter(rows: Sequence[Row]) -> _Gutter | None:
    """Return the gutter that most rows have on both sides."""
    if len(rows) < _FEW_LINES:
        return None
    size = median_height(rows)
    far = max(_BREAK * size, _FAR * leading(rows))
    found = [strip for x in _candidates(rows, size) for strip in _strips(rows, x, size, far)]
    return max(found, key=lambda one: (one.rows, one.end - one.first, -one.x), default=None)


def _candidates(rows: Sequence[Row], size: float) -> list[float]:
    """Return where a gutter may be: in the wide gaps of rows, and just before rows that begin further in."""
    start = min(row.left for row in rows)
    places = set()
    for row in rows:
        words = sorted(row.words, key=lambda word: word.left)
        edge = words[0].right
        for word in words[1:]:
            if word.left - edge >= _GAP * size:
                places.add(round(word.left - _STRIP * size / 2))
            edge = max(edge, word.right)
        if row.left - start > 3 * size:
            places.add(round(row.left - _STRIP * size / 2))
    return sorted(places)


def _strips(rows: Sequence[Row], x: float, size: float, far: float) -> Iterator[_Gutter]:
    """Yield the stretches of rows that leave a strip at `x` free, with words on both sides of it."""
    first = 0
    for at in range(len(rows) + 1):
        ends = (
            at == len(rows)
            or not _leaves(rows[at], x, size)
            or (at > first and _new_part(rows, at, x, size, far))
        )
        if not ends:
            continue
        if at - first >= _FEW_LINES:
            yield from _measured(rows, first, at, x, size)
        first = at if at < len(rows) and _leaves(rows[at], x, size) else at + 1


def _leaves(row: Row, x: float, size: float) -> bool:
    """Tell whether no word of a row is near `x`."""
    left = max((word.right for word in row.words if word.left < x), default=None)
    right = min((word.left for word in row.words if word.left >= x), default=None)
    if left is not None and left > x:
        return False
    if left is None or right is None:
        return True
    return right - left >= _GAP * size


def _new_part(rows: Sequence[Row], at: int, x: float, size: float, far: float) -> bool:
    """Tell whether a row begins another part of the page: far below all, or a heading on the left alone."""
    drop = rows[at - 1].base - rows[at].base
    heads = rows[at].right <= x and rows[at].height >= _LARGE * size
    return drop > far or (heads and drop > _HEAD * size)


def _measured(rows: Sequence[Row], first: int, end: int, x: float, size: float) -> Iterator[_Gutter]:
    """Yield a stretch of rows as a gutter, without rows on one side that stand apart at its top or foot."""
    usual = max(leading(rows[first:end]), size)
    first, end = _trimmed(rows, first, end, x, usual)
    left, right = _sides(rows[first:end], x)
    if min(len(left), len(right)) < _FEW_LINES or all(
        is_label(row.words[0].text) and len(row.words) == 1 for row in left
    ):
        return
    if _is_river(rows[first:end], x):
        return
    width = min(row.left for row in right) - max(row.right for row in left)
    if width >= _STRIP * size and (width >= 1.5 * _GAP * size or min(len(left), len(right)) >= _PROSE_LINES):
        yield _Gutter(min(row.left for row in right) - width / 2, first, end, min(len(left), len(right)))


def _is_river(band: Sequence[Row], x: float) -> bool:
    """Tell whether a strip is no wider than the spaces beside it, in lines stretched to fill their width."""
    stretched = crossed = 0
    for row in band:
        words = sorted(row.words, key=lambda word: word.left)
        gaps = [(below.left - above.right, above.left < x <= below.left) for above, below in pairwise(words)]
        here = [gap for gap, at_x in gaps if at_x]
        others = sorted(gap for gap, at_x in gaps if not at_x)
        if here and others:
            crossed += 1
            stretched += here[0] < _WIDER * others[len(others) // 2]
    starts = Counter(
        round(min(word.left for word in row.words if word.left >= x)) for row in band if row.right > x
    )
    flush = max(starts[at] + starts[at + 1] for at in starts)
    return stretched > _RIVER * crossed and flush < max(_FLUSH * starts.total(), _PROSE_LINES)


def _trimmed(rows: Sequence[Row], first: int, end: int, x: float, usual: float) -> tuple[int, int]:
    """Leave out what stands on the left alone, apart from the rows below at the top, or above at the foot."""
    both = [at for at in range(first, end) if rows[at].right > x]
    if not both:
        return first, end
    for at in range(both[0], first, -1):
        if rows[at - 1].base - rows[at].base > _APART * usual:
            first = at
            break
    for at in range(max(both[-1] + 1, end - _HEADS), end if end < len(rows) else 0):
        if rows[at - 1].base - rows[at].base > _APART * usual:
            end = at
            break
    return first, end


def is_label(words: str) -> bool:
    """Tell whether words are the number or the bullet of an item in a list."""
    return _LABEL.match(words) is not None


def _are_columns(left: Sequence[Row], right: Sequence[Row], x: float, level: Sequence[Box]) -> bool:
    """Tell whether two sides are columns of text and not cells of a table."""
    top = min(left[0].base, right[0].base)
    foot = max(left[-1].base, right[-1].base)
    if any(box[0] < x < box[2] and foot < box[1] < top for box in level):
        return False
    one, other = _Text(left), _Text(right)
    if one.is_prose and other.is_prose:
        return True
    if _drawn_apart(left, right) and one.has_words and other.has_words:
        return True
    return one.is_prose and len(left) >= _PROSE_LINES and other.has_words and len(left) >= len(right)


def _drawn_apart(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Tell whether a file draws one side before the other, and does not go to and fro as for a table."""
    sides = [
        (word.order, side) for side, rows in enumerate((left, right)) for row in rows for word in row.words
    ]
    turns = sum(one[1] != other[1] for one, other in pairwise(sorted(sides)))
    return turns <= max(1, _TO_AND_FRO * min(len(left), len(right)))


class _Text:
    """What the rows of one side are like."""

    def __init__(self, rows: Sequence[Row]) -> None:
        lines = [[word.text for word in row.words] for row in rows]
        words = [word for line in lines for word in line]
        self.words = len(words) / len(lines)
        lettered = [word for word in words if any(map(str.isalpha, word))]
        self.has_words = self.words >= _WORDS and len(lettered) > len(words) / 2
        on = [_goes_on(above[-1], below[0]) for above, below in pairwise(lines)]
        least = next((share for words, share in _PROSE if self.words >= words), 2)
        self.is_prose = self.has_words and sum(on) >= max(1, least * len(on))


def _goes_on(above: str, below: str) -> bool:
    """Tell whether a line goes on with a sentence."""
    return not above.endswith(_STOPS) and (below[:1].islower() or above.endswith(("-", ",")))


def _cells(band: Sequence[Row], x: float) -> list[float]:
    """Return the gutters between the cells of a table: all strips that its rows leave free."""
    size = median_height(band)
    gutters = {x}
    for place in _candidates(band, size):
        if all(_leaves(row, place, size) for row in band):
            left, right = _sides(band, place)
            if left and right:
                edge, start = max(row.right for row in left), min(row.left for row in right)
                if start - edge >= _STRIP * size:
                    gutters.add((edge + start) / 2)
    return sorted(gutters)


Cells = list[list[Word]]
"""What of a row stands in each column."""


def table_rows(block: Block, level: Sequence[Box]) -> Iterator[list[list[list[Word]]]]:
    """Yield the rows of a table: cells, each of lines of words.

    The drawn lines of a table part its rows, or else the space between them; without either every line is a
    row, but for those without a first cell.
    """
    lines = [
        [
            [word for word in row.words if _column(word, block.gutters) == at]
            for at in range(len(block.gutters) + 1)
        ]
        for row in block.rows
    ]
    for group in _groups(block, level):
        together: list[Cells] = []
        for at in group:
            if together and (_is_one_row([lines[each] for each in group]) or not lines[at][0]):
                together.append(lines[at])
                continue
            if together:
                yield _stacked(together)
            together = [lines[at]]
        yield _stacked(together)


def _groups(block: Block, level: Sequence[Box]) -> Iterator[list[int]]:
    """Yield the lines between two drawn lines, or without more space between them than the closest have."""
    lined = [box[1] for box in level if any(box[0] < x < box[2] for x in block.gutters)]
    bases = [row.base for row in block.rows]
    ruled = any(bases[-1] < y < bases[0] for y in lined)
    drops = [above - below for above, below in pairwise(bases)]
    least = max(min(drops, default=0.0), median_height(block.rows))
    group = [0]
    for at, drop in enumerate(drops, 1):
        apart = _RULED_LEADING * block.rows[at].height if ruled else _CELL_LEADING * least
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
        any(one and other and _goes_on(one[-1].text, other[0].text) for one, other in zip(*pair, strict=True))
        for pair in pairwise(lines)
    ]
    return 2 * gaps >= len(lines) or all(on)


def _stacked(lines: Sequence[Cells]) -> list[list[list[Word]]]:
    return [[words for words in cell if words] for cell in zip(*lines, strict=True)]


def _column(word: Word, gutters: Sequence[float]) -> int:
    middle = (word.left + word.right) / 2
    return sum(middle > x for x in gutters)
