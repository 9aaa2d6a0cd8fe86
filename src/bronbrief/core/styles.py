"""What reading a style takes besides a parser, which long numbers break and which leaves nesting to us."""

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


def nested(selector: str, above: str) -> str:
    """Return the selector of a rule as it is where it stands within another, `above` (CSS Nesting 1, 2)."""
    if not above:
        return selector
    if "&" in selector:
        return selector.replace("&", f":is({above})")
    return ", ".join(f":is({above}) {one.strip()}" for one in selector.split(","))
