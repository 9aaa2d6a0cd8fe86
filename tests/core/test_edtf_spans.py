"""From which day to which a date runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.core.edtf_dates import is_edtf
from bronbrief.core.edtf_spans import Span, edtf_span


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("2020-08-09", Span("2020-08-09", "2020-08-09", "day")),
        ("2024-02", Span("2024-02-01", "2024-02-29", "month")),
        ("2019", Span("2019-01-01", "2019-12-31", "year")),
        ("2021-03~", Span("2021-03-01", "2021-03-31", "month", about=True)),
        ("2020-24", Span("2020-12-01", "2021-02-28", "season")),
        ("2020-21", Span("2020-03-01", "2020-05-31", "season")),
        ("2020-36", Span("2020-10-01", "2020-12-31", "season")),
        ("201X", Span("2010-01-01", "2019-12-31", "decade")),
        ("19XX", Span("1900-01-01", "1999-12-31", "century")),
        ("2020-XX", Span("2020-01-01", "2020-12-31", "year", about=True)),
        ("2020-05-XX", Span("2020-05-01", "2020-05-31", "month", about=True)),
        ("2020-09-18/..", Span("2020-09-18", "", "interval")),
        ("/2020", Span("", "2020-12-31", "interval")),
        ("2019/2021~", Span("2019-01-01", "2021-12-31", "interval", about=True)),
        ("2020-02-30", None),
        ("voorjaar 2024", None),
        ("/", None),
    ],
)
def test_a_date_runs_from_its_first_day_to_its_last(edtf: str, span: Span | None) -> None:
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
