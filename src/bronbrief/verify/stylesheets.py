"""Read style sheets into rules: selectors, declarations and lines, nested and for some media too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cssselect2
import tinycss2

from bronbrief.core.styles import Token, nested, with_short_numbers

_MOMENTS = re.compile(
    r":(?:hover|active|visited|link|any-link|focus(?:-visible|-within)?|target(?:-within)?|first|left|right)\b(?!\()"
)
_INTO = frozenset({"media", "supports", "layer", "container", "scope", "starting-style"})
_BOXES = frozenset({"before", "after", "marker", "first-line", "first-letter", "selection"})
_OF_PAGES = re.compile(r"margin(?:-\w+)?|size")


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declaration: its name in lower case, its value, whether it is important, and its line."""

    name: str
    value: tuple[Token, ...]
    important: bool
    line: int

    @property
    def text(self) -> str:
        """Return the declaration as one would write it."""
        return f"{self.name}: {tinycss2.serialize(self.value).strip()}"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Declarations, the selectors of the elements that they reach, and the conditions of all media around.

    `moment` tells that they reach them only while the mouse or the focus is there, or a link led there.
    """

    selectors: tuple[Any, ...]
    declarations: tuple[Declaration, ...]
    media: tuple[str, ...]
    moment: bool = False


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The rules of a style sheet in order, and the at-rules that are none of the known kinds, by line."""

    rules: tuple[Rule, ...]
    other: tuple[tuple[str, int], ...]


@lru_cache(maxsize=256)  # more than the matchers made of them: both must know the same rules
def read_stylesheet(text: str) -> Stylesheet:
    """Read a style sheet; what cannot be read is left out, as browsers do."""
    rules: list[Rule] = []
    other: list[tuple[str, int]] = []
    nodes = tinycss2.parse_stylesheet(with_short_numbers(text), True, True)  # noqa: FBT003
    _read(nodes, "", (), rules, other)
    return Stylesheet(tuple(rules), tuple(other))


def read_declarations(text: str) -> tuple[Declaration, ...]:
    """Read the value of a style attribute."""
    nodes = tinycss2.parse_blocks_contents(with_short_numbers(text), True, True)  # noqa: FBT003
    return tuple(_declarations(nodes))


def _read(
    nodes: list[Token], parent: str, media: tuple[str, ...], rules: list[Rule], other: list[tuple[str, int]]
) -> None:
    for node in nodes:
        if node.type == "qualified-rule":
            selector = nested(tinycss2.serialize(node.prelude).strip(), parent)
            _read_block(node.content, selector, media, rules, other)
        elif node.type == "at-rule" and node.lower_at_keyword in _INTO and node.content is not None:
            condition = tinycss2.serialize(node.prelude).strip().lower()
            inner = (*media, condition) if node.lower_at_keyword == "media" else media
            if parent:
                _read_block(node.content, parent, inner, rules, other)
            else:
                _read(tinycss2.parse_rule_list(node.content, True, True), "", inner, rules, other)  # noqa: FBT003
        elif node.type == "at-rule" and node.lower_at_keyword not in _INTO | {"charset"} and _says(node):
            other.append((f"@{node.lower_at_keyword}", node.source_line))


def _says(rule: Token) -> bool:
    """Tell whether an at-rule does more than set the margins of printed pages and which way they lie."""
    if rule.lower_at_keyword != "page":
        return True
    inner = tinycss2.parse_blocks_contents(rule.content or [], True, True)  # noqa: FBT003
    return not all(
        one.type == "declaration"
        and _OF_PAGES.fullmatch(one.lower_name)
        and (one.lower_name != "size" or all(token.type in ("ident", "whitespace") for token in one.value))
        for one in inner
    )


def _read_block(
    content: list[Token],
    selector: str,
    media: tuple[str, ...],
    rules: list[Rule],
    other: list[tuple[str, int]],
) -> None:
    nodes = tinycss2.parse_blocks_contents(content, True, True)  # noqa: FBT003
    declarations = tuple(_declarations(nodes))
    if declarations:
        rules.append(Rule(tuple(_compiled(selector)), declarations, media))
        if (always := _always(selector)) != selector:
            rules.append(Rule(tuple(_compiled(always)), declarations, media, moment=True))
    _read(
        [node for node in nodes if node.type in ("qualified-rule", "at-rule")], selector, media, rules, other
    )


def _declarations(nodes: list[Token]) -> Iterator[Declaration]:
    for node in nodes:
        if node.type == "declaration":
            yield Declaration(node.lower_name, tuple(node.value), node.important, node.source_line)


def _compiled(selector: str) -> Iterator[Any]:
    """Compile a selector; one that is not known here may be known elsewhere, and counts as reaching all."""
    try:
        yield from cssselect2.compile_selector_list(selector)
    except cssselect2.SelectorError:
        pseudo = selector.rpartition("::")[2] if "::" in selector else ""
        known = f"*::{pseudo}" if pseudo in _BOXES else "*"
        yield from cssselect2.compile_selector_list(known)


def _always(selector: str) -> str:
    """Leave out of a selector what is true only for a moment, outside of negations."""
    if not _MOMENTS.search(selector) or ":not(" in selector:
        return selector
    parts = (_MOMENTS.sub("", part).strip() for part in selector.split(","))
    return ", ".join(part if part and part[-1] not in ">+~" else f"{part} *" for part in parts)
