"""Dates in EDTF (Library of Congress, 2019): which texts are one, and from which day to which each runs."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

OPEN, UNKNOWN = "..", ""
"""The ends of an interval that no date stands for: it goes on, or nobody knows (EDTF, level 1)."""

_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10}
_PARTS = "2[1-4]|3[3-6]"
PART_OF_YEAR = re.compile(rf"(\d{{4}})-({_PARTS})", re.ASCII)
"""A season (21 is spring) or a quarter (33 is the first): EDTF, level 1 and 2."""
# Of levels 0 and 1 what can be put in words: a day, month or year of our era, perhaps with a qualifier; a
# season or quarter; digits at the end that are not known.
_MONTH = "(?:0[1-9]|1[0-2])"
_ONE = (
    rf"(?!0000)(?:\d{{4}}(?:-{_MONTH}(?:-\d{{2}})?)?[~?%]?"
    rf"|\d{{4}}-(?:{_PARTS}|XX(?:-XX)?|{_MONTH}-XX)|\d{{3}}X|\d{{2}}XX)"
)
_FORM = re.compile(rf"{_ONE}(?:/(?:{_ONE}|\.\.)?)?|(?:\.\.)?/{_ONE}", re.ASCII)
_QUALIFIERS = ("~", "?", "%")

Precision: TypeAlias = Literal["day", "month", "season", "year", "decade", "century", "interval"]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A stretch of days, both ends ISO 8601; an end that is open or not known is empty.

    `about` tells that the date, or one of its ends, is given as approximate or uncertain.
    """

    start: str
    end: str
    precision: Precision
    about: bool = False


def is_edtf(text: str) -> bool:
    """Tell whether text is a date or interval in EDTF that the calendar has and that has words.

    That is most of levels 0 and 1 (Library of Congress, 2019), for years 1 to 9999.
    """
    span = edtf_span(text) if _FORM.fullmatch(text) else None
    return span is not None and not (span.start and span.end and span.start > span.end)


def edtf_span(edtf: str) -> DateSpan | None:
    """Return the span of a date in EDTF of the forms that specs take; None for any other text."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _single(edtf)
    start, end = _end(first), _end(last)
    if start is None or end is None or not (start.start or end.end):
        return None
    return DateSpan(start.start, end.end, "interval", start.about or end.about)


def _end(text: str) -> DateSpan | None:
    return DateSpan("", "", "interval") if text in (OPEN, UNKNOWN) else _single(text)


def _single(text: str) -> DateSpan | None:
    about = text.endswith(_QUALIFIERS)
    plain = text[:-1] if about else text
    known = plain.replace("-XX", "")
    try:
        if len(known) < len(plain):
            return _days(known, about=True)
        if "X" in known:
            unknown = known.count("X")
            start, end = known.replace("X", "0"), known.replace("X", "9")
            precision: Precision = "decade" if unknown == 1 else "century"
            return DateSpan(f"{start}-01-01", f"{end}-12-31", precision, about)
        return _days(known, about=about)
    except ValueError:
        return None


def _days(text: str, *, about: bool) -> DateSpan:
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    if day:
        return DateSpan(dt.date(year, month, day).isoformat(), text, "day", about)
    if month in _FIRST_MONTHS:
        first = _FIRST_MONTHS[month]
        last = (first + 1) % 12 + 1
        return DateSpan(_iso(year, first), _iso(year + (last < first), last, last=True), "season", about)
    if month:
        return DateSpan(_iso(year, month), _iso(year, month, last=True), "month", about)
    return DateSpan(_iso(year, 1), _iso(year, 12, last=True), "year", about)


def _iso(year: int, month: int, *, last: bool = False) -> str:
    return dt.date(year, month, calendar.monthrange(year, month)[1] if last else 1).isoformat()
