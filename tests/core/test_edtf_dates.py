"""What counts as a date in EDTF."""

import pytest

from bronbrief.core.edtf_dates import is_edtf


@pytest.mark.parametrize(
    "text", ["2000", "2024-03", "2020-08-09", "2021~", "2020-09-18/..", "../2020", "202X"]
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
