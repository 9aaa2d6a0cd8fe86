"""Dates that are about, perhaps or between, in words: EDTF (Library of Congress, 2019, levels 0 and 1).

The library takes a tenth of a second to load, and ten milliseconds a date.
"""

import re

from edtf import EDTFParseException, parse_edtf
from edtf.parser import Date, Season, UncertainOrApproximate, UnspecifiedIntervalSection
from edtf.parser.parser_classes import Interval, Level1Interval, Unspecified

from bronbrief.brief.plain_dates import DAY_PARTS, EXACT, is_dutch, plain_text

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


def uncertain_text(edtf: str, lang: str) -> str:
    """Write an EDTF date in words; text that is not EDTF, or has no plain words, comes back as it stands."""
    try:
        return _text(parse_edtf(edtf), lang) or edtf
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return edtf


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
            return plain_text(str(value), lang)
        case _:
            return ""


def _qualified(value: UncertainOrApproximate, lang: str) -> str:
    inner = _text(value.date, lang)
    mark = str(value.ua) if value.ua else ""
    words = {"~": ("about",), "?": ("maybe",), "%": ("maybe", "about")}.get(mark, ())
    return " ".join([*(_word(name, lang) for name in words), inner]) if inner else ""


def _unspecified(value: Unspecified, lang: str) -> str:
    year, _, rest = str(value).partition("-")
    if re.fullmatch(r"\d{3}X", year) and not rest:
        return _word("decade", lang).format(f"{year[:3]}0")
    if re.fullmatch(r"\d{2}XX", year) and not rest:
        return _word("between", lang).format(f"{year[:2]}00", f"{year[:2]}99")
    known = str(value).split("-X", maxsplit=1)[0]
    return plain_text(known, lang)


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
