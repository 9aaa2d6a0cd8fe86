"""What the sources of a run say, each passage read once for all briefs that cite it."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class FactCache:
    """Values by key, made when they are first asked for; one cache serves one catalogue of sources."""

    def __init__(self) -> None:
        """Begin empty; this loads nothing of what reads sources."""
        self._kept: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the value of a key; `make` makes it the first time."""
        if key not in self._kept:
            self._kept[key] = make()
        value: T = self._kept[key]
        return value
