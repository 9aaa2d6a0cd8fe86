"""What carries a statement: the facts of the texts that it cites, ready to be compared with its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from bronbrief.brief.aliases import canonical, english_spelling
from bronbrief.brief.day_words import Day, find_days
from bronbrief.brief.names import Name, loose_parts
from bronbrief.brief.numbers import Number, find_numbers
from bronbrief.brief.own_words import GAP

_PLAIN_DAY = tuple[int | None, int | None, int | None]
_INHABITANTS = re.compile(r"(?:se|s|e|er|ers|aar|aars|enaar|enaars)$")
_SHORTEST_STEM = 4
_SMALL = r"(?:[a-z]{1,6} ){0,2}"


@dataclass(frozen=True, slots=True)
class Support:
    """Dates, weekdays, numbers, vague amounts, and the words of each text, joined by single spaces.

    The year of one of `whole_days` says nothing of a date elsewhere that has none.
    """

    days: frozenset[_PLAIN_DAY] = frozenset()
    weekdays: frozenset[int] = frozenset()
    numbers: frozenset[tuple[Decimal, str]] = frozenset()
    vague: frozenset[str] = frozenset()
    streams: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    whole_days: frozenset[_PLAIN_DAY] = frozenset()

    def __or__(self, other: "Support") -> "Support":
        return union((self, other))

    def has_day(self, day: Day) -> bool:
        """Tell whether a date was said, whole or in parts that do not contradict each other."""
        if day.weekday is not None:
            return day.weekday in self.weekdays or any(_weekday(said) == day.weekday for said in self.days)
        wanted = (day.year, day.month, day.day)
        if day.month is None and day.year is not None and (Decimal(day.year), "") in self.numbers:
            return True
        years = {said[0] for said in self.days}
        return any(_covers(said, wanted) for said in self.days | self.whole_days) or (
            day.year in years
            and any(_covers((day.year, *said[1:]), wanted) for said in self.days if not said[0])
        )

    def has_number(self, number: Number) -> bool:
        """Tell whether a number was said, in the same unit where it has one."""
        if number.value is None:
            return number.word in self.vague
        if number.unit:
            return (number.value, number.unit) in self.numbers
        years = {Decimal(said[0]) for said in self.days if said[0]}
        days = {Decimal(said[2]) for said in self.days if said[2]}
        return number.value in {value for value, _ in self.numbers} | years | days

    def has_name(self, name: str) -> bool:
        """Tell whether a name was said: whole, as part of a longer one, or under another form."""
        if self._says(name):
            return True
        parts = loose_parts(name)
        if len(parts) > 1:
            return all(self._says(part) for part in parts)
        return False

    def _says(self, name: str) -> bool:
        wanted = canonical(name)
        if not wanted or self._has(wanted):
            return True
        last = wanted[-1]
        forms = [last.removesuffix("s")] if last.endswith("s") else []
        stem = _INHABITANTS.sub("", last)
        forms += [stem, f"{stem}e"] if len(stem) >= _SHORTEST_STEM and len(wanted) == 1 else []
        if any(self._has((*wanted[:-1], form)) for form in forms if form != last):
            return True
        return name.isupper() and len(name) > 1 and any(_initials(name).search(text) for text in self.texts)

    def _has(self, wanted: tuple[str, ...]) -> bool:
        phrase = f" {' '.join(wanted)} "
        return any(phrase in stream for stream in self.streams)


def from_text(text: str, lang: str, *, for_english: bool = False) -> Support:
    """Read a text in Dutch or English; texts in other languages are read as Dutch.

    `for_english` adds the English spelling of names that Dutch has from Cyrillic.
    """
    base = "en" if lang.startswith("en") else "nl"
    left, days = text, find_days(text, base)
    for day in days:
        left = left[: day.start] + GAP * (day.end - day.start) + left[day.end :]
    found = tuple(find_numbers(left, base))
    stream = canonical(text)
    streams = [f" {' '.join(stream)} "]
    if for_english and base == "nl":
        streams.append(f" {' '.join(map(english_spelling, stream))} ")
    return Support(
        frozenset((day.year, day.month, day.day) for day in days if day.weekday is None),
        frozenset(day.weekday for day in days if day.weekday is not None),
        frozenset((number.value, number.unit) for number in found if number.value is not None),
        frozenset(number.word for number in found if number.word),
        tuple(streams),
        (text,),
    )


def from_date(edtf: str) -> Support:
    """Read a date in EDTF (Library of Congress, 2019); what is uncertain or left open is not said."""
    found = set()
    for year, month, day in re.findall(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", edtf):
        found.add((int(year), int(month) if month and int(month) <= 12 else None, int(day) if day else None))  # noqa: PLR2004 seasons
    return Support(frozenset(found))


def from_places(codes: Iterable[str]) -> Support:
    """Read the codes of countries (ISO 3166-1)."""
    return Support(streams=tuple(f" @{code} " for code in codes))


def union(supports: Iterable[Support]) -> Support:
    """Join what several texts say."""
    all_of = tuple(supports)
    return Support(
        frozenset(chain.from_iterable(one.days for one in all_of)),
        frozenset(chain.from_iterable(one.weekdays for one in all_of)),
        frozenset(chain.from_iterable(one.numbers for one in all_of)),
        frozenset(chain.from_iterable(one.vague for one in all_of)),
        tuple(chain.from_iterable(one.streams for one in all_of)),
        tuple(chain.from_iterable(one.texts for one in all_of)),
        frozenset(chain.from_iterable(one.whole_days for one in all_of)),
    )


def supports(support: Support, text: str, read: Day | Number | Name) -> bool:
    """Tell whether a fact, as read at its place in `text`, is carried."""
    match read:
        case Day():
            return support.has_day(read)
        case Number():
            return support.has_number(read)
        case Name():
            whole, rest = text[read.start : read.end], text[read.shorter : read.end]
            return support.has_name(whole) or (rest != whole and support.has_name(rest))


def _covers(said: _PLAIN_DAY, wanted: _PLAIN_DAY) -> bool:
    return all(part is None or part == said[at] for at, part in enumerate(wanted))


def _weekday(said: _PLAIN_DAY) -> int | None:
    year, month, day = said
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _initials(abbreviation: str) -> re.Pattern[str]:
    """Match names that an abbreviation stands for: capitals in a row, with small words between them."""
    parts = [rf"{re.escape(letter)}[\w’'-]*" for letter in abbreviation]
    return re.compile(r"\b" + rf"\s+{_SMALL}".join(parts))
