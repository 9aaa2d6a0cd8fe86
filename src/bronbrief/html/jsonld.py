"""What a search engine or catalogue may know of a brief, as schema.org in JSON-LD 1.1."""

import json

from bronbrief.brief.dates import machine_date
from bronbrief.brief.model import Brief, CitedSource, Quotation

UNSAFE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def report_data(brief: Brief, kind: str | None) -> dict[str, object]:
    """Describe the brief as a schema.org Report with its quotations and the sources that it cites.

    `kind` is the title of its template.
    """
    data: dict[str, object | None] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": brief.title,
        "genre": kind,
        "alternativeHeadline": brief.subtitle,
        "abstract": brief.summary,
        "inLanguage": brief.lang,
        "datePublished": brief.date,
        "version": brief.version,
        "url": brief.url,
        "author": brief.author,
        "publisher": {"@type": "Organization", "name": brief.house.name} if brief.house.name else None,
        "audience": {"@type": "Audience", "audienceType": brief.audience} if brief.audience else None,
        "keywords": list(brief.keywords),
        "hasPart": [_quotation(quotation) for quotation in brief.quotations],
        "citation": [_source(source) for source in brief.sources],
    }
    return {key: value for key, value in data.items() if value}


def script_text(data: dict[str, object]) -> str:
    """Write the data so that no text in it can end the script element or start another.

    The characters that HTML acts upon are written as JSON escapes (JSON-LD 1.1, 7.4).
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)


def _quotation(quotation: Quotation) -> dict[str, object]:
    excerpt = quotation.excerpt
    return {
        "@type": "Quotation",
        "@id": f"#{quotation.anchor}",
        "position": quotation.number,
        "text": excerpt.text,
        "inLanguage": excerpt.lang,
        "isBasedOn": {"@id": f"#{quotation.source_anchor}"},
    }


def _source(source: CitedSource) -> dict[str, object]:
    record = source.record
    known = machine_date(record.date or "") or None
    data = {
        "@type": "CreativeWork",
        "@id": f"#{source.anchor}",
        "name": record.title,
        "author": record.author,
        "publisher": {"@type": "Organization", "name": record.publisher} if record.publisher else None,
        "datePublished": known,
        "identifier": record.identifier,
        "isPartOf": record.part_of,
        "inLanguage": record.lang,
        "url": record.url,
        "archivedAt": record.archived,
    }
    return {key: value for key, value in data.items() if value}
