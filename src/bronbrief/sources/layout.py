"""How a text was laid out, and from that, which line breaks end a paragraph and which merely wrap one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bronbrief.sources.lines import End, Line

HEADING_WIDTH = 80
HEADING_WORDS = 12
_FULL_SHARE = 0.75
_SHORT_SHARE = 0.6
_ROOM_SHARE = 0.9
_TRAILING_SHARE = 0.8
_TRAILING_LEAST = 3
_SHORT = 60
_SOME = 40
_INDENT = 2
_WORD_REACH = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of a whole text have in common.

    `spacing` is the number of line breaks between two lines of one paragraph: 2 where every other line is
    blank. `width` is the width at which lines are wrapped, 0 where each paragraph is one long line.
    `trailing` tells that wrapped lines end in a space and others do not. `certain` is False for a text
    too short to tell.
    """

    spacing: int
    width: int
    trailing: bool
    certain: bool

    def has_room(self, text: str, above: Line, below: Line) -> bool:
        """Tell whether the first word below would have fitted above: then the line break was meant."""
        reach = min(below.end, below.start + _WORD_REACH)
        word = text.find(" ", below.start, reach)
        length = (word if word >= 0 else reach) - below.start
        return above.width + 1 + length <= _ROOM_SHARE * self.width

    def is_soft(self, line: Line) -> bool:
        """Tell whether so few line breaks stand above this line that it may continue a paragraph."""
        return line.breaks <= self.spacing and not line.page_break

    def wraps(self, text: str, above: Line, below: Line, *, first: bool, labelled: bool) -> bool:
        """Tell whether a soft line break merely wraps a paragraph.

        `first` tells that `above` opens its paragraph, `labelled` that it opens it with a number or bullet.
        """
        if not self.width:
            return self._goes_on(above, below)
        ended = above.end_kind is End.STOP and not below.starts_low
        if self.trailing and above.trailing:
            return True
        if ended and (self.trailing or self.has_room(text, above, below)):
            return False
        if ended and below.indent >= above.indent + _INDENT and not (first and labelled):
            return False
        return not (first and self._heads(text, above, below))

    def _goes_on(self, above: Line, below: Line) -> bool:
        if above.end_kind is not End.OPEN:
            return False
        return below.starts_low or (not self.certain and above.width > _SOME)

    def _heads(self, text: str, above: Line, below: Line) -> bool:
        short = above.width <= min(HEADING_WIDTH, _SHORT_SHARE * self.width)
        long = below.width >= _SHORT_SHARE * self.width and not below.starts_low
        return short and long and looks_like_heading(text, above) and self.has_room(text, above, below)

    def resumes(self, above: Line, below: Line, *, single: bool, skipped: bool) -> bool:
        """Tell whether a sentence that a page break cut in two goes on below.

        `single` tells that the paragraph above has one line only, `skipped` that a page number is between.
        """
        if above.end_kind is not End.OPEN or not below.starts_low or (single and above.width <= _SHORT):
            return False
        full = bool(self.width) and above.width >= _FULL_SHARE * self.width
        return skipped or below.page_break or below.breaks >= self.spacing + 2 or full


def looks_like_heading(text: str, line: Line) -> bool:
    """Tell whether a line, if it stands alone, is a heading: short, not low, without final punctuation."""
    if line.width > HEADING_WIDTH or line.end_kind is not End.OPEN or line.starts_low:
        return False
    words = text[line.start : line.end]
    ends_well = words[-1] != "," and any(character.isalpha() for character in words)
    return ends_well and len(words.split()) <= HEADING_WORDS


def measure(lines: Sequence[Line]) -> Layout:
    """Measure how a text was laid out."""
    low: Counter[int] = Counter()
    stop: Counter[int] = Counter()
    for above, below in pairwise(lines):
        if above.furniture or below.furniture or below.page_break:
            continue
        if above.end_kind is End.OPEN and below.starts_low:
            low[below.breaks] += 1
        elif above.end_kind is End.STOP and not below.starts_low:
            stop[below.breaks] += 1
    spacing = 2 if low[2] > max(stop[2], low[1] + stop[1]) else 1
    certain = low[spacing] + stop[spacing] > 0
    if not low[spacing] or low[spacing] < stop[spacing]:
        return Layout(spacing, 0, trailing=False, certain=certain)
    inner = [above for above, below in pairwise(lines) if below.breaks <= spacing]
    widths = sorted(line.width for line in inner)
    return Layout(spacing, widths[int(0.95 * (len(widths) - 1))], _trailing(lines, spacing), certain)


def _trailing(lines: Sequence[Line], spacing: int) -> bool:
    """Tell whether trailing spaces mark wrapped lines: nearly all of those that surely wrap have one."""
    wrapped = [
        above.trailing
        for above, below in pairwise(lines)
        if below.breaks <= spacing and above.end_kind is End.OPEN and below.starts_low
    ]
    return len(wrapped) >= _TRAILING_LEAST and sum(wrapped) >= _TRAILING_SHARE * len(wrapped)
