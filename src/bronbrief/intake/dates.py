"""Dates as documents write them, in their properties and in their text, to the dates of a record."""

import datetime as dt
import re

from bronbrief.core.meant_dates import meant_date

# ISO 8601 as on web pages and in Word, D:YYYYMMDD as in PDF (ISO 32000-1, 7.9.4).
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_PDF = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_IN_TEXT = re.compile(
    r"(?<![\w.,/-])(?:\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|[^\W\d]{3,9}\s\d{1,2},\s\d{4}"
    r"|(?:\d{1,2}(?:e|th|st|nd|rd)?\s)?[^\W\d]{3,9}\s\d{4})(?![\w/-])"
)
_FIRST, _LAST = 1400, 2200


def plain_date(text: str) -> str:
    """Return YYYY-MM-DD or YYYY-MM; empty where the text does not begin with a date that exists."""
    stripped = text.strip()
    month = _MONTH.match(stripped)
    if month:
        return stripped if _exists(f"{stripped}-01") else ""
    match = _ISO.match(stripped) or _PDF.match(stripped)
    date = "-".join(match.groups()) if match else ""
    return date if date and _exists(date) else ""


def _exists(date: str) -> bool:
    try:
        return _FIRST <= dt.date.fromisoformat(date).year <= _LAST
    except ValueError:
        return False


def first_date(text: str) -> tuple[int, str, str] | None:
    """Return where the first date of a text stands, how it is written, and how a record has it."""
    for found in _IN_TEXT.finditer(text):
        date = meant_date(found[0])
        if date and _exists(date if date.count("-") > 1 else f"{date}-01"):
            return found.start(), " ".join(found[0].split()), date
    return None
