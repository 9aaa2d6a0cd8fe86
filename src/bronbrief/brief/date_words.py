"""Dates that are certain, about or perhaps, and stretches of time between them, in words.

Forms of EDTF (Library of Congress, 2019, levels 0 and 1) that are read as they stand: a season, a quarter,
a day, a month or a year, with `~`, `?` or `%` behind it, and intervals of these. The words of a language are
in `locale/LANG/dates.toml`.
"""

import datetime as dt
import re
from collections.abc import Callable

from babel.dates import format_date, format_skeleton

from bronbrief.core.edtf_dates import OPEN, PART_OF_YEAR, UNKNOWN
from bronbrief.locale import i18n

EXACT = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
DAY_PARTS = 3
_QUALIFIERS = {"~": ("about",), "?": ("maybe",), "%": ("about", "maybe")}


def babel_locale(lang: str) -> str:
    """Return the CLDR locale that writes dates and numbers for a language of briefs; English is British."""
    return i18n.say("dates", "cldr", lang)


def long_date(iso: str, lang: str) -> str:
    """Write an ISO 8601 calendar date with the month in words, such as "21 november 2026".

    Raises ValueError for text that is no such date.
    """
    return format_date(dt.date.fromisoformat(iso), "long", locale=babel_locale(lang))


def plain_text(iso: str, lang: str) -> str:
    """Write YYYY, YYYY-MM or YYYY-MM-DD; raises ValueError for anything else and for no real date."""
    if not EXACT.fullmatch(iso):
        raise ValueError(f"not a plain date: {iso}")
    numbers = [int(part) for part in iso.split("-")]
    year, month, day = (*numbers, 1, 1)[:DAY_PARTS]
    date = dt.date(year, month, day)
    if len(numbers) == 1:
        return str(year)
    if len(numbers) == DAY_PARTS:
        return long_date(iso, lang)
    return format_skeleton("yMMMM", date, locale=babel_locale(lang))


def machine_date(edtf: str) -> str:
    """Return the date for HTML's `time` element, or "" where it is not one certain date."""
    return edtf if EXACT.fullmatch(edtf) else ""


def date_text(edtf: str, lang: str) -> str:
    """Write a plain date, with a qualifier or without; raises ValueError for any other text."""
    if part := PART_OF_YEAR.fullmatch(edtf):
        return i18n.say("dates", part[2], lang, date=part[1])
    mark = edtf[-1:]
    if mark in _QUALIFIERS:
        return qualified(plain_text(edtf[:-1], lang), mark, lang)
    return plain_text(edtf, lang)


def qualified(date: str, mark: str, lang: str) -> str:
    """Put the words for `~`, `?` or `%` around a date in words."""
    for name in _QUALIFIERS.get(mark, ()):
        date = i18n.say("dates", name, lang, date=date)
    return date


def interval_text(first: str, last: str, lang: str, write: Callable[[str, str], str] = date_text) -> str:
    """Write an interval; its ends are dates, OPEN or UNKNOWN. Raises ValueError where neither is a date."""
    if {first, last} <= {OPEN, UNKNOWN}:
        raise ValueError("an interval without a date")
    if last in (OPEN, UNKNOWN):
        name = _side(first, "after") if last == OPEN else "from"
        return i18n.say("dates", name, lang, date=write(first, lang))
    if first in (OPEN, UNKNOWN):
        name = _side(last, "before") if first == OPEN else "until"
        return i18n.say("dates", name, lang, date=write(last, lang))
    if first == last:
        return write(first, lang)
    if EXACT.fullmatch(first) and EXACT.fullmatch(last):
        return _range(first, last, lang)
    return f"{write(first, lang)} – {write(last, lang)}"


def _side(known: str, side: str) -> str:
    day = len(known.strip("~?%").split("-")) == DAY_PARTS
    return f"{'on' if day else 'in'}_{side}"


def _range(first: str, last: str, lang: str) -> str:
    """Write a closed interval, naming a month or year that both ends share only once."""
    one, other = first.split("-"), last.split("-")
    start, end = plain_text(first, lang), plain_text(last, lang)
    if len(one) != len(other):
        return f"{start} – {end}"
    if len(one) == 1:
        return f"{first}–{last}"
    if one[0] != other[0]:
        return f"{start} – {end}"
    if len(one) == DAY_PARTS and one[1] == other[1]:
        return f"{int(one[2])}–{end}"
    without_year = start.removesuffix(f" {one[0]}")
    dash = " – " if len(one) == DAY_PARTS else "–"
    return f"{without_year}{dash}{end}"
