"""The lines of a page as they stand on it: raised marks break no line, a wrapped title is one, gaps are kept.

The library ends a line wherever the height of characters changes, and so it sets the call to a note, and what
follows it, on lines of their own; and it says nothing of the space between paragraphs. Where the characters
stand decides.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edit = tuple[int, int, str]
"""A stretch of the text and what is put in its place."""

_DIGITS = re.compile(r"\d+")
_MOST_DIGITS = 3
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\Z")
_LINE = re.compile(r"[^\r\n]+")
_UNITS = frozenset(["m", "mm", "cm", "dm", "dam", "hm", "km", "in", "ft"])
_WORD = re.compile(r"[^\W\d_]+\Z")
_SMALLER, _RAISED, _HIGHEST = 0.92, 0.08, 0.7
_LEVEL, _APART, _NEAR = 0.05, 0.12, 1.2
_LARGE, _ALIKE, _LEADING, _GAP = 1.2, 0.03, 1.6, 1.2
_FULL, _SPACE = 0.95, 0.25
_TITLE_LINES, _TITLE_LENGTH = 3, 250


@dataclass(frozen=True, slots=True)
class Glyph:
    """Where a character stands: its left and right edge, its base line, and the height of its typeface."""

    left: float
    right: float
    base: float
    height: float


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page as the library gives it, and where each of its characters stands."""

    text: str
    glyph: Callable[[int], Glyph]


def read_page_text(textpage: object) -> tuple[str, tuple[str, ...]]:
    """Return the text of a page with its lines mended, and the calls to notes that were left out."""
    text: str = textpage.get_text_range()  # type: ignore[attr-defined] # pypdfium2 has no types
    if len(text) != textpage.count_chars():  # type: ignore[attr-defined]
        return text, ()
    return mend(PageText(text, lambda at: _glyph(textpage, at)))


def mend(page: PageText) -> tuple[str, tuple[str, ...]]:
    """Join what stands on one line, and leave out calls to notes that stand on the same page.

    A raised number that may be an exponent stays, and so does one whose note is not there.
    """
    edits: list[Edit] = []
    calls: list[str] = []
    for found in _DIGITS.finditer(page.text):
        raised = _Raised(page, _behind(page, *found.span()), found.end())
        if raised.end - raised.start > _MOST_DIGITS:
            continue
        if raised.is_call:
            calls.append(page.text[raised.start : raised.end])
        edits += raised.edits()
    lines = _lines(page)
    edits += _titles(page, lines)
    joined = {end for start, end, _ in edits if end > start}
    edits += [(at, at, "\n") for at in _gaps(lines) if at not in joined]
    return _applied(page.text, edits), tuple(calls)


@dataclass(frozen=True, slots=True)
class _Raised:
    """A number that may stand raised after the character `before`, or before the character `after`."""

    page: PageText
    start: int
    end: int

    @property
    def is_call(self) -> bool:
        """Tell whether the number is raised behind a word, is no exponent, and a note begins with it."""
        text, number = self.page.text, self.page.text[self.start : self.end]
        before = self._before
        if before is None or (text[before].isdigit() and not _YEAR.search(text, 0, before + 1)):
            return False
        word = _WORD.search(text, max(0, before - 20), before + 1)
        if word and (len(word[0]) == 1 or word[0] in _UNITS):
            return False
        return (
            re.search(rf"^{number}(?:[.):\]]|\s)\s*\S", text[self.end :].lstrip(), re.MULTILINE) is not None
        )

    @property
    def _before(self) -> int | None:
        """Return the character that the number stands raised behind."""
        at = self.start - 1
        while at >= 0 and self.page.text[at].isspace():
            at -= 1
        if at < 0 or not (at == self.start - 1 or self._breaks(at + 1, self.start)):
            return None
        glyph, own = self.page.glyph(at), self.page.glyph(self.start)
        near = -_NEAR * glyph.height < own.left - glyph.right < 0.5 * glyph.height
        return at if near and _is_raised(own, glyph) else None

    @property
    def _after(self) -> int | None:
        """Return the next character, if it stands right behind or the library broke the line before it."""
        text, at = self.page.text, self.end
        while at < len(text) and text[at].isspace():
            at += 1
        return at if at < len(text) and (at == self.end or self._breaks(self.end, at)) else None

    def edits(self) -> Iterator[Edit]:
        """Yield what mends the line: breaks beside the number, and the number itself if it is a call."""
        before, after = self._before, self._after
        last = self.page.glyph(self.end - 1)
        if before is not None:
            if before + 1 < self.start:
                yield before + 1, self.start, ""
            if self.is_call:
                yield self.start, self.end, ""
            line = self.page.glyph(before)
            if after is not None and after > self.end and _goes_on(line, last, self.page.glyph(after)):
                apart = self.page.glyph(after).left - last.right > _APART * line.height
                yield self.end, after, " " if apart else ""
        elif after is not None and (self.start == 0 or self.page.text[self.start - 1] == "\n"):
            below = self.page.glyph(after)
            near = -0.2 * below.height < below.left - last.right < _NEAR * below.height
            if near and _is_raised(last, below):
                yield self.end, after, " "

    def _breaks(self, start: int, end: int) -> bool:
        return any(character in "\r\n" for character in self.page.text[start:end])


def _behind(page: PageText, start: int, end: int) -> int:
    """Return where the raised digits at the end of a number begin, such as those of a note to a year."""
    at = end
    while at - 1 > start and end - at < _MOST_DIGITS and _is_raised(page.glyph(at - 1), page.glyph(start)):
        at -= 1
    return at if at < end else start


def _is_raised(own: Glyph, beside: Glyph) -> bool:
    lift = own.base - beside.base
    smaller = own.height <= _SMALLER * beside.height
    return smaller and _RAISED * beside.height <= lift <= _HIGHEST * beside.height


def _goes_on(line: Glyph, raised: Glyph, after: Glyph) -> bool:
    level = abs(after.base - line.base) <= _LEVEL * line.height
    return level and after.left > raised.left


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the library's: its place in the text, its first character and its last."""

    start: int
    end: int
    first: Glyph
    last: Glyph


def _lines(page: PageText) -> list[_Line]:
    lines = []
    for found in _LINE.finditer(page.text):
        if words := found[0].strip():
            start = page.text.index(words, *found.span())
            end = start + len(words)
            lines.append(_Line(start, end, page.glyph(start), page.glyph(end - 1)))
    return lines


def _gaps(lines: Sequence[_Line]) -> Iterator[int]:
    """Yield where a line begins that has clearly more space above it than lines of one paragraph have.

    A line above all before it is a running head that the file draws last, not the next line of a paragraph.
    """
    drops = [(above.first.base - below.first.base, above, below) for above, below in pairwise(lines)]
    usual = Counter(round(drop) for drop, above, _ in drops if drop > above.first.height / 2)
    highest = max((line.first.base for line in lines[:1]), default=0.0)
    for drop, above, below in drops:
        height = max(above.first.height, below.first.height)
        if below.first.base > highest + height:
            yield below.start
        highest = max(highest, below.first.base)
        if drop > _GAP * height and drop > _GAP * usual.most_common(1)[0][0]:
            yield below.start


def _titles(page: PageText, lines: Sequence[_Line]) -> Iterator[Edit]:
    """Yield what makes a heading of each line in large type, or of a few, all but the last of them full."""
    body = _body(lines)
    room = _room(lines, body)
    rows: list[list[_Line]] = []
    for line in lines:
        if rows and _wraps(page, rows[-1][-1], line, room):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        length = row[-1].end - row[0].start
        large = row[0].first.height >= _LARGE * body
        words = page.text[row[0].start : row[-1].end]
        heads = words[-1] not in ".;:," and any(map(str.isalpha, words))
        if large and heads and len(row) <= _TITLE_LINES and length <= _TITLE_LENGTH:
            yield row[0].start, row[0].start, "# "
            yield from ((above.end, below.start, " ") for above, below in pairwise(row))


def _wraps(page: PageText, above: _Line, below: _Line, room: float) -> bool:
    """Tell whether a line goes on with the one above, of the same size, where its first word had no room."""
    size = above.first.height
    heights = [glyph.height for line in (above, below) for glyph in (line.first, line.last)]
    word = len(page.text[below.start : below.end].split()[0]) / (below.end - below.start)
    wide = (below.last.right - below.first.left) * word
    full = above.last.right - above.first.left + wide + _SPACE * size > _FULL * room
    alike = max(heights) - min(heights) <= _ALIKE * size
    return alike and full and 0 < above.first.base - below.first.base <= _LEADING * size


def _body(lines: Sequence[_Line]) -> float:
    """Return the height of most of the text."""
    heights: Counter[float] = Counter()
    for line in lines:
        heights[round(line.first.height, 1)] += line.end - line.start
    return heights.most_common(1)[0][0] if heights else 0.0


def _room(lines: Sequence[_Line], body: float) -> float:
    """Return how wide the text is that is set in the height of most of it."""
    common = [line for line in lines if abs(line.first.height - body) <= _ALIKE * body]
    left = min((line.first.left for line in common), default=0.0)
    return max((line.last.right for line in common), default=0.0) - left


def _applied(text: str, edits: Sequence[Edit]) -> str:
    parts, at = [], 0
    for start, end, instead in sorted(edits):
        if start >= at:
            parts += [text[at:start], instead]
            at = end
    return "".join([*parts, text[at:]])


def _glyph(textpage: object, at: int) -> Glyph:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - only in the child process

    left, bottom, right, top = textpage.get_charbox(at, loose=True)  # type: ignore[attr-defined]
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, at, ctypes.byref(x), ctypes.byref(y))
    return Glyph(left, right, y.value, top - bottom)
