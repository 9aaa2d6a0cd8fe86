"""Dates in words and digits, whole and in part."""

import pytest

from bronbrief.claims.match.days import find_days
from bronbrief.claims.match.languages import languages


@pytest.mark.parametrize(
    ("text", "lang", "parts"),
    [
        ("9 augustus 2020", "nl", (2020, 8, 9)),
        ("09-08-2020", "nl", (2020, 8, 9)),
        ("9/8/2020", "nl", (2020, 8, 9)),
        ("2020-08-09", "nl", (2020, 8, 9)),
        ("2024-03", "nl", (2024, 3, None)),
        ("augustus 2020", "nl", (2020, 8, None)),
        ("op 18 september jl.", "nl", (None, 9, 18)),
        ("in mei", "nl", (None, 5, None)),
        ("sinds 1998", "nl", (1998, None, None)),
        ("21 nov. 2026", "nl", (2026, 11, 21)),
        ("August 9, 2020", "en", (2020, 8, 9)),
        ("9th of August 2020", "en", (2020, 8, 9)),
        ("in May", "en", (None, 5, None)),
        ("March 2024", "en", (2024, 3, None)),
    ],
)
def test_date_is_read(text: str, lang: str, parts: tuple[int | None, ...]) -> None:
    """A date is read in each of its forms; what is not said stays open."""
    assert [(day.year, day.month, day.day) for day in find_days(text, languages()[lang])] == [parts]


@pytest.mark.parametrize(
    ("text", "lang"),
    [("1000-jarig", "nl"), ("2020 euro", "nl"), ("it may march on", "en"), ("versie 1.0", "nl")],
)
def test_other_numbers_and_words_are_no_dates(text: str, lang: str) -> None:
    """Amounts, ages and verbs are no dates."""
    assert find_days(text, languages()[lang]) == ()


def test_day_of_the_week_stands_for_itself() -> None:
    """A weekday is found beside its date."""
    found = find_days("zondag 9 augustus 2020", languages()["nl"])

    assert [(day.weekday, day.day) for day in found] == [(6, None), (None, 9)]


def test_comma_parts_a_date_from_a_year_in_dutch() -> None:
    """In Dutch a year after a comma is another date."""
    assert [day.year for day in find_days("9 augustus, 2022", languages()["nl"])] == [None, 2022]
