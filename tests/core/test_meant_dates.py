"""A finding about a date names the date that the author means, in the form in which it must be written."""

import pytest

from bronbrief.core.edtf import is_edtf
from bronbrief.core.meant_dates import meant_date, meant_day


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12 mei 2026", "2026-05-12"),
        ("dinsdag 12 mei 2026", "2026-05-12"),
        ("1 sept. 2025", "2025-09-01"),
        ("May 12, 2026", "2026-05-12"),
        ("12-5-2026", "2026-05-12"),
        ("12/05/2026", "2026-05-12"),
        ("12.05.2026", "2026-05-12"),
        ("2026-5-2", "2026-05-02"),
        ("2026/05/02", "2026-05-02"),
        ("2026-06-05T10:00", "2026-06-05"),
        ("mei 2026", "2026-05"),
        ("05-2026", "2026-05"),
        ("ca. 2026", "2026~"),
        ("rond mei 2026", "2026-05~"),
        ("2024-2026", "2024/2026"),
        ("2024 t/m 2026", "2024/2026"),
        ("voorjaar 2026", "2026-21"),
        ("de zomer van 2021", "2021-22"),
        ("herfst 2020", "2020-23"),
        ("winter 2021", "2021-24"),
        ("eerste kwartaal 2021", "2021-33"),
        ("het 2e kwartaal van 2021", "2021-34"),
        ("Q3 2021", "2021-35"),
        ("2021-Q4", "2021-36"),
        ("fourth quarter of 2021", "2021-36"),
    ],
)
def test_a_date_as_people_write_it_is_put_in_its_form(text: str, meant: str) -> None:
    """Days, months, intervals and doubtful dates come out as dates that a timeline can read."""
    assert meant_date(text) == meant
    assert is_edtf(meant)


@pytest.mark.parametrize(
    "text",
    [
        "vandaag",
        "voorjaar",
        "vijfde kwartaal 2026",
        "Q5 2026",
        "31-02-2026",
        "5/13/2026",
        "2026-2024",
        "1 mie 2026",
    ],
)
def test_what_is_no_date_means_none(text: str) -> None:
    """A day that does not exist and a word that is no month are not guessed at."""
    assert meant_date(text) == ""


def test_a_month_is_no_day() -> None:
    """Where a day is wanted, a month does not count as one."""
    assert (meant_day("mei 2026"), meant_day("12 mei 2026")) == ("", "2026-05-12")
