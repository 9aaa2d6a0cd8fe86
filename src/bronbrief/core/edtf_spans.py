"""From which day to which a date in EDTF runs, and how exactly it is known."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bronbrief.core.edtf_dates import OPEN, UNKNOWN

Precision: TypeAlias = Literal["day", "month", "season", "year", "decade", "century", "interval"]

_QUALIFIED = re.compile(r"[~?%]\Z")
_PARTS_OF_YEAR = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends ISO 8601; an end that is open or not known is empty.

    `about` tells that the date, or one of its ends, is given as approximate or uncertain.
    """

    start: str
    end: str
    precision: Precision
    about: bool = False


def edtf_span(edtf: str) -> Span | None:
    """Return the span of a date in EDTF of the forms that specs take; None for any other text."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _single(edtf)
    start, end = _end(first), _end(last)
    if start is None or end is None or not (start.start or end.end):
        return None
    return Span(start.start, end.end, "interval", start.about or end.about)


def _end(text: str) -> Span | None:
    return Span("", "", "interval") if text in (OPEN, UNKNOWN) else _single(text)


def _single(text: str) -> Span | None:
    about, plain = bool(_QUALIFIED.search(text)), _QUALIFIED.sub("", text)
    known = plain.replace("-XX", "")
    try:
        if len(known) < len(plain):
            return _days(known, about=True)
        if "X" in known:
            unknown = known.count("X")
            start, end = known.replace("X", "0"), known.replace("X", "9")
            precision: Precision = "decade" if unknown == 1 else "century"
            return Span(f"{start}-01-01", f"{end}-12-31", precision, about)
        return _days(known, about=about)
    except ValueError:
        return None


def _days(text: str, *, about: bool) -> Span:
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    if day:
        return Span(dt.date(year, month, day).isoformat(), text, "day", about)
    if month in _PARTS_OF_YEAR:
        first = _PARTS_OF_YEAR[month]
        last = (first + 1) % 12 + 1
        return Span(_iso(year, first), _iso(year + (last < first), last, last=True), "season", about)
    if month:
        return Span(_iso(year, month), _iso(year, month, last=True), "month", about)
    return Span(_iso(year, 1), _iso(year, 12, last=True), "year", about)


def _iso(year: int, month: int, *, last: bool = False) -> str:
    return dt.date(year, month, calendar.monthrange(year, month)[1] if last else 1).isoformat()
