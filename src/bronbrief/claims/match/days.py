"""Find the dates in a text: in words and digits, whole or in part, and days of the week."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from bronbrief.claims.match.language import YEAR, Language
from bronbrief.claims.match.number import cardinal, ordinal
from bronbrief.claims.match.years import Span, find_decades, find_parts, find_years, full_year

_ISO = re.compile(rf"(?<![\d-])(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>[0-3]\d))?(?![\d-])")
_SHORT = re.compile(
    rf"(?<![\d.,/-])(?P<d>[0-3]?\d)(?P<s>[-/.])(?P<m>[01]?\d)(?P=s)(?P<y>{YEAR}|\d\d)(?![\d-])"
)
_REACH, _LAST_DAY = 40, 31


@dataclass(frozen=True, slots=True)
class Day:
    """A date at characters `start` to `end`; parts that are not said are None.

    `weekday` is 0 for Monday; `span` is the first and last year of a decade or century; `part` is a season,
    quarter or half of a year (see `years`).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    span: Span | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Days:
    """What stands before and after a month, or a date, in one language."""

    day_and_month: re.Pattern[str]
    word_before: re.Pattern[str]
    day_before: re.Pattern[str]
    listed_before: re.Pattern[str]
    day_after: re.Pattern[str]


@cache
def _days(lang: Language) -> _Days:
    dates, ends = lang.dates, lang.numbers.ordinal_ends
    day = rf"(?P<day>[0-3]?\d(?![\d])(?:{ends})?|(?:(?:{dates.tens_of_day})\s+)?[^\W\d_]+(?:-[^\W\d_]+)?)"
    begins = rf"(?i)(?<![\w'’.,-]){day}"
    link = rf"(?:-|–|—|(?<=\s)(?:{dates.links})(?=\s))"
    return _Days(
        # "Op 18/9" is a day, "2/3 van de stemmen" a fraction.
        re.compile(
            rf"(?i)\b(?:{dates.before_day_and_month})\s+"
            r"(?P<day>(?P<d>[12]\d|3[01]|0?[1-9])[/-](?P<m>1[0-2]|0?[1-9]))"
            rf"(?![\w/-]|[.,]\d|\s+(?:{dates.after_fraction})\b)"
        ),
        # A day in words stands right before its month: "de eerste augustus".
        re.compile(rf"{begins}\s+(?:(?:{dates.of_month})\s+)?$"),
        re.compile(rf"{begins}\s*{link}\s*(?:(?:{dates.article})\s+)?$"),
        re.compile(rf"{begins}\s*,\s*$"),
        re.compile(rf"(?i)\s*{link}\s*(?P<day>[0-3]?\d)(?:{ends})?(?![\w]|[.,]\d)"),
    )


def find_days(text: str, lang: Language) -> tuple[Day, ...]:
    """Return the dates of a text in order, none within another."""
    found: list[Day] = []
    taken = bytearray(len(text))
    for day in chain(
        _numeric(text, lang),
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


def _numeric(text: str, lang: Language) -> Iterator[Day]:
    for pattern in (_ISO, _SHORT):
        for match in pattern.finditer(text):
            year = int(match["y"])
            year += 0 if year > 99 else 2000  # noqa: PLR2004 two digits
            day = int(match["d"]) if match["d"] else None
            if 1 <= int(match["m"]) <= 12:  # noqa: PLR2004 months
                yield Day(match.start(), match.end(), year, int(match["m"]), day)
    for match in _days(lang).day_and_month.finditer(text):
        yield Day(*match.span("day"), None, int(match["m"]), int(match["d"]))


def _worded(text: str, lang: Language) -> Iterator[Day]:
    for match in lang.dates.dated.finditer(text):
        groups = match.groupdict()
        month = next(groups[key] for key in ("m", "m2", "m3") if groups.get(key))
        said = next((groups[key] for key in ("d", "d2") if groups.get(key)), None)
        year = next((groups[key] for key in ("y", "y2", "y3") if groups.get(key)), None)
        start, day = match.start(), int(said) if said else None
        if (
            day is None
            and (not lang.dates.capital_months or month[0].isupper())
            and text[match.end() : match.end() + 1] != "-"
        ):
            start, day = _day_in_words(text, start, lang)
        if day is None and year is None and not _is_month(text, match, month, lang):
            continue
        found = Day(
            start, match.end(), full_year(year) if year else None, lang.dates.months[month.lower()], day
        )
        yield found
        if day is not None:
            yield from _others(text, found, lang, after=bool(groups.get("d2")) and year is None)


def _day_in_words(text: str, month: int, lang: Language) -> tuple[int, int | None]:
    """Return where a date begins whose month stands at an offset, and its day, where that is in words."""
    before = _days(lang).word_before.search(text, max(0, month - _REACH), month)
    day = _number(before["day"], lang) if before else None
    return (before.start(), day) if before and day else (month, None)


def _others(text: str, date: Day, lang: Language, *, after: bool) -> Iterator[Day]:
    """Yield the days that share the month of a date: "5 tot 9 augustus"."""
    found = _days(lang).day_before.search(text, max(0, date.start - _REACH), date.start)
    while found and (day := _number(found["day"], lang)):
        yield replace(date, start=found.start("day"), end=found.end("day"), day=day)
        found = _days(lang).listed_before.search(text, max(0, found.start() - _REACH), found.start())
    if after and (later := _days(lang).day_after.match(text, date.end)):
        yield replace(date, start=later.start("day"), end=later.end("day"), day=int(later["day"]))


def _number(word: str, lang: Language) -> int | None:
    """Read the day of a month, in digits or in words; None for what is no such day."""
    digits = re.match(r"\d+", word)
    plain = word.lower()
    value = int(digits[0]) if digits else cardinal(plain, lang) or ordinal(plain, lang)
    return int(value) if value and value == int(value) and value <= _LAST_DAY else None


def _is_month(text: str, match: re.Match[str], month: str, lang: Language) -> bool:
    """Tell whether a word that may be a month is one: abbreviations need a day or a year beside them."""
    word, dates = month.lower(), lang.dates
    if word in dates.short_months:
        return False
    if dates.capital_months and not month[0].isupper():
        return False
    return word not in dates.ambiguous_months or _follows_preposition(text, match.start(), lang)


def _weekday(text: str, lang: Language) -> Iterator[Day]:
    names = lang.dates.weekdays
    for match in re.finditer(r"[^\W\d_]+", text):
        word = match[0].lower()
        number = names.get(word, names.get(lang.dates.parts_of_day.sub("", word)))
        if number is not None:
            yield Day(match.start(), match.end(), weekday=number)


def _follows_preposition(text: str, month: int, lang: Language) -> bool:
    return bool(lang.dates.before_month.search(text, max(0, month - 16), month))


def _parts(text: str, lang: Language) -> Iterator[Day]:
    for start, end, part in find_parts(text, lang):
        yield Day(start, end, part=part)


def _decades(text: str, lang: Language) -> Iterator[Day]:
    for start, end, span in find_decades(text, lang):
        yield Day(start, end, span=span)


def _years(text: str, lang: Language) -> Iterator[Day]:
    for start, end, year in find_years(text, lang):
        yield Day(start, end, year)
