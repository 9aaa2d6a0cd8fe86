"""Hold the descriptions in a dossier against what they describe: MDTO, ORI and the Flemish fragment."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from bronbrief.core.diagnostics import Diagnostic, Place
from bronbrief.core.findings import report
from bronbrief.dossier.mdto import NAMESPACE
from bronbrief.dossier.ori import TITLE_LIMIT
from bronbrief.dossier.sidecars import FILE_SIDECAR
from bronbrief.verify.bundle import open_bundle
from bronbrief.verify.checksums import sha256
from bronbrief.verify.proofs import Verification

_RECORD, _ORI = ".evidence.jsonld", ".ori.json"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def described(path: Path, done: Verification) -> Verification:
    """Add what is wrong with the descriptions in a dossier to what `verify` found in it."""
    if path.is_file() and path.suffix.lower() != ".zip":
        return done
    bundle = open_bundle(path).value
    if bundle is None:
        return done
    return replace(done, findings=(*done.findings, *description_findings(bundle.files, bundle.name)))


def description_findings(files: Mapping[str, bytes], dossier: str) -> Iterator[Diagnostic]:
    """Report the descriptions that do not fit the files of a dossier, which are given by their paths."""
    digests = {sha256(data): data for data in files.values()}
    names = " ".join((dossier, *files))
    for path in sorted(files):
        if path.endswith(FILE_SIDECAR):
            yield from _told(path, _of_file(files[path], files.get(path.removesuffix(FILE_SIDECAR)), digests))
        elif path.endswith(_ORI):
            record = files.get(path.removesuffix(_ORI) + _RECORD)
            yield from _told(path, _of_document(files[path], record, names))


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
    if held is None or sha256(held) != digest:
        yield f"checksumWaarde {digest[:12]}"
    elif size != str(len(held)):
        yield f"omvang {size[:12]}"


def _of_document(data: bytes, record: bytes | None, names: str) -> Iterator[str]:
    """Name what ORI says of a brief that its record, or the names of the dossier, say otherwise."""
    try:
        said, own = json.loads(data), json.loads(record or b"{}")
        meetings = " ".join(map(str, said.get("vergaderingen", ())))
    except (ValueError, AttributeError):
        yield "JSON"
        return
    if record is not None:
        wanted = {"titel": str(own.get("label"))[:TITLE_LIMIT], "creatiedatum": own.get("date")}
        yield from (f"{key} {said.get(key)}" for key, value in wanted.items() if said.get(key) != value)
    known = set(_DATE.findall(names))
    yield from (f"vergaderingen {date}" for date in _DATE.findall(meetings) if known and date not in known)


def _parsed(data: bytes) -> Element | None:
    if b"<!" in data:  # none of ours declares a type or an entity
        return None
    try:
        return fromstring(data)  # noqa: S314 - without a declaration there is no entity
    except ParseError:
        return None


def _text(root: Element, name: str) -> str:
    return (root.findtext(f".//{{{NAMESPACE}}}{name}") or "").strip()
