"""Names that a user may have meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher


def nearest_first(name: str, known: Iterable[str]) -> str:
    """Return the known names, the nearest to what was written first, parted by commas; "–" if none."""

    def distance(candidate: str) -> tuple[float, str]:
        return -SequenceMatcher(None, name, candidate).ratio(), candidate

    return ", ".join(sorted(known, key=distance)) or "–"
