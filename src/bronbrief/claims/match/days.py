"""Find the dates in a text: in words and digits, whole or in part, and days of the week."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.legible import apart
from bronbrief.claims.match.number import cardinal, ordinal
from bronbrief.claims.match.years import Day, find_decades, find_parts, find_years, full_year

_REACH, _LAST_DAY = 40, 31


def find_days(text: str, lang: Language) -> tuple[Day, ...]:
    """Return the dates of a text in order, none within another."""
    finders = (_numeric, _worded, _weekday, find_parts, find_decades, find_years)
    return tuple(apart(chain.from_iterable(find(text, lang) for find in finders)))


def _numeric(text: str, lang: Language) -> Iterator[Day]:
    for pattern in (lang.dates.iso, lang.dates.short):
        for match in pattern.finditer(text):
            year = int(match["y"])
            year += 0 if year > 99 else 2000  # noqa: PLR2004 two digits
            day = int(match["d"]) if match["d"] else None
            if 1 <= int(match["m"]) <= 12:  # noqa: PLR2004 months
                yield Day(match.start(), match.end(), year, int(match["m"]), day)
    for match in lang.dates.day_and_month.finditer(text):
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
    before = lang.dates.word_before.search(text, max(0, month - _REACH), month)
    day = _number(before["day"], lang) if before else None
    return (before.start(), day) if before and day else (month, None)


def _others(text: str, date: Day, lang: Language, *, after: bool) -> Iterator[Day]:
    """Yield the days that share the month of a date: "5 tot 9 augustus"."""
    found = lang.dates.day_before.search(text, max(0, date.start - _REACH), date.start)
    while found and (day := _number(found["day"], lang)):
        yield replace(date, start=found.start("day"), end=found.end("day"), day=day)
        found = lang.dates.listed_before.search(text, max(0, found.start() - _REACH), found.start())
    if after and (later := lang.dates.day_after.match(text, date.end)):
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
