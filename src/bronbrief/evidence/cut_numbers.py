"""A number that a cut takes from what belongs to it: a range, a unit, a sign, a date, a power."""

import re

from bronbrief.evidence.turning import NumberWords

_SIGN_BEFORE = re.compile(r"(?:[<>≤≥≈~=≠±∓]|\d\s?[-–—−/×*·^]|\d [xX]|\d)\s?\Z")
_SIGN_AFTER = re.compile(r"\s?[-–—−/×*·^]\s?\d| [xX] ?\d|\s?[°℃℉%‰]|[⁰¹²³⁴-⁹½¼¾⅓⅔]| \d")
_ENDS_IN_NUMBER = re.compile(r"\d[\])]?\Z")
_REACH = 40


def number_around(text: str, at: int, words: NumberWords) -> str:
    """Return, whole, the number that a cut before character `at` of a text divides; "" for none."""
    before, after = text[max(at - _REACH, 0) : at], text[at : at + _REACH]
    if not before.strip() or not after.strip():
        return ""
    if not (_goes_on(before.rstrip(), after, words) or _began_before(before.rstrip(), after.lstrip(), words)):
        return ""
    # What stands against the cut goes by itself; behind a space it is a word such as "ruim" or "miljoen".
    head = re.search(r"(?:\S+ ){1,2}\Z|\S+\Z", before)
    tail = re.match(r" (?:\S+ ?){1,2}|\d{1,3}(?: \d{3})+|\S+", after)
    return f"{head[0] if head else ''}{tail[0] if tail else ''}".strip(" .,;:")


def _goes_on(before: str, after: str, words: NumberWords) -> bool:
    """Tell whether what follows a cut belongs to the number with which the words before it end."""
    if words.scale.match(after):
        return True
    return bool(_ENDS_IN_NUMBER.search(before)) and bool(_SIGN_AFTER.match(after) or words.after.match(after))


def _began_before(before: str, after: str, words: NumberWords) -> bool:
    """Tell whether what stands before a cut belongs to the number with which the words after it begin."""
    return after[0].isdigit() and bool(_SIGN_BEFORE.search(before) or words.before.search(before))
