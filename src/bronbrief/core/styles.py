"""What reading a style takes besides a parser, which long numbers break and which leaves nesting to us."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

Token: TypeAlias = Any
"""What the parser makes of a style (tinycss2 has no types)."""

_DIGITS = 400
"""More than any number that a browser tells from infinity has (IEEE 754, binary64)."""
_LONG = re.compile(rf"(?<!\d)(\d{{{_DIGITS}}})\d++")


def endless_number(style: str) -> int | None:
    """Return where a number begins that is too long for any parser; None where there is none."""
    found = _LONG.search(style)
    return found.start() if found else None


def with_short_numbers(style: str) -> str:
    """Return a style sheet in which numbers mean the same and have no more digits than a parser takes."""
    return _LONG.sub(r"\1", style)


def nested(selector: str, above: str) -> str:
    """Return the selector of a rule as it is where it stands within another, `above` (CSS Nesting 1, 2)."""
    if not above:
        return selector
    if "&" in selector:
        return selector.replace("&", f":is({above})")
    return ", ".join(f":is({above}) {one.strip()}" for one in selector.split(","))


def within(token: Token) -> Sequence[Token]:
    """Return the tokens that a function, a pair of brackets or a block holds (CSS Syntax 3, 5)."""
    return getattr(token, "content", None) or getattr(token, "arguments", None) or ()


def walk(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens as they stand, and behind each those within it."""
    todo = list(tokens)[::-1]
    while todo:
        token = todo.pop()
        yield token
        todo += reversed(within(token))
