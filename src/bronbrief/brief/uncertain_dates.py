"""Dates that only the library reads, in words: seasons and digits that are not known (EDTF, level 1)."""

import re

from edtf.parser import Date, Season, UncertainOrApproximate
from edtf.parser.parser_classes import Interval, Level1Interval, Unspecified

from bronbrief.brief.date_words import interval_text, plain_text, qualified
from bronbrief.core.edtf_dates import parsed
from bronbrief.locale import i18n

_SEASONS = ("21", "22", "23", "24")


def uncertain_text(edtf: str, lang: str) -> str:
    """Write an EDTF date in words; text that is not EDTF, or has no plain words, comes back as it stands."""
    try:
        return _text(parsed(edtf), lang) or edtf
    except (ValueError, TypeError, AttributeError, OverflowError):
        return edtf


def _text(value: object, lang: str) -> str:
    match value:
        case Level1Interval() | Interval():
            return _interval(value, lang)
        case UncertainOrApproximate():
            return qualified(_text(value.date, lang), str(value.ua or ""), lang)
        case Season():
            return i18n.say("dates", value.season, lang, date=value.year) if value.season in _SEASONS else ""
        case Unspecified():
            return _unspecified(value, lang)
        case Date():
            return plain_text(str(value), lang)
        case _:
            return ""


def _interval(value: Level1Interval | Interval, lang: str) -> str:
    ends = {str(end): end for end in (value.lower, value.upper)}
    return interval_text(str(value.lower), str(value.upper), lang, lambda end, lang: _text(ends[end], lang))


def _unspecified(value: Unspecified, lang: str) -> str:
    year, _, rest = str(value).partition("-")
    if re.fullmatch(r"\d{3}X", year) and not rest:
        return i18n.say("dates", "decade", lang, date=f"{year[:3]}0")
    if re.fullmatch(r"\d{2}XX", year) and not rest:
        return i18n.say("dates", "between", lang, first=f"{year[:2]}00", last=f"{year[:2]}99")
    known = str(value).split("-X", maxsplit=1)[0]
    return plain_text(known, lang)
