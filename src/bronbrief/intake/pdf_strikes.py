"""Which characters of a page are struck out: a line is drawn through the middle of them, and no farther."""

from collections.abc import Iterable, Sequence

from bronbrief.intake.pdf_glyphs import Glyph
from bronbrief.intake.pdf_objects import Box

# In heights of the typeface: where through a letter such a line runs, how thick it is, how far beyond.
_LOWEST, _HIGHEST, _THICKEST, _BEYOND = 0.1, 0.42, 0.2, 0.6
_LEAST = 2


def struck(glyphs: Sequence[Glyph], lines: Iterable[Box], laid: Iterable[Box] = ()) -> set[int]:
    """Return the orders of the characters that drawn lines strike out, and lines `laid` upon the page.

    A rule of a table and a line below or above words run elsewhere, or farther than the words beside them.
    """
    found = {one.order for line in laid for one in _through(glyphs, line)}
    for line in lines:
        through = _through(glyphs, line)
        if sum(one.char.isalnum() for one in through) >= _LEAST:
            most = _BEYOND * max(one.height for one in through)
            beyond = max(
                min(one.left for one in through) - line[0], line[2] - max(one.right for one in through)
            )
            found |= {one.order for one in through} if beyond <= most else set()
    return found


def _through(glyphs: Sequence[Glyph], line: Box) -> list[Glyph]:
    left, bottom, right, top = line
    middle = (bottom + top) / 2
    return [
        one
        for one in glyphs
        if not one.turn
        and left <= (one.left + one.right) / 2 <= right
        and _LOWEST < (middle - one.base) / one.height < _HIGHEST
        and top - bottom <= _THICKEST * one.height
    ]
