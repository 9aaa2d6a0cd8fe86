"""Find the dates in a text: in words and digits, whole or in part, and days of the week."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from babel import Locale

from bronbrief.claims.number_words import cardinal, ordinal
from bronbrief.claims.seasons import find_parts
from bronbrief.claims.years import SHORT_YEAR, YEAR, Span, find_decades, find_years, full_year

_ISO = re.compile(rf"(?<![\d-])(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>[0-3]\d))?(?![\d-])")
_SHORT = re.compile(
    rf"(?<![\d.,/-])(?P<d>[0-3]?\d)(?P<s>[-/.])(?P<m>[01]?\d)(?P=s)(?P<y>{YEAR}|\d\d)(?![\d-])"
)
# "Op 18/9" is a day, "2/3 van de stemmen" a fraction.
_DAY_AND_MONTH = re.compile(
    r"\b(?:op|sinds|vanaf|per|d\.?d\.?|tot(?:\s+en\s+met)?|t/m|on|since|until)\s+"
    r"(?P<day>(?P<d>[12]\d|3[01]|0?[1-9])[/-](?P<m>1[0-2]|0?[1-9]))(?![\w/-]|[.,]\d|\s+(?:van|of|de|the)\b)",
    re.IGNORECASE,
)
_AMBIGUOUS = {"may", "march"}
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|until|till|by|from|late|early|mid|before|after|about)[\s-]+$", re.IGNORECASE
)
_DAY = r"(?P<day>[0-3]?\d(?![\d])(?:e|de|ste|st|nd|rd|th)?|(?:(?:twenty|thirty)\s+)?[^\W\d_]+(?:-[^\W\d_]+)?)"
# A day in words stands right before its month: "de eerste augustus", "the twenty-first of August".
_WORD_DAY = re.compile(rf"(?<![\w'’.,-]){_DAY}\s+(?:of\s+)?$", re.IGNORECASE)
_LINK = r"(?:-|–|—|(?<=\s)(?:en|tot|tot\s+en\s+met|t/m|op|of|and|to|or|until|through)(?=\s))"
# "Van 5 tot 9 augustus", "on 5, 6 and 9 August", "August 5-9".
_DAY_BEFORE = re.compile(rf"(?<![\w'’.,-]){_DAY}\s*{_LINK}\s*(?:(?:de|the)\s+)?$", re.IGNORECASE)
_LISTED_BEFORE = re.compile(rf"(?<![\w'’.,-]){_DAY}\s*,\s*$", re.IGNORECASE)
_DAY_AFTER = re.compile(rf"\s*{_LINK}\s*(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w]|[.,]\d)", re.IGNORECASE)
_REACH, _LAST_DAY = 40, 31
_PARTS_OF_DAY = {
    "nl": re.compile("(?:avond|middag|ochtend|morgen|nacht|voormiddag|namiddag)s?$"),
    "en": re.compile("s$"),
}


@dataclass(frozen=True, slots=True)
class Day:
    """A date at characters `start` to `end`; parts that are not said are None.

    `weekday` is 0 for Monday; `span` is the first and last year of a decade or century; `part` is a season,
    quarter or half of a year (see `seasons`).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    span: Span | None = None
    part: str = ""


@cache
def _months(lang: str) -> dict[str, int]:
    wide = Locale(lang).months["format"]["wide"]
    names = {str(name).lower(): number for number, name in wide.items()}
    short = {name[:3]: number for name, number in names.items() if len(name) > 4}  # noqa: PLR2004
    return names | short | ({"mrt": 3, "sept": 9} if lang == "nl" else {"sept": 9})


@cache
def _weekdays(lang: str) -> dict[str, int]:
    return {str(name).lower(): number for number, name in Locale(lang).days["format"]["wide"].items()}


@cache
def _in_words(lang: str) -> re.Pattern[str]:
    months = "|".join(sorted(_months(lang), key=len, reverse=True))
    day = r"(?P<d>[0-3]?\d)(?:\s?(?:e|de|ste|st|nd|rd|th))?"
    year = rf"(?:{YEAR}|{SHORT_YEAR}(?!\w))"
    comma = ",?" if lang == "en" else ""
    forms = [rf"(?<![\w.,]){day}\s+(?:of\s+)?(?P<m>{months})\b\.?(?:{comma}\s+(?P<y>{year}))?"]
    if lang == "en":
        forms.append(
            rf"\b(?P<m2>{months})\b\.?\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?![\d])(?:,?\s+(?P<y2>{year}))?"
        )
    forms.append(rf"\b(?P<m3>{months})\b\.?(?:\s+(?P<y3>{year}))?")
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


def find_days(text: str, lang: str) -> tuple[Day, ...]:
    """Return the dates of a text in order, none within another; `lang` is "nl" or "en"."""
    found: list[Day] = []
    taken = bytearray(len(text))
    for day in chain(
        _numeric(text),
        _worded(text, lang),
        _weekday(text, lang),
        _parts(text, lang),
        _decades(text, lang),
        _years(text, lang),
    ):
        if 1 not in taken[day.start : day.end]:
            taken[day.start : day.end] = b"\1" * (day.end - day.start)
            found.append(day)
    return tuple(sorted(found, key=lambda day: day.start))


def _numeric(text: str) -> Iterator[Day]:
    for pattern in (_ISO, _SHORT):
        for match in pattern.finditer(text):
            year = int(match["y"])
            year += 0 if year > 99 else 2000  # noqa: PLR2004 two digits
            day = int(match["d"]) if match["d"] else None
            if 1 <= int(match["m"]) <= 12:  # noqa: PLR2004 months
                yield Day(match.start(), match.end(), year, int(match["m"]), day)
    for match in _DAY_AND_MONTH.finditer(text):
        yield Day(*match.span("day"), None, int(match["m"]), int(match["d"]))


def _worded(text: str, lang: str) -> Iterator[Day]:
    for match in _in_words(lang).finditer(text):
        groups = match.groupdict()
        month = next(groups[key] for key in ("m", "m2", "m3") if groups.get(key))
        said = next((groups[key] for key in ("d", "d2") if groups.get(key)), None)
        year = next((groups[key] for key in ("y", "y2", "y3") if groups.get(key)), None)
        start, day = match.start(), int(said) if said else None
        if (
            day is None
            and (lang == "nl" or month[0].isupper())
            and text[match.end() : match.end() + 1] != "-"
        ):
            start, day = _day_in_words(text, start, lang)
        if day is None and year is None and not _is_month(text, match, month, lang):
            continue
        found = Day(start, match.end(), full_year(year) if year else None, _months(lang)[month.lower()], day)
        yield found
        if day is not None:
            yield from _others(text, found, lang, after=bool(groups.get("d2")) and year is None)


def _day_in_words(text: str, month: int, lang: str) -> tuple[int, int | None]:
    """Return where a date begins whose month stands at an offset, and its day, where that is in words."""
    before = _WORD_DAY.search(text, max(0, month - _REACH), month)
    day = _number(before["day"], lang) if before else None
    return (before.start(), day) if before and day else (month, None)


def _others(text: str, date: Day, lang: str, *, after: bool) -> Iterator[Day]:
    """Yield the days that share the month of a date: "5 tot 9 augustus"."""
    found = _DAY_BEFORE.search(text, max(0, date.start - _REACH), date.start)
    while found and (day := _number(found["day"], lang)):
        yield replace(date, start=found.start("day"), end=found.end("day"), day=day)
        found = _LISTED_BEFORE.search(text, max(0, found.start() - _REACH), found.start())
    if after and (later := _DAY_AFTER.match(text, date.end)):
        yield replace(date, start=later.start("day"), end=later.end("day"), day=int(later["day"]))


def _number(word: str, lang: str) -> int | None:
    """Read the day of a month, in digits or in words; None for what is no such day."""
    digits = re.match(r"\d+", word)
    plain = word.lower()
    value = int(digits[0]) if digits else cardinal(plain, lang) or ordinal(plain, lang)
    return int(value) if value and value == int(value) and value <= _LAST_DAY else None


def _is_month(text: str, match: re.Match[str], month: str, lang: str) -> bool:
    """Tell whether a word that may be a month is one: abbreviations need a day or a year beside them."""
    if len(month) == 3 and month.lower() != "mei" and month.lower() != "may":  # noqa: PLR2004
        return False
    if lang == "en":
        known = month[0].isupper()
        return known and (month.lower() not in _AMBIGUOUS or _follows_preposition(text, match.start()))
    return True


def _weekday(text: str, lang: str) -> Iterator[Day]:
    for match in re.finditer(r"[^\W\d_]+", text):
        word = match[0].lower()
        number = _weekdays(lang).get(word, _weekdays(lang).get(_PARTS_OF_DAY[lang].sub("", word)))
        if number is not None:
            yield Day(match.start(), match.end(), weekday=number)


def _follows_preposition(text: str, month: int) -> bool:
    return bool(_BEFORE_MONTH.search(text, max(0, month - 16), month))


def _parts(text: str, lang: str) -> Iterator[Day]:
    for start, end, part in find_parts(text, lang):
        yield Day(start, end, part=part)


def _decades(text: str, lang: str) -> Iterator[Day]:
    for start, end, span in find_decades(text, lang):
        yield Day(start, end, span=span)


def _years(text: str, lang: str) -> Iterator[Day]:
    for start, end, year in find_years(text, lang):
        yield Day(start, end, year)
