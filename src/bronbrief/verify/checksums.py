"""What binds the files of a dossier together: their checksums, and the archive that carries them."""

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Mapping

CHECKSUMS = "SHA256SUMS"
_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # what the ZIP format can say (APPNOTE 6.3.10, 4.4.6)
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Write a manifest that `sha256sum -c` and `shasum -a 256 -c` read, sorted by name.

    No name may hold a line break or a backslash: sha256sum would escape it, and other tools would not know.
    """
    return "".join(f"{sha256(files[name])}  {name}\n" for name in sorted(files)).encode()


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
