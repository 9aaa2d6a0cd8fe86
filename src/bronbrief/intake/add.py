"""Take a document into `seeds/`: its text, its record and the document as received, all of them or none."""

import hashlib
import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.findings import report
from bronbrief.core.workspace import SEEDS, FileProblemError, Workspace
from bronbrief.intake.extraction import DOCUMENT_LIMIT, Extracted, extract
from bronbrief.intake.language import language_of
from bronbrief.intake.record import Known, ToDo, write_record
from bronbrief.locale import i18n
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.facts import KINDS, is_date, is_language, is_url
from bronbrief.sources.model import ORIGINAL, RECORD, TEXT, Source, Unit, is_source_id, slug
from bronbrief.sources.passages import split_passages
from bronbrief.sources.record import FIELDS, refused

_TITLE_LENGTH = 200
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint)|untitled|naamloos|document\s*\d*\Z|titel|title\Z|\S+\.\w{2,4}\Z)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HEADS = 3


@dataclass(frozen=True, slots=True)
class Request:
    """What the author says of a document: its path, an id if not its name, and facts by key of a record.

    `lang`, nl or en, is the language of the comments in the record.
    """

    document: str
    source_id: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    lang: str = "nl"

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


def take_in(workspace: Workspace, request: Request) -> Outcome[Intake]:
    """Take a document in; nothing is written over, and nothing is written that would not load.

    The text of a .txt file in UTF-8 is the file itself, byte for byte. Of every other document the text is
    written in UTF-8, and the document is kept beside it as `ID.original.SUFFIX`.
    """
    findings = list(_check_request(request))
    read = _read(request.document)
    findings += read.diagnostics
    if findings or read.value is None:
        return Outcome(None, tuple(findings))
    extracted = extract(read.value, request.path.name)
    if extracted.value is None:
        return Outcome(None, extracted.diagnostics)
    source_id = request.source_id or slug(request.path.stem)
    if not is_source_id(source_id):
        return Outcome(None, (report("source-id", id=source_id or request.path.stem, suggestion="bron-1"),))
    files, to_do = _files(source_id, request, read.value, extracted.value)
    proven = _prove(source_id, files)
    if proven.value is None:
        return Outcome(None, proven.diagnostics)
    written = _place(workspace, request.path, files)
    if written.value is None:
        return Outcome(None, written.diagnostics)
    record_path = f"{SEEDS}/{source_id}{RECORD}"
    found = (*extracted.diagnostics, *proven.diagnostics)
    return Outcome(Intake(proven.value, written.value, record_path, to_do), found)


def _check_request(request: Request) -> list[Diagnostic]:
    """Check the facts that were given, each as the record's reader will."""
    found = []
    if request.source_id and not is_source_id(request.source_id):
        suggestion = slug(request.source_id) or "bron-1"
        found.append(report("source-id", id=request.source_id, suggestion=suggestion))
    for key, value in (*request.facts.items(), *(("countries", one) for one in request.countries)):
        rule = FIELDS[key]
        if rule.check and not rule.check(value):
            found.append(refused(rule.code, key, value))
    return found


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
    received = not extracted.extractor
    text = data if received else extracted.text.rstrip("\n").encode() + b"\n"
    facts = _facts(request, extracted)
    facts["sha256"] = Known(hashlib.sha256(text).hexdigest())
    facts["origin"] = Known(_printable(request.path.name))
    files: dict[str, bytes] = {}
    if not received:
        original = f"{source_id}{ORIGINAL}{request.path.suffix.lower()}"
        files[original] = data
        facts["original"] = Known(original)
        facts["original_sha256"] = Known(hashlib.sha256(data).hexdigest())
        facts["extractor"] = Known(extracted.extractor)
    if extracted.ocr:
        facts["ocr"] = Known("true")
    record, to_do = write_record(facts, request.countries, request.lang, ", ".join(KINDS))
    files[f"{source_id}{RECORD}"] = record.encode()
    files[f"{source_id}{TEXT}"] = text
    return files, to_do


def _facts(request: Request, extracted: Extracted) -> dict[str, Known]:
    """Put together what the author gave, then what the document says, then what it is called."""
    said, text = extracted.facts, extracted.text
    facts = {key: Known(value) for key, value in request.facts.items()}
    title = _title(said.get("title", "")) or _heading(text)
    name = _printable(request.path.stem.replace("_", " ").replace("-", " ")).capitalize()
    facts.setdefault("title", Known(title, "document") if title else Known(name, "file name"))
    stated = title or "title" in request.facts
    facts["title_basis"] = Known("stated") if stated else Known("supplied", "basis")
    for key in ("publisher", "author"):
        if said.get(key):
            facts.setdefault(key, Known(_printable(said[key]), "document"))
    if is_url(said.get("url", "")):
        facts.setdefault("url", Known(said["url"], "document"))
    if "date" not in facts and is_date(said.get("date", "")):
        facts["date"] = Known(said["date"], "document")
    elif "date" not in facts and is_date(said.get("made", "")):
        facts["date"] = Known(said["made"], "made")
        facts["date_basis"] = Known(i18n.say("record", "made_basis", request.lang))
    facts.setdefault("kind", Known(_kind(extracted, request.path.suffix.lower()), "guessed"))
    facts.setdefault("lang", _language(said.get("lang", ""), text))
    return facts


def _title(text: str) -> str:
    """Return a title from a document's properties, unless it is one that a word processor made up."""
    title = _printable(text)
    return "" if len(title) > _TITLE_LENGTH or _NO_TITLE.match(title) else title


def _heading(text: str) -> str:
    """Return the heading that the text opens with, if it does."""
    for passage in split_passages(text)[:_HEADS]:
        if passage.locator.unit is Unit.HEADING and len(passage.text) <= _TITLE_LENGTH:
            return _printable(passage.text.lstrip("# "))
    return ""


def _kind(extracted: Extracted, suffix: str) -> str:
    units = {passage.locator.unit for passage in split_passages(extracted.text)}
    if "News" in extracted.facts.get("genre", ""):
        return "news"
    if {Unit.QUESTION, Unit.ANSWER} <= units:
        return "parliamentary-question"
    if re.search(r"^(?:Geachte|Beste|Dear)\b", extracted.text, re.MULTILINE):
        return "letter"
    return "web" if suffix in {".html", ".htm", ".xhtml"} else "report"


def _language(stated: str, text: str) -> Known:
    """Return the language that the document states, that its words are in, or the one assumed."""
    primary, _, region = stated.replace("_", "-").partition("-")
    tag = f"{primary.lower()}-{region.upper()}" if region else primary.lower()
    found = language_of(text)
    for candidate in (tag, primary.lower()):
        if is_language(candidate) and found in {"", primary.lower()}:
            return Known(candidate, "document")
    return Known(found, "language") if found else Known("nl", "assumed")


def _printable(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _prove(source_id: str, files: Mapping[str, bytes]) -> Outcome[Source]:
    """Load the source from a folder of its own, before anything is written to the workspace."""
    with tempfile.TemporaryDirectory(prefix="bronbrief-") as folder:
        seeds = Path(folder) / SEEDS
        seeds.mkdir()
        for name, data in files.items():
            (seeds / name).write_bytes(data)
        loaded = load_catalogue(Workspace(Path(folder)), [source_id])
    source = loaded.value.get(source_id) if loaded.value else None
    return Outcome(source if loaded.ok else None, loaded.diagnostics)


def _place(workspace: Workspace, origin: Path, files: Mapping[str, bytes]) -> Outcome[tuple[str, ...]]:
    """Write the files where none stand; if one cannot be written, those already written are taken back.

    A text that lies in `seeds/` already stays as it is, and only gets its record.
    """
    made: list[Path] = []
    try:
        folder = workspace.resolve(SEEDS)
        wanted = {name: data for name, data in files.items() if not _is_same(folder / name, origin)}
        for name in wanted:
            if os.path.lexists(folder / name):
                return Outcome(None, (report("source-exists", path=f"{SEEDS}/{name}"),))
        for name, data in wanted.items():
            workspace.write(f"{SEEDS}/{name}", data, replace=False)
            made.append(folder / name)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    except OSError as error:
        for path in made:
            path.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            taken = list(wanted)[len(made)]
            return Outcome(None, (report("source-exists", path=f"{SEEDS}/{taken}"),))
        reason = error.strerror or type(error).__name__
        return Outcome(None, (report("output-unwritable", path=f"{SEEDS}/", reason=reason),))
    return Outcome(tuple(f"{SEEDS}/{name}" for name in wanted))


def _is_same(path: Path, origin: Path) -> bool:
    with suppress(OSError):
        return path.samefile(origin)
    return False
