"""The evidence of a brief for machines: W3C Web Annotations (2017), one for each excerpt, as JSON-LD."""

import json
from collections.abc import Mapping
from importlib.resources import files

from bronbrief.evidence.model import Excerpt, Part
from bronbrief.evidence.record import (
    FACTS,
    EvidenceRecord,
    RecordedFile,
    RecordedNote,
    RecordedPart,
    RecordedQuotation,
    RecordedSource,
)
from bronbrief.sources.model import Source

# Terms that the annotation context does not have are spelled out in ours.
CONTEXT: tuple[object, ...] = (
    "http://www.w3.org/ns/anno.jsonld",
    json.loads((files("bronbrief.evidence") / "context.json").read_text(encoding="utf-8")),
)
# Only where a brief has some: the record of any other stays as it was.
_OPTIONAL: Mapping[str, object] = {
    "madeWith": "brief:madeWith",
    "facts": {"@id": "brief:facts", "@container": "@list"},
}
_TEXT = {"type": "TextualBody", "format": "text/plain"}


def recorded_source(source: Source) -> RecordedSource:
    """Return what a record says of a source."""
    record = source.record
    facts = {name: str(value) for name in FACTS if (value := getattr(record, name))}
    return RecordedSource(source.path, record.sha256, record.title, record.lang, facts)


def recorded_quotation(excerpt: Excerpt, source: Source) -> RecordedQuotation:
    """Return what a record says of an excerpt.

    Positions count characters of the decoded file and bytes of the file as received, both from 0, the end
    exclusive (Web Annotation Data Model, 4.2.5 and 4.2.6).
    """
    return RecordedQuotation(
        id=excerpt.id,
        verdict=excerpt.verdict.value,
        folds=tuple(fold.value for fold in excerpt.folds),
        locators=tuple(map(str, excerpt.locators)),
        paragraphs=excerpt.paragraphs,
        lang=excerpt.lang,
        translation=excerpt.translation,
        parts=tuple(_part(part, source) for part in excerpt.parts),
    )


def _part(part: Part, source: Source) -> RecordedPart:
    start, end = source.passages[part.passage].origin(part.start, part.end)
    around = part.prefix, part.suffix
    span = start, end, part.byte_start, part.byte_end
    return RecordedPart(recorded_source(source), str(part.locator), part.text, *around, *span)


def written(record: EvidenceRecord) -> dict[str, object]:
    """Write a record as an AnnotationCollection with one page."""
    urn = f"urn:bronbrief:{record.name}"
    items = [_quotation(one, urn) for one in record.quotations]
    page = {"id": f"{urn}:page:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    given = {"madeWith": record.made_with, "facts": list(record.facts)}
    optional = {key: value for key, value in given.items() if value}
    return {
        "@context": [*CONTEXT, *({key: _OPTIONAL[key]} for key in optional)],
        "id": urn,
        "type": "AnnotationCollection",
        "label": record.title,
        "date": record.date,
        "language": record.lang,
        "renditions": [_file(one) for one in record.files],
        "total": len(items),
        "first": page,
        "setOff": list(record.set_off),
        "inline": list(record.inline),
        "notes": [_note(one) for one in record.notes],
        "sources": [_source(one) for one in record.sources],
        "method": list(record.method),
        "labels": dict(sorted(record.labels.items())),
        **optional,
    }


def _file(one: RecordedFile) -> dict[str, object]:
    return {"format": one.format, "sha256": one.sha256, **({"style": one.style} if one.style else {})}


def _note(one: RecordedNote) -> dict[str, object]:
    said = {"excerpt": one.excerpt, "source": one.source, "locator": one.locator}
    return {"calls": one.calls, **{key: value for key, value in said.items() if value}}


def _quotation(one: RecordedQuotation, urn: str) -> dict[str, object]:
    body = [{**_TEXT, "value": one.printed, "language": one.lang, "purpose": "describing"}]
    if one.translation:
        by = {"by": one.translation.by} if one.translation.by else {}
        text, lang = one.translation.text, one.translation.lang
        body.append({**_TEXT, "value": text, "language": lang, "purpose": "commenting", **by})
    return {
        "id": f"{urn}:{one.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "verdict": one.verdict,
        "folds": list(one.folds),
        "passages": list(dict.fromkeys(part.locator for part in one.parts)),
        "body": body,
        "segments": [
            [{"mark": segment.mark.value, "value": segment.text} for segment in paragraph]
            for paragraph in one.paragraphs
        ],
        "target": [_target(part, one.parts[0].source) for part in one.parts],
    }


def _target(part: RecordedPart, source: RecordedSource) -> dict[str, object]:
    return {
        "type": "SpecificResource",
        "source": _source(source),
        "locator": part.locator,
        "selector": [
            {"type": "TextQuoteSelector", "exact": part.exact, "prefix": part.prefix, "suffix": part.suffix},
            {"type": "TextPositionSelector", "start": part.start, "end": part.end},
            {"type": "DataPositionSelector", "start": part.byte_start, "end": part.byte_end},
        ],
    }


def _source(source: RecordedSource) -> dict[str, object]:
    known: Mapping[str, str] = {FACTS[name]: source.facts[name] for name in FACTS if name in source.facts}
    return {
        "id": source.path,
        "type": "Text",
        "format": "text/plain",
        "language": source.lang,
        "label": source.title,
        "sha256": source.sha256,
        **known,
    }
