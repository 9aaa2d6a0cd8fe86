"""Read an evidence record back, as strictly as it was written: nothing missing, nothing more."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place
from bronbrief.core.findings import report
from bronbrief.core.text import Fold
from bronbrief.evidence.annotations import CONTEXT

RECORD_LIMIT = 32 * 1024 * 1024
_FACTS = ("publisher", "date", "url")
_VERDICTS = ("exact", "folded")


class _ShapeError(ValueError):
    """A record that is not of the shape that Bronbrief writes; the words say where."""


@dataclass(frozen=True, slots=True)
class RecordedSource:
    """What a record says of a source; `facts` are its publisher, date and address, those that are known."""

    path: str
    sha256: str
    title: str
    lang: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RecordedPart:
    """One stretch of a source: the words, what stands around them, and where, in characters and in bytes."""

    source: RecordedSource
    locator: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    byte_start: int
    byte_end: int


@dataclass(frozen=True, slots=True)
class RecordedQuotation:
    """One excerpt: what prints (lines are paragraphs, […] what is left out) and the parts it was cut from."""

    id: str
    verdict: str
    folds: tuple[str, ...]
    locators: tuple[str, ...]
    printed: str
    lang: str
    translation: tuple[str, str] | None
    parts: tuple[RecordedPart, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """An evidence record: the brief's name, title and date, and its excerpts in order."""

    path: str
    name: str
    title: str
    date: str
    quotations: tuple[RecordedQuotation, ...]


def read_evidence(data: bytes, path: str) -> Outcome[EvidenceRecord]:
    """Read the bytes of an evidence record; what is not exactly of the shape that is written is an error."""
    if len(data) > RECORD_LIMIT:
        return Outcome(None, (_refusal(path, "over 32 MiB"),))
    try:
        value = json.loads(data.decode(), object_pairs_hook=_once, parse_constant=_refuse_constant)
        record = _record(value, path)
        difference = next(_differences(value, _written(record), "record"), None)
    except (ValueError, RecursionError) as error:
        return Outcome(None, (_refusal(path, str(error) if isinstance(error, _ShapeError) else "JSON"),))
    return Outcome(record, (_refusal(path, difference),) if difference else ())


def _refusal(path: str, what: str) -> Diagnostic:
    return report("verify-record-shape", Place(path), file=path, what=what)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise _ShapeError("a key that stands twice")
    return dict(pairs)


def _refuse_constant(name: str) -> object:
    raise _ShapeError(name)


def _record(value: object, path: str) -> EvidenceRecord:
    top = _object(value, "record")
    name = _text(top, "id").removeprefix("urn:bronbrief:")
    items = _list(_object(top.get("first"), "first"), "items")
    quotations = tuple(_quotation(item, name) for item in items)
    if len({one.id for one in quotations}) != len(quotations):
        raise _ShapeError("an excerpt that stands twice")
    return EvidenceRecord(path, name, _text(top, "label"), _text(top, "date"), quotations)


def _quotation(value: object, name: str) -> RecordedQuotation:
    item = _object(value, "item")
    bodies = [_object(body, "body") for body in _list(item, "body")]
    if not 1 <= len(bodies) <= 2:  # noqa: PLR2004 - what prints, and perhaps a translation
        raise _ShapeError("body")
    folds = tuple(_texts(item, "folds"))
    verdict = _text(item, "verdict")
    if verdict not in _VERDICTS or not set(folds) <= set(Fold) or bool(folds) != (verdict == "folded"):
        raise _ShapeError("verdict")
    translations = [(_text(body, "language"), _text(body, "value")) for body in bodies[1:]]
    parts = tuple(_part(target) for target in _list(item, "target"))
    if not parts or any(part.source != parts[0].source for part in parts):
        raise _ShapeError("source")
    return RecordedQuotation(
        id=_text(item, "id").removeprefix(f"urn:bronbrief:{name}:"),
        verdict=verdict,
        folds=folds,
        locators=tuple(_texts(item, "passages")),
        printed=_text(bodies[0], "value"),
        lang=_text(bodies[0], "language"),
        translation=translations[0] if translations else None,
        parts=parts,
    )


def _part(value: object) -> RecordedPart:
    target = _object(value, "target")
    source = _object(target.get("source"), "source")
    selectors = [_object(one, "selector") for one in _list(target, "selector")]
    if len(selectors) != 3:  # noqa: PLR2004 - words, characters, bytes
        raise _ShapeError("selector")
    quote, characters, octets = selectors
    return RecordedPart(
        source=RecordedSource(
            path=_text(source, "id"),
            sha256=_text(source, "sha256"),
            title=_text(source, "label"),
            lang=_text(source, "language"),
            facts={key: _text(source, key) for key in _FACTS if key in source},
        ),
        locator=_text(target, "locator"),
        exact=_text(quote, "exact"),
        prefix=_text(quote, "prefix"),
        suffix=_text(quote, "suffix"),
        start=_number(characters, "start"),
        end=_number(characters, "end"),
        byte_start=_number(octets, "start"),
        byte_end=_number(octets, "end"),
    )


def _written(record: EvidenceRecord) -> dict[str, object]:
    """Write the record anew from what was read, to compare it with what was there."""
    urn = f"urn:bronbrief:{record.name}"
    items = [_written_quotation(one, urn) for one in record.quotations]
    page = {"id": f"{urn}:page:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": list(CONTEXT),
        "id": urn,
        "type": "AnnotationCollection",
        "label": record.title,
        "date": record.date,
        "total": len(items),
        "first": page,
    }


def _written_quotation(one: RecordedQuotation, urn: str) -> dict[str, object]:
    bodies = [(one.lang, one.printed, "describing")]
    if one.translation:
        bodies.append((*one.translation, "commenting"))
    text = {"type": "TextualBody", "format": "text/plain"}
    return {
        "id": f"{urn}:{one.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "verdict": one.verdict,
        "folds": list(one.folds),
        "passages": list(dict.fromkeys(part.locator for part in one.parts)),
        "body": [{**text, "value": value, "language": lang, "purpose": use} for lang, value, use in bodies],
        "target": [_written_part(part, one.parts[0].source) for part in one.parts],
    }


def _written_part(part: RecordedPart, source: RecordedSource) -> dict[str, object]:
    facts = {"format": "text/plain", "language": source.lang, "label": source.title, "sha256": source.sha256}
    return {
        "type": "SpecificResource",
        "source": {"id": source.path, "type": "Text", **facts, **source.facts},
        "locator": part.locator,
        "selector": [
            {"type": "TextQuoteSelector", "exact": part.exact, "prefix": part.prefix, "suffix": part.suffix},
            {"type": "TextPositionSelector", "start": part.start, "end": part.end},
            {"type": "DataPositionSelector", "start": part.byte_start, "end": part.byte_end},
        ],
    }


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
    if not isinstance(value, str) or (not value and key not in ("prefix", "suffix")):
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
