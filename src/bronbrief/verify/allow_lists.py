"""The allow-lists of finished files, as `allowed.toml` has them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bronbrief.core.tables import read_table

_LISTS: Mapping[str, Any] = read_table(files("bronbrief.verify") / "allowed.toml")


@cache
def allow_list(area: str, name: str) -> frozenset[str]:
    """Return the words of one list of an area."""
    return frozenset(_LISTS[area][name].split())


def allow_lists(area: str, table: str) -> Mapping[str, frozenset[str]]:
    """Return the words of every list in a table of an area, by their names."""
    return {name: frozenset(words.split()) for name, words in _LISTS[area][table].items()}
