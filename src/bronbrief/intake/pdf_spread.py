"""Words whose letters are set apart, as titles often are: which letters go on with the one before."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from bronbrief.intake.pdf.glyphs import Glyph

_LEAST = 5
# In heights of the typeface.
_APART, _FARTHEST, _SPACE, _EVEN = 0.12, 1.5, 0.2, 0.03
_MOSTLY = 0.8


def spread(glyphs: Sequence[Glyph]) -> frozenset[int]:
    """Return the orders of the letters that go on with the one before, though a space would fit between.

    Letters that the file itself parts by a space stay apart, and so do figures.
    """
    found: set[int] = set()
    for run in _runs(glyphs):
        height = run[0].height
        gaps = [glyph.left - above.right for above, glyph in pairwise(run)]
        steps = [glyph.left - above.left for above, glyph in pairwise(run)]
        usual = median(gaps)
        loose = sum(gap > _APART * height for gap in gaps) >= _MOSTLY * len(gaps)
        even = max(steps) - min(steps) <= _EVEN * height
        for glyph, gap in zip(run[1:], gaps, strict=True):
            if even or (loose and gap <= usual + _SPACE * height):
                found.add(glyph.order)
    return frozenset(found)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield letters that follow each other on a line, none far from the next."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            if len(run) >= _LEAST:
                yield run
            run = []
        if glyph.char.isalpha() and not glyph.leftward:
            run.append(glyph)
    if len(run) >= _LEAST:
        yield run


def _follows(above: Glyph, glyph: Glyph) -> bool:
    level = abs(above.base - glyph.base) < 1 and above.height == glyph.height and above.hidden == glyph.hidden
    near = 0 < glyph.left - above.right < _FARTHEST * glyph.height
    return level and near and glyph.char.isalpha() and not glyph.typed
