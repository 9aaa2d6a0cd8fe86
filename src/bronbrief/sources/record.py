"""Read a source's record: strict YAML, each finding at its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place
from bronbrief.core.findings import report
from bronbrief.core.near import nearest
from bronbrief.core.places import Places
from bronbrief.core.positions import Data, read_yaml
from bronbrief.core.workspace import SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.sources import facts
from bronbrief.sources.model import Record

_TEXT_LIMIT = 4000


@dataclass(frozen=True, slots=True)
class _Field:
    """What a key of a record may hold: the attribute, a check with its message, and what is allowed."""

    attribute: str
    required: bool = False
    many: bool = False
    check: Callable[[str], bool] | None = None
    code: str = ""
    allowed: tuple[str, ...] = ()


FIELDS: Mapping[str, _Field] = {
    "title": _Field("title", required=True),
    "title_basis": _Field(
        "title_ground", check=facts.is_ground, code="record-not-one-of", allowed=facts.GROUNDS, required=True
    ),
    "publisher": _Field("publisher"),
    "author": _Field("author"),
    "date": _Field("date", check=facts.is_date, code="record-date"),
    "date_basis": _Field("date_ground"),
    "url": _Field("url", check=facts.is_url, code="record-url"),
    "kind": _Field("kind", check=facts.is_kind, code="record-not-one-of", allowed=facts.KINDS, required=True),
    "lang": _Field("lang", required=True, check=facts.is_language, code="record-language"),
    "countries": _Field("countries", many=True, check=facts.is_country, code="record-country"),
    "actors": _Field("actors", many=True),
    "sha256": _Field("sha256", required=True, check=facts.is_sha256, code="record-sha256"),
    "origin": _Field("origin"),
    "licence": _Field("licence"),
    "note": _Field("note"),
    "original": _Field("original"),
    "original_sha256": _Field("original_sha256", check=facts.is_sha256, code="record-sha256"),
    "extractor": _Field("extractor"),
}


@dataclass(frozen=True, slots=True)
class PlacedRecord:
    """A record and where its checksum stands, for findings about the file that it describes."""

    record: Record
    sha256_place: Place


def read_record(workspace: Workspace, path: str) -> Outcome[Record]:
    """Read a record; there is none where a required fact is missing or wrong."""
    read = read_placed_record(workspace, path)
    return Outcome(read.value.record if read.value else None, read.diagnostics)


def read_placed_record(workspace: Workspace, path: str) -> Outcome[PlacedRecord]:
    """Read a record with the place of its checksum."""
    try:
        data = workspace.read(path, SPEC_LIMIT)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    read = read_yaml(data, path)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    values, places = read.value.value, read.value.places
    facts_read: dict[str, str | tuple[str, ...]] = {}
    findings = [*read.diagnostics, *_unknown(values, places), *_read_fields(values, places, facts_read)]
    if any(field.required and field.attribute not in facts_read for field in FIELDS.values()):
        return Outcome(None, tuple(findings))
    record = Record(**facts_read)  # type: ignore[arg-type] # FIELDS names the attributes and their types
    return Outcome(PlacedRecord(record, places.value(("sha256",))), tuple(findings))


def minimal_record(sha256: str) -> str:
    """Write the least that a record must say, ready to paste."""
    return (
        "title: Titel van het document\n"
        f"title_basis: stated    # {' | '.join(facts.GROUNDS)}\n"
        f"kind: news    # {' | '.join(facts.KINDS)}\n"
        "lang: nl\n"
        f"sha256: {sha256}"
    )


def _unknown(values: Mapping[str, Data], places: Places) -> Iterator[Diagnostic]:
    for key in values:
        if key in FIELDS:
            continue
        near = nearest(key.replace("-", "_"), FIELDS)
        if near:
            yield report("record-key-misspelt", places.key((key,)), key=key, suggestion=near)
        else:
            yield report("record-key-unknown", places.key((key,)), key=key, known=", ".join(FIELDS))


def _read_fields(
    values: Mapping[str, Data], places: Places, found: dict[str, str | tuple[str, ...]]
) -> Iterator[Diagnostic]:
    """Check each field, and put what is sound in `found` under the attribute's name."""
    for key, field in FIELDS.items():
        if key not in values:
            if field.required:
                yield report("record-key-missing", places.key(()), key=key)
            continue
        value = values[key]
        if value is None:
            if field.required:
                yield report("record-value-missing", places.value((key,)), key=key)
        elif field.many and isinstance(value, list):
            items = [_read_text(key, field, item, places, (key, at)) for at, item in enumerate(value)]
            yield from (item for item in items if isinstance(item, Diagnostic))
            found[field.attribute] = tuple(item for item in items if isinstance(item, str))
        elif field.many:
            yield report("record-not-a-list", places.value((key,)), key=key)
        else:
            item = _read_text(key, field, value, places, (key,))
            if isinstance(item, Diagnostic):
                yield item
            else:
                found[field.attribute] = item


def _read_text(
    key: str, field: _Field, value: Data, places: Places, path: tuple[str | int, ...]
) -> str | Diagnostic:
    place = places.value(path)
    if value is None:
        return report("record-value-missing", place, key=key)
    if not isinstance(value, str):
        return report("record-not-text", place, key=key)
    text = " ".join(value.split())
    if not text:
        return report("record-value-missing", place, key=key)
    if len(text) > _TEXT_LIMIT:
        return report("record-too-long", place, key=key, limit=_TEXT_LIMIT)
    if field.check and not field.check(text):
        return report(field.code, place, key=key, value=text, allowed=", ".join(field.allowed))
    return text.lower() if key == "sha256" else text
