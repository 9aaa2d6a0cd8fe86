"""The machine-readable record of the evidence."""

import json
from collections.abc import Callable
from typing import Any

from bronbrief.core.diagnostics import Outcome
from bronbrief.evidence.annotations import recorded_quotation, written
from bronbrief.evidence.model import Excerpt
from bronbrief.evidence.record import EvidenceRecord
from bronbrief.sources.model import Catalogue

EXCERPTS = {
    "contact": {
        "source": "coevorden-bevriest-2024",
        "quote": "De onderlinge stedenband […] wordt vanaf nu officieel als ‘bevroren’ beschouwd.",
        "translation": {"lang": "en", "text": "The twinning is regarded as frozen."},
    },
    "sancties": {
        "source": "vlaanderen-wit-rusland-2020",
        "from": "Vlaanderen is geen voorstander",
        "to": "of sancties uit te vaardigen.",
    },
}


def record(seeds: Catalogue, prove: Callable[..., Outcome[dict[str, Excerpt]]]) -> Any:
    """Return the record of two excerpts as a program would read it."""
    proven = prove(seeds, EXCERPTS).value
    assert proven is not None
    quotations = tuple(recorded_quotation(one, seeds.sources[one.source_id]) for one in proven.values())
    made = EvidenceRecord("", "proef", "Titel", "2026-11-21", quotations)
    return json.loads(json.dumps(written(made)))


def test_record_is_a_collection_of_annotations(seeds: Catalogue, prove: Callable[..., Any]) -> None:
    """There is one annotation for each excerpt, in order, under the context of the W3C."""
    made = record(seeds, prove)
    items = made["first"]["items"]

    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (made["type"], made["total"], made["label"], made["date"]) == (
        "AnnotationCollection",
        2,
        "Titel",
        "2026-11-21",
    )
    assert [item["id"] for item in items] == ["urn:bronbrief:proef:contact", "urn:bronbrief:proef:sancties"]
    assert {item["type"] for item in items} == {"Annotation"}
    assert items[0]["verdict"] == "folded"
    assert items[0]["folds"] == ["typographic quotation marks"]
    assert [body["language"] for body in items[0]["body"]] == ["nl", "en"]
    assert items[0]["body"][0]["value"].endswith("als 'bevroren' beschouwd.")


def test_selectors_lead_back_to_the_text(seeds: Catalogue, prove: Callable[..., Any]) -> None:
    """A program that has the file finds each part by characters, by bytes and by quotation."""
    targets = [target for item in record(seeds, prove)["first"]["items"] for target in item["target"]]

    assert len(targets) == 3
    for target in targets:
        quote, position, data = target["selector"]
        source = next(one for one in seeds.sources.values() if one.path == target["source"]["id"])
        assert target["source"]["sha256"] == source.record.sha256
        assert target["source"]["format"] == "text/plain"
        by_characters = source.text[position["start"] : position["end"]]
        by_bytes = source.data[data["start"] : data["end"]].decode()
        assert by_characters == by_bytes
        assert by_bytes.split() == quote["exact"].split()
        around = source.text[: position["start"]].split()[-1]
        assert not quote["prefix"] or quote["prefix"].split()[-1] == around


def test_same_excerpts_give_the_same_bytes(seeds: Catalogue, prove: Callable[..., Any]) -> None:
    """Nothing in the record depends on the run."""
    first, second = (json.dumps(record(seeds, prove)) for _ in range(2))

    assert first == second
