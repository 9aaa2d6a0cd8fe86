"""The allow-lists of finished files, as `allowed.toml` has them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_LISTS: Mapping[str, Any] = tomllib.loads(
    (files("bronbrief.verify") / "allowed.toml").read_text(encoding="utf-8")
)


@cache
def allow_list(area: str, name: str) -> frozenset[str]:
    """Return the words of one list of an area."""
    return frozenset(_LISTS[area][name].split())


def allow_lists(area: str, table: str) -> Mapping[str, frozenset[str]]:
    """Return the words of every list in a table of an area, by their names."""
    return {name: frozenset(words.split()) for name, words in _LISTS[area][table].items()}
