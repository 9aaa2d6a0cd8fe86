"""Raised and lowered text, formulas and glosses: written so that no figure sticks to the one before it."""

import re

_UP = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_DOWN = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_YEAR = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d\Z")
_CALL = re.compile(r"\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*")
UP, DOWN = "sup", "sub"
_TABLES = {UP: _UP, DOWN: _DOWN}
RAISED = {"sup": UP, "sub": DOWN}
_SCRIPTS = {"msup": (UP,), "msub": (DOWN,), "msubsup": (DOWN, UP), "munderover": (DOWN, UP)}


def is_unlinked_call(words: str, before: str) -> bool:
    """Tell whether a raised number stands behind a year, where it can be no exponent."""
    return bool(_CALL.fullmatch(words) and _YEAR.search(before))


def written(words: str, direction: str, before: str) -> tuple[str, bool]:
    """Return what is put before raised or lowered words, and whether they have characters of their own.

    Figures and signs have. Other words with a figure get a mark where they would stick to the one before; a
    raised letter, as in 19e, and a figure lowered behind one, as in CO2, are written as they are.
    """
    plain = words.strip()
    if direction == DOWN and before[-1:].isalpha():
        return "", False
    if plain and all(ord(char) in _TABLES[direction] for char in plain):
        return "", True
    apart = before[-1:].isdigit() and any(char.isdigit() for char in plain)
    return ("^" if direction == UP else "_") if apart else "", False


def translated(words: str, direction: str) -> str:
    """Write figures and signs as the raised or lowered characters that they are."""
    return words.translate(_TABLES[direction])


def script_of(tag: str, at: int) -> str:
    """Return whether a part of a formula (MathML 3, section 3.4) is raised or lowered; "" for neither."""
    scripts = _SCRIPTS.get(tag, ())
    return scripts[at - 1] if 0 < at <= len(scripts) else ""
