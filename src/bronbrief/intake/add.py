"""Take a document into `seeds/`: its text, its record and the document as received, all of them or none."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from bronbrief.core.diagnostics import Diagnostic, Outcome, report, unwritable
from bronbrief.core.digests import sha256_of
from bronbrief.core.temporary import temporary_folder
from bronbrief.core.workspace import SEEDS, FileProblemError, Workspace
from bronbrief.intake.csl import choose_entry, facts_of, read_csl
from bronbrief.intake.extraction import DOCUMENT_LIMIT, Extracted, extract
from bronbrief.intake.left_out import one_line
from bronbrief.intake.proposals import propose
from bronbrief.intake.record import Known, ToDo, write_record
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.model import ORIGINAL, RECORD, TEXT, Source, is_source_id, slug
from bronbrief.sources.record import FIELDS, refused

_SHOWN = 5
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Request:
    """What the author says of a document: its path, an id if not its name, and facts by key of a record.

    `changes`, accept or reject, says which version of a document is taken in that holds two. `lang`, nl or
    en, is the language of the comments in the record. `csl` is a file of CSL-JSON that has an entry for it.
    `pasted` is the document itself where it is a text that lies in no file.
    """

    document: str
    source_id: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    lang: str = "nl"
    changes: str = ""
    csl: str = ""
    pasted: bytes | None = None

    @property
    def path(self) -> Path:
        """Return the path of the document, which may lie anywhere."""
        return Path(self.document)


@dataclass(frozen=True, slots=True)
class Intake:
    """What was taken in: the source as it now loads, the paths written, and what is left for the author."""

    source: Source
    paths: tuple[str, ...]
    record_path: str
    to_do: tuple[ToDo, ...]


Ask = Callable[[Mapping[str, Known]], Mapping[str, str]]
"""Asks the author for what is not sure, shown what is proposed, and returns the answers by key."""


def take_in(workspace: Workspace, request: Request, ask: Ask | None = None) -> Outcome[Intake]:
    """Take a document in; nothing is written over, and nothing is written that would not load.

    The text of a .txt file in UTF-8 is the file itself, byte for byte. Of every other document the text is
    written in UTF-8, and the document is kept beside it as `ID.original.SUFFIX`.
    """
    read = read_document(request)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    data, extracted = read.value
    entry = _entry(request, extracted.text) if request.csl else Outcome(request)
    if entry.value is None:
        return Outcome(None, entry.diagnostics)
    request = entry.value
    source_id = request.source_id or slug(request.path.stem)
    if not is_source_id(source_id):
        return Outcome(None, (report("source-id", id=source_id or request.path.stem, suggestion="bron-1"),))
    if ask is not None:
        answers = ask(_facts(request, extracted))
        request = replace(request, facts={**request.facts, **answers})
    files, to_do = _files(source_id, request, data, extracted)
    proven = prove_source(source_id, files)
    if proven.value is None:
        return Outcome(None, proven.diagnostics)
    written = write_source(workspace, files, None if request.pasted is not None else request.path)
    if written.value is None:
        return Outcome(None, written.diagnostics)
    record_path = f"{SEEDS}/{source_id}{RECORD}"
    found = (*read.diagnostics, *entry.diagnostics, *proven.diagnostics)
    return Outcome(Intake(proven.value, written.value, record_path, to_do), found)


def read_document(request: Request) -> Outcome[tuple[bytes, Extracted]]:
    """Read the document of a request and take its text out, once the facts that were given are sound."""
    findings = _check_request(request)
    read = _read(request.document) if request.pasted is None else Outcome(request.pasted)
    if findings or read.value is None:
        return Outcome(None, (*findings, *read.diagnostics))
    extracted = extract(read.value, request.path.name, request.changes)
    return Outcome((read.value, extracted.value) if extracted.value else None, extracted.diagnostics)


def _entry(request: Request, text: str) -> Outcome[Request]:
    """Add the facts of an entry in CSL-JSON to those of a request, which go before them."""
    read = _read(request.csl)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    name = Path(request.csl).name
    try:
        items = read_csl(read.value)
    except ValueError as error:
        return Outcome(None, (report("csl-unreadable", name=name, reason=one_line(str(error))),))
    item = choose_entry(items, request.source_id, text)
    if item is None:
        known = ", ".join(one_line(str(one.get("id", "?"))) for one in items[:_SHOWN])
        return Outcome(None, (report("csl-entry-unclear", name=name, known=known),))
    said = facts_of(item)
    lost = (report("csl-not-kept", keys=", ".join(said.unkept)),) if said.unkept else ()
    return Outcome(replace(request, facts={**said.facts, **request.facts}), lost)


def _check_request(request: Request) -> list[Diagnostic]:
    """Check the facts that were given, each as the record's reader will."""
    found = []
    if request.source_id and not is_source_id(request.source_id):
        suggestion = slug(request.source_id) or "bron-1"
        found.append(report("source-id", id=request.source_id, suggestion=suggestion))
    given = (*request.facts.items(), *(("countries", one) for one in request.countries))
    return [*found, *(wrong for key, value in given if (wrong := check_fact(key, value)))]


def check_fact(key: str, value: str) -> Diagnostic | None:
    """Return what is wrong with a fact, if anything, as the record's reader would say it."""
    rule = FIELDS[key]
    return None if rule.takes(value) else refused(rule.code, key, value)


def _facts(request: Request, extracted: Extracted) -> dict[str, Known]:
    return propose(request.facts, extracted, request.path.stem, request.path.suffix.lower())


def _read(name: str) -> Outcome[bytes]:
    """Read the document; it may lie anywhere."""
    path = Path(name)
    if _ADDRESS.match(name):
        return Outcome(None, (report("document-is-address", name=name),))
    try:
        if not path.is_file():
            return Outcome(None, (report("document-missing", name=name),))
        with path.open("rb") as stream:
            return Outcome(stream.read(DOCUMENT_LIMIT + 1))
    except OSError as error:
        reason = error.strerror or "unknown"
        return Outcome(None, (report("file-unreadable", path=name, reason=reason),))


def _files(
    source_id: str, request: Request, data: bytes, extracted: Extracted
) -> tuple[dict[str, bytes], tuple[ToDo, ...]]:
    """Return the files to write, by name in `seeds/`, and what the record leaves to the author."""
    files, origins = received(source_id, request, data, extracted)
    facts = _facts(request, extracted) | {key: Known(value) for key, value in origins.items()}
    record, to_do = write_record(facts, request.countries, extracted.left_out, request.lang)
    return {f"{source_id}{RECORD}": record.encode(), **files}, to_do


def received(
    source_id: str, request: Request, data: bytes, extracted: Extracted
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the text, with the document where it is another file, and where they come from, by key."""
    as_text = not extracted.extractor
    text = data if as_text else extracted.text.rstrip("\n").encode() + b"\n"
    facts = {"sha256": sha256_of(text)}
    if request.pasted is None:
        facts["origin"] = one_line(request.path.name)
    files = {f"{source_id}{TEXT}": text}
    if not as_text:
        original = f"{source_id}{ORIGINAL}{request.path.suffix.lower()}"
        files = {original: data, **files}
        facts |= {"original": original, "original_sha256": sha256_of(data)}
        facts["extractor"] = extracted.extractor
    if extracted.ocr:
        facts["ocr"] = "true"
    return files, facts | extracted.choices


def prove_source(source_id: str, files: Mapping[str, bytes]) -> Outcome[Source]:
    """Load the source from a folder of its own, before anything is written to the workspace."""
    with temporary_folder() as folder:
        seeds = Path(folder) / SEEDS
        seeds.mkdir()
        for name, data in files.items():
            (seeds / name).write_bytes(data)
        loaded = load_catalogue(Workspace(Path(folder)), [source_id])
    source = loaded.value.get(source_id) if loaded.value else None
    return Outcome(source if loaded.ok else None, loaded.diagnostics)


def write_source(
    workspace: Workspace,
    files: Mapping[str, bytes],
    origin: Path | None = None,
    *,
    over: bool = False,
    gone: str = "",
) -> Outcome[tuple[str, ...]]:
    """Write the files where none stand, or `over` those, all or none; then `gone` goes, which nothing needs.

    A text that lies in `seeds/` already, the `origin`, stays as it is.
    """
    try:
        folder = workspace.resolve(SEEDS)
        wanted = {name: data for name, data in files.items() if not _is_same(folder / name, origin)}
        workspace.write_together(SEEDS, wanted, replace=over)
        if gone:
            workspace.resolve(f"{SEEDS}/{gone}").unlink(missing_ok=True)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    except FileExistsError as error:
        return Outcome(None, (report("source-exists", path=f"{SEEDS}/{error.filename}"),))
    except OSError as error:
        return Outcome(None, (unwritable(f"{SEEDS}/", error),))
    return Outcome(tuple(f"{SEEDS}/{name}" for name in wanted))


def _is_same(path: Path, origin: Path | None) -> bool:
    with suppress(OSError):
        return origin is not None and path.samefile(origin)
    return False
