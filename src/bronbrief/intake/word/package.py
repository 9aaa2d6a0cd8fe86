"""A Word package (ECMA-376, part 2): its parts as trees, and how they are related."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from bronbrief.intake.archive import Archive
from bronbrief.intake.dates import plain_date
from bronbrief.intake.refusal import Refusal
from bronbrief.intake.word.names import short_names

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another one refers to: the last word of the relation's type, and its name."""

    kind: str
    target: str


class Package(Archive):
    """An opened package; raises Refusal for bombs, declarations of entities, and what is no package."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise Refusal("document-locked" if _LOCKED in data else "document-unreadable", "OLE")
        super().__init__(data, doctypes=False)

    @cached_property
    def main(self) -> str:
        """Return the name of the part that holds the document."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target.lower() in self.names:
                return relation.target
        raise Refusal("document-unreadable", "not a Word document")

    def tree(self, name: str) -> ET.Element | None:
        """Return a part as a tree with the names of `names.py`; None where the package lacks it."""
        root = self.parsed(name)
        if root is not None:
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
