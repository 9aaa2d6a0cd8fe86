"""Look in a style sheet for what reaches outside the page: read as browsers read it (CSS Syntax 3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import tinycss2

from bronbrief.core.styles import Token, endless_number, walk
from bronbrief.html.addresses import is_embedded

_LINE = re.compile(r"\r\n|[\r\n\f]")
# Of these the address can stand in a variable, so that no check sees it.
_FUNCTIONS = frozenset({"src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"})


SHOWN, MOST = 200, 20


@dataclass(frozen=True, slots=True)
class Reach:
    """What in a style sheet could load something: put plainly, and as it and what follows is written."""

    plain: str
    written: str


@lru_cache(maxsize=32)
def reaching_rules(style: str) -> tuple[Reach, ...]:
    """Return what in a style sheet could load something from outside the page, the first few of it.

    A number that no parser takes is among it: nobody can say what else stands there.
    """
    return tuple(islice(_reaching(style), MOST))


def _reaching(style: str) -> Iterator[Reach]:
    endless = endless_number(style)
    if endless is not None:
        written = style[endless : endless + SHOWN]
        yield Reach(written, written)
        return
    lines = _LINE.split(style)
    for token in walk(tinycss2.parse_component_value_list(style)):
        if _reaches(token):
            written = "\n".join(lines[token.source_line - 1 :][:3])[token.source_column - 1 :]
            yield Reach(token.serialize(), written[:SHOWN])


def _reaches(token: Token) -> bool:
    match token.type:
        case "at-keyword":
            return bool(token.lower_value == "import")
        case "error":
            return bool(token.kind == "bad-url")
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
