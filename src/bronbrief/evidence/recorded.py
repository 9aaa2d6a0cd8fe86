"""Read an evidence record back, as strictly as it was written: nothing missing, nothing more."""

import json
from collections.abc import Iterator

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report
from bronbrief.core.text import Fold
from bronbrief.evidence.annotations import written
from bronbrief.evidence.model import Mark, Segment, Translation
from bronbrief.evidence.record import (
    FACTS,
    EvidenceRecord,
    RecordedFile,
    RecordedNote,
    RecordedPart,
    RecordedQuotation,
    RecordedSource,
)

RECORD_LIMIT = 32 * 1024 * 1024
_VERDICTS = ("exact", "folded")


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
    top = _object(value, "record")
    name = _text(top, "id").removeprefix("urn:bronbrief:")
    items = _list(_object(top.get("first"), "first"), "items")
    quotations = tuple(_quotation(item, name) for item in items)
    if len({one.id for one in quotations}) != len(quotations):
        raise _ShapeError("items")
    labels = _object(top.get("labels"), "labels")
    record = EvidenceRecord(
        path,
        name,
        _text(top, "label"),
        _text(top, "date"),
        quotations,
        _text(top, "language"),
        tuple(_texts(top, "setOff")),
        tuple(_texts(top, "inline")),
        tuple(_note(one) for one in _list(top, "notes")),
        tuple(_source(one) for one in _list(top, "sources")),
        tuple(_texts(top, "method")),
        tuple(_file(one) for one in _list(top, "renditions")),
        {key: _text(labels, key) for key in labels},
        _text(top, "madeWith") if "madeWith" in top else "",
        tuple(_texts(top, "facts")) if "facts" in top else (),
    )
    _check_references(record)
    return record


def _check_references(record: EvidenceRecord) -> None:
    """Check that what a record lists is what its excerpts are: each used, each from a source of the list."""
    known = {one.id for one in record.quotations}
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


def _note(value: object) -> RecordedNote:
    note = _object(value, "notes")
    said = {key: _text(note, key) for key in ("excerpt", "source", "locator") if key in note}
    if ("excerpt" in said) == ("source" in said) or _number(note, "calls") < 1:
        raise _ShapeError("notes")
    return RecordedNote(_number(note, "calls"), **said)


def _file(value: object) -> RecordedFile:
    file = _object(value, "renditions")
    style = _text(file, "style") if "style" in file else ""
    return RecordedFile(_text(file, "format"), _text(file, "sha256"), style)


def _source(value: object) -> RecordedSource:
    source = _object(value, "source")
    return RecordedSource(
        path=_text(source, "id"),
        sha256=_text(source, "sha256"),
        title=_text(source, "label"),
        lang=_text(source, "language"),
        facts={name: _text(source, key) for name, key in FACTS.items() if key in source},
    )


def _quotation(value: object, name: str) -> RecordedQuotation:
    item = _object(value, "item")
    bodies = [_object(body, "body") for body in _list(item, "body")]
    if not 1 <= len(bodies) <= 2:  # noqa: PLR2004 - what prints, and perhaps a translation
        raise _ShapeError("body")
    folds = tuple(_texts(item, "folds"))
    verdict = _text(item, "verdict")
    if verdict not in _VERDICTS or not set(folds) <= set(Fold) or bool(folds) != (verdict == "folded"):
        raise _ShapeError("verdict")
    translations = [
        Translation(
            _text(body, "language"), _text(body, "value"), _text(body, "by") if "by" in body else None
        )
        for body in bodies[1:]
    ]
    parts = tuple(_part(target) for target in _list(item, "target"))
    if not parts or any(part.source != parts[0].source for part in parts):
        raise _ShapeError("source")
    return RecordedQuotation(
        id=_text(item, "id").removeprefix(f"urn:bronbrief:{name}:"),
        verdict=verdict,
        folds=folds,
        locators=tuple(_texts(item, "passages")),
        paragraphs=tuple(_paragraph(one) for one in _list(item, "segments")),
        lang=_text(bodies[0], "language"),
        translation=translations[0] if translations else None,
        parts=parts,
    )


def _paragraph(value: object) -> tuple[Segment, ...]:
    if not isinstance(value, list):
        raise _ShapeError("segments")
    found = [_object(one, "segments") for one in value]
    if not {_text(one, "mark") for one in found} <= set(Mark):
        raise _ShapeError("mark")
    return tuple(Segment(Mark(_text(one, "mark")), _text(one, "value")) for one in found)


def _part(value: object) -> RecordedPart:
    target = _object(value, "target")
    selectors = [_object(one, "selector") for one in _list(target, "selector")]
    if len(selectors) != 3:  # noqa: PLR2004 - words, characters, bytes
        raise _ShapeError("selector")
    quote, characters, octets = selectors
    return RecordedPart(
        source=_source(target.get("source")),
        locator=_text(target, "locator"),
        exact=_text(quote, "exact"),
        prefix=_text(quote, "prefix"),
        suffix=_text(quote, "suffix"),
        start=_number(characters, "start"),
        end=_number(characters, "end"),
        byte_start=_number(octets, "start"),
        byte_end=_number(octets, "end"),
    )


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


def _object(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _ShapeError(where)
    return value


def _list(holder: dict[str, object], key: str) -> list[object]:
    value = holder.get(key)
    if not isinstance(value, list):
        raise _ShapeError(key)
    return value


def _text(holder: dict[str, object], key: str) -> str:
    value = holder.get(key)
    if not isinstance(value, str) or (not value and key not in ("prefix", "suffix", "value")):
        raise _ShapeError(key)
    return value


def _texts(holder: dict[str, object], key: str) -> list[str]:
    values = _list(holder, key)
    if not all(isinstance(value, str) for value in values):
        raise _ShapeError(key)
    return [str(value) for value in values]


def _number(holder: dict[str, object], key: str) -> int:
    value = holder.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _ShapeError(key)
    return value
