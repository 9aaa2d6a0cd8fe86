"""Dates of sources and events in words: EDTF (Library of Congress, 2019, levels 0 and 1) to running text."""

import datetime as dt
import re
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from edtf import EDTFParseException, parse_edtf
from edtf.parser import Date, Season, UncertainOrApproximate, UnspecifiedIntervalSection
from edtf.parser.parser_classes import Interval, Level1Interval, Unspecified

EXACT = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
DAY_PARTS = 3

_WORDS = {
    "about": ("ca.", "c."),
    "maybe": ("mogelijk", "possibly"),
    "on_after": ("op of na", "on or after"),
    "in_after": ("in of na", "in or after"),
    "on_before": ("op of vóór", "on or before"),
    "in_before": ("in of vóór", "in or before"),
    "from": ("vanaf", "from"),
    "until": ("tot en met", "up to and including"),
    "between": ("tussen {} en {}", "between {} and {}"),
    "decade": ("de jaren {}", "the {}s"),
    "21": ("voorjaar {}", "spring {}"),
    "22": ("zomer {}", "summer {}"),
    "23": ("najaar {}", "autumn {}"),
    "24": ("winter {}", "winter {}"),
}


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


@lru_cache(maxsize=256)
def edtf_text(edtf: str, lang: str) -> str:
    """Write an EDTF date in words, such as "ca. maart 2021" or "op of na 18 september 2020".

    Text that is not EDTF, or a form that has no plain words, comes back as it stands.
    """
    try:
        # The library takes ten milliseconds for a date, and most dates are plain.
        if EXACT.fullmatch(edtf):
            return _plain(edtf, lang)
        return _text(parse_edtf(edtf), lang) or edtf
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return edtf


def machine_date(edtf: str) -> str:
    """Return the date for HTML's `time` element, or "" where it is not one certain date."""
    return edtf if EXACT.fullmatch(edtf) else ""


def _word(name: str, lang: str) -> str:
    return _WORDS[name][0 if is_dutch(lang) else 1]


def _text(value: object, lang: str) -> str:
    match value:
        case Level1Interval() | Interval():
            return _interval(value.lower, value.upper, lang)
        case UncertainOrApproximate():
            return _qualified(value, lang)
        case Season():
            return _word(value.season, lang).format(value.year) if value.season in _WORDS else ""
        case Unspecified():
            return _unspecified(value, lang)
        case Date():
            return _plain(str(value), lang)
        case _:
            return ""


def _qualified(value: UncertainOrApproximate, lang: str) -> str:
    inner = _text(value.date, lang)
    mark = str(value.ua) if value.ua else ""
    words = {"~": ("about",), "?": ("maybe",), "%": ("maybe", "about")}.get(mark, ())
    return " ".join([*(_word(name, lang) for name in words), inner]) if inner else ""


def _plain(iso: str, lang: str) -> str:
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


def _unspecified(value: Unspecified, lang: str) -> str:
    year, _, rest = str(value).partition("-")
    if re.fullmatch(r"\d{3}X", year) and not rest:
        return _word("decade", lang).format(f"{year[:3]}0")
    if re.fullmatch(r"\d{2}XX", year) and not rest:
        return _word("between", lang).format(f"{year[:2]}00", f"{year[:2]}99")
    known = str(value).split("-X", maxsplit=1)[0]
    return _plain(known, lang)


def _interval(lower: object, upper: object, lang: str) -> str:
    if isinstance(upper, UnspecifiedIntervalSection):
        return _open(lower, "after", "from", str(upper) == "..", lang)
    if isinstance(lower, UnspecifiedIntervalSection):
        return _open(upper, "before", "until", str(lower) == "..", lang)
    first, last = str(lower), str(upper)
    if EXACT.fullmatch(first) and EXACT.fullmatch(last):
        return _range(first, last, lang)
    return f"{_text(lower, lang)} – {_text(upper, lang)}"


def _open(known: object, side: str, vague: str, is_open: bool, lang: str) -> str:  # noqa: FBT001
    """Write an interval without an end: ".." means open, nothing means that the other end is unknown."""
    day = len(str(known).strip("~?%").split("-")) == DAY_PARTS
    word = f"{'on' if day else 'in'}_{side}" if is_open else vague
    inner = _text(known, lang)
    return f"{_word(word, lang)} {inner}" if inner else ""


def _range(first: str, last: str, lang: str) -> str:
    """Write a closed interval, naming a month or year that both ends share only once."""
    one, other = first.split("-"), last.split("-")
    start, end = _plain(first, lang), _plain(last, lang)
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
