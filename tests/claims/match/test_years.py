"""Seasons, quarters and halves of a year."""

import pytest

from bronbrief.claims.match.days import find_days
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.support import from_date, from_text
from bronbrief.claims.match.years import find_parts


@pytest.mark.parametrize(
    ("text", "part", "lang"),
    [
        ("in het voorjaar", "S1", "nl"),
        ("de lente van 2024", "S1", "nl"),
        ("vóór de zomer", "S2", "nl"),
        ("najaar 2022", "S3", "nl"),
        ("in de herfst", "S3", "nl"),
        ("het derde kwartaal", "Q3", "nl"),
        ("Q3 2024", "Q3", "nl"),
        ("in het 1ste kwartaal", "Q1", "nl"),
        ("de tweede helft van 2027", "H2", "nl"),
        ("in the autumn of 2024", "S3", "en"),
        ("in the fall", "S3", "en"),
        ("spring 2020", "S1", "en"),
        ("the third quarter", "Q3", "en"),
        ("the second half of 2027", "H2", "en"),
    ],
)
def test_a_part_of_a_year_is_read(text: str, part: str, lang: str) -> None:
    """Other words for a season, and other ways to number a quarter, come to the same."""
    assert [found.part for found in find_parts(text, languages()[lang])] == [part]


@pytest.mark.parametrize(
    ("text", "lang"),
    [("de voorjaarsnota", "nl"), ("de heer Winter", "nl"), ("they spring up; the fall of Rome", "en")],
)
def test_other_words_are_no_season(text: str, lang: str) -> None:
    """A paper, a surname and a verb are left alone."""
    assert list(find_parts(text, languages()[lang])) == []


def has(said: str, words: str) -> bool:
    """Tell whether a text says the part of a year that other words name."""
    (day,) = (day for day in find_days(words, languages()["nl"]) if day.part)
    return from_text(said, languages()["nl"]).has_day(day)


def test_a_month_says_its_season_where_no_other_is_named() -> None:
    """October may be called autumn; where a text itself says "zomer", its months say no other season."""
    assert has("op 9 oktober 2020", "in het najaar")
    assert not has("op 9 oktober 2020", "in het voorjaar")
    assert not has("in de zomer, vanaf maart", "in het voorjaar")


def test_a_season_in_a_date_is_said() -> None:
    """The season of an EDTF date (level 1) is one of the parts that it says."""
    assert from_date("2023-21").parts == {"S1"}
