"""Where each value of a YAML file stands, and where each character of a text stands."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from bronbrief.core.diagnostics import Place, Replacement
from bronbrief.core.scalars import LINE_BREAK, align

Path = tuple[str | int, ...]


class _Holder(Protocol):
    """A section, of a spec or of a brief."""

    @property
    def sections(self) -> Sequence[Any]:
        """Return the sections within it."""


Section = TypeVar("Section", bound=_Holder)


def placed_sections(sections: Iterable[Section], above: Path = ()) -> Iterator[tuple[Section, Path]]:
    """Yield sections with those within them, in reading order, each with its path."""
    for number, section in enumerate(sections):
        path = (*above, "sections", number)
        yield section, path
        yield from placed_sections(section.sections, path)


@dataclass(frozen=True, slots=True)
class FileText:
    """A decoded file with the offsets at which its lines start; LF, CRLF and CR end a line."""

    file: str
    text: str
    starts: tuple[int, ...]

    def place(self, start: int, end: int) -> Place:
        """Return the place of characters `start` to `end`."""
        line, column = self._position(start)
        end_line, end_column = self._position(max(start, end))
        return Place(self.file, line, column, end_line, end_column)

    def replacement(self, start: int, end: int, text: str) -> Replacement:
        """Return what puts a text in the place of characters `start` to `end`."""
        return Replacement(self.place(start, end), text)

    def offset(self, line: int, column: int) -> int:
        """Return which character stands at a line and column; past the end of a line, its end."""
        if not 0 < line <= len(self.starts):
            return len(self.text)
        start = self.starts[line - 1]
        stop = self.starts[line] if line < len(self.starts) else len(self.text)
        return min(start + column - 1, stop)

    def line_end(self, offset: int) -> int:
        """Return the offset at which the line of this character ends, its line break left out."""
        line, _ = self._position(offset)
        stop = self.starts[line] if line < len(self.starts) else len(self.text)
        return offset + len(self.text[offset:stop].rstrip("\r\n"))

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, min(offset, len(self.text)))
        return line, min(offset, len(self.text)) - self.starts[line - 1] + 1


def file_text(file: str, text: str) -> FileText:
    """Make a FileText: find where each line starts."""
    starts = (0, *(found.end() for found in LINE_BREAK.finditer(text)))
    return FileText(file, text, starts)


@dataclass(frozen=True, slots=True)
class Span:
    """A node of a YAML file: characters `start` to `end`, and its key's if it has one.

    `style` is "" for a plain scalar, else one of ' " | >, or { for a mapping and [ for a list.
    `text` is a scalar's value; `lead` are the characters at its start that its reader took off, as white
    space, before counting.
    """

    origin: FileText
    start: int
    end: int
    style: str
    text: str = ""
    key: tuple[int, int] | None = None
    lead: int = 0

    @property
    def key_place(self) -> Place:
        """Return the place of the key, or of the value where there is no key."""
        return self.value_place if self.key is None else self.origin.place(*self.key)

    @property
    def value_place(self) -> Place:
        """Return the place of the value; an empty value stands where its key stands."""
        if self.start == self.end and self.key is not None:
            return self.origin.place(*self.key)
        return self.origin.place(self.start if self.start < self.end else max(0, self.start - 1), self.end)

    @property
    def head_place(self) -> Place:
        """Return the key's place, or the first line of a value without a key."""
        if self.key is not None:
            return self.key_place
        return self.origin.place(self.start, min(self.end, self.origin.line_end(self.start)))


@dataclass(frozen=True, slots=True)
class Places:
    """The places of all values of a YAML document, by path: keys and positions in lists from the top."""

    spans: Mapping[Path, Span]

    def value(self, path: Path) -> Place:
        """Return the place of a value; a path that is not there gives its nearest parent's head."""
        span = self.spans.get(path)
        return self._parent(path).head_place if span is None else span.value_place

    def key(self, path: Path) -> Place:
        """Return the place of a key; a list item has none and gives its own place."""
        span = self.spans.get(path)
        return self._parent(path).head_place if span is None else span.key_place

    def head(self, path: Path) -> Place:
        """Return the place of a key, or the first line of a value without one."""
        span = self.spans.get(path)
        return (self._parent(path) if span is None else span).head_place

    def within(self, path: Path, start: int, end: int) -> Place:
        """Return the place of characters `start` to `end` of a scalar's text.

        The offsets count in the value as read, after YAML has joined lines and resolved escapes, and from
        its `lead` on.
        """
        span = self.spans.get(path)
        if span is None or span.style in ("{", "["):
            return self.value(path)
        raw = span.origin.text[span.start : span.end]
        map_ = align(raw, span.text, span.style)
        start, end = start + span.lead, end + span.lead
        if map_ is None or not 0 <= start <= end <= len(map_) or not map_:
            return span.value_place
        first = map_[start][0] if start < len(map_) else map_[-1][1]
        last = map_[end - 1][1] if end > start else first
        return span.origin.place(span.start + first, span.start + last)

    def after_key(self, path: Path) -> str:
        """Return what follows a key on its line, from the colon; empty where there is no key."""
        span = self.spans.get(path)
        if span is None or span.key is None:
            return ""
        end = span.key[1]
        return span.origin.text[end : span.origin.line_end(end)].strip()

    def adopt(self, path: Path, other: "Places") -> "Places":
        """Return these places with those that `other` has for a path and all below it."""
        depth = len(path)
        kept = {at: span for at, span in self.spans.items() if at[:depth] != path}
        return Places(kept | {at: span for at, span in other.spans.items() if at[:depth] == path})

    def trimmed(self, leads: Mapping[Path, int]) -> "Places":
        """Return these places with offsets that count from so many characters on in the values at paths."""
        return Places({**self.spans, **{at: replace(self.spans[at], lead=leads[at]) for at in leads}})

    def _parent(self, path: Path) -> Span:
        while path and path not in self.spans:
            path = path[:-1]
        return self.spans[path]
