"""What carries a statement: the facts of the texts that it cites, ready to be compared with its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from bronbrief.claims.aliases import canonical, english_spelling, words
from bronbrief.claims.day_words import Day, find_days
from bronbrief.claims.legible import blotted, legible
from bronbrief.claims.names import Name
from bronbrief.claims.number import Number
from bronbrief.claims.numbers import find_numbers
from bronbrief.claims.said_days import (
    PlainDay,
    parts_of,
    says_much,
    weekdays_of,
    with_parts,
    without_year,
    years_of,
)
from bronbrief.claims.said_names import SaidNames
from bronbrief.claims.said_numbers import SHARE_SAID, Said, has_plain, has_value, said_with
from bronbrief.claims.seasons import OF_EDTF
from bronbrief.claims.shares import find_shares
from bronbrief.claims.titles import office_of, offices, surname_of
from bronbrief.claims.years import Span


@dataclass(frozen=True, slots=True)
class Support:
    """Dates, weekdays, numbers, vague amounts, and the words of each text, joined by single spaces.

    The year of one of `whole_days` says nothing of a date elsewhere that has none. A number in one of
    `phrases` counts where the whole phrase stands. `spans` are decades and centuries, `parts` seasons,
    quarters and halves of a year. `languages` are those of texts, which are no names of a people;
    `offices` are surnames with the office that stands before them.
    """

    days: frozenset[PlainDay] = frozenset()
    weekdays: frozenset[int] = frozenset()
    numbers: Said = frozenset()
    vague: frozenset[str] = frozenset()
    streams: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    whole_days: frozenset[PlainDay] = frozenset()
    spans: frozenset[Span] = frozenset()
    phrases: tuple[str, ...] = ()
    parts: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    offices: frozenset[tuple[str, str]] = frozenset()

    def __or__(self, other: "Support") -> "Support":
        return union((self, other))

    def has_day(self, day: Day) -> bool:
        """Tell whether a date was said, whole or in parts that do not contradict each other."""
        if day.weekday is not None:
            return day.weekday in self.weekdays or day.weekday in weekdays_of(self.days)
        if day.span is not None:
            return self._has_within(day.span)
        if day.part:
            return day.part in self.parts
        wanted = (day.year, day.month, day.day)
        if (
            day.month is None
            and day.year is not None
            and has_plain(self.numbers, Decimal(day.year).normalize())
        ):
            return True
        if wanted in with_parts(self.days) or (says_much(day) and wanted in with_parts(self.whole_days)):
            return True
        known = day.year in years_of(self.days | self.whole_days)
        return known and (None, day.month, day.day) in without_year(self.days)

    def has_number(self, number: Number) -> bool:
        """Tell whether a number was said, in the same unit where it has one."""
        if number.value is None or number.word:
            return number.word in self.vague
        if has_value(self.numbers, number):
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

    def has_name(self, name: str, *, of_person: bool = False) -> bool:
        """Tell whether a name was said: whole, as part of a longer one, or under another form."""
        return SaidNames(self.streams, self.texts).has(name, of_person=of_person)

    def may_hold(self, title: str, name: str) -> bool:
        """Tell whether somebody may hold an office: nobody of that name was said to hold another one only."""
        office, surname = office_of(title), surname_of(name)
        held = {one for who, one in self.offices if who == surname} if office else set()
        return not held or office in held


def from_text(text: str, lang: str, *, for_english: bool = False) -> Support:
    """Read a text in Dutch or English; texts in other languages are read as Dutch.

    `for_english` adds the English spelling of names that Dutch has from Cyrillic.
    """
    base = "en" if lang.startswith("en") else "nl"
    read = legible(text).text
    days = find_days(read, base)
    found = find_numbers(blotted(read, ((day.start, day.end) for day in days)), base)
    shares = {(share.value, SHARE_SAID) for share in find_shares(read, base, doubtful=True)}
    stream = canonical(read)
    plain = words(read)
    # "Tweede Kamer" has another name as a whole, and its parts may be said alone.
    streams = [f" {' '.join(given)} " for given in dict.fromkeys((stream, plain))]
    if for_english and base == "nl":
        streams.append(f" {' '.join(map(english_spelling, stream))} ")
    return Support(
        frozenset((day.year, day.month, day.day) for day in days if day.year or day.month or day.day),
        frozenset(day.weekday for day in days if day.weekday is not None),
        frozenset(said_with(found)) | shares,
        frozenset(number.word for number in found if number.word),
        tuple(streams),
        (text,),
        spans=frozenset(day.span for day in days if day.span),
        parts=frozenset(parts_of(days)),
        offices=frozenset(offices(read)),
    )


def from_names(texts: Iterable[str], lang: str) -> Support:
    """Read names and whole dates only; numbers count where the whole text stands, as of a file number."""
    given = tuple(texts)
    said = union(from_text(text, lang) for text in given)
    whole = frozenset(day for day in said.days if None not in day)
    phrases = tuple(text for text in given if not text.isdigit())
    return Support(streams=said.streams, texts=said.texts, whole_days=whole, phrases=phrases)


def from_date(edtf: str) -> Support:
    """Read a date in EDTF (Library of Congress, 2019); what is uncertain or left open is not said."""
    found, parts = set(), set()
    for year, month, day in re.findall(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", edtf):
        if month in OF_EDTF:
            parts.add(OF_EDTF[month])
        known = int(month) if month and int(month) <= 12 else None  # noqa: PLR2004 the rest are seasons
        found.add((int(year), known, int(day) if day else None))
    spans = {
        (int(known.replace("X", "0")), int(known.replace("X", "9")))
        for known in re.findall(r"(?<![\dX-])(?:\d{3}X|\d{2}XX)(?![\dX])", edtf)
    }
    return Support(frozenset(found), spans=frozenset(spans), parts=frozenset(parts))


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
        frozenset(chain.from_iterable(one.parts for one in all_of)),
        frozenset(chain.from_iterable(one.languages for one in all_of)),
        frozenset(chain.from_iterable(one.offices for one in all_of)),
    )


# "In Dutch", "uit het Nederlands", "Dutch-language", "Nederlandstalig": of a language, not of a country.
_OF_LANGUAGE = re.compile(r"\b(?:in|from|into|to|het)\s+$", re.IGNORECASE)
_NO_NOUN = re.compile(r"(?!\s+(?!(?:en|of|and|or|by|door|is|was|van)\b)\w)")


def supports(support: Support, text: str, read: Day | Number | Name) -> bool:
    """Tell whether a fact, as read at its place in `text`, is carried."""
    match read:
        case Day():
            return support.has_day(read)
        case Number():
            return support.has_number(read) or support.has_phrase(text, read.start, read.end)
        case Name():
            return says(support, text, read) and support.may_hold(read.title, text[read.start : read.end])


def says(support: Support, text: str, name: Name) -> bool:
    """Tell whether a name was said, whatever the office of whose it is."""
    whole, rest = text[name.start : name.end], text[name.shorter : name.end]
    if support.has_name(whole, of_person=name.of_person):
        return True
    return (rest != whole and support.has_name(rest, of_person=name.of_person)) or _is_language(
        support, text, name
    )


def _is_language(support: Support, text: str, name: Name) -> bool:
    """Tell whether a name is that of a language in which a source is."""
    words = text[name.start : name.end].casefold()
    stem = re.sub(r"(?:-language|talige?)$", "", words)
    if stem not in support.languages:
        return False
    before = _OF_LANGUAGE.search(text, max(0, name.start - 8), name.start)
    return stem != words or bool(before and _NO_NOUN.match(text, name.end))
