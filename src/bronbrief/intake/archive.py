"""A ZIP archive of XML, as word processors save documents: its parts as trees, within limits."""

import io
import zipfile
from xml.etree import ElementTree as ET
from xml.parsers import expat

from bronbrief.intake.extractors import ExtractionError

UNPACKED_LIMIT = 256 << 20
PART_LIMIT = 64 << 20
PARTS_LIMIT = 5000
_HEAD = 1 << 16


class ZipArchive:
    """An opened archive; raises ExtractionError for bombs, for declarations in its XML, and for what is none.

    `doctypes` tells whether a part may name its document type; entities may never be declared.
    """

    def __init__(self, data: bytes, *, doctypes: bool) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise ExtractionError("document-unreadable", "no ZIP archive") from error
        parts = self._zip.infolist()
        total = sum(part.file_size for part in parts)
        if len(parts) > PARTS_LIMIT or total > UNPACKED_LIMIT or any(p.file_size > PART_LIMIT for p in parts):
            raise ExtractionError("document-hostile", f"{total >> 20} MiB")
        self.names = {part.filename.lower(): part.filename for part in parts}  # case says nothing (OPC, 6.2)
        if len(self.names) < len(parts):
            raise ExtractionError("document-hostile", "a part twice")
        for name in self.names.values():
            if declares(self._zip.read(name), doctypes=doctypes):
                raise ExtractionError("document-hostile", name)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part; None where the archive lacks it."""
        found = self.names.get(name.lower())
        return self._zip.read(found) if found else None

    def parsed(self, name: str) -> ET.Element | None:
        """Return a part as a tree; None where the archive lacks it."""
        data = self.read(name)
        # Declarations are refused in every part before any is read.
        return None if data is None else ET.fromstring(data)  # noqa: S314


def parse_xml(data: bytes) -> ET.Element:
    """Return an XML file as a tree; raises ExtractionError where it declares entities, or is no XML."""
    if declares(data, doctypes=True):
        raise ExtractionError("document-hostile", "ENTITY")
    try:
        return ET.fromstring(data)  # noqa: S314 - declarations are refused before
    except ET.ParseError as error:
        raise ExtractionError("document-unreadable", str(error)) from error


class _AtRootError(Exception):
    """Ends the reading of a part where its first element begins."""


def declares(data: bytes, *, doctypes: bool) -> bool:
    """Tell whether XML declares an entity, or a document type where it may not; in any known encoding.

    Of a part that is no XML, the parser says so at once.
    """
    parser = expat.ParserCreate()
    found = []

    def at_root(*_: object) -> None:
        raise _AtRootError

    if not doctypes:
        parser.StartDoctypeDeclHandler = lambda *_: found.append(True)
    parser.EntityDeclHandler = lambda *_: found.append(True)
    parser.StartElementHandler = at_root
    try:
        for start in range(0, len(data), _HEAD):
            parser.Parse(data[start : start + _HEAD], start + _HEAD >= len(data))
            if found:
                break
    except (_AtRootError, expat.ExpatError):
        pass
    return bool(found)
