"""Files known by their checksums: as a record names them, in the list of a dossier, in its archive."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePath

from bronbrief.core.digests import sha256_of
from bronbrief.core.renditions import MEDIA_TYPES
from bronbrief.evidence.record import RecordedFile
from bronbrief.html.markup import MalformedError, tags

CHECKSUMS = "SHA256SUMS"
TIME_STAMP = f"{CHECKSUMS}.tsr"
_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # what the ZIP format can say (APPNOTE 6.3.10, 4.4.6)
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Write a manifest that `sha256sum -c` and `shasum -a 256 -c` read, sorted by name.

    No name may hold a line break or a backslash: sha256sum would escape it, and other tools would not know.
    """
    return "".join(f"{sha256_of(files[name])}  {name}\n" for name in sorted(files)).encode()


def zipped(folder: str, files: Mapping[str, bytes], date: dt.date) -> bytes:
    """Pack files in one folder as a ZIP file: sorted, all of one date, nothing about this machine.

    Names that are not ASCII are in UTF-8 and say so. The same files give the same bytes.
    """
    packed = io.BytesIO()
    year = min(max(date.year, _FIRST_YEAR), _LAST_YEAR)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{name}", (year, date.month, date.day, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
            entry.external_attr = _REGULAR_FILE
            archive.writestr(entry, files[name])
    return packed.getvalue()


def recorded_files(renditions: Mapping[str, bytes]) -> tuple[RecordedFile, ...]:
    """Return what a record says of the renditions of a brief, which are given by name.

    Raises KeyError for one of a kind without a media type here: that is a mistake of ours.
    """
    return tuple(_recorded(name, data) for name, data in sorted(renditions.items()))


def _recorded(name: str, data: bytes) -> RecordedFile:
    ending = PurePath(name).suffix[1:]
    return RecordedFile(MEDIA_TYPES[ending], sha256_of(data), style_hash(data) if ending == "html" else "")


def style_hash(page: bytes) -> str:
    """Return the SHA-256 of the style sheets of a page, as they stand between their tags."""
    try:
        styles = [tag.content for tag in tags(page.decode()) if tag.name == "style"]
    except (MalformedError, UnicodeDecodeError):
        return ""
    return sha256_of("\n".join(styles).encode())
