"""What carries a statement: the facts of the texts that it cites, ready to be compared with its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from bronbrief.brief.aliases import canonical, english_spelling
from bronbrief.brief.day_words import Day, find_days
from bronbrief.brief.legible import blotted, legible
from bronbrief.brief.names import Name, loose_parts, owners, without_common_tail
from bronbrief.brief.numbers import ANY_UNIT, Number, find_numbers
from bronbrief.brief.units import PERCENT, is_unit_of
from bronbrief.brief.years import Span

_PLAIN_DAY = tuple[int | None, int | None, int | None]
_INHABITANTS = re.compile(r"(?:se|s|e|er|ers|aar|aars|enaar|enaars)$")
_SHORTEST_STEM = 4
# "Oeigoeren" and "Oeigoerse".
_PEOPLE = {"en": "se", "se": "en"}
# Of so much money it is often said of what it is without naming it: "1,5 miljard steun".
_LARGE = 1000
_SMALL = r"(?:[a-z]{1,6} ){0,2}"


@dataclass(frozen=True, slots=True)
class Support:
    """Dates, weekdays, numbers, vague amounts, and the words of each text, joined by single spaces.

    The year of one of `whole_days` says nothing of a date elsewhere that has none. A number in one of
    `phrases` counts where the whole phrase stands. `spans` are decades and centuries.
    """

    days: frozenset[_PLAIN_DAY] = frozenset()
    weekdays: frozenset[int] = frozenset()
    numbers: frozenset[tuple[Decimal, str]] = frozenset()
    vague: frozenset[str] = frozenset()
    streams: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    whole_days: frozenset[_PLAIN_DAY] = frozenset()
    spans: frozenset[Span] = frozenset()
    phrases: tuple[str, ...] = ()

    def __or__(self, other: "Support") -> "Support":
        return union((self, other))

    def has_day(self, day: Day) -> bool:
        """Tell whether a date was said, whole or in parts that do not contradict each other."""
        if day.weekday is not None:
            return day.weekday in self.weekdays or any(_weekday(said) == day.weekday for said in self.days)
        if day.span is not None:
            return self._has_within(day.span)
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
            return any(
                value == number.value and is_unit_of(unit, number.unit) for value, unit in self.numbers
            )
        if any(value == number.value and _may_stand_for(unit, number) for value, unit in self.numbers):
            return True
        in_dates = ({0} if number.may_be_year else set()) | ({2} if number.is_ordinal else set())
        return any(said[part] == number.value for part in in_dates for said in self.days)

    def has_phrase(self, text: str, start: int, end: int) -> bool:
        """Tell whether a stretch of a text lies within one of the phrases, which is longer."""
        for phrase in self.phrases:
            window = text[max(0, end - len(phrase)) : start + len(phrase)].casefold()
            if len(phrase) > end - start and phrase.casefold() in window:
                return True
        return False

    def _has_within(self, span: Span) -> bool:
        first, last = span
        years = chain((said[0] for said in self.days | self.whole_days), (value for value, _ in self.numbers))
        return any(year is not None and first <= year <= last for year in years) or any(
            first <= said[0] and said[1] <= last for said in self.spans
        )

    def has_name(self, name: str) -> bool:
        """Tell whether a name was said: whole, as part of a longer one, or under another form."""
        name = legible(name).text
        return self._says(name) or any(
            len(parts) > 1 and all(map(self._says, parts)) for parts in (loose_parts(name), owners(name))
        )

    def _says(self, name: str) -> bool:
        wanted = canonical(name)
        if not wanted or self._has(wanted):
            return True
        last = wanted[-1]
        forms = [last.removesuffix("s")] if last.endswith("s") else []
        stem = _INHABITANTS.sub("", last)
        forms += [stem, f"{stem}e"] if len(stem) >= _SHORTEST_STEM and len(wanted) == 1 else []
        forms += [f"{last[:-2]}{_PEOPLE[last[-2:]]}"] if last[-2:] in _PEOPLE and len(wanted) == 1 else []
        if any(self._has((*wanted[:-1], form)) for form in forms if form != last):
            return True
        head = without_common_tail(name)
        if head and self._has(canonical(head)):
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
    read = legible(text).text
    days = find_days(read, base)
    found = find_numbers(blotted(read, ((day.start, day.end) for day in days)), base)
    stream = canonical(read)
    streams = [f" {' '.join(stream)} "]
    if for_english and base == "nl":
        streams.append(f" {' '.join(map(english_spelling, stream))} ")
    numbers = [(number.value, unit) for number in found for unit in _units(number)]
    return Support(
        frozenset((day.year, day.month, day.day) for day in days if day.weekday is None and not day.span),
        frozenset(day.weekday for day in days if day.weekday is not None),
        frozenset((value, unit) for value, unit in numbers if value is not None),
        frozenset(number.word for number in found if number.word),
        tuple(streams),
        (text,),
        spans=frozenset(day.span for day in days if day.span),
    )


def _units(number: Number) -> set[str]:
    """Return the units in which a number of a source was said."""
    return {number.unit} if number.unit else {"", "" if number.lent == ANY_UNIT else number.lent}


def _may_stand_for(said: str, number: Number) -> bool:
    """Tell whether a number without unit may rest on one that was said with this unit, or none."""
    if not said or number.lent in (ANY_UNIT, said):
        return True
    return said != PERCENT and (number.value or 0) >= _LARGE


def from_names(texts: Iterable[str], lang: str) -> Support:
    """Read names and whole dates only; numbers count where the whole text stands, as of a file number."""
    given = tuple(texts)
    said = union(from_text(text, lang) for text in given)
    whole = frozenset(day for day in said.days if None not in day)
    phrases = tuple(text for text in given if not text.isdigit())
    return Support(streams=said.streams, texts=said.texts, whole_days=whole, phrases=phrases)


def from_date(edtf: str) -> Support:
    """Read a date in EDTF (Library of Congress, 2019); what is uncertain or left open is not said."""
    found = set()
    for year, month, day in re.findall(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", edtf):
        found.add((int(year), int(month) if month and int(month) <= 12 else None, int(day) if day else None))  # noqa: PLR2004 seasons
    spans = {
        (int(known.replace("X", "0")), int(known.replace("X", "9")))
        for known in re.findall(r"(?<![\dX-])(?:\d{3}X|\d{2}XX)(?![\dX])", edtf)
    }
    return Support(frozenset(found), spans=frozenset(spans))


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
        frozenset(chain.from_iterable(one.spans for one in all_of)),
        tuple(chain.from_iterable(one.phrases for one in all_of)),
    )


def supports(support: Support, text: str, read: Day | Number | Name) -> bool:
    """Tell whether a fact, as read at its place in `text`, is carried."""
    match read:
        case Day():
            return support.has_day(read)
        case Number():
            return support.has_number(read) or support.has_phrase(text, read.start, read.end)
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
