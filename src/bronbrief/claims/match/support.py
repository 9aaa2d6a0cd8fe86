"""What carries a statement: the facts of the texts that it cites, ready to be compared with its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import Any

from bronbrief.claims.match.aliases import canonical, english_spelling, words
from bronbrief.claims.match.days import find_days
from bronbrief.claims.match.language import Language
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.legible import blotted, legible
from bronbrief.claims.match.names import Name
from bronbrief.claims.match.number import Number
from bronbrief.claims.match.numbers import find_numbers
from bronbrief.claims.match.people import office_of, offices, surname_of
from bronbrief.claims.match.said_names import SaidNames
from bronbrief.claims.match.said_numbers import SHARE_SAID, Said, has_plain, has_value, said_with
from bronbrief.claims.match.shares import find_shares
from bronbrief.claims.match.years import OF_EDTF, Day, PlainDay, Span, parts_of, weekday


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
            return day.weekday in self.weekdays or any(weekday(said) == day.weekday for said in self.days)
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
        candidates = self.days | self.whole_days if day.says_much else self.days
        if any(_leaves_open(said, wanted) for said in candidates):
            return True
        known = any(said[0] == day.year for said in self.days | self.whole_days)
        yearless = (said for said in self.days if not said[0])
        return known and any(_leaves_open(said, (None, day.month, day.day)) for said in yearless)

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


def _leaves_open(said: PlainDay, wanted: PlainDay) -> bool:
    """Tell whether a date that was said has all parts of another, which may leave some out."""
    return all(part in (None, own) for part, own in zip(wanted, said, strict=True))


def from_text(text: str, lang: Language, of_brief: Language | None = None) -> Support:
    """Read a text; for a brief in another language, with names from Cyrillic in English spelling as well."""
    read = legible(text).text
    days = find_days(read, lang)
    found = find_numbers(blotted(read, days), lang)
    shares = {(share.value or Decimal(0), SHARE_SAID) for share in find_shares(read, lang, doubtful=True)}
    stream = canonical(read)
    plain = words(read)
    # "Tweede Kamer" has another name as a whole, and its parts may be said alone.
    streams = [f" {' '.join(given)} " for given in dict.fromkeys((stream, plain))]
    if of_brief not in (None, lang) and lang.names.cyrillic:
        streams.append(f" {' '.join(english_spelling(word, lang) for word in stream)} ")
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


def from_names(texts: Iterable[str], lang: Language) -> Support:
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


_KINDS = {each.name: type(getattr(Support(), each.name)) for each in fields(Support)}


def union(supports: Iterable[Support]) -> Support:
    """Join what several texts say."""
    all_of = tuple(supports)
    joined: dict[str, Any] = {}
    for name, kind in _KINDS.items():
        joined[name] = kind(chain.from_iterable(getattr(one, name) for one in all_of))
    return Support(**joined)


@cache
def _around_languages() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Match what stands before the name of a language, its ending, and what follows: "uit het Nederlands"."""
    names = [lang.names for lang in languages().values()]
    after = "|".join(one.after_language for one in names)
    return (
        re.compile(rf"(?i)\b(?:{'|'.join(one.before_language for one in names)})\s+$"),
        re.compile(rf"(?:{'|'.join(one.of_language for one in names)})$"),
        re.compile(rf"(?!\s+(?!(?:{after})\b)\w)"),
    )


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
    before, ending, no_noun = _around_languages()
    stem = ending.sub("", words)
    if stem not in support.languages:
        return False
    named = before.search(text, max(0, name.start - 8), name.start) and no_noun.match(text, name.end)
    return stem != words or bool(named)
