"""Raised and lowered digits: a power stays one, and no call to a note sticks to a number or a word."""

import re

_SUPERSCRIPTS = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_SUBSCRIPTS = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_UNITS = frozenset(["m", "mm", "cm", "dm", "dam", "hm", "km", "in", "ft"])
_ORDINAL = re.compile(r"(?:e|de|ste|er|re|me|ème|ième|o|a|st|nd|rd|th)[.,;:]?", re.IGNORECASE)
_CALL = re.compile(r"\d{1,3}(?:[,;–-]\s?\d{1,3})*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\Z")
_WORD = re.compile(r"[^\W\d_]+\Z")
_SIGNS = re.compile(r"[^\w]+")


def is_call(before: str, mark: str, notes: frozenset[str]) -> bool:
    """Tell whether a raised mark leads to a note: behind a word or a year, no exponent, its note is there."""
    numbers = re.findall(r"\d+", mark)
    if not _CALL.fullmatch(mark) or not all(number in notes for number in numbers):
        return False
    if before[-1:].isdigit():
        return _YEAR.search(before) is not None
    word = _WORD.search(before)
    return word is None or not (len(word[0]) == 1 or word[0] in _UNITS)


def written(before: str, mark: str, raised: int) -> str:
    """Write a mark that is no call, so that it cannot be read as part of what stands before it."""
    core = mark.rstrip(".,;:)") if raised > 0 else mark
    tail = mark[len(core) :]
    if not core or _SIGNS.fullmatch(core) or (before[-1:].isdigit() and _ORDINAL.fullmatch(core)):
        return mark
    known = _SUPERSCRIPTS if raised > 0 else _SUBSCRIPTS
    if all(char in known for char in core):
        return "".join(known[char] for char in core) + tail
    return f"{'^' if raised > 0 else '_'}({core}){tail}"
