"""A date as it was read, and those without a month: years, 2020 and ’98, decades, and parts of a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.number import ordinal
from bronbrief.claims.match.units import measure_after

Span = tuple[int, int]
PlainDay = tuple[int | None, int | None, int | None]
# "In 2019 jaren later" is nothing that anybody writes, "een weg van 2000 meter" is.
_OF_TIME = {"year", "month", "week", "day", "hour", "minute", "second", "century", "decade"}
# Two digits up to this belong to this century.
_NEWEST = 35
_REACH = 40
# The months that each part may be said of; the seasons by the weather and by the sun.
_MONTHS = {
    "S1": (3, 4, 5, 6),
    "S2": (6, 7, 8, 9),
    "S3": (9, 10, 11, 12),
    "S4": (12, 1, 2, 3),
    **{f"Q{n}": (3 * n - 2, 3 * n - 1, 3 * n) for n in range(1, 5)},
    "H1": (1, 2, 3, 4, 5, 6),
    "H2": (7, 8, 9, 10, 11, 12),
}
OF_EDTF = {"21": "S1", "22": "S2", "23": "S3", "24": "S4"} | {
    str(32 + quarter): f"Q{quarter}" for quarter in range(1, 5)
}
_LAST = {"Q": 4, "H": 2}


@dataclass(frozen=True, slots=True)
class Day:
    """A date at characters `start` to `end`; parts that are not said are None.

    `weekday` is 0 for Monday; `span` is the first and last year of a decade or century; `part` is a season,
    quarter or half of a year.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    span: Span | None = None
    part: str = ""

    @property
    def says_much(self) -> bool:
        """Tell whether it may be one and the same date: "in november" may be that of any year."""
        return self.month is not None and (self.year is not None or self.day is not None)


def find_years(text: str, lang: Language) -> Iterator[Day]:
    """Yield the years that stand alone: four digits, or two behind an apostrophe."""
    for match in lang.dates.years.bare.finditer(text):
        if not counts(text, *match.span(), lang):
            yield Day(*match.span(), int(match["y"]))
    for match in lang.dates.years.short.finditer(text):
        if lang.dates.years.before.search(text, max(0, match.start() - _REACH), match.start()):
            yield Day(*match.span(), full_year(match[0]))


def find_decades(text: str, lang: Language) -> Iterator[Day]:
    """Yield the decades, each with its first and last year: "de jaren ’90", "the 1990s"."""
    for match in lang.dates.years.decade.finditer(text):
        tens = match["tens"] or lang.dates.years.tens.get((match["word"] or "").lower())
        first = int(match["full"] or 1900 + int(tens or 0))
        yield Day(*match.span(), span=(first, first + 9))


def full_year(text: str) -> int:
    """Read a year of four digits, or of two behind an apostrophe."""
    year = int(text.lstrip("‘’'"))
    if year > 99:  # noqa: PLR2004 four digits
        return year
    return year + (2000 if year <= _NEWEST else 1900)


def counts(text: str, start: int, end: int, lang: Language) -> bool:
    """Tell whether digits that might be a year count what follows them."""
    known = lang.dates.years
    counted, window = known.counted.match(text, end), max(0, start - _REACH)
    measured = measure_after(text, end, lang)[1]
    if measured and not known.before.search(text, window, start):
        return True
    if counted is None:
        return measured not in ("", *_OF_TIME)
    if known.amount_before and not counted["who"]:
        return bool(known.amount_before.search(text, window, start))
    return not (known.before.search(text, window, start) or known.determined.search(text, window, start))


def has_plural(text: str, end: int, lang: Language) -> bool:
    """Tell whether a plural follows a number that ends here."""
    return bool(lang.dates.years.counted.match(text, end))


def find_parts(text: str, lang: Language) -> Iterator[Day]:
    """Yield the parts of a year: "S" and 1 for spring, "Q" and "H" with their number."""
    known = lang.dates.parts_of_year
    for match in known.season.finditer(text):
        name = match.lastgroup or "season"
        yield Day(*match.span(name), part=known.seasons[match[name].lower()])
    for letter, pattern in (("Q", known.quarter), ("H", known.half)):
        for match in pattern.finditer(text):
            number = _nth(match.groupdict(), letter, lang)
            if number <= _LAST[letter]:
                yield Day(*match.span(), part=f"{letter}{number}")


def _nth(groups: dict[str, str | None], letter: str, lang: Language) -> int:
    digit = groups.get("q") or groups.get("k")
    word = (groups.get("nth") or digit or "").lower()
    if word in lang.dates.parts_of_year.last:
        return _LAST[letter]
    return int(word[0]) if word[0].isdigit() else int(ordinal(word, lang) or 0)


def parts_of(days: tuple[Day, ...]) -> Iterator[str]:
    """Yield the seasons, quarters and halves that dates name, and those in which their months lie."""
    named = {day.part for day in days if day.part}
    months = {day.month for day in days if day.month}
    yield from named
    for kinds in ("S", "QH"):
        # A text that says "najaar" itself means no other season by the months that it has.
        if not any(part[0] in kinds for part in named):
            alike = (part for part in _MONTHS if part[0] in kinds)
            yield from (part for part in alike if not months.isdisjoint(_MONTHS[part]))


def weekday(said: PlainDay) -> int | None:
    """Return the day of the week on which a date falls, 0 for Monday; None for one that is not whole."""
    year, month, day = said
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
