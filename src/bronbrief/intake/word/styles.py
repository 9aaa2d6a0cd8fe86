"""Styles of a Word document (ECMA-376, 17.7): which properties a run or a paragraph ends up with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from xml.etree.ElementTree import Element

from bronbrief.intake.word.package import descend

Properties = Mapping[str, Element]

# Properties that turn each other where both kinds of style set them (17.7.3).
TOGGLES = ("w:vanish", "w:strike", "w:caps")
_OFF = frozenset(["0", "false", "off"])
HEADING = re.compile(r"(?:heading|kop|titre|überschrift)\s*([1-9])", re.IGNORECASE)
_DEEPEST = 6
_BODY = 9


def is_on(element: Element | None) -> bool:
    """Tell whether a property that is on or off is on."""
    return element is not None and value(element, "1") not in _OFF


def value(element: Element | None, default: str = "") -> str:
    """Return what an element says in its attribute `val`, whose name differs between vocabularies."""
    if element is None:
        return default
    for name in ("w:val", "m:val", "w14:val", "val"):
        if name in element.attrib:
            return element.attrib[name]
    return default


def said(element: Element | None, name: str, default: str = "") -> str:
    """Return what an element says in an attribute."""
    return element.get(name, default) if element is not None else default


def font(fonts: Element | None) -> str:
    """Return the name of the font of plain letters."""
    return said(fonts, "w:ascii") or said(fonts, "w:hAnsi")


def number(text: str | None, default: int = 0) -> int:
    """Return a whole number as Word writes it, or the default where it is none."""
    try:
        return int(float(text or ""))
    except (ValueError, OverflowError):
        return default


@dataclass(frozen=True, slots=True)
class RunProperties:
    """The properties of a run: the nearest of each, and the toggles as they work out."""

    nearest: Properties = field(default_factory=dict)
    toggled: frozenset[str] = frozenset()

    def on(self, name: str) -> bool:
        """Tell whether a property is on."""
        return name in self.toggled if name in TOGGLES else is_on(self.nearest.get(name))


class Styles:
    """The styles of one document, by id."""

    def __init__(self, root: Element) -> None:
        styles = list(root.iter("w:style"))
        self._by_id = {one.get("w:styleId", ""): one for one in styles}
        self._default = {
            one.get("w:type", ""): one.get("w:styleId", "")
            for one in styles
            if one.get("w:default") in {"1", "true", "on"}
        }
        self._defaults = _by_tag(descend(root, "w:docDefaults/w:rPrDefault/w:rPr"))
        self.chain = cache(self._chain)
        self._of_style = cache(self._run_of_style)

    def paragraph(self, style: str, name: str) -> Element | None:
        """Return a paragraph property as a style sets it, by itself or by those that it is based on."""
        found = (descend(one, f"w:pPr/{name}") for one in reversed(self.chain(self.paragraph_style(style))))
        return next((one for one in found if one is not None), None)

    def paragraph_style(self, style: str) -> str:
        """Return the id of a paragraph's style; an empty one stands for the default."""
        return style or self._default.get("paragraph", "")

    def level(self, own: Element | None, style: str) -> int:
        """Return the level of a heading by an outline level of its `own` or its style; 0 where it is none."""
        style = self.paragraph_style(style)
        outline = own if own is not None else self.paragraph(style, "w:outlineLvl")
        if outline is not None:
            level = number(value(outline), _BODY)
            return min(level + 1, _DEEPEST) if level < _BODY else 0
        names = [value(one.find("w:name")).lower() for one in reversed(self.chain(style))] or [style]
        found = next(filter(None, map(HEADING.fullmatch, names)), None)
        return min(int(found[1]), _DEEPEST) if found else int(names[0] == "title")

    def shaded(self, table_style: str) -> bool:
        """Tell whether a style of tables may colour cells."""
        return any(next(one.iter("w:shd"), None) is not None for one in self.chain(table_style))

    def run(self, direct: Element | None, paragraph: str, table: str) -> RunProperties:
        """Return the properties of a run: defaults, styles of table, paragraph and run, then its own."""
        own = _by_tag(direct)
        styles = (table, self.paragraph_style(paragraph), value(own.get("w:rStyle")))
        layers = [self._of_style(one) for one in styles if one]
        nearest: dict[str, Element] = dict(self._defaults)
        for layer in layers:
            nearest |= layer
        toggled = set()
        for name in TOGGLES:
            turned = sum(is_on(layer.get(name)) for layer in layers) % 2 == 1
            on = is_on(own[name]) if name in own else turned or is_on(self._defaults.get(name))
            toggled |= {name} if on else set()
        return RunProperties(nearest | own, frozenset(toggled))

    def _run_of_style(self, style: str) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for one in self.chain(style):
            found |= _by_tag(one.find("w:rPr"))
        return found

    def _chain(self, style: str) -> tuple[Element, ...]:
        """Return a style and those that it is based on, the last of these first."""
        found: list[Element] = []
        while style in self._by_id and self._by_id[style] not in found:
            found.append(self._by_id[style])
            style = value(found[-1].find("w:basedOn"))
        return tuple(reversed(found))


def _by_tag(properties: Element | None) -> dict[str, Element]:
    return {one.tag: one for one in properties} if properties is not None else {}
