"""Offices: who was said to hold which, and the right name with the wrong one."""

import pytest

from bronbrief.claims.match.facts import find_facts
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.people import offices
from bronbrief.claims.match.support import from_text, supports

SAID = """\
Burgemeester drs. J.W. van den Hoogenband en schepen Lieselot Debruyne spraken met korpschef Wim Vandeputte,
raadslid Koster en minister van Mobiliteit Caroline Van Steenkiste.
"""


def test_offices_are_read_with_the_surname_behind_them() -> None:
    """Titles, initials, given names and what an office is of may stand between."""
    assert set(offices(SAID)) == {
        ("hoogenband", "mayor"),
        ("debruyne", "alderman"),
        ("vandeputte", "chief"),
        ("steenkiste", "minister"),
    }


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("en burgemeester Van den Hoogenband", True),
        ("en wethouder Van den Hoogenband", False),
        ("en procureur Vandeputte", False),
        ("en wethouder Debruyne", True),
        ("en de heer Vandeputte", True),
        ("en wethouder Koster", True),
        ("en minister-president Van Steenkiste", True),
    ],
)
def test_the_right_name_with_another_office_is_found(words: str, *, right: bool) -> None:
    """Somebody of whom one office was said holds no other; of whom none was said, any."""
    (fact,) = find_facts(words, languages()["nl"], lambda _: None)
    assert supports(from_text(SAID, languages()["nl"]), words, fact.read) is right


def test_names_in_capitals_take_no_time() -> None:
    """However long a row of capitals is, it is read in one pass."""
    assert list(offices("Burgemeester " + "Ab" * 50_000))
    assert list(offices("Burgemeester " + "Ab " * 50_000))
