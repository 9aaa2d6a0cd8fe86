"""Drawings, pictures and objects in a Word document: text in boxes is read on, the rest is named."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bronbrief.intake.word.look import PAPER, UNKNOWN
from bronbrief.intake.word.package import Package, Relation, descend
from bronbrief.intake.word.styles import number, value

DRAWN = frozenset(["w:drawing", "w:pict", "w:object"])
_TEXT_BOX = "w:txbxContent"
_PLACED = re.compile(r"margin-(?:left|top):(-?\d+(?:\.\d+)?)(?:pt)?(?=;|\Z)")
_FARTHEST = 1191  # points: the long side of A3
_EMU_OF_POINT = 12_700
_FILLS = frozenset(f"a:{name}Fill" for name in ("no", "solid", "grad", "patt", "blip", "grp"))
_SHAPES = frozenset(["wps:wsp", "v:shape", "v:rect", "v:roundrect", "v:oval", "v:line", "v:polyline"])


def boxes(drawing: Element, behind: str = UNKNOWN) -> Iterator[tuple[Element, str]]:
    """Yield the boxes of a drawing that hold text, each with the colour behind it; not those within boxes."""
    for child in drawing:
        if child.tag == _TEXT_BOX:
            yield child, behind
        else:
            yield from boxes(child, _fill(child) if child.tag in _SHAPES else behind)


def why_unseen(drawing: Element) -> str:
    """Return why nobody sees a drawing: it is set not to be shown, or lies off any page; else empty."""
    styles = ["".join(one.get("style", "").split()).lower() for one in drawing if one.tag in _SHAPES]
    placed = [found for style in styles for found in _PLACED.findall(style)]
    if any("visibility:hidden" in style for style in styles) or any(
        one.get("hidden") in {"1", "true"} for one in drawing.iter("wp:docPr")
    ):
        return "hidden"
    offsets = [number(one.text) / _EMU_OF_POINT for one in drawing.iter("wp:posOffset")]
    return "off-page" if any(abs(at) > _FARTHEST for at in (*offsets, *map(float, placed))) else ""


def named(drawing: Element, package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Yield what a drawing shows besides boxes of text: the reason that it is left out, and its words."""
    alternatives = [_alternative(one) for one in drawing.iter() if one.tag in {"wp:docPr", "v:shape"}]
    alternative = " ".join(filter(None, alternatives))
    found = False
    for one in drawing.iter():
        if one.tag == "o:OLEObject":
            found = True
            yield "unsupported", one.get("ProgID", "") or alternative
        elif one.tag == "w:control":
            found = True
            yield "form", one.get("w:name", "")
        elif one.tag == "v:textpath" and one.get("string"):
            found = True
            yield "drawing", one.get("string", "")
        elif one.tag in {"c:chart", "dgm:relIds"} or one.tag.endswith("}chart"):
            found = True
            target = package.relations(part).get(one.get("r:id") or one.get("r:dm") or "")
            yield "drawing", _words(package, target) or alternative
    words = " ".join(one.text or "" for one in drawing.iter("a:t"))
    if words:
        yield "drawing", words
    elif any(one.tag in {"pic:pic", "v:imagedata"} for one in drawing.iter()):
        yield ("image", alternative) if not found else ("image", "")
    elif not found and next(boxes(drawing), None) is None:
        drawn_by_hand = any(one.tag.endswith("contentPart") for one in drawing.iter())
        if alternative or drawn_by_hand:  # a line or a frame says nothing
            yield "drawing", alternative


def _words(package: Package, relation: Relation | None) -> str:
    """Return the words and figures of a chart or a diagram, which stand in a part of their own."""
    root = package.tree(relation.target if relation else "")
    return " ".join(one.text for one in root.iter() if one.tag in {"a:t", "c:v"} and one.text)


def _alternative(element: Element) -> str:
    return element.get("descr") or element.get("title") or element.get("alt") or ""


def _fill(shape: Element) -> str:
    """Return the colour of a shape, as far as it can be told."""
    if shape.tag != "wps:wsp":
        colour = shape.get("fillcolor", "").lstrip("#").split(" ")[0].upper()
        return PAPER if shape.get("filled") in {"f", "false"} else colour or PAPER
    properties = shape.find("wps:spPr")
    fills = [one for one in properties if one.tag in _FILLS] if properties is not None else []
    if fills:
        plain = fills[0].find("a:srgbClr")
        return PAPER if fills[0].tag == "a:noFill" else UNKNOWN if plain is None else value(plain).upper()
    styled = descend(shape, "wps:style/a:fillRef")
    return PAPER if styled is None or styled.get("idx") == "0" else UNKNOWN
