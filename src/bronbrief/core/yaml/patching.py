"""Change one value of a YAML file by editing its text, and refuse unless exactly that changed.

Comments, order and layout stay, for all but the characters of the value that changes.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bronbrief.core.diagnostics import Outcome, Replacement, has_errors
from bronbrief.core.findings import report
from bronbrief.core.places import Path, Places, Span
from bronbrief.core.yaml.edits import Edit, replaced
from bronbrief.core.yaml.values import Positioned, read_yaml
from bronbrief.core.yaml.writing import Data, after_key, in_flow, item, scalar


@dataclass(frozen=True, slots=True)
class Put:
    """Give the value at a path; a key that is not there is added, with what is missing above it."""

    path: Path
    value: Data


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a value in a list before the item at a path, or after the last where the path is past it."""

    path: Path
    value: Data


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away the key or the item at a path."""

    path: Path


@dataclass(frozen=True, slots=True)
class Move:
    """Put the item at a path in the place of another of its list."""

    path: Path
    to: int


Change = Put | Insert | Remove | Move


def patch(text: str, file: str, *changes: Change) -> Outcome[str]:
    """Return a YAML text with changes made, one after another.

    Where the text cannot be read, its findings say why. Where a change cannot be made by an edit that
    changes nothing else, that is the finding, and nothing is changed.
    """
    for change in changes:
        read = read_yaml(text.encode(), file)
        if read.value is None or has_errors(read.diagnostics):
            return Outcome(None, read.diagnostics)
        new = _patched(text, read.value, change)
        if new is None or not _is_exact(read.value, change, read_yaml(new.encode(), file)):
            return Outcome(None, (report("edit-not-exact", read.value.places.head(change.path)),))
        text = new
    return Outcome(text)


def type_in(text: str, file: str, at: int, words: str) -> Outcome[str]:
    """Return a YAML text with words put in at a character, which must stand within the text of one value.

    Refused unless that value alone changes, and holds the words.
    """
    read, new = read_yaml(text.encode(), file), text[:at] + words + text[at:]
    again = read_yaml(new.encode(), file)
    if read.value is None or has_errors(read.diagnostics):
        return Outcome(None, read.diagnostics)
    before, after = dict(_leaves(read.value.value)), dict(_leaves(again.value.value if again.value else None))
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    place = read.value.places.head(max(changed, key=len)) if len(changed) == 1 else None
    if place is None or not all(words in (after.get(path) or "") for path in changed):
        return Outcome(None, (report("edit-not-exact", place),))
    return Outcome(new)


def _leaves(node: Data, path: Path = ()) -> Iterator[tuple[Path, str | None]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _leaves(value, (*path, number))
    else:
        yield path, node


def replacements(places: Places, *changes: Change) -> tuple[Replacement, ...]:
    """Return the edits of changes to one file as replacements; none where one of them has no edit."""
    origin = next(iter(places.spans.values())).origin
    try:
        edits = [edit for one in changes for edit in _EDITS[type(one)](origin.text, places, one)]
    except (KeyError, ValueError):
        return ()
    end = "\r\n" if "\r\n" in origin.text else "\n"
    return tuple(origin.replacement(start, stop, new.replace("\n", end)) for start, stop, new in edits)


def _patched(text: str, read: Positioned, change: Change) -> str | None:
    try:
        edits = _EDITS[type(change)](text, read.places, change)
    except (KeyError, ValueError):  # no such place, or one that these edits do not reach
        return None
    end = "\r\n" if "\r\n" in text else "\n"
    return replaced(text, [(start, stop, new.replace("\n", end)) for start, stop, new in edits])


def _is_exact(read: Positioned, change: Change, again: Outcome[Positioned]) -> bool:
    """Tell whether a text reads as its values did, with the change made and nothing else."""
    wanted = deepcopy(read.value)
    try:
        _make(wanted, change)
    except (KeyError, IndexError, TypeError, AttributeError):
        return False
    return again.value is not None and not has_errors(again.diagnostics) and again.value.value == wanted


def _make(values: Data, change: Change) -> None:
    """Make a change in values; raises an error where that cannot be."""
    *above, last = change.path
    node: Any = values
    for step in above:
        if isinstance(change, Put) and isinstance(node, dict) and node.get(step) is None:
            node[step] = {}
        node = node[step]
    if isinstance(change, Put):
        node[last] = change.value
    elif isinstance(change, Insert):
        node.insert(last, change.value)
    elif isinstance(change, Remove):
        del node[last]
    else:
        node.insert(change.to, node.pop(last))


def _put(text: str, places: Places, change: Put) -> list[Edit]:
    span = places.spans.get(change.path)
    if span is None:
        return [_added(text, places, change)]
    if _in_brackets(text, places, change.path[:-1]):
        gap = " " if span.start == span.end else ""
        return [(span.start, span.end, gap + in_flow(change.value))]
    if span.key is None:
        at = _dash(text, span)
        return [(at, max(span.end, at + 1), item(change.value, _column(text, at)))]
    colon = text.index(":", span.key[1]) + 1
    new = after_key(change.value, _column(text, span.key[0]))
    return [(colon, max(span.end, colon), new)]


def _added(text: str, places: Places, change: Put) -> Edit:
    """Return the edit that adds a key to its mapping, after the last."""
    *above, key = change.path
    if not isinstance(key, str):
        raise KeyError(change.path)
    parent = places.spans.get(tuple(above))
    beside = _children(places, tuple(above))
    if parent is None or not parent.style or (parent.style == "{" and not beside):
        return _put(text, places, Put(tuple(above), {key: change.value}))[0]
    if parent.style != "{":
        raise KeyError(change.path)
    if _in_brackets(text, places, tuple(above)):
        new = f", {scalar(key)}: {in_flow(change.value)}"
        at = parent.start + len(text[parent.start : parent.end - 1].rstrip())
        return at, at, new
    indent = _column(text, _key(beside[-1])[0])
    at = beside[-1].origin.line_end(max(beside[-1].end, _key(beside[-1])[1]))
    return at, at, f"\n{' ' * indent}{scalar(key)}:{after_key(change.value, indent)}"


def _insert(text: str, places: Places, change: Insert) -> list[Edit]:
    *above, number = change.path
    owner = places.spans.get(tuple(above))
    if owner is None or not owner.style:  # a list that is not there yet
        return _put(text, places, Put(tuple(above), [change.value]))
    items = _children(places, tuple(above))
    if not isinstance(number, int) or number > len(items):
        raise KeyError(change.path)
    if _in_brackets(text, places, tuple(above)):
        if not items:
            return _put(text, places, Put(tuple(above), [change.value]))
        new = in_flow(change.value)
        if number == len(items):
            return [(items[-1].end, items[-1].end, f", {new}")]
        return [(items[number].start, items[number].start, f"{new}, ")]
    rows = _rows(text, items)
    indent = _column(text, _dash(text, items[0]))
    new = f"{' ' * indent}{item(change.value, indent)}"
    if number < len(items):
        return [(rows[number][0], rows[number][0], f"{new}\n")]
    return [(rows[-1][1], rows[-1][1], f"\n{new}" if not text[: rows[-1][1]].endswith("\n") else f"{new}\n")]


def _remove(text: str, places: Places, change: Remove) -> list[Edit]:
    span = places.spans[change.path]
    beside = _children(places, change.path[:-1])
    owner = places.spans[change.path[:-1]]
    if len(beside) == 1:  # what is left is a value of its own
        return _put(text, places, Put(change.path[:-1], [] if span.key is None else {}))
    at = beside.index(span)
    if text[owner.start] in "[{":
        if at:
            return [(beside[at - 1].end, span.end, "")]
        return [((span.key or (span.start,))[0], _key(beside[1])[0], "")]
    if span.key is None:
        start, end = _rows(text, beside)[at]
        return [(start, end, "")]
    start = _line_start(text, span.key[0])
    if text[start : span.key[0]].strip():  # the first key of an item, behind its dash
        return [(span.key[0], _key(beside[at + 1])[0], "")]
    return [(start, _after_line(text, span), "")]


def _move(text: str, places: Places, change: Move) -> list[Edit]:
    items = _children(places, change.path[:-1])
    number = change.path[-1]
    if not isinstance(number, int) or not 0 <= change.to < len(items) or number >= len(items):
        raise KeyError(change.path)
    if _in_brackets(text, places, change.path[:-1]):
        order = [text[item.start : item.end] for item in items]
        order.insert(change.to, order.pop(number))
        return [(item.start, item.end, new) for item, new in zip(items, order, strict=True)]
    rows = _rows(text, items)
    order = [text[start:end] if text[end - 1] in "\r\n" else f"{text[start:end]}\n" for start, end in rows]
    order.insert(change.to, order.pop(number))
    return [(rows[0][0], rows[-1][1], "".join(order).replace("\r\n", "\n"))]


_EDITS: dict[type[Change], Callable[..., list[Edit]]] = {
    Put: _put,
    Insert: _insert,
    Remove: _remove,
    Move: _move,
}


def _in_brackets(text: str, places: Places, path: Path) -> bool:
    """Tell whether a mapping or list is written between braces or brackets, or within some that are."""
    spans = (places.spans[path[:depth]] for depth in range(len(path) + 1))
    return any(span.style in ("{", "[") and text[span.start : span.start + 1] in ("{", "[") for span in spans)


def _children(places: Places, path: Path) -> list[Span]:
    """Return the values right below a path, in the order of the file."""
    depth = len(path) + 1
    found = [span for at, span in places.spans.items() if len(at) == depth and at[:-1] == path]
    return sorted(found, key=lambda span: _key(span)[0])


def _key(span: Span) -> tuple[int, int]:
    return span.key or (span.start, span.end)


def _rows(text: str, items: list[Span]) -> list[tuple[int, int]]:
    """Return the lines of each item of a list: with the comments right above it, up to the next."""
    starts = [_with_comments(text, _line_start(text, _dash(text, item))) for item in items]
    return list(pairwise([*starts, _after_line(text, items[-1])]))


def _with_comments(text: str, start: int) -> int:
    while start:
        above = _line_start(text, start - (2 if text[start - 2 : start] == "\r\n" else 1))
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def _after_line(text: str, span: Span) -> int:
    """Return where the line after the last one of a value begins."""
    end = span.origin.line_end(max(span.end, _key(span)[1]))
    return end + (2 if text[end : end + 2] == "\r\n" else int(end < len(text)))


def _dash(text: str, item: Span) -> int:
    """Return where the dash of an item stands; raises ValueError where it has none."""
    start = _line_start(text, item.start)
    if text[start : item.start].strip(" -"):
        raise ValueError
    return text.rindex("-", 0, item.start + 1 if item.start == item.end else item.start)


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _column(text: str, at: int) -> int:
    return at - _line_start(text, at)
