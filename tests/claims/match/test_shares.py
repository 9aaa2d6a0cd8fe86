"""Parts of a whole: fractions, percentages and ratios that come to the same."""

import pytest

from bronbrief.claims.match.facts import find_facts
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.support import from_text, supports


def unsupported(said: str, words: str, lang: str) -> list[str]:
    """Return the facts of some words that a text does not carry."""
    support = from_text(said, languages()[lang])
    found = find_facts(words, languages()[lang], lambda _: None)
    return [fact.text for fact in found if not supports(support, words, fact.read)]


@pytest.mark.parametrize(
    ("said", "words", "lang"),
    [
        ("een derde van de kosten", "1/3 van de kosten", "nl"),
        ("een derde van de kosten", "één op de drie", "nl"),
        ("Een derde, afkomstig van boeren", "een derde deel", "nl"),
        ("vier vijfde", "80 procent", "nl"),
        ("80 procent van de stemmen", "80 van de 100 stemmen", "nl"),
        ("80 van de 100 stemmen", "80 procent", "nl"),
        ("80 van de 100 stemmen", "80 stemmen", "nl"),
        ("een kwart", "25%", "nl"),
        ("de helft", "50 procent", "nl"),
        ("19 van de 23 leden", "negentien van de drieëntwintig leden", "nl"),
        ("two thirds of it", "two-thirds of it", "en"),
        ("one in five trips", "20 per cent of trips", "en"),
        ("three quarters of it", "75% of it", "en"),
    ],
)
def test_equal_parts_carry_each_other(said: str, words: str, lang: str) -> None:
    """A fraction, the percentage that equals it and the ratio that says it are one fact."""
    assert unsupported(said, words, lang) == []


@pytest.mark.parametrize(
    ("said", "words", "lang"),
    [
        ("een derde van de kosten", "een kwart van de kosten", "nl"),
        ("een derde van de kosten", "twee derde van de kosten", "nl"),
        ("een derde van de kosten", "33 procent", "nl"),
        ("27 procent", "een kwart", "nl"),
        ("80 procent", "90 van de 100", "nl"),
        ("80 procent", "80 leden", "nl"),
        ("one in five", "one in four", "en"),
        ("two thirds of it", "three quarters of it", "en"),
    ],
)
def test_other_parts_are_found(said: str, words: str, lang: str) -> None:
    """What is rounded, or another part, was not said."""
    assert len(unsupported(said, words, lang)) == 1


def test_an_ordinal_is_no_part() -> None:
    """The third man is counted; two thirds are read as one figure."""
    texts = [
        fact.text for fact in find_facts("een derde man kreeg twee derde", languages()["nl"], lambda _: None)
    ]
    assert texts == ["derde", "twee derde"]
    assert [fact.text for fact in find_facts("de zestiende eeuw", languages()["nl"], lambda _: None)] == [
        "zestiende"
    ]
