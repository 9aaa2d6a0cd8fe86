"""Style sheets and attributes before they are parsed: parsers break on numbers of more than 4300 digits."""

import re

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
