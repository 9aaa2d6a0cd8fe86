"""The one door to YAML: every scalar is text, every value knows its place, and limits hold.

PyYAML only splits the file into events; it never constructs objects. Refused are duplicate keys, keys
that are not text, tags, anchors, aliases and merge keys, several documents, deep or endless nesting.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import yaml

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, Related, report
from bronbrief.core.hidden import hidden_values
from bronbrief.core.places import FileText, Path, Places, Span, file_text
from bronbrief.core.text import OTHER_SPACES
from bronbrief.core.yaml.errors import Fault, explain_fault
from bronbrief.core.yaml.guesses import dash_missing, odd_space, text_as_comment
from bronbrief.core.yaml.layout import Line, line_at
from bronbrief.core.yaml.trials import Attempt, Judge
from bronbrief.core.yaml.writing import FORBIDDEN, Data

__all__ = ["Data", "Positioned", "read_yaml"]

_Event: TypeAlias = Any  # the stubs leave the parser's events without their fields

DEPTH_LIMIT = 50
NODE_LIMIT = 100_000
DIAGNOSTICS_LIMIT = 200
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ODD_SPACE = re.compile(f"[{OTHER_SPACES}]")


@dataclass(frozen=True, slots=True)
class Positioned:
    """The values of a YAML file, a mapping at the top, with the place of each."""

    value: dict[str, Data]
    places: Places


class _StopError(Exception):
    """A finding after which reading on has no use."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


class _FaultError(Exception):
    """The parser's complaint, not yet explained."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.complaint)
        self.fault = fault


def read_yaml(data: bytes, file: str, judge: Judge | None = None) -> Outcome[Positioned]:
    """Read a YAML file whose top is a mapping; never raises, whatever the bytes.

    `file` is its path from the top of the workspace. Scalars stay text as typed (`nee`, `on`, `1.0`);
    an empty value is None. There may be a value beside errors: the first of duplicate keys counts, tags do
    not. `judge` counts what is wrong with values: of the cures of text that is not YAML, the one that leaves
    the fewest mistakes is told.
    """
    decoded = _decode(data, file)
    if isinstance(decoded, Diagnostic):
        return Outcome(None, (decoded,))
    composer = _Composer(decoded)
    try:
        value = composer.document()
    except _StopError as stop:
        return Outcome(None, (*composer.diagnostics, stop.diagnostic))
    except _FaultError as error:
        return Outcome(None, (*composer.diagnostics, explain_fault(error.fault, _attempt, judge)))
    read = Positioned(value, Places(composer.spans))
    return Outcome(read, (*composer.diagnostics, *hidden_values(read.places)))


def _attempt(text: str) -> Attempt:
    """Read a text as far as that goes; a place where it stops counts, and not why."""
    composer = _Composer(file_text("", text))
    try:
        return Attempt(None, composer.document(), len(composer.diagnostics))
    except _FaultError as error:
        return Attempt(error.fault.at)
    except _StopError:
        return Attempt(composer.last.start_mark.index if composer.last else 0)


def _decode(data: bytes, file: str) -> FileText | Diagnostic:
    """Decode strictly as UTF-8, without a byte order mark, and refuse characters that nobody can see."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = file_text(file, data[: error.start].decode("utf-8-sig", "replace"))
        place = before.place(len(before.text), len(before.text) + 1)
        return report(
            "yaml-not-utf8", replace(place, end_column=place.column + 1), byte=f"{data[error.start]:02X}"
        )
    origin = file_text(file, text)
    hidden = FORBIDDEN.search(text)
    if hidden:
        place = origin.place(hidden.start(), hidden.end())
        return report("yaml-control-character", place, name=f"U+{ord(hidden.group()):04X}")
    return origin


@dataclass(slots=True)
class _Composer:
    """Builds values from the parser's events, one event ahead, noting places and findings."""

    origin: FileText
    spans: dict[Path, Span] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    nodes: int = 0
    reach: int = 0
    muted: int = 0
    parser: _Event = None
    last: _Event = None

    def document(self) -> dict[str, Data]:
        """Read the one document of the file, which must be a mapping."""
        self.parser = _LOADER(self.origin.text)
        try:
            self._next()
            if isinstance(self._peek(), yaml.StreamEndEvent):
                raise _StopError(report("yaml-empty", self.origin.place(0, 0)))
            self._next()
            value = self._node((), None)
            self._next()
            if isinstance(self._peek(), yaml.DocumentStartEvent):
                raise _StopError(report("yaml-several-documents", self._at(self._peek())))
        finally:
            self.parser.dispose()
        if not isinstance(value, dict):
            place = self.spans[()].head_place
            code = "yaml-empty" if value is None else "yaml-not-a-mapping"
            raise _StopError(report(code, place))
        return value

    def _peek(self) -> _Event:
        try:
            return self.parser.peek_event()
        except yaml.MarkedYAMLError as error:
            raise _FaultError(self._fault(error)) from error
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            end = self.last.end_mark.index if self.last else 0
            raise _StopError(report("yaml-syntax", self.origin.place(end, end + 1))) from error

    def _next(self) -> _Event:
        event = self._peek()
        self.last = self.parser.get_event()
        return event

    def _fault(self, error: yaml.MarkedYAMLError) -> Fault:
        last = self.last
        ends = (last.start_mark.index, last.end_mark.index) if last else (0, 0)
        scalar = isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"')
        collection = isinstance(last, yaml.SequenceEndEvent | yaml.MappingEndEvent) and ends[0] < ends[1]
        at = error.problem_mark.index if error.problem_mark else len(self.origin.text)
        return Fault(
            self.origin,
            min(at, len(self.origin.text)),
            error.context_mark.index if error.context_mark else None,
            f"{error.context or ''}; {error.problem or ''}",
            ends if scalar else None,
            ends[1] if collection else None,
        )

    def _at(self, event: _Event) -> Place:
        return self.origin.place(event.start_mark.index, event.end_mark.index)

    def _node(self, path: Path, key: tuple[int, int] | None) -> Data:
        event = self._next()
        start = event.start_mark.index
        self.nodes += 1
        if self.nodes > NODE_LIMIT:
            raise _StopError(report("yaml-too-many-values", self._at(event), limit=NODE_LIMIT))
        if len(self.diagnostics) > DIAGNOSTICS_LIMIT:
            raise _StopError(report("yaml-too-many-findings", self._at(event)))
        if len(path) > DEPTH_LIMIT:
            raise _StopError(report("yaml-too-deep", self._at(event), limit=DEPTH_LIMIT))
        if isinstance(event, yaml.AliasEvent):
            raise _StopError(report("yaml-alias", self._at(event), name=event.anchor))
        self._properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path, key)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path, key, start)
        return self._mapping(path, key, start)

    def _properties(self, event: _Event) -> None:
        """Report an anchor or a tag."""
        if event.anchor:
            self.diagnostics.append(report("yaml-anchor", self._at(event), name=event.anchor))
        if event.tag:
            self.diagnostics.append(report("yaml-tag", self._at(event), tag=event.tag))

    def _scalar(self, event: _Event, path: Path, key: tuple[int, int] | None) -> str | None:
        start, end, text = event.start_mark.index, event.end_mark.index, str(event.value)
        style = event.style or ""
        hidden = FORBIDDEN.search(text)
        if hidden:
            self.diagnostics.append(
                report("yaml-control-character", self._at(event), name=f"U+{ord(hidden.group()):04X}")
            )
        self.reach = start + len(self.origin.text[start:end].rstrip(" \t\r\n"))
        if not style and text and (lost := text_as_comment(self.origin, self.reach, text)):
            self.diagnostics.append(lost)
        self._note(path, Span(self.origin, start, self.reach, style, text, key))
        return None if not style and not text else text

    def _list(self, path: Path, key: tuple[int, int] | None, start: int) -> list[Data]:
        items: list[Data] = []
        self._note(path, Span(self.origin, start, start, "[", key=key))
        while not isinstance(self._peek(), yaml.SequenceEndEvent):
            items.append(self._node((*path, len(items)), None))
        self._close(path, start)
        return items

    def _mapping(self, path: Path, key: tuple[int, int] | None, start: int) -> dict[str, Data]:
        values: dict[str, Data] = {}
        self._note(path, Span(self.origin, start, start, "{", key=key))
        lost = False
        while not isinstance(self._peek(), yaml.MappingEndEvent):
            if not lost and self._begins_anew(path, values, start):
                line = self._line(self._peek())
                self.diagnostics.append(dash_missing(self.origin, line, max(line.indent - 2, 0)))
                lost = True
            name, place = self._key(path, told=lost)
            if name is None or name in values or lost:
                self._ignored(path)
            else:
                values[name] = self._node((*path, name), place)
        self._close(path, start)
        return values

    def _begins_anew(self, path: Path, values: dict[str, Data], start: int) -> bool:
        """Tell whether the next key begins another item of a list, whose dash is missing."""
        event = self._peek()
        if len(values) < 2 or not path or isinstance(path[-1], str) or self.origin.text[start] == "{":  # noqa: PLR2004
            return False
        return isinstance(event, yaml.ScalarEvent) and event.value == next(iter(values))

    def _line(self, event: _Event) -> Line:
        return line_at(self.origin, event.start_mark.index)

    def _close(self, path: Path, start: int) -> None:
        """Read the end of a collection; a bracket belongs to it, white space after a block does not."""
        event = self._next()
        if event.end_mark.index > event.start_mark.index:
            self.reach = event.end_mark.index
        if not self.muted:
            self.spans[path] = replace(self.spans[path], end=max(start, self.reach))

    def _note(self, path: Path, span: Span) -> None:
        if not self.muted:
            self.spans[path] = span

    def _key(self, path: Path, *, told: bool = False) -> tuple[str | None, tuple[int, int]]:
        """Read a key; None for one that is refused."""
        event = self._peek()
        span = (event.start_mark.index, event.end_mark.index)
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            if isinstance(event, yaml.AliasEvent):
                raise _StopError(report("yaml-alias", self._at(event), name=event.anchor))
            self.diagnostics.append(report("yaml-key-not-text", self._at(event)))
            self._ignored(path)
            return None, span
        self._next()
        self._properties(event)
        name = str(event.value)
        if _ODD_SPACE.match(name) and not event.style:
            raise _StopError(odd_space(self.origin, self._line(event)))
        if name == "<<" and not event.style:
            self.diagnostics.append(report("yaml-merge-key", self._at(event)))
            return None, span
        first = self.spans.get((*path, name))
        if first is not None and not told:
            related = (Related(first.key_place, "key-first", {"key": name}),)
            place = self.origin.place(*span)
            self.diagnostics.append(report("yaml-duplicate-key", place, key=name, related=related))
        return name, span

    def _ignored(self, path: Path) -> None:
        """Read a node that has no place among the values."""
        self.muted += 1
        self._node((*path, ""), None)
        self.muted -= 1
