"""Saved answers of Open Raadsinformatie: one document with its text, and what is said of it."""

import json

import pytest

from bronbrief.intake.council_json import read_council_json
from bronbrief.intake.extraction import extract
from bronbrief.intake.extractors import Answer
from bronbrief.intake.proposals import propose
from bronbrief.intake.record import write_record

DOCUMENT = {
    "@type": "MediaObject",
    "name": "Raadsvoorstel haven",
    "original_url": "https://example.nl/stukken/12.pdf",
    "last_discussed_at": "2021-06-17T19:30:00+02:00",
    "text_pages": [
        {"page_number": 1, "text": "De haven\nblijft open."},
        {"page_number": 2, "text": "Tot 2030."},
    ],
}


def read(value: object) -> Answer:
    """Return the answer to a saved JSON, of which every word is accounted for."""
    answer = read_council_json(json.dumps(value).encode())
    assert answer.unaccounted == []
    return answer


@pytest.mark.parametrize(
    "shape",
    [
        DOCUMENT,
        [DOCUMENT],
        {"_id": "1", "_source": DOCUMENT},
        {"hits": {"total": 1, "hits": [{"_source": DOCUMENT}]}},
        {"@graph": [DOCUMENT, {"@type": "Meeting", "name": "Raad"}]},
    ],
)
def test_the_document_is_found_in_any_answer(shape: object) -> None:
    """Alone, in a list, or as a hit of a search."""
    assert read(shape).text == "De haven\nblijft open.\fTot 2030.\n"


@pytest.mark.parametrize(
    ("texts", "text", "other"),
    [
        ({"text": "Wij gaan door."}, "Wij gaan door.\n", []),
        ({"text": ["Wij gaan", "door."]}, "Wij gaan\n\ndoor.\n", []),
        ({"md_text": ["# Kop\n\nWij gaan **niet** door."]}, "# Kop\n\nWij gaan niet door.\n", []),
        ({"text": "Wij gaan door.", "md_text": "Wij gaan **niet** door."}, "Wij gaan door.\n", ["niet"]),
        ({"text": "Wij  gaan door.", "md_text": "Wij gaan _door_."}, "Wij  gaan door.\n", []),
    ],
)
def test_one_text_is_taken_and_what_another_says_is_named(
    texts: dict[str, object], text: str, other: list[str]
) -> None:
    """Pages go before plain text, and that before Markdown; a difference is told."""
    answer = read({"name": "x", **texts})
    assert answer.text == text
    assert [text for reason, text in answer.left_out if reason == "alternative"] == other


def test_facts_are_proposed_with_their_basis() -> None:
    """The day of the meeting says that it is one."""
    outcome = extract(json.dumps(DOCUMENT).encode(), "antwoord.json")
    assert outcome.value is not None
    known = propose({}, outcome.value, "antwoord", ".json")
    assert known["title"].value == "Raadsvoorstel haven"
    assert known["url"].value == "https://example.nl/stukken/12.pdf"
    assert (known["date"].value, known["date"].how) == ("2021-06-17", "discussed")
    record, _ = write_record(known, (), outcome.value.left_out, "nl")
    assert "Open Raadsinformatie" in record


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"name": "x"}', "document-several"),
        (json.dumps([DOCUMENT, DOCUMENT]).encode(), "document-several"),
        (b'{"text": ', "document-unreadable"),
        (b'{"name": "x", "text": "  "}', "document-without-text"),
        (b"[" * 200_000, "document-too-heavy"),
    ],
)
def test_other_answers_are_findings(data: bytes, code: str) -> None:
    """No document, several, damage, no words and depth each have their finding."""
    assert [one.code for one in extract(data, "x.json").diagnostics if one.code != "document-left-out"] == [
        code
    ]
