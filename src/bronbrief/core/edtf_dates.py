"""Whether a text is a date in EDTF; the library is loaded for dates that are not plain, and those are few."""

import contextlib
import datetime as dt
import io
import re
from time import struct_time

OPEN, UNKNOWN = "..", ""
"""The ends of an interval that no date stands for: it goes on, or nobody knows (EDTF, level 1)."""

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)
_PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?[~?%]?", re.ASCII)
_QUALIFIERS = "~?%"


def is_edtf(text: str) -> bool:
    """Tell whether text is a date or interval in EDTF (Library of Congress, 2019) that the calendar has."""
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
    """Tell whether text has the form of a year, month or day, perhaps with a qualifier behind it."""
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
    return start + "0000-01-01"[len(start) :] <= end + "0000-12-31"[len(end) :]


def _is_parsed(text: str) -> bool:
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - takes a tenth of a second

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints what it cannot make sense of
            date = parse_edtf(text)
        first, last = date.lower_strict(), date.upper_strict()
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return False
    return not (isinstance(first, struct_time) and isinstance(last, struct_time) and last < first)
