"""What a refused quotation is told: where it stands in the spec, what differs, where else it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.differences import word_diff
from bronbrief.evidence.model import Excerpt
from bronbrief.evidence.select import prove_all
from bronbrief.locale.diagnostics import headline, hint
from bronbrief.sources.model import Catalogue
from bronbrief.spec.load import load_spec

TEXT = """\
Er is op dit moment ook geen perspectief op verbetering van de onderlinge relatie. Dat meldt het college.

Het college zegt dat de brug veilig is. De raad vindt dat de brug veilig is.
"""


@pytest.fixture
def refusal(
    prove: Callable[..., Outcome[dict[str, Excerpt]]], shelve: Callable[..., Catalogue]
) -> Callable[..., Diagnostic]:
    """Return the one finding about an excerpt of the sample text."""

    def run(**fields: Any) -> Diagnostic:
        outcome = prove(shelve(bron=TEXT), {"een": {"source": "bron"} | fields})
        assert not outcome.value
        (finding,) = outcome.diagnostics
        return finding

    return run


def test_drift_shows_the_words_that_differ(refusal: Callable[..., Diagnostic]) -> None:
    """The diff has the author's line, the source's line and the locator, with what differs marked."""
    found = refusal(quote="Er is op dit moment wel perspectief op verbetering van de onderlinge relatie.")

    assert found.code == "quote-drift"
    assert found.params["locator"] == "al. 1"
    assert found.params["verdict"] == "drift"
    assert found.detail.splitlines() == [
        "al. 1:",
        "- Er is op dit moment [-wel-] perspectief op verbetering van de …",
        "+ Er is op dit moment {+ook geen+} perspectief op verbetering van de …",
    ]


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        (
            "gееn perspectief op verbetering",
            "U+0435 CYRILLIC SMALL LETTER IE ≠ “e” U+0065 LATIN SMALL LETTER E",
        ),
        ("geen pers\u200bpectief op verbetering", "U+200B ZERO WIDTH SPACE"),
        ("geen perspectief op verbeterіng", "U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"),
    ],
)
def test_invisible_differences_are_spelled_out(
    refusal: Callable[..., Diagnostic], typed: str, spelled: str
) -> None:
    """Characters that look alike or show nothing are named, and nothing invisible reaches the terminal."""
    found = refusal(quote=typed)

    assert spelled in found.detail
    assert "\u200b" not in found.detail


def test_dashes_are_told_apart() -> None:
    """A dash of another kind is named on both sides."""
    assert "U+2013 EN DASH ≠ “-” U+002D HYPHEN-MINUS" in word_diff("Wit–Rusland is", "Wit-Rusland is")


def test_long_agreement_is_shortened() -> None:
    """Only the words beside a difference are shown of a long text."""
    words = [f"w{number}" for number in range(40)]
    changed = [*words[:20], "anders", *words[21:]]

    first, second = word_diff(" ".join(changed), " ".join(words)).splitlines()
    assert first == "- … w15 w16 w17 w18 w19 [-anders-] w21 w22 w23 w24 w25 …"
    assert second == "+ … w15 w16 w17 w18 w19 {+w20+} w21 w22 w23 w24 w25 …"


LETTER = """\
Wij stellen u voor om vóór 1 juli 2026 te besluiten. Het college zegt dat de brug niet veilig is.

Wij hebben een brief gestuurd. Wij hebben tot nu toe geen antwoord ontvangen. Verlenging van het gesprek \
ligt volgens ons voor de hand.

Het werk kost € 240.000, waarvan de provincie een derde betaalt, en past binnen de begroting.

De wethouder ziet geen reden. De wethouder ziet volgens het verslag geen reden om te stoppen, en geen kans.

Dat meldt de krant van Zeeland vandaag in een bericht, na vragen.
"""


@pytest.fixture
def told(
    prove: Callable[..., Outcome[dict[str, Excerpt]]], shelve: Callable[..., Catalogue]
) -> Callable[..., Diagnostic]:
    """Return the one finding about a quotation from the letter."""

    def run(quote: str, **fields: Any) -> Diagnostic:
        outcome = prove(shelve(bron=LETTER), {"een": {"source": "bron", "quote": quote} | fields})
        assert not outcome.value
        (finding,) = outcome.diagnostics
        return finding

    return run


@pytest.mark.parametrize(
    ("typed", "shown", "offered"),
    [
        (
            "Wij stellen u voor om te besluiten.",
            "Wij stellen u voor om {+vóór 1 juli 2026+} te besluiten.",
            "Wij stellen u voor om […] te besluiten.",
        ),
        (
            "een brief gestuurd. Wij hebben geen antwoord ontvangen.",
            "een brief gestuurd. Wij hebben {+tot nu toe+} geen antwoord ontvangen.",
            "een brief gestuurd. Wij hebben […] geen antwoord ontvangen.",
        ),
        (
            "Verlenging ligt volgens ons voor de hand.",
            "Verlenging {+van het gesprek+} ligt volgens ons voor de hand.",
            "Verlenging […] ligt volgens ons voor de hand.",
        ),
        (
            "Het werk kost € 240.000 en past binnen de",
            "Het werk kost € 240.000{+, waarvan de provincie een derde betaalt,+} en past binnen de",
            "Het werk kost € 240.000 […] en past binnen de",
        ),
        (
            "Dat meldt de krant vandaag, na vragen.",
            "Dat meldt de krant {+van Zeeland+} vandaag {+in een bericht+}, na vragen.",
            "Dat meldt de krant […] vandaag […], na vragen.",
        ),
        (
            "Wij stellen u voor om te besluiten […] dat de brug niet veilig is.",
            "Wij stellen u voor om {+vóór 1 juli 2026+} te besluiten",
            "Wij stellen u voor om […] te besluiten […] dat de brug niet veilig is.",
        ),
    ],
)
def test_words_left_out_are_shown_and_the_mark_is_offered(
    told: Callable[..., Diagnostic],
    prove_one: Callable[..., tuple[Excerpt | None, list[str]]],
    typed: str,
    shown: str,
    offered: str,
) -> None:
    """The diff runs on to the last words of the quotation, and what is offered is proven once pasted."""
    found = told(typed)

    assert found.code == "words-left-out"
    assert found.detail.splitlines()[2] == f"+ {shown}"
    assert f'quote: "{offered}"' in hint(found)
    excerpt, codes = prove_one(LETTER, quote=offered)
    assert excerpt is not None
    assert excerpt.text == offered
    assert codes == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Het college zegt dat de brug veilig is.", "{+niet+}"),
        ("De wethouder ziet geen kans.", "{+"),
        (
            "Wij stelden u voor om te besluiten.",
            "{+stellen+} u voor om {+vóór 1 juli 2026+} te",
        ),
        ("verlenging ligt volgens ons voor de hand.", "{+Verlenging van het gesprek+} ligt"),
    ],
)
def test_no_mark_is_offered_where_it_would_mislead(
    told: Callable[..., Diagnostic], typed: str, shown: str
) -> None:
    """Over a negation, over two places, or over a word that differs, nothing is ready to paste."""
    found = told(typed)

    assert found.code == "quote-drift"
    assert shown in found.detail
    assert "[…]" in hint(found)


def test_scattered_words_are_no_omission(told: Callable[..., Diagnostic]) -> None:
    """Words that stand far apart, one by one, are not taken for a quotation with words left out."""
    assert told("college brug veilig").code != "words-left-out"


def test_a_long_omission_is_shown_short(
    prove: Callable[..., Outcome[dict[str, Excerpt]]], shelve: Callable[..., Catalogue]
) -> None:
    """Of very many words left out the first and the last are shown."""
    words = [f"w{number}" for number in range(75)]
    text = f"De raad stelt de nota vast {' '.join(words)} en gaat over tot de orde."
    excerpt = {"source": "bron", "quote": "De raad stelt de nota vast en gaat over tot de orde."}
    (found,) = prove(shelve(bron=text), {"een": excerpt}).diagnostics

    assert found.code == "words-left-out"
    assert "w29 … w45" in found.detail


def test_ambiguity_shows_each_place_with_a_remedy(
    refusal: Callable[..., Diagnostic], prove_one: Callable[..., tuple[Excerpt | None, list[str]]]
) -> None:
    """Each place has its surroundings and a prefix that is ready to paste, and that then works."""
    found = refusal(quote="de brug veilig is.")

    assert found.code == "quote-ambiguous"
    assert found.params["count"] == "2"
    lines = found.detail.splitlines()
    assert lines[0].startswith("1. al. 2: ")
    assert "»de brug veilig is.«" in lines[0]
    assert [line.strip() for line in lines[1::2]] == ['prefix: "zegt dat"', 'prefix: "vindt dat"']
    assert 'prefix: "zegt dat"' in hint(found)
    for prefix in ("zegt dat", "vindt dat"):
        excerpt, codes = prove_one(TEXT, quote="de brug veilig is.", prefix=prefix)
        assert excerpt is not None, codes


def test_a_cut_word_is_named(refusal: Callable[..., Diagnostic]) -> None:
    """The hint gives the whole word."""
    found = refusal(quote="geen perspectief op verbeter")

    assert found.params["word"] == "verbetering"
    assert "verbetering" in headline(found)


def test_places_point_into_the_spec(tmp_path: Path, shelve: Callable[..., Catalogue]) -> None:
    """A finding points at the value that is wrong: the quotation, its part, or the text of a mark."""
    spec = """\
title: Proef
template: tijdlijn
lang: nl-NL
date: 2026-01-01
sections: [{heading: Kop}]
excerpts:
  heel:
    source: bron
    quote: Dit staat er niet in.
  deel:
    source: bron
    quote: Er is op dit moment […] totaal onvindbaar stuk
  merk:
    source: bron
    quote: Dat meldt het college.
    sic: [Dat, Dit]
"""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs/proef.yaml").write_text(spec, encoding="utf-8")
    loaded = load_spec(Workspace(tmp_path), "briefs/proef.yaml", BLOCKS).value
    assert loaded is not None

    found = prove_all(loaded, shelve(bron=TEXT)).diagnostics
    shown = [
        spec.splitlines()[p.line - 1][p.column - 1 : p.end_column - 1] for one in found if (p := one.place)
    ]
    assert shown == ["Dit staat er niet in.", "totaal onvindbaar stuk", "Dit"]
    assert {one.place.file for one in found if one.place} == {"briefs/proef.yaml"}


def test_locators_are_listed_apart(
    prove: Callable[..., Outcome[dict[str, Excerpt]]], shelve: Callable[..., Catalogue]
) -> None:
    """Locators that have a comma of their own are told apart by semicolons."""
    text = "Vraag 1\nWat kost het?\n\nAntwoord\nTien euro.\n\nPer dag.\n"
    (found,) = prove(shelve(bron=text), {"een": {"source": "bron", "passage": "antwoord 7"}}).diagnostics

    assert "antwoord 1, al. 1; antwoord 1, al. 2" in hint(found)
