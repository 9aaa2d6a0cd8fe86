"""Hold the descriptions in a dossier against what they describe: MDTO, ORI, DiWoo, a fragment, the index."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from pydantic import ValidationError

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.digests import sha256_of
from bronbrief.core.renditions import RECORD
from bronbrief.core.workspace import Workspace
from bronbrief.dossier.archiving import FILE_SIDECAR, RECORD_SIDECAR
from bronbrief.dossier.diwoo import NAMESPACE as DIWOO
from bronbrief.dossier.index import NAME, DossierSaid
from bronbrief.dossier.mdto import NAMESPACE as MDTO
from bronbrief.dossier.ori import TITLE_LIMIT, shortened
from bronbrief.verify.bundle import open_bundle
from bronbrief.verify.contained import answered, verified, verify_contained
from bronbrief.verify.proofs import Verification

_ORI, _DIWOO, _FRAGMENT = ".ori.json", ".diwoo.xml", ".fragment.html"
_SIDECAR_ID = f"{{{MDTO}}}informatieobject/{{{MDTO}}}identificatie/{{{MDTO}}}identificatieKenmerk"
_PARTS = f".//{{{MDTO}}}bevatOnderdeel//{{{MDTO}}}identificatieKenmerk"
_CONTENT = re.compile(r'property="(dct:title|dct:date)"[^>]* content="([^"]*)"')
_TAGS = {"label": "officieleTitel", "date": "creatiedatum"}
_PROPERTIES = {"dct:title": "label", "dct:date": "date"}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def verify_described(
    path: Path, workspace: Workspace | None, folder: Path | None = None, trusted: bytes = b""
) -> Verification:
    """Verify what lies under a path, the descriptions in a dossier too, all of it in a limited child."""
    return verify_contained(path, workspace, folder, trusted, by=f"{__name__}:answer")


def answer(asked: str, trusted: bytes) -> bytes:
    """Verify, in the child, and answer in JSON."""
    return answered(described(*verified(asked, trusted)))


def described(path: Path, done: Verification) -> Verification:
    """Add what is wrong with the descriptions in a dossier to what `verify` found in it."""
    if path.is_file() and path.suffix.lower() != ".zip":
        return done
    bundle = open_bundle(path).value
    if bundle is None:
        return done
    return replace(done, general=(*done.general, *description_diagnostics(bundle.files, bundle.name)))


def description_diagnostics(files: Mapping[str, bytes], dossier: str) -> Iterator[Diagnostic]:
    """Report the descriptions that do not fit the files of a dossier, which are given by their paths."""
    digests = {sha256_of(data): data for data in files.values()}
    names = " ".join((dossier, *files))
    objects = (_parsed(data) for path, data in files.items() if path.endswith(RECORD_SIDECAR))
    known = {root.findtext(_SIDECAR_ID) for root in objects if root is not None}
    for path in sorted(files):
        if path.endswith(FILE_SIDECAR):
            yield from _told(path, _of_file(files[path], files.get(path.removesuffix(FILE_SIDECAR)), digests))
        elif path.endswith(_ORI):
            record = files.get(path.removesuffix(_ORI) + RECORD)
            yield from _told(path, _of_document(files[path], record, names))
        elif path.endswith(RECORD_SIDECAR):
            yield from _told(path, _of_object(files[path], known))
        elif path.endswith((_DIWOO, _FRAGMENT)):
            record = files.get(path.removesuffix(_DIWOO).removesuffix(_FRAGMENT) + RECORD)
            yield from _told(path, _of_public(files[path], record))
        elif path.rpartition("/")[2] == NAME:
            yield from _told(path, _of_index(files[path], path.removesuffix(NAME), files, digests))


def _told(path: str, wrong: Iterator[str]) -> Iterator[Diagnostic]:
    for what in wrong:
        yield report("verify-sidecar", Place(path), file=path, what=what)


def _of_file(data: bytes, described: bytes | None, digests: Mapping[str, bytes]) -> Iterator[str]:
    """Name what MDTO says of a file that is not so; a file that was renamed is found by its checksum."""
    root = _parsed(data)
    if root is None:
        yield "XML"
        return
    digest, size = (_text(root, name) for name in ("checksumWaarde", "omvang"))
    held = digests.get(digest) if described is None else described
    if held is None or sha256_of(held) != digest:
        yield f"checksumWaarde {digest[:12]}"
    elif size != str(len(held)):
        yield f"omvang {size[:12]}"


def _of_document(data: bytes, record: bytes | None, names: str) -> Iterator[str]:
    """Name what ORI says of a brief that its record, or the names of the dossier, say otherwise."""
    try:
        said, own = json.loads(data), json.loads(record or b"{}")
        meetings = " ".join(map(str, said.get("vergaderingen", ())))
    except (ValueError, AttributeError, TypeError, RecursionError):
        yield "JSON"
        return
    if record is not None:
        wanted = {"titel": shortened(str(own.get("label")), TITLE_LIMIT), "creatiedatum": own.get("date")}
        yield from (f"{key} {said.get(key)}" for key, value in wanted.items() if said.get(key) != value)
    known = set(_DATE.findall(names))
    yield from (f"vergaderingen {date}" for date in _DATE.findall(meetings) if known and date not in known)


def _of_object(data: bytes, known: set[str | None]) -> Iterator[str]:
    """Name the parts of a dossier that are described nowhere in it."""
    root = _parsed(data)
    if root is None:
        yield "XML"
        return
    yield from (f"bevatOnderdeel {part.text}" for part in root.iterfind(_PARTS) if part.text not in known)


def _of_public(data: bytes, record: bytes | None) -> Iterator[str]:
    """Name what the Woo index, or a Flemish agenda, is told of a brief that its record says otherwise."""
    own, root = _record(record), _parsed(data)
    if own is None:
        return
    found = dict(_CONTENT.findall(data.decode(errors="replace")))
    said = {key: unescape(found.get(name, "")) for name, key in _PROPERTIES.items()}
    if root is not None and root.tag.startswith("{"):
        said = {key: root.findtext(f".//{{{DIWOO}}}{tag}", "") for key, tag in _TAGS.items()}
    yield from (f"{key} {value}" for key, value in said.items() if value != own.get(key))


def _of_index(
    data: bytes, folder: str, files: Mapping[str, bytes], digests: Mapping[str, bytes]
) -> Iterator[str]:
    """Name the files that the index tells otherwise; what was renamed is known by its checksum."""
    try:
        said = DossierSaid.model_validate_json(data)
    except ValidationError:
        yield "JSON"
        return
    for one in (*said.files, *(file for paper in said.documents for file in (paper.file, *paper.files))):
        held = files.get(folder + one.file_name, digests.get(one.sha256))
        if held is None or (sha256_of(held), len(held)) != (one.sha256, one.size):
            yield one.file_name
    if said.time_stamp and folder + said.time_stamp not in files:
        yield said.time_stamp


def _record(record: bytes | None) -> Mapping[str, object] | None:
    try:
        own = json.loads(record or b"null")
    except (ValueError, RecursionError):
        return None
    return own if isinstance(own, dict) else None


def _parsed(data: bytes) -> Element | None:
    if b"<!" in data:  # none of ours declares a type or an entity
        return None
    try:
        return fromstring(data)  # noqa: S314 - without a declaration there is no entity
    except ParseError:
        return None


def _text(root: Element, name: str) -> str:
    return (root.findtext(f".//{{{MDTO}}}{name}") or "").strip()
