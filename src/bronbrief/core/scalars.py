"""From a YAML scalar's value back to the characters that the author typed."""

import re
from collections.abc import Iterator
from functools import lru_cache

LINE_BREAK = re.compile(r"\r\n|\r|\n")
_FOLD = re.compile(r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]|\r\n|\r|\n)*")
_ESCAPED_BREAK = re.compile(r"\\[ \t]*(?:\r\n|\r|\n)[ \t]*")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_WHITE = re.compile(r"[ \t\r\n]*")

Pair = tuple[int, int]


@lru_cache(maxsize=8)  # a long text with a thousand findings is aligned once
def align(raw: str, value: str, style: str) -> tuple[Pair, ...] | None:
    """Find for each character of a value where it starts and ends in the text as typed.

    `raw` is the scalar with its quotation marks or block header; `style` is "" for plain, else one of
    ' " | >. Positions count from the start of `raw`. None when the two do not fit each other.
    """
    pairs = tuple(_block(raw, value) if style in ("|", ">") else _flow(raw, value, style))
    return pairs if len(pairs) == len(value) else None


def _block(raw: str, value: str) -> Iterator[Pair]:
    """Pair runs of white space with runs of white space, and all other characters one by one."""
    header = LINE_BREAK.search(raw)
    at = header.end() if header else len(raw)
    done = 0
    while done < len(value):
        gap, white = _run(raw, at), _run(value, done)
        # The first line's indentation belongs to no character of the value.
        if done == 0 and white == 0:
            at += gap
            gap = 0
        for offset in range(white):
            yield _in_gap(raw, at, gap, white, offset)
        at, done = at + gap, done + white
        if done < len(value):
            if raw[at : at + 1] != value[done]:
                return
            yield at, at + 1
            at, done = at + 1, done + 1


def _in_gap(raw: str, at: int, gap: int, white: int, offset: int) -> Pair:
    """Place a white space of a run: from the front up to the first line break, then from the back."""
    ahead = LINE_BREAK.search(raw, at, at + gap)
    front = gap if ahead is None else ahead.end() - at
    start = at + offset if offset < front else at + max(front, gap - (white - offset))
    start = min(start, at + max(gap - 1, 0))
    return start, min(start + 1, len(raw))


def _run(text: str, at: int) -> int:
    match = _WHITE.match(text, at)
    return match.end() - at if match else 0


def _flow(raw: str, value: str, style: str) -> Iterator[Pair]:
    """Walk a plain or quoted scalar: line breaks fold into one space, or into breaks less one."""
    at = 1 if style else 0
    done = 0
    while done < len(value) and at < len(raw):
        fold = _FOLD.match(raw, at)
        if style == '"' and raw[at] == "\\":
            hidden = _ESCAPED_BREAK.match(raw, at)
            escape = _ESCAPE.match(raw, at)
            if hidden:
                at = hidden.end()
                continue
            end = escape.end() if escape else at + 1
            yield at, end
            at, done = end, done + 1
        elif fold:
            breaks = len(LINE_BREAK.findall(fold.group()))
            for _ in range(max(1, breaks - 1)):
                yield at, fold.end()
                done += 1
            at = fold.end()
        else:
            if raw[at] != value[done]:
                return
            end = at + 2 if style == "'" and raw[at] == "'" else at + 1
            yield at, end
            at, done = end, done + 1
