"""What browsers draw in SVG images and the typesetter does not: found, so that page and PDF are alike."""

import re
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--(?:(?!-->|<!--).)*-->", re.DOTALL)
_UNDRAWN = re.compile(
    r"""
    stop-opacity\s{0,9}[:=]\s{0,9}["']?\s{0,9}(?:0?\.\d|0(?![.\d])|\d\d?(?:\.\d+)?%)
    | stop-color\s{0,9}[:=]\s{0,9}["']?\s{0,9}(?:(?:rgb|hsl)a?\([^()]{0,99}[,/]\s{0,9}0?\.\d|transparent)
    | <(?:\w+:)?(?P<element>mask|filter|foreignObject|textPath)\b
    | mix-blend-mode\s{0,9}:
    | paint-order\s{0,9}[:=]
    | \bvar\(
    | (?<![\w-])stroke\s{0,9}[:=]\s{0,9}["']?\s{0,9}url\(
    | @font-face
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME = re.compile(r"[\w@-]+")


@dataclass(frozen=True, slots=True)
class Undrawn:
    """What an SVG image holds that would not print as browsers show it, and the line of it in the file."""

    feature: str
    line: int


def undrawn(data: bytes) -> Undrawn | None:
    """Return the first thing in an SVG image that the typesetter leaves out or draws otherwise, or None."""
    text = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), data.decode(errors="replace"))
    found = _UNDRAWN.search(text)
    if found is None:
        return None
    name = found["element"] or _NAME.search(found[0])[0]  # type: ignore[index]  # each begins with a name
    return Undrawn(name, text.count("\n", 0, found.start()) + 1)
