"""The lines of a text that have something on them, and what their edges say about sentences."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
CLOSERS = "\"'”’»)]*_"
OPENERS = "\"'“„‘‚«([*_"

_LINE = re.compile(rf"\S(?:[^{BREAKS}]*\S)?")
_BREAK = re.compile(rf"\r\n|[{BREAKS}]")
_INK = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# Dutch sentences may begin with a clipped word: ’s Avonds, ’t Is.
_CLIPPED = re.compile(r"['’‘][skt]\s+(\w)")
_RULING = re.compile(r"[-=_*~#+·–—\s]{3,}")
_RULING_LIMIT = 100
_EDGE = 6


class End(Enum):
    """How a line ends: at the end of a sentence, at a colon or semicolon, or in mid-sentence."""

    STOP = auto()
    PAUSE = auto()
    OPEN = auto()


@dataclass(slots=True)
class Line:
    """A line without the white space at its edges: characters `start` to `end` of the text.

    `breaks` counts the line breaks since the line before, `indent` the columns before the first character;
    `page_break` tells that a page ends between, `ruling` that the line has signs only, such as "* * *".
    """

    start: int
    end: int
    breaks: int
    indent: int
    page_break: bool
    end_kind: End
    starts_low: bool
    trailing: bool = False
    ruling: bool = False

    @property
    def width(self) -> int:
        """Return the number of characters on the line."""
        return self.end - self.start


def scan_lines(text: str, begin: int) -> list[Line]:
    """Find the lines from character `begin` on; lines without a visible character count as blank."""
    lines: list[Line] = []
    gaps: dict[str, tuple[int, int, bool]] = {}
    before = begin
    for found in _LINE.finditer(text, begin):
        start, end = found.span()
        if not text[start].isalnum() and not _INK.search(text, start, end):
            continue
        start = _whole_character(text, start, before)
        gap = text[before:start]
        breaks, indent, page_break = gaps.get(gap) or _read_gap(gap)
        if len(gap) <= _EDGE:
            gaps[gap] = (breaks, indent, page_break)
        if lines:
            lines[-1].trailing = bool(gap) and gap[0] not in BREAKS
        end_kind, low = _end_kind(text, start, end), _starts_low(text, start)
        ruling = not text[start].isalnum() and _is_ruling(text, start, end)
        lines.append(Line(start, end, breaks, indent, page_break, end_kind, low, ruling=ruling))
        before = end
    return lines


def _whole_character(text: str, start: int, before: int) -> int:
    """Keep a combining mark with the space that carries it."""
    mark = text[start]
    if start > before and mark > "\u02ff" and (mark == "\u200d" or unicodedata.category(mark)[0] == "M"):
        return start - 1 if unicodedata.category(text[start - 1]) == "Zs" else start
    return start


def _read_gap(gap: str) -> tuple[int, int, bool]:
    breaks, last, page_break = 0, 0, False
    for found in _BREAK.finditer(gap):
        kind = found.group()
        breaks += 2 if kind == "\u2029" else 1
        page_break = page_break or kind == "\f"
        last = found.end()
    return breaks, len(gap[last:].expandtabs(4)), page_break


def _is_ruling(text: str, start: int, end: int) -> bool:
    return end - start <= _RULING_LIMIT and _RULING.fullmatch(text, start, end) is not None


def _end_kind(text: str, start: int, end: int) -> End:
    last = text[end - 1]
    if last in CLOSERS:
        last = text[max(start, end - _EDGE) : end].rstrip(CLOSERS)[-1:]
    if last in {".", "!", "?", "…"}:
        return End.STOP
    return End.PAUSE if last in {":", ";"} else End.OPEN


def _starts_low(text: str, start: int) -> bool:
    first = text[start]
    if first in OPENERS:
        clipped = _CLIPPED.match(text, start)
        first = clipped.group(1) if clipped else text[start : start + _EDGE].lstrip(OPENERS)[:1]
    return first.islower()
