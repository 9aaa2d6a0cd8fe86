"""The evidence of a brief for machines: W3C Web Annotations (2017), one for each excerpt, as JSON-LD."""

from collections.abc import Iterable

from bronbrief.evidence.model import Excerpt, Part
from bronbrief.sources.model import Catalogue, Source

# Terms that the annotation context does not have are spelled out in ours.
CONTEXT: tuple[object, ...] = (
    "http://www.w3.org/ns/anno.jsonld",
    {
        "brief": "urn:bronbrief:",
        "sha256": "brief:sha256",
        "url": "schema:url",
        "locator": "brief:locator",
        "verdict": "brief:verdict",
        "folds": {"@id": "brief:fold", "@container": "@list"},
        "passages": {"@id": "brief:passage", "@container": "@list"},
        "publisher": "dcterms:publisher",
        "date": "dcterms:date",
    },
)


def evidence_record(
    name: str, title: str, date: str, excerpts: Iterable[Excerpt], catalogue: Catalogue
) -> dict[str, object]:
    """Describe the excerpts of a brief, in order, as an AnnotationCollection with one page.

    `name` is the brief's name, `date` its own date (ISO 8601). Positions count characters of the decoded
    file and bytes of the file as received, both from 0, the end exclusive (Web Annotation Data Model, 4.2.5
    and 4.2.6). The same excerpts give the same record.
    """
    items = [_annotation(name, excerpt, catalogue.sources[excerpt.source_id]) for excerpt in excerpts]
    return {
        "@context": list(CONTEXT),
        "id": f"urn:bronbrief:{name}",
        "type": "AnnotationCollection",
        "label": title,
        "date": date,
        "total": len(items),
        "first": {
            "id": f"urn:bronbrief:{name}:page:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _annotation(name: str, excerpt: Excerpt, source: Source) -> dict[str, object]:
    body: list[object] = [_text_body(excerpt.text, excerpt.lang, "describing")]
    if excerpt.translation:
        body.append(_text_body(excerpt.translation.text, excerpt.translation.lang, "commenting"))
    return {
        "id": f"urn:bronbrief:{name}:{excerpt.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "verdict": excerpt.verdict.value,
        "folds": [fold.value for fold in excerpt.folds],
        "passages": [str(locator) for locator in excerpt.locators],
        "body": body,
        "target": [_target(part, source) for part in excerpt.parts],
    }


def _text_body(text: str, lang: str, purpose: str) -> dict[str, object]:
    return {
        "type": "TextualBody",
        "value": text,
        "language": lang,
        "format": "text/plain",
        "purpose": purpose,
    }


def _target(part: Part, source: Source) -> dict[str, object]:
    start, end = source.passages[part.passage].origin(part.start, part.end)
    return {
        "type": "SpecificResource",
        "source": _source(source),
        "locator": str(part.locator),
        "selector": [
            {"type": "TextQuoteSelector", "exact": part.text, "prefix": part.prefix, "suffix": part.suffix},
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "DataPositionSelector", "start": part.byte_start, "end": part.byte_end},
        ],
    }


def _source(source: Source) -> dict[str, object]:
    record = source.record
    facts = {"publisher": record.publisher, "date": record.date, "url": record.url}
    return {
        "id": source.path,
        "type": "Text",
        "format": "text/plain",
        "language": record.lang,
        "label": record.title,
        "sha256": record.sha256,
        **{key: value for key, value in facts.items() if value},
    }
