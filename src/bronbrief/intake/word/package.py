"""A Word package (ECMA-376, part 2): its parts as trees with short names, and how they are related.

Word's XML is strict or transitional; of alternatives (part 3) one branch is read.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from bronbrief.intake.archive import ZipArchive
from bronbrief.intake.dates import plain_date
from bronbrief.intake.extractors import ExtractionError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
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


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another one refers to: the last word of the relation's type, and its name."""

    kind: str
    target: str


class Package(ZipArchive):
    """An opened package; raises ExtractionError for bombs, declared entities, and what is no package."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise ExtractionError("document-locked" if _LOCKED in data else "document-unreadable", "OLE")
        super().__init__(data, doctypes=False)

    @cached_property
    def main(self) -> str:
        """Return the name of the part that holds the document."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target.lower() in self.names:
                return relation.target
        raise ExtractionError("document-unreadable", "not a Word document")

    def tree(self, name: str) -> Element:
        """Return a part as a tree with short names; an empty element where the package lacks it."""
        root = self.parsed(name)
        if root is None:
            return Element("none")
        short_names(root)
        return root

    def relations(self, name: str) -> Mapping[str, Relation]:
        """Return what a part refers to within the package, by id; "" stands for the package itself."""
        folder, base = posixpath.split(name)
        root = self.parsed(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for one in root if root is not None else ():
            kind = one.get("Type", "").rpartition("/")[2]
            target = unquote(one.get("Target", ""))
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = Relation(kind, target)
        return found

    def facts(self) -> dict[str, str]:
        """Return the properties that the document states of itself, by key of a record."""
        core = self.parsed("docProps/core.xml")
        if core is None:
            return {}
        names = {"title": "title", "lang": "language", "author": "creator"}
        facts = {key: core.findtext(f"{_DUBLIN}{name}") or "" for key, name in names.items()}
        facts["made"] = plain_date(core.findtext(f"{_TERMS}created") or "")
        return facts
