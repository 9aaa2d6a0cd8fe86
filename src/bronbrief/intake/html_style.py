"""What the styles of a page declare of its elements, as far as that hides or marks text.

Sheets that a page only links to are not read: nothing is fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

from bronbrief.core.styles import with_short_numbers

Declared = dict[str, str]

WIDE = 1280  # px, of the window in which a page is taken to be read
_SHORTHANDS = {
    "background": "background-color",
    "font": "font-size",
    "list-style": "list-style-type",
    "overflow-x": "overflow",
    "overflow-y": "overflow",
    "text-decoration": "text-decoration-line",
}
_READ = frozenset(
    """
    display visibility content-visibility opacity font-size position left right top bottom inset margin
    margin-left margin-top text-indent transform translate scale filter clip clip-path overflow width
    max-width height max-height color background-color text-decoration-line list-style-type quotes
    content
    """.split()
)
_BLOCK = frozenset(["@media", "@supports", "@layer", "@container", "@scope"])
_WIDTHS = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
_NOT_SCREEN = re.compile(
    r"(?:only\s+)?(?:print|speech)\b|not\s+(?:screen|all)\b|.*prefers-(?:color-scheme\s*:\s*dark|contrast)"
)


@dataclass(frozen=True, slots=True)
class Styles:
    """What is declared of each element, and of what stands before and after it (“before”, “after”)."""

    own: dict[Element, Declared] = field(default_factory=dict)
    generated: dict[Element, dict[str, Declared]] = field(default_factory=dict)


def read_styles(root: Element) -> Styles:
    """Read the styles of a page in the order of the cascade: sheets, attributes, then what is important."""
    styles = Styles()
    matcher, rules = cssselect2.Matcher(), 0
    for sheet in root.iter("style"):
        if _on_screen(sheet.get("media", "")):
            style = with_short_numbers("".join(sheet.itertext()))
            nodes = tinycss2.parse_stylesheet(style, True, True)  # noqa: FBT003
            for selector, declarations in _rules(nodes):
                matcher.add_selector(selector, declarations)
                rules += 1
    attributes = ((one, one.get("style")) for one in root.iter())
    inline = {one: _declarations(with_short_numbers(style)) for one, style in attributes if style}
    if rules:
        for wrapped in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
            matched = [(pseudo, said) for _, _, pseudo, said in matcher.match(wrapped)]
            _cascade(styles, wrapped.etree_element, matched, inline)
    else:
        for element in inline:
            _cascade(styles, element, [], inline)
    return styles


def _cascade(
    styles: Styles,
    element: Element,
    matched: list[tuple[str | None, list[Any]]],
    inline: dict[Element, list[Any]],
) -> None:
    whole = [*matched, (None, inline.get(element, []))]
    for important in (False, True):
        for pseudo, declarations in whole:
            for name, value, weight in declarations:
                if weight is not important:
                    continue
                if pseudo is None:
                    styles.own.setdefault(element, {})[name] = value
                elif pseudo in {"before", "after"}:
                    styles.generated.setdefault(element, {}).setdefault(pseudo, {})[name] = value


def _rules(nodes: list[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Yield each selector with what it declares, where that holds on a screen; pass broken ones over."""
    for node in nodes:
        if node.type == "at-rule" and f"@{node.lower_at_keyword}" in _BLOCK and node.content is not None:
            if node.lower_at_keyword != "media" or _on_screen(tinycss2.serialize(node.prelude)):
                yield from _rules(tinycss2.parse_rule_list(node.content, True, True))  # noqa: FBT003
        elif node.type == "qualified-rule":
            declarations = _declarations(node.content)
            try:
                selectors = cssselect2.compile_selector_list(node.prelude) if declarations else ()
            except cssselect2.SelectorError:
                continue
            for selector in selectors:
                yield selector, declarations


def _declarations(content: Any) -> list[tuple[str, str, bool]]:  # noqa: ANN401 - a text or tokens
    found = []
    for node in tinycss2.parse_blocks_contents(content, True, True):  # noqa: FBT003
        if node.type == "declaration":
            name = _SHORTHANDS.get(node.lower_name, node.lower_name)
            if name in _READ:
                value = tinycss2.serialize(node.value).strip()
                found.append((name, value if name == "content" else value.lower(), node.important))
    return found


def _on_screen(media: str) -> bool:
    """Tell whether a media query holds in a window of a usual width."""
    return not media.strip() or any(_holds(" ".join(one.lower().split())) for one in media.split(","))


def _holds(query: str) -> bool:
    if _NOT_SCREEN.match(query):
        return False
    for edge, number, unit in _WIDTHS.findall(query):
        width = float(number) * (1 if unit == "px" else 16)
        if (edge == "min" and width > WIDE) or (edge == "max" and width < WIDE):
            return False
    return True
