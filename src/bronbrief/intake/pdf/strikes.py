"""Which characters of a page are struck out: a line is drawn through the middle of them, and no farther."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from bronbrief.intake.pdf.glyphs import Glyph
from bronbrief.intake.pdf.objects import Box

# In heights of the typeface: where through a letter such a line runs, how thick it is, how far beyond.
_LOWEST, _HIGHEST, _THICKEST, _BEYOND = 0.1, 0.42, 0.2, 0.6
_LEAST = 2
_TALLEST = 60  # points above the base line


def struck(glyphs: Iterable[Glyph], lines: Iterable[Box], laid: Iterable[Box] = ()) -> set[int]:
    """Return the orders of the characters that drawn lines strike out, and lines `laid` upon the page.

    A rule of a table and a line below or above words run elsewhere, or farther than the words beside them.
    """
    level = sorted((one for one in glyphs if not one.turn), key=lambda one: one.base)
    found = {one.order for line in laid for one in _through(level, line)}
    for line in lines:
        through = _through(level, line)
        if sum(one.char.isalnum() for one in through) >= _LEAST:
            most = _BEYOND * max(one.height for one in through)
            left, right = min(one.left for one in through), max(one.right for one in through)
            found |= {one.order for one in through} if max(left - line[0], line[2] - right) <= most else set()
    return found


def _through(level: Sequence[Glyph], line: Box) -> list[Glyph]:
    """Return the characters, in the order of their base lines, that a line runs through."""
    left, bottom, right, top = line
    middle = (bottom + top) / 2
    first = bisect_left(level, middle - _TALLEST, key=lambda one: one.base)
    last = bisect_right(level, middle, key=lambda one: one.base)
    return [
        one
        for one in level[first:last]
        if left <= (one.left + one.right) / 2 <= right
        and _LOWEST < (middle - one.base) / one.height < _HIGHEST
        and top - bottom <= _THICKEST * one.height
    ]
