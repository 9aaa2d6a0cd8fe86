"""Abbreviations and what they stand for."""

import pytest

from bronbrief.claims.match.abbreviations import acronyms, initials, may_abbreviate, stands_for


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("RvS", "de Raad van State"),
        ("Awb", "de Algemene wet bestuursrecht"),
        ("SSH", "de Stichting Sportaccommodaties Hellendoorn"),
        ("CBS", "het Centraal Bureau voor de Statistiek"),
        ("DG&J", "de Dienst Gezondheid & Jeugd"),
    ],
)
def test_first_letters_stand_for_words_in_a_row(short: str, text: str) -> None:
    """An abbreviation is that of words in a row, with small ones between those that have a capital."""
    assert may_abbreviate(short)
    assert stands_for(short, (text,))


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("SSR", "de Stichting Sportaccommodaties Hellendoorn"),
        ("Awr", "de Algemene wet bestuursrecht"),
        ("EU", "Een unie"),
    ],
)
def test_other_letters_stand_for_nothing(short: str, text: str) -> None:
    """One letter too many, and two letters of which one is no capital, are not carried."""
    assert not stands_for(short, (text,))


def test_a_name_in_full_has_its_abbreviation() -> None:
    """The capitals of a name in full are those of an abbreviation that a text has."""
    assert initials("Centraal Bureau voor de Statistiek") in acronyms(("volgens het CBS",))
    assert initials("Jan Jansen") == ""
