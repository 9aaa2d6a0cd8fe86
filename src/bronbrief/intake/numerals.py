"""How a number of a list is written: in figures, letters, Roman numerals or signs (ECMA-376, 17.18.59)."""

import re
from collections.abc import Callable, Mapping
from string import ascii_lowercase, ascii_uppercase

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CIRCLED = 20
_MOST = 32_767
_PADDED = re.compile(r"(0*)1\s*,")


def format_number(number: int, kind: str, pattern: str = "") -> str | None:
    """Write a number; None for a kind whose words or signs are not known here.

    `pattern` is the row of examples of a kind of one's own: "001, 002, 003, ...".
    """
    if kind == "none":
        return ""
    padded = _PADDED.match(pattern)
    if padded and kind == "custom":
        return f"{number:0{len(padded[1]) + 1}d}"
    if kind in _FIGURES:
        return _FIGURES[kind].format(number)
    if kind in _ENCLOSED and 0 < number <= _CIRCLED:
        return chr(_ENCLOSED[kind] + number)
    return _FORMS[kind](number) if kind in _FORMS and 0 < number <= _MOST else None


def _repeated(signs: str, number: int) -> str:
    """Return the sign of a number, doubled once all have been used, and so on."""
    return signs[(number - 1) % len(signs)] * (-(-number // len(signs)))


def roman(number: int) -> str:
    """Write a number in Roman numerals, in small letters."""
    written = []
    for size, sign in _ROMAN:
        written.append(sign * (number // size))
        number %= size
    return "".join(written)


_FIGURES = {"decimal": "{}", "decimalZero": "{:02d}", "numberInDash": "- {} -", "hex": "{:X}"}
_ENCLOSED = {
    "decimalEnclosedCircle": 0x245F,
    "decimalEnclosedParen": 0x2473,
    "decimalEnclosedFullstop": 0x2487,
}
_FORMS: Mapping[str, Callable[[int], str]] = {
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": lambda number: _repeated(ascii_lowercase, number),
    "upperLetter": lambda number: _repeated(ascii_uppercase, number),
    "chicago": lambda number: _repeated("*†‡§", number),
}
