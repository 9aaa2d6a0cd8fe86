"""The dates that texts have, ready to be looked up however many there are."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import product

from bronbrief.claims.match.years import MONTHS, Day

PlainDay = tuple[int | None, int | None, int | None]
# What is cited for one statement is looked up many times in a row, and then no more.
_KEPT = 64


@lru_cache(maxsize=_KEPT)
def with_parts(days: frozenset[PlainDay]) -> frozenset[PlainDay]:
    """Return dates with everything that may be said of them by leaving parts out."""
    return frozenset(
        kept for year, month, day in days for kept in product({year, None}, {month, None}, {day, None})
    )


@lru_cache(maxsize=_KEPT)
def years_of(days: frozenset[PlainDay]) -> frozenset[int | None]:
    """Return the years that dates have."""
    return frozenset(day[0] for day in days)


@lru_cache(maxsize=_KEPT)
def without_year(days: frozenset[PlainDay]) -> frozenset[PlainDay]:
    """Return what may be said of the dates that have no year."""
    return with_parts(frozenset(day for day in days if not day[0]))


@lru_cache(maxsize=_KEPT)
def weekdays_of(days: frozenset[PlainDay]) -> frozenset[int | None]:
    """Return the days of the week on which whole dates fall."""
    return frozenset(map(_weekday, days))


def parts_of(days: tuple[Day, ...]) -> Iterator[str]:
    """Yield the seasons, quarters and halves that dates name, and those in which their months lie."""
    named = {day.part for day in days if day.part}
    months = {day.month for day in days if day.month}
    yield from named
    for kinds in ("S", "QH"):
        # A text that says "najaar" itself means no other season by the months that it has.
        if not any(part[0] in kinds for part in named):
            yield from (part for part, of in MONTHS.items() if part[0] in kinds and not months.isdisjoint(of))


def says_much(day: Day) -> bool:
    """Tell whether a date says enough to be one and the same: "in november" may be that of any year."""
    return day.month is not None and (day.year is not None or day.day is not None)


def _weekday(said: PlainDay) -> int | None:
    year, month, day = said
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
