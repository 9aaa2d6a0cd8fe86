"""Proper names: where they begin and end, and which capitals are none."""

import pytest

from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.names import find_names


def names(text: str, lang: str = "nl", known: dict[str, bool] | None = None) -> list[str]:
    """Return the names of a text, without the ordinary word with which a sentence begins."""
    found = find_names(text, languages()[lang], (known or {}).get, is_heading=False)
    return [text[name.shorter : name.end] for name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daar sprak gedeputeerde Eddy van Hijum.", ["Eddy van Hijum"]),
        ("Burgemeester Renze Bergsma sprak.", ["Renze Bergsma"]),
        ("Het Drents Kamerlid Agnes Mulder sprak.", ["Drents", "Agnes Mulder"]),
        ("Een PvdA-raadslid Gilbert Mulder sprak.", ["PvdA-raadslid", "Gilbert Mulder"]),
        ("Het is van Public Legal Aid.", ["Public Legal Aid"]),
        ("De EU en D66 willen EU-sancties.", ["EU", "D66", "EU-sancties"]),
        ("Brest besloot. Utrecht niet; Kortrijk wel.", ["Brest", "Utrecht", "Kortrijk"]),
        ("‘Minsk’ is het niet.", ["Minsk"]),
        ("Raadsleden schreven. Burgerbrieven kwamen aan.", []),
        ("Op maandag sprak het college. Eén lid zweeg.", []),
        ("De Burgemeester en de Minister spraken.", []),
        ("O ja? U zegt het.", []),
        ("Dat is variant A. Bakkers weten dat.", ["A"]),
        ("Stadsarchivaris N. Stoppelenburg sprak.", ["N. Stoppelenburg"]),
        ("1. Steun aan mensen\n2. Handelsmissies", []),
    ],
)
def test_names_are_found(text: str, expected: list[str]) -> None:
    """Names are found with their particles and without roles; ordinary words with a capital are left."""
    assert names(text) == expected


def test_word_that_is_known_as_a_name_is_one_where_a_sentence_begins() -> None:
    """What the sources have as a name is a name, though the dictionary has it as a word; and the reverse."""
    assert names("Trouw meldt het.") == []
    assert names("Trouw meldt het.", known={"trouw": True}) == ["Trouw"]
    assert names("Pagonia waait.", known={"pagonia": False}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Renovatie Sporthal De Kolk: Het Voorstel in Cijfers", ["Kolk"]),
        ("De Kosten van het Plan voor Raalte", ["Raalte"]),
        ("Wethouder Bakker Opent Nieuwe Sporthal", ["Bakker"]),
        ("De kosten van het Plan", ["Plan"]),
        ("Beroep bij de Raad van State", ["State"]),
    ],
)
def test_heading_in_title_case_has_the_names_that_sources_have(text: str, expected: list[str]) -> None:
    """Where a heading writes every word with a capital, an ordinary word is no name for that."""
    found = find_names(text, languages()["nl"], {"kolk": True}.get, is_heading=True)
    assert [text[name.start : name.end] for name in found] == expected


def test_english_names() -> None:
    """English is read with its own words."""
    assert names("A spokesperson said so. I agree.", "en") == []
    assert names("Councillors met President Putin in Sochi. Flanders did not.", "en") == [
        "Putin in Sochi",
        "Flanders",
    ]
