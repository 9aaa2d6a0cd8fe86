"""Find custom properties that unfold too far: of twenty that double each other, one makes a million."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import tinycss2

from bronbrief.core.styles import Token, walk, with_short_numbers, within

MOST_TOKENS, DEEPEST = 1000, 30
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Property:
    """A custom property as it is declared, with the number of its tokens and the properties that it uses."""

    name: str
    written: str
    tokens: int
    uses: tuple[str, ...]


def unfolding(styles: Iterable[str]) -> Iterator[str]:
    """Yield the declarations that unfold to too many tokens, or through too many others or themselves.

    An element inherits what another one computed: all style sheets and attributes of a page count as one.
    """
    declared = [one for style in styles if "--" in style for one in _properties(style)]
    reach = dict.fromkeys((one.name for one in declared), 0)
    for _ in range(DEEPEST):  # each round follows one reference more
        before, reach = reach, dict(reach)
        for one in declared:
            reach[one.name] = max(reach[one.name], _size(one, before))
        if reach == before:
            break
    yield from (one.written for one in declared if _size(one, reach) > min(MOST_TOKENS, reach[one.name]))


def _size(one: Property, reach: dict[str, int]) -> int:
    return min(one.tokens + sum(reach.get(name, 0) for name in one.uses), MOST_TOKENS + 1)


@lru_cache(maxsize=64)  # the style sheets of a few templates, for workers that fill one page after the other
def _properties(style: str) -> tuple[Property, ...]:
    """Return the custom properties that are declared anywhere in a style sheet or attribute."""
    return tuple(_declared(style))


def _declared(style: str) -> Iterator[Property]:
    sheet = tinycss2.parse_component_value_list(with_short_numbers(style), skip_comments=True)
    for held in (sheet, *map(within, walk(sheet))):
        tokens = [token for token in held if token.type != "whitespace"]
        ends = [at for at, one in enumerate(tokens, 1) if one == ";" or one.type == "{} block"]
        for start, end in pairwise((0, *ends, len(tokens))):
            name, *rest = tokens[start:end] or [None]
            if rest and rest[0] == ":" and name.type == "ident" and name.value.startswith("--"):
                yield _property(tokens[start:end])


def _property(tokens: Sequence[Token]) -> Property:
    written = tinycss2.serialize(tokens[:_SHOWN])[:_SHOWN].removesuffix(";")
    all_tokens = list(walk(tokens))
    used = (one.arguments for one in all_tokens if one.type == "function" and one.lower_name == "var")
    uses = (name for held in used for name in [one.value for one in held if one.type == "ident"][:1])
    return Property(tokens[0].value, written, len(all_tokens), tuple(uses))
