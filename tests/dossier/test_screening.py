"""What looks like personal data, and what merely looks a bit like it."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.diagnostics import Severity
from bronbrief.core.yaml.values import read_yaml
from bronbrief.dossier.rules import Rules
from bronbrief.dossier.screening import screen, sightings
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.model import brief_model

ALL = dict.fromkeys(("bsn", "email", "telephone", "iban"), Severity.WARNING)
RULES = Rules("{title}", None, None, (), ALL, frozenset())


def kinds(text: str) -> list[tuple[str, str]]:
    """Return what was seen in a text."""
    return [(seen.kind, text[seen.start : seen.end]) for seen in sightings(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BSN 111222333.", [("bsn", "111222333")]),
        ("nummer 1112.22.333 op de kaart", [("bsn", "1112.22.333")]),
        ("nummer 111 222 333", [("bsn", "111 222 333")]),
        ("(123456782)", [("bsn", "123456782")]),
        ("Mail j.jansen+raad@oost-dam.example.nl!", [("email", "j.jansen+raad@oost-dam.example.nl")]),
        ("Bel 0524-598 598 of 06 12345678", [("telephone", "0524-598 598"), ("telephone", "06 12345678")]),
        ("Bel +32 2 552 11 11.", [("telephone", "+32 2 552 11 11")]),
        ("NL91 ABNA 0417 1643 00", [("iban", "NL91 ABNA 0417 1643 00")]),
        ("op NL91ABNA0417164300 EN MEER", [("iban", "NL91ABNA0417164300")]),
        ("BE68 5390 0754 7034", [("iban", "BE68 5390 0754 7034")]),
    ],
)
def test_personal_data_is_seen(text: str, expected: list[tuple[str, str]]) -> None:
    """Each kind is seen as people write it, once, and no more than itself."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "111222334",  # fails the eleven test
        "Z-123456782",  # a reference
        "zaak 2026/123456782",
        "111222333444",  # part of a longer number
        "€ 111222333",
        "€ 111 222 333 per jaar",
        "111.222.333 inwoners",
        "in de jaren 2019-2020 en 2021",
        "op 08-12-2026 om 19.30 uur",
        "kst-35925-V-33, nr. 123 (2021-2022)",
        "2009/10, 27858, nr. 88, p. 3",
        "NL91 ABNA 0417 1643 01",  # wrong check digits
        "ISBN 978-90-12-34567-8",
        "@raad en jan@punt",
        "a748708023cd57b0e4f7e94c772a34a298fde1d3bde34f62060e80114fcb76ad",
        "https://www.rtvdrenthe.nl/nieuws/16388283/coevorden-bevriest",
        "1,5 miljoen euro, 123.456.782 euro",
    ],
)
def test_what_is_no_personal_data_is_left_alone(text: str) -> None:
    """Years, dates, amounts, references and numbers that fail their test give no false alarm."""
    assert kinds(text) == []


@given(st.text(max_size=300))
def test_no_text_makes_it_stumble(text: str) -> None:
    """Whatever stands in a text, the sightings lie within it and do not overlap."""
    found = sightings(text)

    assert all(0 <= seen.start < seen.end <= len(text) for seen in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


SPEC = """\
title: De brug
template: tijdlijn
lang: nl-NL
date: 2026-11-21
author: griffie@oostdam.nl
excerpts:
  bellen: {source: bron, from: Bel, to: af}
sections:
  - heading: Aanleiding
    body: |
      Het nummer is 111222333.
      Mail naar jan@voorbeeld.nl.
"""
EVIDENCE = {
    "first": {
        "items": [
            {
                "id": "urn:bronbrief:brug:bellen",
                "target": [
                    {"selector": [{"type": "TextQuoteSelector", "exact": "Bel 0524-598598 voor een af"}]}
                ],
            }
        ]
    }
}


def spec() -> LoadedSpec:
    """Return a spec with personal data in its text and in a quotation."""
    read = read_yaml(SPEC.encode(), "briefs/brug.yaml").value
    assert read is not None
    return LoadedSpec("brug", "briefs/brug.yaml", brief_model(BLOCKS).model_validate(read.value), read.places)


def test_findings_point_at_the_characters() -> None:
    """A finding in the author's text is at the text itself, one in a quotation at its name."""
    found = {one.code: one for one in screen(spec(), EVIDENCE, RULES)}
    lines = SPEC.splitlines()
    bsn = found["personal-bsn"].place
    telephone = found["personal-telephone"].place
    assert bsn is not None
    assert telephone is not None

    assert lines[bsn.line - 1][bsn.column - 1 : bsn.end_column - 1] == "111222333"
    assert lines[telephone.line - 1].strip().startswith("bellen")
    assert [one.code for one in screen(spec(), EVIDENCE, RULES)].count("personal-email") == 2


def test_a_number_is_not_repeated_whole_in_a_log() -> None:
    """What is reported of a BSN does not spread it further."""
    found = next(one for one in screen(spec(), EVIDENCE, RULES) if one.code == "personal-bsn")

    assert "111222333" not in json.dumps(dict(found.params))


def test_rules_decide_what_counts() -> None:
    """Each kind may be off or an error, and what is allowed is not reported, however it is spaced."""
    rules = Rules("{title}", None, None, (), {"bsn": Severity.ERROR, "email": Severity.WARNING}, frozenset())
    allowed = Rules("{title}", None, None, (), ALL, frozenset({"0524 598 598", "GRIFFIE@oostdam.nl"}))

    assert {(one.code, one.severity) for one in screen(spec(), EVIDENCE, rules)} == {
        ("personal-bsn", Severity.ERROR),
        ("personal-email", Severity.WARNING),
    }
    assert [one.code for one in screen(spec(), EVIDENCE, allowed)] == ["personal-bsn", "personal-email"]
