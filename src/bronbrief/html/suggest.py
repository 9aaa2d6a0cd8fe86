"""Names that a user may have meant, in one line."""

from collections.abc import Iterable

from bronbrief.core.near import by_likeness


def nearest_first(name: str, known: Iterable[str]) -> str:
    """Return the known names, the nearest to what was written first, parted by commas; "–" if none."""
    return ", ".join(by_likeness(name, known)) or "–"
