"""The axis of a timeline: to scale, legible, and honest about what is known."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.blocks.axis import Axis, Dated, axes
from bronbrief.core.edtf import edtf_span


def dated(*dates: str, contested: frozenset[int] = frozenset()) -> list[Dated]:
    """Return moments with these dates, numbered from 1."""
    spans = ((number, edtf_span(date)) for number, date in enumerate(dates, 1))
    return [Dated(number, span, number in contested) for number, span in spans if span]


def one(*dates: str, lang: str = "nl-NL") -> Axis:
    """Return the only axis of these dates."""
    (axis,) = axes(dated(*dates), lang)
    return axis


def test_places_are_to_scale() -> None:
    """Nineteen quiet years take nineteen times the room of one."""
    first, second, third = one("2000", "2019", "2020").marks
    assert (second.at - first.at) / (third.at - second.at) == pytest.approx(19, rel=0.02)


def test_a_mark_says_how_well_its_date_is_known() -> None:
    """A year is a bar of a year, a day is a point; about and contested show on the mark."""
    year, day, about = axes(dated("2019", "2020-08-09", "2021~", contested=frozenset({2})), "nl-NL")[0].marks
    assert (year.bar, day.bar, about.bar) == (True, False, True)
    assert year.end - year.start > 10 * (day.end - day.start)
    assert (year.about, day.about, about.about) == (False, False, True)
    assert (year.contested, day.contested) == (False, True)


def test_two_moments_are_no_axis() -> None:
    """What two dates have between them needs no drawing."""
    assert axes(dated("2019", "2020"), "nl-NL") == ()


def test_neighbours_are_set_apart() -> None:
    """Marks of one height keep their distance, however close their dates are."""
    marks = one("2020-01", "2020-02", "2020-03", "2020-04", "2022", "2024").marks
    levels: dict[int, list[float]] = {}
    for mark in marks:
        levels.setdefault(mark.level, []).append(mark.head)
    assert len(levels) > 1
    assert all(after - before > 4 for places in levels.values() for before, after in pairwise(places))


def test_a_stem_passes_beside_the_marks_below_it() -> None:
    """Marks keep the order of their dates, two steps high at most, and a lone one stands where it belongs."""
    crowd = [f"2020-08-{day:02}" for day in range(1, 15)]
    marks = one("2000", *crowd, "2024-03").marks
    heads = [mark.head for mark in marks]
    assert all(after - before > 3 for before, after in pairwise(heads))
    assert {mark.level for mark in marks} == {0, 1}
    assert [mark.head == mark.at for mark in (marks[0], marks[3])] == [True, False]
    assert all(4 <= head <= 96 for head in heads)


def test_many_moments_get_an_overview_and_a_detail() -> None:
    """Above twenty, the crowd is numbered in the detail and dotted in the overview; none is lost."""
    months = [f"{year}-{month:02}" for year in (2020, 2021) for month in range(1, 11)]
    dates = ["1990", "1999", *months]
    overview, detail = axes(dated(*dates), "nl-NL")
    assert {mark.number for mark in (*overview.marks, *detail.marks)} - {0} == set(range(1, 23))
    assert len([mark for mark in overview.marks if not mark.number]) == len(detail.marks)


@pytest.mark.parametrize(
    ("dates", "lang", "labels"),
    [
        (("2020-08-01", "2020-08-04", "2020-08-09"), "nl-NL", "1 aug"),
        (("2020-08", "2020-10", "2021-01"), "nl-NL", "aug 2020"),
        (("2020-08", "2020-10", "2021-01"), "en", "Aug 2020"),
        (("1950", "1980", "2020"), "nl-NL", "1950"),
    ],
)
def test_labels_are_days_months_or_years(dates: tuple[str, ...], lang: str, labels: str) -> None:
    """What the axis counts depends on how long it is, in the words of the language."""
    assert one(*dates, lang=lang).first == labels


DATES = st.one_of(
    st.integers(1, 9998).map(lambda year: f"{year:04}"),
    st.dates(min_value=dt.date(1, 1, 1)).map(lambda day: day.isoformat()),
    st.dates().map(lambda day: f"{day.isoformat()[:7]}~"),
)


@given(st.lists(DATES, min_size=3, max_size=40))
def test_whatever_the_dates_every_mark_stands_on_the_axis(dates: list[str]) -> None:
    """No mark, bar or tick leaves the drawing, and every moment is marked once."""
    drawn = axes(dated(*dates), "nl-NL")
    for axis in drawn:
        places = [tick.at for tick in axis.ticks]
        places += [place for mark in axis.marks for place in (mark.at, mark.head, mark.start, mark.end)]
        assert all(0 <= place <= 100 for place in places)
        assert axis.ticks[0].label
    numbers = [mark.number for axis in drawn for mark in axis.marks if mark.number]
    assert sorted(numbers) == list(range(1, len(dates) + 1))
