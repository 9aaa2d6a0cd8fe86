"""Sources and what a search found in them, as data: for JSON, and for the tools of assistants."""

from dataclasses import asdict

from bronbrief.reporting.shapes import (
    FoundHeadShape,
    FoundShape,
    HitShape,
    PassageShape,
    SourceHeadShape,
    SourceShape,
    WholeSourceShape,
)
from bronbrief.sources.model import Passage, Source
from bronbrief.sources.record import FIELDS
from bronbrief.sources.search import WEIGHED, Hit, SearchResult


def listed(source: Source) -> SourceShape:
    """Return a source as it stands in a list."""
    return {**_head(source), "passages": len(source.passages)}


def whole(source: Source) -> WholeSourceShape:
    """Return a source with all its passages."""
    return {**_head(source), "passages": [passage(one) for one in source.passages]}


def passage(one: Passage) -> PassageShape:
    """Return a passage."""
    return {
        "locator": str(one.locator),
        "unit": str(one.locator.unit),
        "text": one.text,
        "start": one.origin_start,
        "end": one.origin_end,
    }


def found(text: str, answer: SearchResult) -> FoundShape:
    """Return what was found when somebody sought `text`."""
    return {**found_head(text, answer), "hits": [hit(one) for one in answer.hits]}


def found_head(text: str, answer: SearchResult) -> FoundHeadShape:
    """Return how a search for `text` was read."""
    return {
        "query": text.encode(errors="replace").decode(),
        "total": answer.total,
        "more_than_total": answer.total >= WEIGHED,
        "some_words_only": answer.some,
        "replaced": {word: list(words) for word, words in answer.replaced},
        "unknown": list(answer.unknown),
    }


def hit(one: Hit) -> HitShape:
    """Return a passage that was found."""
    return {
        "source": one.source_id,
        "locator": one.locator,
        "text": one.text,
        "marks": [list(mark) for mark in one.marks],
    }


def _head(source: Source) -> SourceHeadShape:
    facts = asdict(source.record)
    record = {key: facts[field.attribute] for key, field in FIELDS.items()}
    return {"id": source.id, "path": source.path, "record": record, "words": source.word_count}
