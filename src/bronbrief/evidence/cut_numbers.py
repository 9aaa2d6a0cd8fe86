"""A number that a cut takes from what belongs to it: a range, a unit, a sign, a date, a power."""

import re

from bronbrief.evidence.turning import NumberWords

_SIGN_BEFORE = re.compile(r"(?:[<>≤≥≈~=≠±∓€$£]|(?<![^\s(])[-−](?=\Z)|\d\s?[-–—−/×*·^]|\d [xX]|\d)\s?\Z")
_SIGN_AFTER = re.compile(r"\s?[-–—−/×*·^]\s?\d| [xX] ?\d|\s?[°℃℉%‰]|[⁰¹²³⁴-⁹½¼¾⅓⅔]| \d|[-‑][^\W\d_]")
_LAST, _FIRST = re.compile(r"\S+\Z"), re.compile(r"\d{1,3}(?: \d{3})+|\S+")
_REACH = 40
_CURRENCIES = "€$£"


def number_around(text: str, at: int, words: NumberWords) -> str:
    """Return, whole, the number that a cut before character `at` of a text divides; "" for none."""
    before, after = text[max(at - _REACH, 0) : at], text[at : at + _REACH]
    for span in words.range.finditer(before + after):
        if span.start() < len(before.rstrip()) and len(before) < span.end():
            return span[0]
    last, first = _LAST.search(before.rstrip()), _FIRST.match(after.lstrip())
    if not last or not first:
        return ""
    found = _goes_on(last[0], after, words)
    if found:
        return f"{last[0]}{found}".strip(" .,;:")
    began = _began(before, words) if first[0][0].isdigit() else ""
    return f"{began}{first[0]}".strip(" .,;:") if began else ""


def _goes_on(last: str, after: str, words: NumberWords) -> str:
    """Return what follows a cut and belongs to the number with which the words before it end."""
    found = words.scale.match(after)
    amount = _FIRST.match(after.lstrip()) if last[-1] in _CURRENCIES else None
    if amount and amount[0][0].isdigit():
        return amount[0]
    if not found and last.rstrip("])")[-1:].isdigit():
        found = _SIGN_AFTER.match(after) or words.after.match(after)
    return f"{found[0]}{_token_start(after[found.end() :])}" if found else ""


def _began(before: str, words: NumberWords) -> str:
    """Return what stands before a cut and belongs to the number with which the words after it begin."""
    found = _SIGN_BEFORE.search(before) or words.before.search(before)
    return f"{_token_end(before[: found.start()])}{before[found.start() :]}" if found else ""


def _token_start(text: str) -> str:
    return re.split(r"\s", text, maxsplit=1)[0]


def _token_end(text: str) -> str:
    return re.split(r"\s", text)[-1]
