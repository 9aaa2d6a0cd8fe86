"""Dates that are certain, in words: a day, a month or a year, in the language of a brief."""

import datetime as dt
import re

from babel.dates import format_date, format_skeleton

EXACT = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
DAY_PARTS = 3


def babel_locale(lang: str) -> str:
    """Return the CLDR locale that writes dates for a language of briefs; English is British."""
    return {"nl-NL": "nl_NL", "nl-BE": "nl_BE"}.get(lang, "en_GB")


def is_dutch(lang: str) -> bool:
    """Tell whether a language tag means Dutch of any country."""
    return lang.split("-", maxsplit=1)[0].lower() == "nl"


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags name one language, whatever the country (BCP 47, primary subtag)."""
    return one.split("-", maxsplit=1)[0].lower() == other.split("-", maxsplit=1)[0].lower()


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
