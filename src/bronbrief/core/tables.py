"""Tables that Bronbrief brings along, in TOML: words, and patterns that are made of parts."""

import re
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_PART = re.compile(r"\{\{(\w+)\}\}")


def read_table(file: "Traversable") -> dict[str, Any]:
    """Read a file of a package."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one table over another, table by table."""
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        if isinstance(value, dict) and isinstance(under, dict):
            value = laid_over(under, value)  # noqa: PLW2901
        merged[key] = value
    return merged


def filled(value: Any, parts: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever a table holds
    """Put parts in the places that patterns leave for them, as in "{{year}}"; a part may use others."""
    match value:
        case dict():
            return {key: filled(one, parts) for key, one in value.items()}
        case list():
            return [filled(one, parts) for one in value]
        case str() if _PART.search(value):
            return filled(_PART.sub(lambda found: parts[found[1]], value), parts)
        case _:
            return value
