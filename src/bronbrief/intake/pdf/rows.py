"""From characters to words, and from words to the rows of a page: what stands on one base line.

Raised and lowered marks stand on the row of the word that they belong to.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise

from bronbrief.intake.pdf.glyphs import Glyph, grouped, spread

_SAME_LINE, _ROW = 0.05, 0.15
_TOUCHING, _KERNED, _ADJACENT = 0.12, -0.6, 0.5
_SMALLER, _AS_LARGE, _LIFTED, _MARK_LENGTH = 0.92, 1.01, 0.2, 8
_RAISED, _LOWERED = (0.08, 0.7), (-0.45, -0.06)
_BEHIND, _GAP, _BEFORE, _NEXT = (-0.3, -1.2), 0.5, (-0.2, 1.2), 4
_TAB = 1.5
_STOPS = (".", "!", "?", ":", ";")
_INITIAL, _HANGING = 2, 1.8
_NUMBER = re.compile(r"\d{1,3}[.)]?")


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a space between them; `raised` is 1 or -1 for a mark above or below its line.

    `hidden` words are not read: they hold a place. `base` is that of the row, and `place` where the word
    comes in it.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    order: int
    last: int
    spaced: bool
    hidden: bool
    raised: int = 0
    place: float = 0

    @property
    def leftward(self) -> bool:
        """Tell whether the word is read from right to left."""
        return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in self.text)


@dataclass(frozen=True)
class Row:
    """Words on one base line, as they are read."""

    words: tuple[Word, ...]

    @cached_property
    def left(self) -> float:
        """Return where the row begins."""
        return min(word.left for word in self.words)

    @cached_property
    def right(self) -> float:
        """Return where the row ends."""
        return max(word.right for word in self.words)

    @cached_property
    def base(self) -> float:
        """Return the base line."""
        return self._main.base

    @cached_property
    def height(self) -> float:
        """Return the height of the typeface of most of the row."""
        return self._main.height

    @cached_property
    def _main(self) -> Word:
        return max(self.words, key=lambda word: (not word.raised, len(word.text)))

    @cached_property
    def seen(self) -> tuple[Word, ...]:
        """Return the words that are read."""
        return tuple(word for word in self.words if not word.hidden)


def between(above: Word, below: Word, *, stretched: bool) -> str:
    """Return what parts two neighbours on a row: nothing, a space, or a tab where a cell begins.

    In a line that is `stretched` to fill its width there are no cells.
    """
    gap = below.left - above.right
    height = max(above.height, below.height)
    if above.leftward or below.leftward:
        return "" if below.order == above.last + 1 and not below.spaced else " "
    if gap >= _TAB * height and not (above.hidden or below.hidden or stretched):
        return "\t"
    if above.hidden != below.hidden:
        return " "
    if below.raised and not above.raised:
        return "" if gap < _GAP * height else " "
    touching = _ADJACENT if below.order == above.last + 1 and not above.raised else _TOUCHING
    return " " if below.spaced or gap > touching * height else ""


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Return the rows of characters that are read in one direction, from top to bottom."""
    words = _attached(_words(_as_read(glyphs)))
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: -one.base):
        if rows and rows[-1][0].base - word.base <= _ROW * min(word.height, rows[-1][0].height):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Row(tuple(_in_order(row))) for row in rows]


def _in_order(row: Sequence[Word]) -> list[Word]:
    """Put the words of a row in the order of reading: as the library has it where some run to the left."""
    if any(word.leftward for word in row):
        return sorted(row, key=lambda word: word.order)
    return sorted(row, key=lambda word: (word.place, word.order))


def _as_read(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Put lines that are read from right to left in that order by where their characters stand."""
    lines: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        lines.setdefault(round(glyph.base), []).append(glyph)
    found: list[Glyph] = []
    for line in lines.values():
        mostly = 2 * sum(glyph.leftward for glyph in line) > len(line)
        found += _leftward(line) if mostly else line
    return found


def _leftward(line: Sequence[Glyph]) -> list[Glyph]:
    ordered = sorted(line, key=lambda glyph: -glyph.left)
    read: list[Glyph] = []
    for leftward, run in groupby(ordered, key=lambda glyph: glyph.leftward):
        some = list(run)
        read += some if leftward else some[::-1]
    orders = sorted(glyph.order for glyph in line)
    spaced = [False, *(_gap(above, glyph) > _TOUCHING * glyph.height for above, glyph in pairwise(read))]
    return [
        replace(glyph, order=order, spaced=gap)
        for glyph, order, gap in zip(read, orders, spaced, strict=True)
    ]


def _gap(one: Glyph, other: Glyph) -> float:
    return max(one.left - other.right, other.left - one.right)


def _words(glyphs: Iterable[Glyph]) -> list[Word]:
    drawn = list(glyphs)
    apart = spread(drawn)
    groups = grouped(drawn, lambda last, glyph: glyph.order in apart or _joins(last, glyph))
    return [_word(group) for group in groups]


def _joins(last: Glyph, glyph: Glyph) -> bool:
    height = max(last.height, glyph.height)
    if glyph.spaced or glyph.hidden != last.hidden or abs(glyph.base - last.base) > _SAME_LINE * height:
        return False
    leftward = glyph.leftward or last.leftward
    gap = _gap(last, glyph) if leftward else glyph.left - last.right
    most = _ADJACENT if glyph.order == last.order + 1 else _TOUCHING
    return (leftward or _KERNED * height < gap) and gap < most * height


def _word(group: Sequence[Glyph]) -> Word:
    first, left = group[0], min(glyph.left for glyph in group)
    return Word(
        "".join(glyph.char for glyph in group),
        left,
        max(glyph.right for glyph in group),
        first.base,
        max(glyph.height for glyph in group),
        first.order,
        group[-1].order,
        spaced=first.spaced,
        hidden=first.hidden,
        place=left,
    )


def _attached(words: Sequence[Word]) -> list[Word]:
    """Put the small words that stand a little above or below the end of a larger one on its row."""
    by_base = sorted(words, key=lambda word: word.base)
    bases = [word.base for word in by_base]
    placed: list[Word] = []
    last: tuple[Word, Word] | None = None  # a mark and its host, for a mark that goes on with it
    for word in words:
        reach = 1.5 * word.height
        near = by_base[bisect_left(bases, word.base - reach) : bisect_right(bases, word.base + reach)]
        host = None if len(word.text) > _MARK_LENGTH else _host(word, near)
        if host is None and last is not None and _is_next_mark(last[0], word):
            host = last[1]
        last = (word, host) if host else None
        placed.append(_on_row(word, host) if host else _begun(word, near))
    return placed


def _begun(word: Word, near: Sequence[Word]) -> Word:
    """Put a large initial that hangs over several lines before the rest of its word, on the first of them."""
    if len(word.text) > _INITIAL or not word.text.isupper():
        return word
    rests = [
        other
        for other in near
        if other.text[0].islower()
        and word.height > _HANGING * other.height
        and other.height / 2 < other.base - word.base < word.height
        and _KERNED * other.height < other.left - word.right < other.height
    ]
    rest = max(rests, key=lambda other: other.base, default=None)
    return replace(word, base=rest.base, height=rest.height, last=rest.order - 1) if rest else word


def _on_row(word: Word, host: Word) -> Word:
    raised = replace(word, base=host.base, raised=1 if word.base > host.base else -1)
    if word.order < host.order:
        return raised
    left = max(word.left, host.right)  # never before the word that it is drawn behind
    return replace(raised, left=left, right=max(word.right, left), place=host.left)


def _is_next_mark(mark: Word, word: Word) -> bool:
    level = abs(mark.base - word.base) <= _SAME_LINE * mark.height
    alike = abs(mark.height - word.height) <= _SAME_LINE * mark.height
    return level and alike and word.left - mark.right < _GAP * mark.height


def _host(word: Word, near: Sequence[Word]) -> Word | None:
    """Return the word that a mark belongs to: the one that it was drawn behind, or the nearest."""
    found = []
    for other in near:
        lift = (word.base - other.base) / other.height
        drawn_on = word.order == other.last + 1 and not word.spaced and abs(lift) >= _LIFTED
        if word.height > (_AS_LARGE if drawn_on else _SMALLER) * other.height:
            continue
        raised, lowered = _RAISED[0] <= lift <= _RAISED[1], _LOWERED[0] <= lift <= _LOWERED[1]
        gap, room = (word.left - other.right) / other.height, (other.left - word.right) / other.height
        distance = word.order - other.last if 0 < word.order - other.last <= _NEXT else _NEXT + 1
        behind = _BEHIND[distance <= _NEXT] < gap < _GAP
        heads = raised and _NUMBER.fullmatch(word.text) and _BEFORE[0] < room < _BEFORE[1]
        if (raised or lowered) and (behind or heads):
            found.append((not behind, not raised, distance, abs(gap), other.order, other))
    if not found or any(_runs_on(word, other) for other in near if other is not word):
        return None
    return min(found)[-1]


def _runs_on(word: Word, other: Word) -> bool:
    """Tell whether a word stands in a line of words of its own size."""
    level = abs(word.base - other.base) <= _SAME_LINE * word.height
    alike = abs(word.height - other.height) <= _SAME_LINE * word.height
    gap = max(word.left - other.right, other.left - word.right)
    return level and alike and gap < word.height and len(other.text) > 1 and any(map(str.isalpha, other.text))


def goes_on(above: str, below: str) -> bool:
    """Tell whether a line goes on with the sentence of the one above: from their last and first words."""
    return not above.endswith(_STOPS) and (below[:1].islower() or above.endswith(("-", ",")))


def median_height(rows: Iterable[Row]) -> float:
    """Return the height of most of the text."""
    heights = sorted(row.height for row in rows for word in row.words for _ in word.text)
    return heights[len(heights) // 2] if heights else 0.0


def leading(rows: Sequence[Row]) -> float:
    """Return the usual distance between the base lines of rows."""
    drops = sorted(above.base - below.base for above, below in pairwise(rows))
    kept = [drop for drop in drops if drop > 0]
    return kept[len(kept) // 2] if kept else 0.0
