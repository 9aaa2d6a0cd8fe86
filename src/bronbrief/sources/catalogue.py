"""The sources of a workspace: each text in `seeds/` with its record, checked against each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report
from bronbrief.core.digests import sha256_of
from bronbrief.core.near import nearest
from bronbrief.core.workspace import SEEDS, SOURCE_LIMIT, FileProblemError, Workspace
from bronbrief.sources.decoding import decode_source
from bronbrief.sources.model import RECORD, TEXT, Catalogue, Record, Source, is_original, is_source_id, slug
from bronbrief.sources.passages import split_passages
from bronbrief.sources.record import minimal_record, read_placed_record

_OTHERS_ALLOWED = (".md",)
_ENDINGS = {".txt": TEXT, ".text": TEXT, ".yaml": RECORD, ".yml": RECORD}
_DOCUMENTS = tuple(".docx .docm .odt .ott .fodt .rtf .pdf .html .htm .mhtml .mht .eml".split())
_SHOWN, _NAMED = 12, 20
_FOLDER = f"{SEEDS}/"


@dataclass(frozen=True, slots=True)
class _Listing:
    """The texts and records in `seeds/` and their ids, where its names have this digest."""

    digest: str
    paths: tuple[str, ...]
    present: frozenset[str]
    ids: tuple[str, ...]


_last: dict[Path, _Listing] = {}


def source_ids(workspace: Workspace) -> tuple[str, ...]:
    """Return the ids of all texts in `seeds/`, sorted; whether they are sound is not looked at."""
    listing = _listing(workspace)
    return tuple(one for one in listing.ids if f"{SEEDS}/{one}{TEXT}" in listing.present)


def known_ids(workspace: Workspace) -> tuple[str, ...]:
    """Return the ids of all sources, sorted: of texts, and of records whose text is missing."""
    return _listing(workspace).ids


def named_source(workspace: Workspace, asked: str) -> Outcome[str]:
    """Return the id of the source that is asked for by id or path; else report the nearest that there is."""
    ids = source_ids(workspace)
    name = PurePosixPath(asked).name.removesuffix(TEXT).removesuffix(RECORD)
    if name in ids:
        return Outcome(name)
    return Outcome(None, (unknown_source(name, ids, _NAMED),))


def unknown_source(name: str, known: Sequence[str], shown: int | None = None) -> Diagnostic:
    """Make the diagnostic of a source that there is not: it names the nearest one, and what is known."""
    near = nearest(name, known)
    code = "source-misspelt" if near else "source-unknown"
    return report(code, id=name, near=near or "", known=", ".join(known[:shown]) or "-")


def _listing(workspace: Workspace) -> _Listing:
    """List `seeds/`, which each brief asks for, once for as long as the same names stand there."""
    workspace.depends_on(_FOLDER)
    digest, last = workspace.reads[_FOLDER], _last.get(workspace.root)
    if last is not None and last.digest == digest:
        return last
    paths = tuple(workspace.names(SEEDS, TEXT, RECORD))
    ids = sorted({stem for path in paths if is_source_id(stem := PurePosixPath(path).stem)})
    listing = _Listing(digest, paths, frozenset(paths), tuple(ids))
    _last.clear()
    if digest and workspace.digest(_FOLDER) == digest:
        _last[workspace.root] = listing
    return listing


def load_catalogue(workspace: Workspace, ids: Iterable[str] | None = None) -> Outcome[Catalogue]:
    """Load the sources named, or all; ids that nobody knows are left out without a finding.

    There is always a catalogue. It holds each source whose text could be read, so that what else is wrong
    shows in the same run; errors in its record or checksum are among the findings.
    """
    listing = _listing(workspace)
    wanted = listing.ids if ids is None else sorted({one for one in ids if _is_known(listing, one)})
    findings = list(stray_files(workspace)) if ids is None else []
    sources: dict[str, Source] = {}
    for source_id in wanted:
        loaded = _load(workspace, source_id, listing.present)
        findings += loaded.diagnostics
        if loaded.value:
            sources[source_id] = loaded.value
    return Outcome(Catalogue(sources), tuple(findings))


def _is_known(listing: _Listing, name: str) -> bool:
    paths = {f"{SEEDS}/{name}{TEXT}", f"{SEEDS}/{name}{RECORD}"}
    return is_source_id(name) and not paths.isdisjoint(listing.present)


def stray_files(workspace: Workspace) -> Iterator[Diagnostic]:
    """Find names that cannot be ids, and files that are neither a text nor a record."""
    stems = {path: PurePosixPath(path).stem for path in _listing(workspace).paths}
    for path, stem in stems.items():
        if not is_source_id(stem) and not is_original(path):
            name = (slug(stem) or "bron") + PurePosixPath(path).suffix
            yield report("source-name", Place(path), path=path, suggestion=name)
    for path in workspace.names(SEEDS, ""):
        if path not in stems and not path.endswith(_OTHERS_ALLOWED) and not is_original(path):
            yield _not_read(path)


def _not_read(path: str) -> Diagnostic:
    """Say why a file is not read, and what to do with it: that depends on the ending of its name."""
    name, dot, suffix = path.rpartition(".")
    ending = _ENDINGS.get(f"{dot}{suffix}".lower())
    if ending is not None:
        return report("source-ending", Place(path), path=path, ending=ending, name=f"{name}{ending}")
    code = "source-not-taken-in" if f"{dot}{suffix}".lower() in _DOCUMENTS else "source-not-read"
    return report(code, Place(path), path=path)


def _load(workspace: Workspace, source_id: str, present: frozenset[str]) -> Outcome[Source]:
    path, record_path = f"{SEEDS}/{source_id}{TEXT}", f"{SEEDS}/{source_id}{RECORD}"
    if path not in present:
        return Outcome(None, (report("record-without-source", Place(record_path), path=path),))
    try:
        data = workspace.read(path, SOURCE_LIMIT)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    record, findings = _record(workspace, path, record_path, data, known=record_path in present)
    decoded = decode_source(data, path)
    findings += decoded.diagnostics
    if decoded.value is None:
        return Outcome(None, tuple(findings))
    passages = split_passages(decoded.value)
    if not passages:
        return Outcome(None, (*findings, report("source-without-passages", Place(path), path=path)))
    source = Source(source_id, path, record_path, record, data, decoded.value, passages)
    return Outcome(source, tuple(findings))


def _only_line_ends(place: Place, path: str, data: bytes, recorded: str) -> Diagnostic | None:
    """Say so where the text is the one recorded but for the bytes that end its lines."""
    unix = data.replace(b"\r\n", b"\n")
    for form, end in (("LF", b"\n"), ("CRLF", b"\r\n")):
        if sha256_of(unix.replace(b"\n", end)) == recorded:
            return report("source-line-ends-changed", place, path=path, form=form)
    return None


def _record(
    workspace: Workspace, path: str, record_path: str, data: bytes, *, known: bool
) -> tuple[Record, list[Diagnostic]]:
    """Return the record; where there is none, one that says no more than the file's name, and an error."""
    digest = sha256_of(data)
    unknown = Record(PurePosixPath(path).stem, "supplied", "web", "nl", digest)
    if not known:
        paste = minimal_record(digest)
        finding = report("source-without-record", Place(path), path=path, record=record_path, detail=paste)
        return unknown, [finding]
    read = read_placed_record(workspace, record_path)
    if read.value is None:
        return unknown, list(read.diagnostics)
    findings = list(read.diagnostics)
    record = read.value.record
    if record.sha256 != digest:
        finding = _only_line_ends(read.value.sha256_place, path, data, record.sha256) or report(
            "source-changed",
            read.value.sha256_place,
            path=path,
            recorded=f"{record.sha256[:_SHOWN]}…",
            found=f"{digest[:_SHOWN]}…",
            sha256=digest,
        )
        findings.append(finding)
    return record, findings
