"""What counts as a date in EDTF."""

import pytest

from bronbrief.core.edtf_dates import is_edtf, parsed


@pytest.mark.parametrize(
    "text",
    [
        "2000",
        "2024-03",
        "2020-08-09",
        "2021~",
        "2020-09-18/..",
        "../2020",
        "202X",
        "20XX",
        "2020-05-XX",
        "2020-21",
    ],
)
def test_dates_as_far_as_they_are_known(text: str) -> None:
    """Years, months, days, open intervals and approximate dates are dates."""
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text", ["2024-13", "2023-02-29", "1-2-2020", "maart 2024", "2024/2020", "..", "/", ""]
)
def test_what_the_calendar_does_not_have_is_no_date(text: str) -> None:
    """A thirteenth month, a reversed interval and words are no dates."""
    assert not is_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        "0000",
        "0000-05",
        "-1985",
        "Y170000002",
        "%2020",
        "2004-06-~01",
        "[1667,1668]",
        "2001-37",
        "1950S2",
        "20XX~",
    ],
)
def test_what_has_no_words_is_no_date(text: str) -> None:
    """Forms that would print as they stand, or without what they say of doubt, are not taken."""
    assert not is_edtf(text)
    assert not is_edtf(f"{text}/2030")


def test_the_library_says_nothing_of_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    """What cannot be read leaves no word on the standard output: JSON goes there."""
    assert parsed("2020-1X") is None
    assert not is_edtf("2020-XX/2021")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2021-33", True),
        ("2021-36", True),
        ("2021-37", False),
        ("2021-33-01", False),
        ("2021-33/2021-34", True),
        ("2021-34/2021-33", False),
        ("2021-21/2021-12", True),
        ("2021-22/2021-01", False),
        ("2021-24/2022-02", True),
        ("../2021-36", True),
    ],
)
def test_seasons_and_quarters_are_dates_and_ends_of_intervals(text: str, *, right: bool) -> None:
    """A part of a year stands alone or at the end of an interval, which does not run backwards."""
    assert is_edtf(text) is right
