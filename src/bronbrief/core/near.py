"""Did you mean: the known name that a mistyped one is nearest to.

By difflib, not rapidfuzz as elsewhere: they rank short names otherwise, and findings name what this chose.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_LONGEST = 80


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the known name most like `name`, or None if none is; letter case does not count.

    `likeness` is difflib's ratio, from 0 to 1. Names of over 80 characters resemble nothing.
    """
    if len(name) > _LONGEST:
        return None
    plain = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    found = get_close_matches(name.casefold(), sorted(plain), n=1, cutoff=likeness)
    return plain[found[0]] if found else None


def by_likeness(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names, those most like `name` first."""
    clipped = name[:_LONGEST].casefold()

    def unlikeness(candidate: str) -> tuple[float, str]:
        return -SequenceMatcher(None, clipped, candidate.casefold()).ratio(), candidate

    return sorted(known, key=unlikeness)


def nearest_first(name: str, known: Iterable[str], most: int | None = None) -> str:
    """Return the known names, or the first few, in one line, those most like `name` first; "–" for none."""
    return ", ".join(by_likeness(name, known)[:most]) or "–"
