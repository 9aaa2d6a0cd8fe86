"""Which date people mean who write it in words, in the Dutch order, or with other marks than hyphens.

Nothing is read this way. It only lets a finding name the date as it must be written.
"""

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january", "jan"),
            ("februari", "february", "feb"),
            ("maart", "march", "mrt", "mar"),
            ("april", "apr"),
            ("mei", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("augustus", "august", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
"""The months by their names, in Dutch and in English, short ones as well."""
ANY_DAY = "2026-11-21"
ANY_DATE = "2000, 2024-03, 2020-08-09, 2021~, 2020-09-18/2021-01"
"""What a finding shows where no date can be guessed."""
_ABOUT = re.compile(r"(?:ca\.?|circa|rond|omstreeks|ongeveer|about|around|±|~)\s*(.+)")
_SPAN = re.compile(r"(\d{4})\s*(?:-|–|tot|t/m|to)\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ]\d{1,2}:.*)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/. ]+)?(\d{1,2})[-/. ]+(\d{4})")
_WORDS = re.compile(r"(?:[^\W\d]+,? )?(?:(\d{1,2})(?:e|th|st|nd|rd)?\.? )?([^\W\d]+)\.? (\d{4})")
_SEASONS = {
    name: number
    for number, names in enumerate(
        (
            ("voorjaar", "lente", "spring"),
            ("zomer", "summer"),
            ("najaar", "herfst", "autumn", "fall"),
            ("winter",),
        ),
        21,
    )
    for name in names
}
_QUARTERS = {
    name: number
    for number, names in enumerate(
        (
            ("eerste", "1e", "1ste", "first", "1st", "1", "i"),
            ("tweede", "2e", "2de", "second", "2nd", "2", "ii"),
            ("derde", "3e", "3de", "third", "3rd", "3", "iii"),
            ("vierde", "4e", "4de", "fourth", "4th", "4", "iv"),
        ),
        33,
    )
    for name in names
}
_PART_OF_YEAR = re.compile(
    r"(?:(?:het|de|in|the) )*(\w+)(?: (?:kwartaal|quarter))?(?: (?:van|of|in))? (\d{4})"
)
_QUARTER = re.compile(
    r"(?:q|kw(?:artaal)?\.? ?)([1-4])[ -/]+(\d{4})|(\d{4})[ -/]*(?:q|kw(?:artaal)?\.? ?)([1-4])"
)
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2}), (\d{4})")


def meant_day(text: str) -> str:
    """Return the day that a text means as YYYY-MM-DD; empty where it means none, or none that exists."""
    found = meant_date(text)
    return found if len(found) == len("YYYY-MM-DD") else ""


def meant_date(text: str) -> str:
    """Return the day, month, part of a year, years or doubtful date that is meant in EDTF, or nothing."""
    plain = " ".join(text.casefold().split())[:40]
    if about := _ABOUT.fullmatch(plain):
        inner = about[1] if re.fullmatch(r"\d{4}", about[1]) else meant_date(about[1])
        return f"{inner}~" if inner and inner[-1].isdigit() and "/" not in inner else ""
    if years := _SPAN.fullmatch(plain):
        return f"{years[1]}/{years[2]}" if years[1] < years[2] else ""
    return _part_of_year(plain) or _edtf(*_parts(plain))


def _part_of_year(plain: str) -> str:
    """Return the season or quarter that a text means."""
    if found := _QUARTER.fullmatch(plain):
        return f"{found[2] or found[3]}-{_QUARTERS[found[1] or found[4]]}"
    if found := _PART_OF_YEAR.fullmatch(plain):
        known = _QUARTERS if "kwartaal" in plain or "quarter" in plain else _SEASONS
        return f"{found[2]}-{known[found[1]]}" if found[1] in known else ""
    return ""


def _parts(plain: str) -> tuple[str, str, str | None]:
    """Return year, month and day as written; the year is empty where the text is no date."""
    if found := _YEAR_FIRST.fullmatch(plain):
        return found[1], found[2], found[3]
    if found := _DAY_FIRST.fullmatch(plain):
        return found[3], found[2], found[1]
    if found := _WORDS.fullmatch(plain):
        return found[3], str(MONTHS.get(found[2], "")), found[1]
    if found := _MONTH_FIRST.fullmatch(plain):
        return found[3], str(MONTHS.get(found[1], "")), found[2]
    return "", "", None


def _edtf(year: str, month: str, day: str | None) -> str:
    try:
        date = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    return date.isoformat() if day else date.isoformat()[:7]
