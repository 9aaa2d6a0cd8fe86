"""Read an evidence record back, as strictly as it was written: nothing missing, nothing more."""

import json
from collections.abc import Iterator
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report
from bronbrief.core.text import Fold
from bronbrief.evidence.annotations import written
from bronbrief.evidence.record import EvidenceRecord, RecordedQuotation

RECORD_LIMIT = 32 * 1024 * 1024
_VERDICTS = ("exact", "folded")
_RECORD = TypeAdapter(EvidenceRecord)


class _ShapeError(ValueError):
    """A record that is not of the shape that Bronbrief writes; the words say where."""


def read_evidence(data: bytes, path: str) -> Outcome[EvidenceRecord]:
    """Read the bytes of an evidence record; what is not exactly of the shape that is written is an error."""
    if len(data) > RECORD_LIMIT:
        return Outcome(None, (_refusal(path, "> 32 MiB"),))
    try:
        value = json.loads(data.decode(), object_pairs_hook=_once, parse_constant=_refuse_constant)
        record = _record(value, path)
        difference = next(_differences(value, written(record), "record"), None)
    except (ValueError, RecursionError) as error:
        return Outcome(None, (_refusal(path, str(error) if isinstance(error, _ShapeError) else "JSON"),))
    return Outcome(record, (_refusal(path, difference),) if difference else ())


def _refusal(path: str, what: str) -> Diagnostic:
    return report("verify-record-shape", Place(path), file=path, what=what)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise _ShapeError("JSON")
    return dict(pairs)


def _refuse_constant(name: str) -> object:
    raise _ShapeError(name)


def _record(value: object, path: str) -> EvidenceRecord:
    if not isinstance(value, dict):
        raise _ShapeError("record")
    try:
        read = _RECORD.validate_python({**value, "path": path})
    except ValidationError as error:
        place = (step for step in reversed(error.errors()[0]["loc"]) if isinstance(step, str))
        raise _ShapeError(next(place, "record")) from error
    name = read.name.removeprefix("urn:bronbrief:")
    quotations = tuple(
        replace(one, id=one.id.removeprefix(f"urn:bronbrief:{name}:")) for one in read.quotations
    )
    record = replace(read, name=name, quotations=quotations)
    for one in quotations:
        _check_quotation(one)
    _check_references(record)
    return record


def _check_quotation(one: RecordedQuotation) -> None:
    folded = one.verdict == "folded"
    if one.verdict not in _VERDICTS or not set(one.folds) <= set(Fold) or bool(one.folds) != folded:
        raise _ShapeError("verdict")
    if not one.parts or any(part.source != one.parts[0].source for part in one.parts):
        raise _ShapeError("source")


def _check_references(record: EvidenceRecord) -> None:
    """Check that what a record lists is what its excerpts are: each used, each from a source of the list."""
    known = {one.id for one in record.quotations}
    if len(known) != len(record.quotations):
        raise _ShapeError("items")
    if any((one.excerpt == "") == (one.source == "") or one.calls < 1 for one in record.notes):
        raise _ShapeError("notes")
    noted = [one.excerpt for one in record.notes if one.excerpt]
    alone = [one for one in noted if one not in record.set_off]
    only_set_off = [one for one in dict.fromkeys(record.set_off) if one not in noted]
    if known != {*record.set_off, *record.inline, *noted}:
        raise _ShapeError("setOff")
    for order in (alone, only_set_off):  # both are in the order of their first use
        if order != [one.id for one in record.quotations if one.id in order]:
            raise _ShapeError("items")
    sources = {one.path: one for one in record.sources}
    cited = [one.source for one in record.notes if one.source]
    if any(sources.get(part.source.path) != part.source for one in record.quotations for part in one.parts):
        raise _ShapeError("sources")
    if not sources.keys() >= set(cited) or len(sources) != len(record.sources):
        raise _ShapeError("sources")


def _differences(found: object, expected: object, where: str) -> Iterator[str]:
    """Name the places where what was found is not what would be written."""
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in dict.fromkeys((*found, *expected)):
            if key not in found or key not in expected:
                yield key
            else:
                yield from _differences(found[key], expected[key], key)
    elif isinstance(found, list) and isinstance(expected, list):
        if len(found) != len(expected):
            yield where
        for one, other in zip(found, expected, strict=False):
            yield from _differences(one, other, where)
    elif type(found) is not type(expected) or found != expected:
        yield where
