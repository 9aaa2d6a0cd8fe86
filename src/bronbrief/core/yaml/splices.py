"""Where the text of a YAML file changes for a change of its values: edits of as few characters as will do.

What is above, below and beside a value stays as it is written: comments, empty lines, indentation.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from bronbrief.core.places import Path, Places
from bronbrief.core.yaml.changes import Change, Insert, Move, Put, Remove
from bronbrief.core.yaml.edits import Edit, inserted
from bronbrief.core.yaml.rows import Rows
from bronbrief.core.yaml.writing import after_key, in_flow, item, literal, scalar

_HEADER = re.compile(r"[|>][0-9+-]*([ \t]+#[^\r\n]*)?")
_COMMENTS = re.compile(r"(?:[ \t]*#[^\r\n]*(?:\r\n?|\n))*")


def edits_of(text: str, places: Places, change: Change) -> list[Edit]:
    """Return the edits of a change, with LF for line ends.

    Raises KeyError or ValueError where there is no such place, or one that these edits do not reach.
    """
    return _EDITS[type(change)](Rows(text, places), change)


def _put(rows: Rows, change: Put) -> list[Edit]:
    span = rows.spans.get(change.path)
    if span is None:
        return [_added(rows, change)]
    if rows.in_brackets(change.path[:-1]):
        gap = " " if span.start == span.end else ""
        return [(span.start, span.end, gap + in_flow(change.value))]
    if span.start == span.end or span.style in ("{", "[") or not isinstance(change.value, str):
        return [_put_whole(rows, change)]
    return [_put_text(rows, change.path, change.value)]


def _put_text(rows: Rows, path: Path, text: str) -> Edit:
    """Return the edit that gives a text another one; a comment behind it stays on its first line."""
    span, head, end = rows.spans[path], rows.head(path), rows.end(path)
    column = rows.column(span.key[0] if span.key else head - 1)
    first, broken, rest = literal(text, column, rows.depth(path, column)).partition("\n")
    if span.style in ("|", ">"):
        return span.start, end, f"{first}{_header(rows, path)}{broken}{rest}"
    if not broken:
        return span.start, end, first
    tail, between = rows.comment(end), rows.text[head : span.start]
    start, gap = (head, " ") if not between.strip() else (span.start, "")
    return start, end + len(tail), f"{gap}{first}{tail}{broken}{rest}"


def _put_whole(rows: Rows, change: Put) -> Edit:
    """Return the edit that gives anything in the place of a mapping, a list or nothing."""
    span, head = rows.spans[change.path], rows.head(change.path)
    end = max(rows.end(change.path), head)
    if span.key:
        written = after_key(change.value, rows.column(span.key[0]))
    else:
        written = item(change.value, rows.column(head - 1)).removeprefix("-")
    first, broken, rest = written.partition("\n")
    last = rows.comment(end)
    tail = rows.comment(head) or _header(rows, change.path) or last
    return head, end + len(last), f"{first}{tail}{broken}{rest}"


def _header(rows: Rows, path: Path) -> str:
    """Return the comment behind the | or > of a text."""
    span = rows.spans[path]
    found = _HEADER.match(rows.text, span.start) if span.style in ("|", ">") else None
    return (found and found[1]) or ""


def _added(rows: Rows, change: Put) -> Edit:
    """Return the edit that adds a key to its mapping."""
    *above, key = change.path
    owner = tuple(above)
    beside = rows.children(owner) if owner in rows.spans else []
    if not isinstance(key, str):
        raise KeyError(change.path)
    if not beside:
        return _put(rows, Put(owner, {key: change.value}))[0]
    before = _before([str(one[-1]) for one in beside], key, change.order)
    beside_it = beside[max(before, 0)]
    at = rows.start(beside_it) if before < 0 else rows.end(beside_it)
    if rows.in_brackets(owner):
        pair = f"{in_flow(key)}: {in_flow(change.value)}"
        return inserted(at, f"{pair}, " if before < 0 else f", {pair}")
    column = rows.column(rows.start(beside_it))
    written, spaces = f"{scalar(key)}:{after_key(change.value, column)}", " " * column
    if before < 0:
        return inserted(at, f"{written}\n{spaces}")
    return inserted(rows.line_end(at), f"\n{spaces}{written}")


def _before(keys: list[str], key: str, order: tuple[str, ...]) -> int:
    """Return after which key of a mapping a new one comes; -1 for before the first."""
    rank = {one: number for number, one in enumerate(order)}
    known = [one for one in keys if one in rank]
    if key not in rank or not known:
        return len(keys) - 1
    earlier = [one for one in known if rank[one] < rank[key]]
    return keys.index(max(earlier, key=rank.__getitem__)) if earlier else -1


def _insert(rows: Rows, change: Insert) -> list[Edit]:
    *above, number = change.path
    owner = tuple(above)
    items = rows.children(owner) if owner in rows.spans else []
    if not items:  # a list that is empty, or not there yet
        return _put(rows, Put(owner, [change.value]))
    if not isinstance(number, int) or number > len(items):
        raise KeyError(change.path)
    if rows.in_brackets(owner):
        new = in_flow(change.value)
        if number == len(items):
            return [inserted(rows.end(items[-1]), f", {new}")]
        return [inserted(rows.start(items[number]), f"{new}, ")]
    column, lines = rows.column(rows.dash(items[0])), rows.rows(owner)
    gap = rows.text[lines[0][1] : lines[1][0]] if len(lines) > 1 else ""
    gap = "" if gap.strip() else gap.replace("\r\n", "\n")
    new = f"{' ' * column}{item(change.value, column)}\n"
    if number < len(items):
        return [inserted(lines[number][0], f"{new}{gap}")]
    end, gap = lines[-1][1], "" if rows.keeps(rows.last(items[-1])) else gap
    return [inserted(end, ("" if rows.text[end - 1] in "\r\n" else "\n") + gap + new)]


def _remove(rows: Rows, change: Remove) -> list[Edit]:
    path, owner = change.path, change.path[:-1]
    beside, span = rows.children(owner), rows.spans[change.path]
    at = beside.index(path)
    if rows.in_brackets(owner):
        if len(beside) == 1:
            return _put(rows, Put(owner, {} if span.key else []))
        if at:
            return [(rows.end(beside[at - 1]), span.end, "")]
        return [(rows.start(path), rows.start(beside[1]), "")]
    if len(beside) == 1:
        return _emptied(rows, path)
    start, end = _lines(rows, path, beside)
    return [(start, rows.absorbed(start, end), "")]


def _emptied(rows: Rows, path: Path) -> list[Edit]:
    """Return the edits that take the last away from a mapping or list: comments around it stay."""
    owner = path[:-1]
    empty = "{}" if rows.spans[path].key else "[]"
    if not owner or rows.spans[owner].key is None:
        return _put(rows, Put(owner, {} if rows.spans[path].key else []))
    start, end = _lines(rows, path, [path])
    return [inserted(rows.head(owner), f" {empty}"), (start, end, "")]


def _lines(rows: Rows, path: Path, beside: list[Path]) -> tuple[int, int]:
    """Return from where to where an item or key stands, with the empty lines between it and the next."""
    text, at = rows.text, beside.index(path)
    if rows.spans[path].key is None:
        lines = rows.rows(path[:-1])
        start, end = lines[at]
        after = lines[at + 1][0] if at + 1 < len(lines) else end
        before = lines[at - 1][1] if at and after == end else start
        return (
            start if text[before:start].strip() or at + 1 < len(lines) else before,
            end if text[end:after].strip() else after,
        )
    start, end = rows.start(path), rows.after(path)
    if not text[rows.line_start(start) : start].strip():
        return rows.line_start(start), end
    following = rows.start(beside[at + 1])  # the first key of an item stands behind its dash
    return start, rows.line_end(end - 1) if text[end:following].strip() else following


def _move(rows: Rows, change: Move) -> list[Edit]:
    owner, number = change.path[:-1], change.path[-1]
    items = rows.children(owner)
    if not isinstance(number, int) or not 0 <= change.to < len(items) or number >= len(items):
        raise KeyError(change.path)
    text = rows.text
    if rows.in_brackets(owner):
        spans = [(rows.spans[one].start, rows.spans[one].end) for one in items]
    else:
        spans = rows.rows(owner)
        for at, ((start, end), (after, _)) in enumerate(pairwise(spans)):
            comments = _COMMENTS.match(text, end, after)
            spans[at] = (start, comments.end() if comments else end)
    order = [
        (text[start:end].replace("\r\n", "\n"), rows.keeps(rows.last(one)) and end == rows.after(one))
        for (start, end), one in zip(spans, items, strict=True)
    ]
    order.insert(change.to, order.pop(number))
    return [
        (start, rows.below(end) if keeps else end, new)
        for (start, end), (new, keeps) in zip(spans, order, strict=True)
    ]


_EDITS: dict[type[Change], Callable[..., list[Edit]]] = {
    Put: _put,
    Insert: _insert,
    Remove: _remove,
    Move: _move,
}
