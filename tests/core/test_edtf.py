"""What counts as a date in EDTF, and from which day to which it runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.core.edtf import DateSpan, edtf_span, is_edtf


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("2020-08-09", DateSpan("2020-08-09", "2020-08-09", "day")),
        ("2024-02", DateSpan("2024-02-01", "2024-02-29", "month")),
        ("2019", DateSpan("2019-01-01", "2019-12-31", "year")),
        ("2021-03~", DateSpan("2021-03-01", "2021-03-31", "month", about=True)),
        ("2020-24", DateSpan("2020-12-01", "2021-02-28", "season")),
        ("2020-21", DateSpan("2020-03-01", "2020-05-31", "season")),
        ("2020-36", DateSpan("2020-10-01", "2020-12-31", "season")),
        ("201X", DateSpan("2010-01-01", "2019-12-31", "decade")),
        ("19XX", DateSpan("1900-01-01", "1999-12-31", "century")),
        ("2020-XX", DateSpan("2020-01-01", "2020-12-31", "year", about=True)),
        ("2020-05-XX", DateSpan("2020-05-01", "2020-05-31", "month", about=True)),
        ("2020-09-18/..", DateSpan("2020-09-18", "", "interval")),
        ("/2020", DateSpan("", "2020-12-31", "interval")),
        ("2019/2021~", DateSpan("2019-01-01", "2021-12-31", "interval", about=True)),
        ("2020-02-30", None),
        ("voorjaar 2024", None),
        ("/", None),
    ],
)
def test_a_date_runs_from_its_first_day_to_its_last(edtf: str, span: DateSpan | None) -> None:
    """Every form that specs take has its days; other text has none."""
    assert edtf_span(edtf) == span


@pytest.mark.ci
@given(st.from_regex(r"\d{4}(-\d{2}(-\d{2})?)?[~?%]?(/(\d{4}(-\d{2})?)?)?", fullmatch=True))
def test_whatever_a_spec_may_hold_has_a_span(edtf: str) -> None:
    """A date that the model takes can be drawn, and ends no sooner than it begins."""
    if is_edtf(edtf):
        span = edtf_span(edtf)
        assert span is not None
        assert not (span.start and span.end) or span.start <= span.end


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


@pytest.mark.parametrize(
    "text",
    ["202X/..", "../202X", "2020-03-XX/..", "2020-XX/2021", "202X/2021-02~", "/20XX", "2020-12-31/2020-XX"],
)
def test_what_is_not_known_stands_at_either_end(text: str) -> None:
    """An interval may begin or end in a decade, or on a day or in a month that nobody knows."""
    assert is_edtf(text)


@pytest.mark.parametrize("text", ["202X/2019-12", "2020-04/2020-03-XX", "2021/2020-XX", "2021-02~/201X"])
def test_nothing_ends_before_it_begins(text: str) -> None:
    """The last day that an end can be comes no sooner than the first that the beginning can be."""
    assert not is_edtf(text)


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
