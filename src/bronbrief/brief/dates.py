"""Dates of sources and events in words: EDTF (Library of Congress, 2019, levels 0 and 1) to running text.

Months are those of CLDR; the words around them are in `locale/LANG/dates.toml`.
"""

import datetime as dt
import re
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from bronbrief.core.edtf import OPEN, PART_OF_YEAR, UNKNOWN
from bronbrief.locale import i18n

_EXACT = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
_DECADE = re.compile(r"(\d{3})X", re.ASCII)
_CENTURY = re.compile(r"(\d{2})XX", re.ASCII)
_UNKNOWN_DAY = re.compile(r"(\d{4}(?:-\d{2})?)(?:-XX){1,2}", re.ASCII)
_DAY_PARTS = 3
_QUALIFIERS = {"~": ("about",), "?": ("maybe",), "%": ("about", "maybe")}


@lru_cache(maxsize=256)
def edtf_text(edtf: str, lang: str) -> str:
    """Write an EDTF date in words, such as "ca. maart 2021" or "op of na 18 september 2020".

    Text that is not EDTF, or a form that has no plain words, comes back as it stands.
    """
    first, slash, last = edtf.partition("/")
    try:
        return _interval(first, last, lang) if slash else _date(edtf, lang)
    except ValueError:
        return edtf


def babel_locale(lang: str) -> str:
    """Return the CLDR locale that writes dates and numbers for a language of briefs; English is British."""
    return i18n.say("dates", "cldr", lang)


def long_date(iso: str, lang: str) -> str:
    """Write an ISO 8601 calendar date with the month in words, such as "21 november 2026".

    Raises ValueError for text that is no such date.
    """
    return format_date(dt.date.fromisoformat(iso), "long", locale=babel_locale(lang))


def _exact(iso: str, lang: str) -> str:
    """Write YYYY, YYYY-MM or YYYY-MM-DD; raises ValueError for anything else and for no real date."""
    if not _EXACT.fullmatch(iso):
        raise ValueError(f"not a plain date: {iso}")
    numbers = [int(part) for part in iso.split("-")]
    year, month, day = (*numbers, 1, 1)[:_DAY_PARTS]
    date = dt.date(year, month, day)
    if len(numbers) == 1:
        return str(year)
    if len(numbers) == _DAY_PARTS:
        return long_date(iso, lang)
    return format_skeleton("yMMMM", date, locale=babel_locale(lang))


def machine_date(edtf: str) -> str:
    """Return the date for HTML's `time` element, or "" where it is not one certain date."""
    return edtf if _EXACT.fullmatch(edtf) else ""


def _date(edtf: str, lang: str) -> str:
    """Write one date; raises ValueError for text that is none of those that have words."""
    if part := PART_OF_YEAR.fullmatch(edtf):
        return i18n.say("dates", part[2], lang, date=part[1])
    if decade := _DECADE.fullmatch(edtf):
        return i18n.say("dates", "decade", lang, date=f"{decade[1]}0")
    if century := _CENTURY.fullmatch(edtf):
        return i18n.say("dates", "between", lang, first=f"{century[1]}00", last=f"{century[1]}99")
    if known := _UNKNOWN_DAY.fullmatch(edtf):
        return _exact(known[1], lang)
    names = _QUALIFIERS.get(edtf[-1:], ())
    date = _exact(edtf[:-1] if names else edtf, lang)
    for name in names:
        date = i18n.say("dates", name, lang, date=date)
    return date


def _interval(first: str, last: str, lang: str) -> str:
    """Write an interval; its ends are dates, OPEN or UNKNOWN. Raises ValueError where neither is a date."""
    if {first, last} <= {OPEN, UNKNOWN}:
        raise ValueError("an interval without a date")
    if last in (OPEN, UNKNOWN):
        name = _side(first, "after") if last == OPEN else "from"
        return i18n.say("dates", name, lang, date=_date(first, lang))
    if first in (OPEN, UNKNOWN):
        name = _side(last, "before") if first == OPEN else "until"
        return i18n.say("dates", name, lang, date=_date(last, lang))
    if first == last:
        return _date(first, lang)
    if _EXACT.fullmatch(first) and _EXACT.fullmatch(last):
        return _range(first, last, lang)
    return f"{_date(first, lang)} – {_date(last, lang)}"


def _side(known: str, side: str) -> str:
    day = known.count("-") == _DAY_PARTS - 1 and "X" not in known
    return f"{'on' if day else 'in'}_{side}"


def _range(first: str, last: str, lang: str) -> str:
    """Write a closed interval, naming a month or year that both ends share only once."""
    one, other = first.split("-"), last.split("-")
    start, end = _exact(first, lang), _exact(last, lang)
    if len(one) != len(other):
        return f"{start} – {end}"
    if len(one) == 1:
        return f"{first}–{last}"
    if one[0] != other[0]:
        return f"{start} – {end}"
    if len(one) == _DAY_PARTS and one[1] == other[1]:
        return f"{int(one[2])}–{end}"
    without_year = start.removesuffix(f" {one[0]}")
    dash = " – " if len(one) == _DAY_PARTS else "–"
    return f"{without_year}{dash}{end}"
