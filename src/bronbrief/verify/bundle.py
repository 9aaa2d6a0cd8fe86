"""What lies under a path that somebody wants verified: a file with what belongs to it, a folder, an archive.

Archives are read where they are, never unpacked: names that lead outside, links, names that stand twice and
sizes over the limits are refused.
"""

import errno
import io
import os
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report
from bronbrief.core.renditions import RECORD, RENDITIONS
from bronbrief.core.workspace import MEBIBYTE
from bronbrief.verify.checksums import CHECKSUMS, TIME_STAMP

FILES_LIMIT = 2000
BYTES_LIMIT = 512 * MEBIBYTE
DEPTH_LIMIT = 6
ZIP = ".zip"
KINDS = (*RENDITIONS, RECORD)
_JUNK = frozenset({"__macosx", ".ds_store", "thumbs.db", "desktop.ini", ".spotlight-v100", ".trashes"})
_END = b"PK\x05\x06"


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files by their path below one folder, with forward slashes.

    `asked` are the files that the user named, all where it was a folder or archive; `whole` tells whether
    this is all of a folder or archive, so that what is missing or too much can be said.
    """

    name: str
    files: Mapping[str, bytes]
    asked: frozenset[str]
    whole: bool


class _TooMuchError(Exception):
    """More files or bytes than are read."""


def open_bundle(path: Path) -> Outcome[Bundle]:
    """Read what lies under a path. Nothing is written, and no link is followed out of a folder."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            return _whole(name, dict(_folder(path)))
        if path.suffix.lower() == ZIP:
            return _archive(path, name)
        if not path.name.lower().endswith(KINDS):
            return Outcome(None, (report("verify-unknown-kind", Place(str(path)), file=name),))
        return _single(path)
    except _TooMuchError as error:
        return Outcome(None, (report("verify-too-much", Place(str(path)), file=name, what=str(error)),))
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "–")
        return Outcome(None, (report("verify-unreadable", Place(str(path)), file=name, reason=reason),))


def manifests_of(bundle: Bundle) -> list[str]:
    """Return the paths of the lists of checksums, without those in a folder that another one covers."""
    lists = [path for path in sorted(bundle.files) if PurePosixPath(path).name == CHECKSUMS]
    folders = [path.removesuffix(CHECKSUMS) for path in lists]
    return [
        path
        for path, own in zip(lists, folders, strict=True)
        if not any(own != other and own.startswith(other) for other in folders)
    ]


def _whole(name: str, files: dict[str, bytes], findings: tuple[Diagnostic, ...] = ()) -> Outcome[Bundle]:
    named = {unicodedata.normalize("NFC", path): data for path, data in files.items() if not _is_junk(path)}
    return Outcome(Bundle(name, named, frozenset(named), whole=True), findings)


def _is_junk(path: str) -> bool:
    """Tell whether a file is one that operating systems leave in folders."""
    parts = path.casefold().split("/")
    return any(part in _JUNK or part.startswith("._") for part in parts)


def _folder(top: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a folder and the folders in it, hidden ones and links left out."""
    left, count = BYTES_LIMIT, 0
    for folder, folders, names in os.walk(top):
        here = Path(folder)
        deep = len(here.relative_to(top).parts) >= DEPTH_LIMIT
        folders[:] = [] if deep else sorted(one for one in folders if not one.startswith("."))
        for name in sorted(names):
            path = here / name
            if name.startswith(".") or not stat.S_ISREG(path.lstat().st_mode):
                continue
            data, count = _read(path.open("rb"), left), count + 1
            left -= len(data)
            if count > FILES_LIMIT:
                raise _TooMuchError(f"> {FILES_LIMIT}")
            yield path.relative_to(top).as_posix(), data


def _read(stream: IO[bytes], limit: int) -> bytes:
    """Read a stream to its end and close it. Raises _TooMuchError for more bytes than are left."""
    with stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise _TooMuchError(f"> {BYTES_LIMIT // MEBIBYTE} MiB")
    return data


def _single(path: Path) -> Outcome[Bundle]:
    """Take one file, with the evidence record and the finished files of the same name beside it.

    Without such a record, all records in the folder are taken along: one of them may name its title.
    """
    folder, base = path.parent, _base(path.name)
    beside = {one.name: one for one in sorted(folder.iterdir()) if one.is_file() and not one.is_symlink()}
    records = [name for name in beside if name.endswith(RECORD)]
    own = [name for name in records if _base(name) == base] or records[:FILES_LIMIT]
    asked = {path.name}
    if path.name.endswith(RECORD):
        asked |= {name for name in beside if _base(name) == base and name.lower().endswith(RENDITIONS)}
    also = [name for name in beside if name in {CHECKSUMS, TIME_STAMP} or name.endswith(".txt")]
    files: dict[str, bytes] = {}
    for name in sorted(asked | {*own, *also}):
        files[name] = _read((folder / name).open("rb"), BYTES_LIMIT - sum(map(len, files.values())))
    return Outcome(Bundle(path.name, files, frozenset(asked), whole=False))


def _base(name: str) -> str:
    for kind in (RECORD, *RENDITIONS):
        if name.lower().endswith(kind):
            return name[: -len(kind)]
    return name


def _archive(path: Path, name: str) -> Outcome[Bundle]:
    data = _read(path.open("rb"), BYTES_LIMIT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > FILES_LIMIT:
                raise _TooMuchError(f"> {FILES_LIMIT}")
            findings = tuple(_unsafe(entries, name))
            if findings:
                return Outcome(None, findings)
            files = dict(_unpacked(archive, entries))
            around = min((entry.header_offset for entry in entries), default=0) > 0
            around |= data[-22 - len(archive.comment) :][:4] != _END
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError):
        return Outcome(None, (report("verify-unreadable", Place(str(path)), file=name, reason="ZIP"),))
    besides = (report("verify-foreign", Place(name), file=name, what="PK"),) if around else ()
    return _whole(name, files, besides)


def _unsafe(entries: list[zipfile.ZipInfo], name: str) -> Iterator[Diagnostic]:
    """Report names that unpack to another place than they say, or to the same place as another."""
    seen: set[str] = set()
    for entry in entries:
        path, raw = entry.filename, entry.orig_filename
        parts = path.removesuffix("/").split("/")
        odd = path.startswith("/") or "\\" in raw or "\0" in raw or ":" in parts[0] or not path
        link = stat.S_ISLNK(entry.external_attr >> 16)
        same = unicodedata.normalize("NFC", path).casefold()
        if odd or link or same in seen or any(part in ("", ".", "..") for part in parts):
            yield report("verify-archive-name", Place(name), file=name, name=path)
        seen.add(same)


def _unpacked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    left = BYTES_LIMIT
    for entry in entries:
        if not entry.is_dir():
            data = _read(archive.open(entry), left)
            left -= len(data)
            yield entry.filename, data
