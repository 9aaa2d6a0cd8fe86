"""Inspect a finished page by an allow-list: nothing in it runs, loads, sends or leads where it may not.

Whatever is not named here is refused, so that what browsers learn later is refused as well. Building a brief
and verifying one use the same lists.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from bronbrief.core.styles import endless_number
from bronbrief.html.addresses import is_embedded, is_link
from bronbrief.html.markup import MalformedError, Tag, tags
from bronbrief.html.style_rules import reaching_rules
from bronbrief.html.unfolding import unfolding

_ELEMENTS = """
    html head meta title style script body header main footer nav section article aside address hgroup search
    h1 h2 h3 h4 h5 h6 p div ul ol li dl dt dd blockquote figure figcaption hr pre details summary
    table caption colgroup col thead tbody tfoot tr th td
    a span em strong b i u s small sub sup mark q cite dfn abbr code kbd samp var time data del ins br wbr
    bdi bdo ruby rt rp img svg
"""
_GLOBAL = """
    id class lang dir title role tabindex translate style
    property typeof prefix vocab about resource datatype content
"""
_DRAWING = """
    x y dx x1 x2 y1 y2 cx cy r rx ry d points width height viewbox fill stroke stroke-width stroke-dasharray
    stroke-linecap stroke-linejoin fill-opacity font-family font-size font-weight text-anchor
"""
DRAWN, DRAWING = (
    frozenset(["line", "rect", "circle", "path", "polyline", "polygon", "text", "tspan", "g"]),
    frozenset(_DRAWING.split()),
)
"""What a drawing within the page may hold (SVG 2): shapes and text, no links, styles, images or scripts."""
ELEMENTS, GLOBAL = frozenset(_ELEMENTS.split()), frozenset(_GLOBAL.split())
OWN = {
    "a": {"href", "hreflang", "rel", "target"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "del": {"cite", "datetime"},
    "ins": {"cite", "datetime"},
    "time": {"datetime"},
    "data": {"value"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "col": {"span"},
    "colgroup": {"span"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "details": {"open"},
    "meta": {"name", "charset", "http-equiv"},
    "script": {"type"},
    "svg": {"width", "height", "viewbox", "xmlns"},
}
_NUMBERS = "colspan rowspan span start value width height"
RELATIONS = frozenset("author bookmark external help license nofollow noopener noreferrer tag".split())
POLICY, DATA = "content-security-policy", "application/ld+json"
SHOWN = 40
_WORD_END = re.compile(r"[(\s]")
_VALUES: Mapping[str, Callable[[str], bool]] = {
    "src": is_embedded,
    "rel": lambda value: RELATIONS.issuperset(value.lower().split()),
    "charset": lambda value: value.lower() == "utf-8",
    "http-equiv": lambda value: value.lower() == POLICY,
    "style": lambda value: not reaching_rules(value),
    **dict.fromkeys(_NUMBERS.split(), lambda value: endless_number(value) is None),
}


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What a page may not hold: how it is shown to people, and how it is written, from its `start` on."""

    shown: str
    written: str
    start: str


def forbidden(page: str, *, beside: bool) -> tuple[Forbidden, ...]:
    """Return all that a finished page may not hold, in order, without repeats.

    With `beside` its links may lead to files in its own folder. Markup that is not whole ends the list.
    """
    found: dict[Forbidden, None] = {}
    policies = 0
    try:
        for tag in tags(page):
            found.update(dict.fromkeys(_in_tag(tag, beside=beside)))
            policies += ("http-equiv", POLICY) in ((name, value.lower()) for name, value in tag.attributes)
            if policies > 1:
                found[_attribute(tag, "http-equiv", POLICY)] = None
                policies = 1
    except MalformedError as error:
        written = str(error)
        found[Forbidden(" ".join(written[:SHOWN].split()), written, written[:1])] = None
    return tuple(found)


def in_sheet(style: str) -> Iterator[Forbidden]:
    """Yield what a style sheet may not hold."""
    for reach in reaching_rules(style):
        yield Forbidden(reach.plain[:SHOWN], reach.written, _WORD_END.split(reach.written)[0])


def unfolding_too_far(page: str, sheet: str = "") -> Iterator[Forbidden]:
    """Yield the custom properties that unfold too far, of a page and of a style sheet for it."""
    styles = [sheet]
    with suppress(MalformedError):
        for tag in tags(page):
            styles += [tag.content] if tag.name == "style" else []
            styles += [value for name, value in tag.attributes if name == "style"]
    for written in dict.fromkeys(unfolding(styles)):
        yield Forbidden(written[:SHOWN], written, written.split(":")[0].strip())


def _in_tag(tag: Tag, *, beside: bool) -> Iterator[Forbidden]:
    if tag.name not in ELEMENTS:
        yield Forbidden(f"<{tag.name}>", tag.written, f"<{tag.name}")
        return
    own = OWN.get(tag.name, set())
    for name, value in tag.attributes:
        if name not in GLOBAL and name not in own and not name.startswith(("aria-", "data-")):
            yield _attribute(tag, name)
        elif not _may_be(name, value, beside=beside):
            yield _attribute(tag, name, value)
    if tag.name == "script" and [value for name, value in tag.attributes if name == "type"] != [DATA]:
        yield Forbidden("<script>", tag.written, "<script")
    if tag.name == "style":
        yield from in_sheet(tag.content)
    if tag.name == "svg":
        yield from _in_drawing(tag)


def _in_drawing(drawing: Tag) -> Iterator[Forbidden]:
    for tag in tags(drawing.content):
        if tag.name not in DRAWN:
            yield Forbidden(f"<svg> <{tag.name}>", tag.written, f"<{tag.name}")
        for name, value in tag.attributes:
            known = name in DRAWING or name in ("class", "id") or name.startswith("aria-")
            if not known or "url(" in value.lower():
                yield _attribute(tag, name, value)


def _may_be(name: str, value: str, *, beside: bool) -> bool:
    if name in ("href", "cite"):
        return is_link(value, beside=beside)
    return name not in _VALUES or _VALUES[name](value)


def _attribute(tag: Tag, name: str, value: str | None = None) -> Forbidden:
    said = "" if value is None else f'="{value[:SHOWN]}"'
    return Forbidden(f"<{tag.name} {name}{said}>", tag.written, f"<{tag.name}")
