"""Gutters: strips that no word crosses over several rows of a page, with words on both sides."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bronbrief.intake.pdf.glyphs import grouped
from bronbrief.intake.pdf.rows import Row, leading, median_height

STRIP, _GAP = 0.5, 0.6
_WIDER, _RIVER, _FLUSH, _HEADS = 1.5, 0.4, 0.6, 2
_BREAK, _FAR, _HEAD, _LARGE, _APART = 2.6, 2.2, 1.4, 1.15, 1.6
_FEW_ROWS, SOME_ROWS = 2, 3
_LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.):°º]{1,2}|(?:\d{1,2}\.){1,4}\d{0,2}|[-–—•▪➢→·*✓☑☐o])\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Gutter:
    """A strip at `x` between words, from row `first` up to row `end`."""

    x: float
    first: int
    end: int
    rows: int


def find_gutter(rows: Sequence[Row]) -> Gutter | None:
    """Return the gutter that most rows have on both sides."""
    if len(rows) < _FEW_ROWS:
        return None
    size = median_height(rows)
    far = max(_BREAK * size, _FAR * leading(rows))
    found = [strip for x in candidates(rows, size) for strip in _strips(rows, x, size, far)]
    return max(found, key=lambda one: (one.rows, one.end - one.first, -one.x), default=None)


def candidates(rows: Sequence[Row], size: float) -> list[float]:
    """Return where a gutter may be: in the wide gaps of rows, and just before rows that begin further in."""
    start = min(row.left for row in rows)
    places = set()
    for row in rows:
        words = sorted(row.words, key=lambda word: word.left)
        edge = words[0].right
        for word in words[1:]:
            if word.left - edge >= _GAP * size:
                places.add(round(word.left - STRIP * size / 2))
            edge = max(edge, word.right)
        if row.left - start > 3 * size:
            places.add(round(row.left - STRIP * size / 2))
    return sorted(places)


def _strips(rows: Sequence[Row], x: float, size: float, far: float) -> Iterator[Gutter]:
    """Yield the stretches of rows that leave a strip at `x` free, with words on both sides of it."""
    free = [leaves(row, x, size) for row in rows]

    def together(above: int, below: int) -> bool:
        return free[above] and free[below] and not _new_part(rows, below, x, size, far)

    for stretch in grouped(range(len(rows)), together):
        if len(stretch) >= _FEW_ROWS:
            yield from _measured(rows, stretch[0], stretch[-1] + 1, x, size)


def leaves(row: Row, x: float, size: float) -> bool:
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


def _measured(rows: Sequence[Row], first: int, end: int, x: float, size: float) -> Iterator[Gutter]:
    """Yield a stretch of rows as a gutter, without rows on one side that stand apart at its top or foot."""
    usual = max(leading(rows[first:end]), size)
    first, end = _trimmed(rows, first, end, x, usual)
    left, right = sides(rows[first:end], x)
    if min(len(left), len(right)) < _FEW_ROWS or all(
        is_label(row.words[0].text) and len(row.words) == 1 for row in left
    ):
        return
    if _is_river(rows[first:end], x):
        return
    width = min(row.left for row in right) - max(row.right for row in left)
    if width >= STRIP * size and (width >= 1.5 * _GAP * size or min(len(left), len(right)) >= SOME_ROWS):
        yield Gutter(min(row.left for row in right) - width / 2, first, end, min(len(left), len(right)))


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
    return stretched > _RIVER * crossed and flush < max(_FLUSH * starts.total(), SOME_ROWS)


def _trimmed(rows: Sequence[Row], first: int, end: int, x: float, usual: float) -> tuple[int, int]:
    """Leave out what stands on the left alone, apart from the rows below at the top, or above at the foot."""
    both = [at for at in range(first, end) if rows[at].right > x]
    if not both:
        return first, end
    apart = [at for at in range(first + 1, end) if rows[at - 1].base - rows[at].base > _APART * usual]
    foot = max(both[-1] + 1, end - _HEADS) if end < len(rows) else end
    first = max((at for at in apart if at <= both[0]), default=first)
    return first, min((at for at in apart if at >= foot), default=end)


def sides(band: Sequence[Row], x: float) -> tuple[list[Row], list[Row]]:
    """Return what of the rows stands on the left of a gutter, and what on the right."""
    left = (tuple(word for word in row.words if word.right <= x) for row in band)
    right = (tuple(word for word in row.words if word.right > x) for row in band)
    return [Row(words) for words in left if words], [Row(words) for words in right if words]


def is_label(words: str) -> bool:
    """Tell whether words are the number or the bullet of an item in a list."""
    return _LABEL.match(words) is not None
