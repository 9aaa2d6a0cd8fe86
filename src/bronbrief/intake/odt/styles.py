"""Styles of OpenDocument (ODF 1.3, part 3, 16): what is declared of text, paragraphs and cells, as CSS."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from bronbrief.intake.page_writer import Look

Properties = dict[str, str]
_NO_LINE = frozenset(["", "none"])
_DEPTH = 50


class Styles:
    """The styles of a document by family and name, each with those that it is based on."""

    def __init__(self, *roots: Element) -> None:
        self._named: dict[tuple[str, str], Element] = {}
        self._default: dict[str, Element] = {}
        for root in roots:
            for part in ("office:styles", "office:automatic-styles"):
                for one in (style for found in root.iter(part) for style in found):
                    family = one.get("style:family", "")
                    if one.tag == "style:style":
                        self._named[family, one.get("style:name", "")] = one
                    elif one.tag == "style:default-style":
                        self._default[family] = one

    def properties(self, family: str, name: str, kind: str = "text") -> Properties:
        """Return what a style and those below it declare, the nearest last."""
        found: Properties = {}
        for one in reversed(list(self._chain(family, name))):
            for child in one:
                if child.tag == f"style:{kind}-properties":
                    found |= child.attrib
        return found

    def attribute(self, family: str, name: str, key: str) -> str | None:
        """Return an attribute of the nearest style that has it."""
        values = (one.get(key) for one in self._chain(family, name))
        return next((value for value in values if value is not None), None)

    def based_on(self, family: str, name: str) -> set[str]:
        """Return the names of a style and of those that it is based on."""
        return {one.get("style:name", "") for one in self._chain(family, name)}

    def language(self) -> str:
        """Return the language of paragraphs whose style says none."""
        said = self.properties("paragraph", "")
        return "-".join(filter(None, (said.get("fo:language", ""), said.get("fo:country", ""))))

    def ground(self, family: str, name: str, kind: str) -> str:
        """Return the ground of a paragraph, cell, row or table as CSS."""
        colour = self.properties(family, name, kind).get("fo:background-color", "transparent")
        return "" if colour == "transparent" else f"background-color:{colour}"

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(_DEPTH):
            one = self._named.get((family, name))
            if one is None:
                break
            yield one
            name = one.get("style:parent-style-name", "")
        if family in self._default:
            yield self._default[family]


def look_of(said: Mapping[str, str]) -> Look:
    """Return how text with these properties is shown."""
    if said.get("text:display") == "none":
        return Look(reason="hidden")
    css = [f"{name[3:]}:{said[name]}" for name in ("fo:background-color", "fo:font-size") if name in said]
    if colour := said.get("fo:color"):
        automatic = said.get("style:use-window-font-color") == "true"
        css.append("color:auto" if automatic else f"color:{colour}")
    if said.get("loext:opacity") == "0%":
        css.append("color:transparent")
    lines = (said.get(f"style:text-line-through-{key}", "") for key in ("style", "type"))
    return Look(
        css=";".join(css),
        script=_script(said.get("style:text-position", "")),
        struck=any(line not in _NO_LINE for line in lines),
        capitals=said.get("fo:text-transform") == "uppercase",
    )


def _script(position: str) -> str:
    first = position.split()[:1]
    if not first or first[0].lstrip("+-").startswith("0%"):
        return ""
    return "sub" if first[0].startswith(("sub", "-")) else "sup"
