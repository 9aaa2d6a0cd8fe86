"""A Word package (ECMA-376, part 2): its parts as trees, within limits, and how they are related."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote
from xml.etree import ElementTree as ET
from xml.parsers import expat

from bronbrief.intake.dates import plain_date
from bronbrief.intake.refusal import Refusal
from bronbrief.intake.word.names import short_names

UNPACKED_LIMIT = 256 << 20
PART_LIMIT = 64 << 20
PARTS_LIMIT = 5000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another one refers to: the last word of the relation's type, and its name."""

    kind: str
    target: str


class Package:
    """An opened package; raises Refusal for bombs, declarations of entities, and what is no package."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise Refusal("document-locked" if _LOCKED in data else "document-unreadable", "OLE")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise Refusal("document-unreadable", "not a Word document") from error
        parts = self._zip.infolist()
        total = sum(part.file_size for part in parts)
        if len(parts) > PARTS_LIMIT or total > UNPACKED_LIMIT or any(p.file_size > PART_LIMIT for p in parts):
            raise Refusal("document-hostile", f"{total >> 20} MiB")
        self._names = {part.filename.lower(): part.filename for part in parts}  # case says nothing (OPC, 6.2)
        if len(self._names) < len(parts):
            raise Refusal("document-hostile", "a part twice")
        for name in self._names.values():
            if _declares(self._zip.read(name)):
                raise Refusal("document-hostile", name)

    @cached_property
    def main(self) -> str:
        """Return the name of the part that holds the document."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target.lower() in self._names:
                return relation.target
        raise Refusal("document-unreadable", "not a Word document")

    def tree(self, name: str) -> ET.Element | None:
        """Return a part as a tree with the names of `names.py`; None where the package lacks it."""
        root = self._parsed(name)
        if root is not None:
            short_names(root)
        return root

    def relations(self, name: str) -> Mapping[str, Relation]:
        """Return what a part refers to within the package, by id; "" stands for the package itself."""
        folder, base = posixpath.split(name)
        root = self._parsed(posixpath.join(folder, "_rels", f"{base}.rels"))
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
        core = self._parsed("docProps/core.xml")
        if core is None:
            return {}
        names = {"title": "title", "lang": "language", "author": "creator"}
        facts = {key: core.findtext(f"{_DUBLIN}{name}") or "" for key, name in names.items()}
        facts["made"] = plain_date(core.findtext(f"{_TERMS}created") or "")
        return facts

    def _parsed(self, name: str) -> ET.Element | None:
        # Declarations are refused in every part before any is read.
        found = self._names.get(name.lower())
        return ET.fromstring(self._zip.read(found)) if found else None  # noqa: S314


class _AtRootError(Exception):
    """Ends the reading of a part where its first element begins."""


def _declares(data: bytes) -> bool:
    """Tell whether a part declares a document type, in any encoding that the XML parser knows.

    Of a part that is no XML, the parser says so at once.
    """
    parser = expat.ParserCreate()
    found = []

    def at_root(*_: object) -> None:
        raise _AtRootError

    parser.StartDoctypeDeclHandler = lambda *_: found.append(True)
    parser.StartElementHandler = at_root
    try:
        for start in range(0, len(data), _HEAD):
            parser.Parse(data[start : start + _HEAD], start + _HEAD >= len(data))
            if found:
                break
    except (_AtRootError, expat.ExpatError):
        pass
    return bool(found)
