"""How a text was laid out, and from that, which line breaks end a paragraph and which merely wrap one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bronbrief.sources.lines import End, Line

HEADING_WIDTH = 80
HEADING_WORDS = 12
_FULL_SHARE = 0.75
_SHORT_SHARE = 0.6
_ROOM_SHARE = 0.9
_TRAILING_SHARE = 0.8
_TRAILING_LEAST = 3
_SURE_LEAST = 2
_SHORT = 60
_SOME = 40
_INDENT = 2
_WORD_REACH = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of a whole text have in common.

    `width` is the width at which lines are wrapped, 0 where each paragraph is one long line. `trailing`
    tells that wrapped lines end in a space and others do not. `certain` is False for a text too short to
    tell. `own` has the width of stretches between blank lines that surely wrap, by the start of each line: a
    text may be put together from pieces that were wrapped apart.
    """

    width: int
    trailing: bool
    certain: bool
    own: Mapping[int, int] = field(default_factory=dict)

    def has_room(self, text: str, above: Line, below: Line) -> bool:
        """Tell whether the first word below would have fitted above: then the line break was meant."""
        reach = min(below.end, below.start + _WORD_REACH)
        word = text.find(" ", below.start, reach)
        length = (word if word >= 0 else reach) - below.start
        return above.width + 1 + length <= _ROOM_SHARE * self.own.get(above.start, self.width)

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

    def resumes(self, text: str, above: Line, below: Line, *, single: bool, figure: bool) -> bool:
        """Tell whether a sentence goes on below a blank line or a page break.

        A blank line ends a paragraph, unless the line above is a full, hard-wrapped one without closing
        punctuation and the next goes on in lower case. At the end of a page the line need not be full, nor
        where only a figure on a line of its own stands between. `single` tells that the paragraph above has
        one line only.
        """
        if above.end_kind is not End.OPEN or not below.starts_low:
            return False
        full = bool(self.width) and above.width >= _FULL_SHARE * self.width
        comma = text[above.end - 1] == ","
        if below.page_break or figure:
            return (full or not comma) and not (single and above.width <= _SHORT)
        return full and not comma


def looks_like_heading(text: str, line: Line) -> bool:
    """Tell whether a line, if it stands alone, is a heading: short, not low, without final punctuation."""
    if line.width > HEADING_WIDTH or line.end_kind is not End.OPEN or line.starts_low:
        return False
    words = text[line.start : line.end]
    ends_well = words[-1] != "," and any(character.isalpha() for character in words)
    return ends_well and len(words.split()) <= HEADING_WORDS


def measure(lines: Sequence[Line]) -> Layout:
    """Measure how a text was laid out."""
    low = stop = 0
    for above, below in pairwise(lines):
        if above.ruling or below.ruling or below.page_break or below.breaks > 1:
            continue
        if above.end_kind is End.OPEN and below.starts_low:
            low += 1
        elif above.end_kind is End.STOP and not below.starts_low:
            stop += 1
    certain = low + stop > 0
    if not low or low < stop:
        return Layout(0, trailing=False, certain=certain)
    widths = sorted(above.width for above, below in pairwise(lines) if below.breaks == 1)
    own = {start: width for stretch in _stretches(lines) for start, width in _own_width(stretch)}
    return Layout(widths[int(0.95 * (len(widths) - 1))], _trailing(lines), certain, own)


def _stretches(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines between blank lines."""
    stretch: list[Line] = []
    for line in lines:
        if stretch and (line.breaks > 1 or line.page_break):
            yield stretch
            stretch = []
        stretch.append(line)
    yield stretch


def _own_width(stretch: Sequence[Line]) -> Iterator[tuple[int, int]]:
    sure = [
        above.width
        for above, below in pairwise(stretch)
        if above.end_kind is End.OPEN and below.starts_low and not (above.ruling or below.ruling)
    ]
    if len(sure) >= _SURE_LEAST:
        widest = max(sure)
        yield from ((line.start, widest) for line in stretch)


def _trailing(lines: Sequence[Line]) -> bool:
    """Tell whether trailing spaces mark wrapped lines: nearly all of those that surely wrap have one."""
    wrapped = [
        above.trailing
        for above, below in pairwise(lines)
        if below.breaks == 1 and above.end_kind is End.OPEN and below.starts_low
    ]
    return len(wrapped) >= _TRAILING_LEAST and sum(wrapped) >= _TRAILING_SHARE * len(wrapped)
