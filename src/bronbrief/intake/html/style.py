"""What the styles of a page declare of its elements, as far as that hides or marks text.

Sheets that a page only links to are not read: nothing is fetched. Shadow trees that a page declares (HTML,
4.12.3) are shown in the place of an element's own content, each with styles of its own.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import cssselect2
import tinycss2

from bronbrief.core.styles import nested, with_short_numbers
from bronbrief.intake.html.notes import drop

Declared = dict[str, str]

WIDE = 1280  # px, of the window in which a page is taken to be read
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_ROUNDS, _LONGEST = 8, 1000
_SHORTHANDS = {
    "background": "background-color",
    "block-size": "height",
    "font": "font-size",
    "inline-size": "width",
    "list-style": "list-style-type",
    "max-block-size": "max-height",
    "max-inline-size": "max-width",
    "overflow-x": "overflow",
    "overflow-y": "overflow",
    "text-decoration": "text-decoration-line",
}
_READ = frozenset(
    """
    display visibility content-visibility opacity font-size position left right top bottom inset margin
    margin-left margin-top text-indent transform translate scale filter clip clip-path overflow width
    max-width height max-height color background-color text-decoration-line list-style-type quotes
    content zoom letter-spacing text-transform unicode-bidi direction -webkit-text-fill-color
    """.split()
)
_AS_WRITTEN = frozenset(["content", "list-style-type"])
_BLOCK = frozenset(["@media", "@supports", "@layer", "@container", "@scope"])
_WIDTHS = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
_NOT_SCREEN = re.compile(
    r"(?:only\s+)?(?:print|speech)\b|not\s+(?:screen|all)\b|.*prefers-(?:color-scheme\s*:\s*dark|contrast)"
)
_MODES = frozenset(["open", "closed"])


@dataclass(frozen=True, slots=True)
class Styles:
    """What is declared of each element, and of what stands at it (“before”, “after”, “marker”)."""

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
            element = wrapped.etree_element
            matched = [(pseudo, said) for _, _, pseudo, said in matcher.match(wrapped)]
            _cascade(styles, element, [*matched, (None, inline.get(element, []))])
    else:
        for element, said in inline.items():
            _cascade(styles, element, [(None, said)])
    _put_in(styles, root)
    return styles


def _put_in(styles: Styles, root: Element) -> None:
    """Put the values of custom properties where they are used; they hold for all that is within."""
    stack: list[tuple[Element, Declared]] = [(root, {})]
    while stack:
        element, known = stack.pop()
        own = styles.own.get(element, {})
        if custom := {name: value for name, value in own.items() if name.startswith("--")}:
            known = known | custom
        for said in (own, *styles.generated.get(element, {}).values()):
            for name in [name for name, value in said.items() if name[:2] != "--" and "var(" in value]:
                said[name] = _without_variables(said[name], known)
        stack.extend((child, known) for child in element)


def _without_variables(value: str, known: Declared) -> str:
    """Put custom properties in a value; one that is not known here may be so in a sheet elsewhere."""
    for _ in range(_ROUNDS):
        if len(value) > _LONGEST:
            break
        value = _VAR.sub(lambda found: known.get(found[1], found[2] or found[0]).strip(), value)
    return value


def _cascade(styles: Styles, element: Element, matched: list[tuple[str | None, list[Any]]]) -> None:
    for important in (False, True):
        for pseudo, declarations in matched:
            for name, value, weight in declarations:
                if weight is not important:
                    continue
                if pseudo is None:
                    styles.own.setdefault(element, {})[name] = value
                elif pseudo in {"before", "after", "marker"}:
                    styles.generated.setdefault(element, {}).setdefault(pseudo, {})[name] = value


def _rules(nodes: list[Any], above: str = "") -> Iterator[tuple[Any, list[Any]]]:
    """Yield each selector with what it declares, where that holds on a screen; pass broken ones over.

    `above` is the selector that rules stand within (CSS Nesting).
    """
    for node in nodes:
        if node.type == "qualified-rule":
            yield from _rule(nested(tinycss2.serialize(node.prelude), above), node.content)
        elif node.type == "at-rule" and f"@{node.lower_at_keyword}" in _BLOCK and node.content is not None:
            if node.lower_at_keyword == "media" and not _on_screen(tinycss2.serialize(node.prelude)):
                continue
            if above:
                yield from _rule(above, node.content)
            else:
                yield from _rules(tinycss2.parse_rule_list(node.content, True, True))  # noqa: FBT003


def _rule(selector: str, content: Any) -> Iterator[tuple[Any, list[Any]]]:  # noqa: ANN401
    nodes = tinycss2.parse_blocks_contents(content, True, True)  # noqa: FBT003
    declarations = _declared(nodes)
    with suppress(cssselect2.SelectorError):
        for one in cssselect2.compile_selector_list(selector) if declarations else ():
            yield one, declarations
    inner = [node for node in nodes if node.type in ("qualified-rule", "at-rule")]
    if inner and len(selector) <= _LONGEST:
        yield from _rules(inner, selector)


def _declarations(content: Any) -> list[tuple[str, str, bool]]:  # noqa: ANN401 - a text or tokens
    return _declared(tinycss2.parse_blocks_contents(content, True, True))  # noqa: FBT003


def _declared(nodes: list[Any]) -> list[tuple[str, str, bool]]:
    found = []
    for node in nodes:
        if node.type == "declaration":
            name = node.name if node.name[:2] == "--" else _SHORTHANDS.get(node.lower_name, node.lower_name)
            if name in _READ or name[:2] == "--":
                value = tinycss2.serialize(node.value).strip()
                kept = name in _AS_WRITTEN or name[:2] == "--"
                found.append((name, value if kept else value.lower(), node.important))
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


def read_styles_and_shadows(root: Element) -> Styles:
    """Read the styles of a page, those of each shadow tree for itself, and put the trees in their places."""
    trees = list(_detached(root))
    styles = read_styles(root)
    for _, tree in trees:
        within = read_styles(tree)
        styles.own.update(within.own)
        styles.generated.update(within.generated)
    for host, tree in trees:
        _attach(host, tree)
    return styles


def _detached(root: Element) -> Iterator[tuple[Element, Element]]:
    """Take the first shadow tree out of each element that has one; yield both."""
    for host in list(root.iter()):
        for at, child in enumerate(host):
            if child.tag == "template" and (child.get("shadowrootmode") or child.get("shadowroot")) in _MODES:
                drop(host, frozenset([at]))
                yield host, child
                break


def _attach(host: Element, tree: Element) -> None:
    """Show a shadow tree in an element, whose own content goes to the slots.

    What has no slot is hidden, and so is what a slot would show if nothing went there.
    """
    light = list(_nodes(host))
    host.text, host[:] = tree.text, list(tree)
    filled: set[str] = set()
    unused: list[Element] = []
    for slot in list(tree.iter("slot")):
        name = slot.get("name", "")
        given = [node for node in light if node.get("slot", "") == name]
        if name not in filled and given:
            filled.add(name)
            unused += _nodes(slot)
            slot.text, slot[:] = None, given
    rest = [*(node for node in light if node.get("slot", "") not in filled), *unused]
    if rest:
        SubElement(host, "div", {"hidden": ""}).extend(rest)


def _nodes(host: Element) -> Iterator[Element]:
    """Yield what an element holds; text becomes an element of its own."""
    yield from _text(host.text)
    for child in list(host):
        tail, child.tail = child.tail, None
        yield child
        yield from _text(tail)


def _text(words: str | None) -> Iterator[Element]:
    if words and words.strip():
        span = Element("span")
        span.text = words
        yield span
