"""Look in a style sheet for what reaches outside the page: read as browsers read it (CSS Syntax 3)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import tinycss2

from bronbrief.pdf.addresses import is_embedded

# Of these the address can stand in a variable, so that no check sees it.
_FUNCTIONS = frozenset({"src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"})


@lru_cache(maxsize=32)
def reaching_rules(style: str) -> tuple[str, ...]:
    """Return what in a style sheet could load something from outside the page, as it is written."""
    return tuple(_reaching(style))


def _reaching(style: str) -> Iterator[str]:
    todo: list[Any] = list(reversed(tinycss2.parse_component_value_list(style)))
    while todo:
        token = todo.pop()
        inner: Sequence[Any] = getattr(token, "content", None) or getattr(token, "arguments", None) or ()
        todo += reversed(inner)
        if _reaches(token):
            yield token.serialize()


def _reaches(token: Any) -> bool:  # noqa: ANN401 - the library has no types
    match token.type:
        case "at-keyword":
            return bool(token.lower_value == "import")
        case "url":
            return not _stays(token.value)
        case "function" if token.lower_name == "url":
            return any(
                part.type != "whitespace" and not _stays(getattr(part, "value", ""))
                for part in token.arguments
            )
        case "function":
            return token.lower_name in _FUNCTIONS
        case _:
            return False


def _stays(address: object) -> bool:
    return isinstance(address, str) and (address.startswith("#") or is_embedded(address))
