"""Whether a text is a date in EDTF; the library is loaded for dates that are not plain, and those are few."""

import contextlib
import datetime as dt
import io
import re
from time import struct_time
from typing import Any, cast

OPEN, UNKNOWN = "..", ""
"""The ends of an interval that no date stands for: it goes on, or nobody knows (EDTF, level 1)."""

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)
_PARTS = "(?:2[1-4]|3[3-6])"
PART_OF_YEAR = re.compile(rf"(\d{{4}})-({_PARTS})", re.ASCII)
"""A season (21 is spring) or a quarter (33 is the first): EDTF, level 1 and 2."""
_PLAIN = re.compile(rf"{PART_OF_YEAR.pattern}|\d{{4}}(-(0[1-9]|1[0-2])(-\d{{2}})?)?[~?%]?", re.ASCII)
_FIRST_MONTHS = {"21": 3, "22": 6, "23": 9, "24": 12, "33": 1, "34": 4, "35": 7, "36": 10}
# Of levels 0 and 1 what can be put in words: a day, month or year of our era, perhaps with a qualifier; a
# season or quarter; digits at the end that are not known.
_MONTH = "(?:0[1-9]|1[0-2])"
_ONE = (
    rf"(?!0000)(?:\d{{4}}(?:-{_MONTH}(?:-\d{{2}})?)?[~?%]?"
    rf"|\d{{4}}-(?:{_PARTS}|XX(?:-XX)?|{_MONTH}-XX)|\d{{3}}X|\d{{2}}XX)"
)
_FORM = re.compile(rf"{_ONE}(?:/(?:{_ONE}|\.\.)?)?|(?:\.\.)?/{_ONE}", re.ASCII)
_QUALIFIERS = "~?%"


def is_edtf(text: str) -> bool:
    """Tell whether text is a date or interval in EDTF that the calendar has and that has words.

    That is most of levels 0 and 1 (Library of Congress, 2019), for years 1 to 9999.
    """
    if not _FORM.fullmatch(text):
        return False
    try:
        # The library lets 30 February pass.
        for day in _DAY.findall(text):
            dt.date.fromisoformat(day)
    except ValueError:
        return False
    if is_plain(text):
        return True
    ends = plain_interval(text)
    return _is_in_order(*ends) if ends else _is_parsed(text)


def is_plain(text: str) -> bool:
    """Tell whether text is a season or quarter, or a year, month or day, perhaps with a qualifier."""
    return bool(_PLAIN.fullmatch(text))


def plain_interval(text: str) -> tuple[str, str] | None:
    """Part an interval into its ends, each a plain date, OPEN or UNKNOWN; None for any other text."""
    first, slash, last = text.partition("/")
    ends = [end for end in (first, last) if end not in (OPEN, UNKNOWN)]
    if not slash or not ends or not all(map(is_plain, ends)):
        return None
    return first, last


def _is_in_order(first: str, last: str) -> bool:
    if {first, last} & {OPEN, UNKNOWN}:
        return True
    start, end = first.strip(_QUALIFIERS), last.strip(_QUALIFIERS)
    return _bounds(start)[0] <= _bounds(end)[1]


def _bounds(plain: str) -> tuple[str, str]:
    """Return the first and the last day of a plain date, near enough to put two in order."""
    if found := PART_OF_YEAR.fullmatch(plain):
        year, first = int(found[1]), _FIRST_MONTHS[found[2]]
        last = year * 12 + first + 1
        return f"{year:04}-{first:02}-01", f"{last // 12:04}-{last % 12 + 1:02}-31"
    return plain + "0000-01-01"[len(plain) :], plain + "0000-12-31"[len(plain) :]


def parsed(text: str) -> object:
    """Return what the library reads in a text, or None where that is no date.

    The library takes a tenth of a second to load, and ten milliseconds a date.
    """
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - only for dates that need it

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints what it cannot make sense of
            return cast("object", parse_edtf(text))
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return None


def _is_parsed(text: str) -> bool:
    date: Any = parsed(text)
    try:
        first, last = date.lower_strict(), date.upper_strict()
    except (ValueError, TypeError, AttributeError, OverflowError):
        return False
    return not (isinstance(first, struct_time) and isinstance(last, struct_time) and last < first)
