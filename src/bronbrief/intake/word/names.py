"""Short names for the elements of Word's XML, strict or transitional, and one branch of each alternative."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

_OPEN = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_WORD = "http://schemas.microsoft.com/office/word"
_STANDARD = {
    "wordprocessingml/main": "w",
    "officeDocument/math": "m",
    "officeDocument/relationships": "r",
    "drawingml/main": "a",
    "drawingml/wordprocessingDrawing": "wp",
    "drawingml/picture": "pic",
    "drawingml/chart": "c",
    "drawingml/diagram": "dgm",
}
_PREFIXES = {
    **{f"{_STRICT}/{name}": prefix for name, prefix in _STANDARD.items()},
    **{f"{_OPEN}/{name.replace('/', '/2006/')}": prefix for name, prefix in _STANDARD.items()},
    f"{_OPEN}/markup-compatibility/2006": "mc",
    f"{_WORD}/2010/wordprocessingShape": "wps",
    f"{_WORD}/2010/wordprocessingGroup": "wpg",
    f"{_WORD}/2010/wordprocessingCanvas": "wpc",
    f"{_WORD}/2010/wordml": "w14",
    f"{_WORD}/2012/wordml": "w15",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
# The extensions that Word knows by itself, by the prefixes under which it writes them.
_KNOWN = frozenset(
    "wps wpg wpc wpi wp14 w14 w15 w16 w16se w16cid w16cex a14 cx cx1 aink am3d v pic14 c14".split()
)
_CODE = re.compile("(?![dD][89a-fA-F])[0-9a-fA-F]{4}")  # without surrogates
UNCHOSEN = "unchosen"
_LETTERS = frozenset(["w:t", "w:delText", "m:t"])
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def short_names(root: Element) -> None:
    """Rename elements and attributes to `w:p`, `m:oMath` and the like; names of unknown spaces stay whole.

    White space that Word does not show goes. Of alternatives (ECMA-376, part 3) the first branch that Word
    understands takes their place; text that only another one has stands behind it in an element `unchosen`.
    """
    for element in root.iter():
        element.tag = _short(element.tag) if isinstance(element.tag, str) else ""
        if any(name.startswith("{") for name in element.attrib):
            renamed = {_short(name): value for name, value in element.items()}
            element.attrib.clear()
            element.attrib.update(renamed)
    _trim(root)
    if next(root.iter("mc:AlternateContent"), None) is not None:
        _choose(root)


def _trim(root: Element) -> None:
    """Drop white space around letters where Word does: where no element around them says to preserve it."""
    waiting = [(root, False)]
    while waiting:
        element, kept = waiting.pop()
        kept = element.get(_SPACE, "preserve" if kept else "") == "preserve"
        if element.tag in _LETTERS and not kept:
            element.text = (element.text or "").strip(" \t\r\n")
        waiting += [(child, kept) for child in element]


def descend(element: Element | None, path: str) -> Element | None:
    """Return the first element at a path of short names; the path expressions of ElementTree know none."""
    for name in path.split("/"):
        element = element.find(name) if element is not None else None
    return element


def raw_text(element: Element) -> str:
    """Return all the letters below an element, deleted ones and those of equations too."""
    return "".join(_letters(element))


def _letters(element: Element) -> Iterator[str]:
    for one in element.iter():
        if one.tag in _LETTERS or one.tag == UNCHOSEN:
            yield one.text or ""
        elif one.tag == "w:noBreakHyphen":
            yield "\u2011"
        elif one.tag == "w:sym":
            yield symbol(one)
        elif one.tag in {"w:tab", "w:br", "w:cr", "w:p"}:
            yield " "


def symbol(element: Element) -> str:
    """Return the character of a font that an element `w:sym` names, as it stands in that font, if any."""
    code = element.get("w:char", "")
    return chr(int(code, 16)) if _CODE.fullmatch(code) else ""


def _short(name: str) -> str:
    if not name.startswith("{"):
        return name
    space, _, local = name[1:].partition("}")
    return f"{_PREFIXES[space]}:{local}" if space in _PREFIXES else name


def _choose(element: Element) -> None:
    """Put the chosen branch of each alternative in its place, from the inside outwards."""
    for child in element:
        _choose(child)
    if any(child.tag == "mc:AlternateContent" for child in element):
        element[:] = [one for child in element for one in _chosen(child)]


def _chosen(element: Element) -> list[Element]:
    if element.tag != "mc:AlternateContent":
        return [element]
    branches = [one for one in element if one.tag in {"mc:Choice", "mc:Fallback"}]
    understood = (one for one in branches if _understood(one))
    branch = next(understood, None)
    shown = list(branch) if branch is not None else []
    seen = {"".join(raw_text(branch).split()) if branch is not None else "", ""}
    for other in branches:
        text = raw_text(other)
        if "".join(text.split()) not in seen:
            left = Element(UNCHOSEN)
            left.text = text
            shown.append(left)
            seen.add("".join(text.split()))
    return shown


def _understood(branch: Element) -> bool:
    return branch.tag == "mc:Fallback" or set(branch.get("Requires", "?").split()) <= _KNOWN
