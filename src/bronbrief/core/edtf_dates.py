"""Whether a text is a date in EDTF; the library is loaded for dates that are not plain, and those are few."""

import datetime as dt
import re
from time import struct_time

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)
_PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?[~?%]?", re.ASCII)


def is_edtf(text: str) -> bool:
    """Tell whether text is a date or interval in EDTF (Library of Congress, 2019) that the calendar has."""
    try:
        # The library lets 30 February pass.
        for day in _DAY.findall(text):
            dt.date.fromisoformat(day)
    except ValueError:
        return False
    return bool(_PLAIN.fullmatch(text)) or _is_parsed(text)


def _is_parsed(text: str) -> bool:
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - takes a tenth of a second

    try:
        date = parse_edtf(text)
        first, last = date.lower_strict(), date.upper_strict()
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return False
    return not (isinstance(first, struct_time) and isinstance(last, struct_time) and last < first)
