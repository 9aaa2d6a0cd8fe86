"""Read a source's record: strict YAML, each finding at its place."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report
from bronbrief.core.meant_dates import ANY_DAY, meant_date, meant_day
from bronbrief.core.near import nearest
from bronbrief.core.places import Places, Span, file_text
from bronbrief.core.workspace import SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.edits import listed
from bronbrief.core.yaml.values import Data, Positioned, read_yaml
from bronbrief.sources import facts
from bronbrief.sources.identifiers import mistaken
from bronbrief.sources.model import LeftOut, Record

_ANY_DATE = "2024, 2024-03, 2024-03-15"
_TEXT_LIMIT = 4000
_ENTRY_FORM = "[{reason: hidden, text: …}]"
# What records said that were made before a file's creation date was known to be no fact on its document.
_MADE = frozenset(["datum waarop het bestand is gemaakt", "date on which the file was made"])
_UNFILLED = re.compile(r"<[^<>]*>")
# What people write who think in Dutch.
_MEANT = {
    "archief": "archived",
    "auteur": "author",
    "datum": "date",
    "ecli": "identifier",
    "gearchiveerd": "archived",
    "geraadpleegd": "retrieved",
    "herkomst": "origin",
    "kenmerk": "identifier",
    "landen": "countries",
    "taal": "lang",
    "licentie": "licence",
    "nummer": "identifier",
    "onderdeel_van": "part_of",
    "opmerking": "note",
    "soort": "kind",
    "titel": "title",
    "uitgever": "publisher",
    "vindplaats": "identifier",
    "zaaknummer": "identifier",
}


@dataclass(frozen=True, slots=True)
class _Field:
    """What a key of a record may hold: the attribute, a check with its message, and what is allowed."""

    attribute: str
    required: bool = False
    many: bool = False
    check: Callable[[str], object] | None = None
    code: str = ""
    allowed: tuple[str, ...] = ()

    def takes(self, value: str) -> bool:
        """Tell whether a text may be its value, or one of them."""
        return self.check is None or bool(self.check(value))


def _one_of(attribute: str, allowed: tuple[str, ...], *, required: bool = False) -> _Field:
    check = allowed.__contains__
    return _Field(attribute, required, check=check, code="record-not-one-of", allowed=allowed)


_Value: TypeAlias = "str | tuple[str, ...] | tuple[LeftOut, ...]"

FIELDS: Mapping[str, _Field] = {
    "title": _Field("title", required=True),
    "title_basis": _one_of("title_ground", facts.GROUNDS, required=True),
    "publisher": _Field("publisher"),
    "author": _Field("author"),
    "part_of": _Field("part_of"),
    "date": _Field("date", check=facts.is_date, code="record-date"),
    "date_basis": _Field("date_ground"),
    "identifier": _Field("identifier"),
    "url": _Field("url", check=facts.is_url, code="record-url"),
    "retrieved": _Field("retrieved", check=facts.is_day, code="record-day"),
    "archived": _Field("archived", check=facts.is_url, code="record-url"),
    "kind": _one_of("kind", facts.KINDS, required=True),
    "lang": _Field("lang", required=True, check=facts.is_language, code="record-language"),
    "countries": _Field("countries", many=True, check=facts.is_country, code="record-country"),
    "actors": _Field("actors", many=True),
    "sha256": _Field("sha256", required=True, check=facts.SHA256.fullmatch, code="record-sha256"),
    **{name: _Field(name) for name in ("origin", "licence", "note", "original")},
    "original_sha256": _Field("original_sha256", check=facts.SHA256.fullmatch, code="record-sha256"),
    "extractor": _Field("extractor"),
    "changes": _one_of("changes", facts.CHANGES),
    "ocr": _one_of("ocr", facts.RECOGNISED),
    "left_out": _Field("left_out"),
}
_PARTS: Mapping[str, _Field] = {
    "reason": _one_of("reason", facts.REASONS, required=True),
    "text": _Field("text"),
    **{name: _Field(name, check=facts.COUNT.fullmatch, code="record-count") for name in ("count", "length")},
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
    read = read_yaml(data, path, _mistakes)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    facts_read: dict[str, _Value] = {}
    names = _names(read.value.value)
    values, places = _renamed(read.value, names)
    findings = [*read.diagnostics, *_unknown(read.value, names), *_read_fields(values, places, facts_read)]
    if facts_read.get("date_ground") in _MADE:
        findings.append(report("record-date-made", places.value(("date_basis",))))
        facts_read = {key: value for key, value in facts_read.items() if key not in {"date", "date_ground"}}
    if (number := facts_read.get("identifier")) and (example := mistaken(str(number))):
        place = places.value(("identifier",))
        findings.append(report("record-identifier", place, value=str(number), example=example))
    if any(field.required and field.attribute not in facts_read for field in FIELDS.values()):
        return Outcome(None, tuple(findings))
    record = Record(**facts_read)  # type: ignore[arg-type] # FIELDS names the attributes and their types
    return Outcome(PlacedRecord(record, places.value(("sha256",))), tuple(findings))


def minimal_record(sha256: str) -> str:
    """Write the least that a record must say, ready to paste and to be filled in."""
    forms = (
        f"{key}: {_form(field)}\n" for key, field in FIELDS.items() if field.required and key != "sha256"
    )
    return f"{''.join(forms)}sha256: {sha256}"


def refused(code: str, key: str, value: str, place: Place | None = None) -> Diagnostic:
    """Report a value that a field does not take, with what it takes, and the date that may be meant."""
    field = FIELDS.get(key) or _PARTS[key]
    example = (meant_date(value) or _ANY_DATE) if field.check is facts.is_date else ""
    example = (meant_day(value) or ANY_DAY) if field.check is facts.is_day else example
    return report(code, place, key=key, value=value, allowed=", ".join(field.allowed), example=example)


def _form(field: _Field) -> str:
    """Write what may be the value of a field, between < and >: as such no record takes it."""
    return f"<{' | '.join(field.allowed) or '…'}>"


def _names(values: Mapping[str, Data]) -> Mapping[str, str]:
    """Return which key each unknown one was meant to be, as far as nothing stands under that one."""
    names: dict[str, str] = {}
    for key in values:
        near = None if key in FIELDS else _MEANT.get(key.casefold()) or nearest(key.replace("-", "_"), FIELDS)
        if near and near not in values and near not in names.values():
            names[key] = near
    return names


def _renamed(read: Positioned, names: Mapping[str, str]) -> tuple[Mapping[str, Data], Places]:
    """Read misspelt keys as those that were meant, places and all."""
    spans = {
        (names.get(str(at[0]), at[0]), *at[1:]) if at else at: span for at, span in read.places.spans.items()
    }
    return {names.get(key, key): value for key, value in read.value.items()}, Places(spans)


def _unknown(read: Positioned, names: Mapping[str, str]) -> Iterator[Diagnostic]:
    for key in read.value:
        place = read.places.key((key,))
        if key in names:
            yield report("record-key-misspelt", place, key=key, suggestion=names[key])
        elif key not in FIELDS:
            yield report("record-key-unknown", place, key=key, known=", ".join(FIELDS))


def _mistakes(values: dict[str, Data]) -> int:
    """Count what is wrong with the values of a record."""
    read = Positioned(values, Places({(): Span(file_text("", ""), 0, 0, "{")}))
    return sum(1 for _ in (*_unknown(read, {}), *_read_fields(values, read.places, {})))


def _read_fields(
    values: Mapping[str, Data], places: Places, found: dict[str, _Value]
) -> Iterator[Diagnostic]:
    """Check each field, and put what is sound in `found` under the attribute's name."""
    for key, field in FIELDS.items():
        if key not in values:
            if field.required:
                yield report("record-key-missing", places.key(()), key=key, form=_form(field))
            continue
        value = values[key]
        if value is None:
            if field.required:
                yield report("record-value-missing", places.value((key,)), key=key)
        elif key == "left_out":
            entries = list(_read_left_out(value, places))
            yield from (one for one in entries if isinstance(one, Diagnostic))
            found[field.attribute] = tuple(one for one in entries if isinstance(one, LeftOut))
        elif field.many and isinstance(value, list):
            items = [_read_text(key, field, item, places, (key, at)) for at, item in enumerate(value)]
            yield from (item for item in items if isinstance(item, Diagnostic))
            found[field.attribute] = tuple(item for item in items if isinstance(item, str))
        elif field.many:
            form = listed(value) if isinstance(value, str) else "[<…>]"
            yield report("record-not-a-list", places.value((key,)), key=key, form=form)
        else:
            item = _read_text(key, field, value, places, (key,))
            if isinstance(item, Diagnostic):
                yield item
            else:
                found[field.attribute] = item


def _read_left_out(value: Data, places: Places) -> Iterator[LeftOut | Diagnostic]:
    """Read the entries of what was left out: mappings of `_PARTS`."""
    if not isinstance(value, list):
        yield report("record-not-a-list", places.value(("left_out",)), key="left_out", form=_ENTRY_FORM)
        return
    for at, entry in enumerate(value):
        path = ("left_out", at)
        if not isinstance(entry, dict) or not entry.keys() <= _PARTS.keys() or "reason" not in entry:
            yield report("record-left-out", places.value(path), form=_ENTRY_FORM)
            continue
        read = {key: _read_text(key, _PARTS[key], item, places, (*path, key)) for key, item in entry.items()}
        wrong = [one for one in read.values() if isinstance(one, Diagnostic)]
        yield from wrong
        if not wrong:
            said = {key: str(one) for key, one in read.items()}
            count, length = int(said.get("count", 1)), int(said.get("length", 0))
            yield LeftOut(said["reason"], said.get("text", ""), count, length)


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
    wrong = "" if field.takes(text) else field.code
    if wrong := "spec-placeholder" if _UNFILLED.fullmatch(text) else wrong:
        return refused(wrong, key, text, place)
    return text.lower() if key == "sha256" else text
