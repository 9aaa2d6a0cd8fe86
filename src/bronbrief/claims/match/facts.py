"""Find what can be checked in a text: dates, numbers, percentages, amounts, and names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bronbrief.claims.match.days import find_days
from bronbrief.claims.match.language import Language
from bronbrief.claims.match.legible import blotted, legible
from bronbrief.claims.match.names import Name, find_names
from bronbrief.claims.match.number import Number
from bronbrief.claims.match.numbers import find_numbers
from bronbrief.claims.match.said_numbers import hedge_before
from bronbrief.claims.match.units import PERCENT, POINT
from bronbrief.claims.match.years import Day
from bronbrief.core.text import Folded


class Kind(StrEnum):
    """The kinds of fact; the values end the codes of their diagnostics."""

    DATE = "date"
    NUMBER = "number"
    PERCENTAGE = "percentage"
    AMOUNT = "amount"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact at characters `start` to `end` of a text, in the author's words, and what was read there."""

    kind: Kind
    start: int
    end: int
    text: str
    read: Day | Number | Name
    shorter_text: str = ""

    def moved(self, by: int) -> "Fact":
        """Return the same fact, counted in a text in which this one begins `by` characters later."""
        read = replace(self.read, start=self.read.start + by, end=self.read.end + by)
        if isinstance(read, Name):
            read = replace(read, shorter=read.shorter + by)
        return replace(self, start=self.start + by, end=self.end + by, read=read)

    def with_title(self, text: str) -> "Fact":
        """Return a name together with the title before it in the text: "wethouder Bergsma"."""
        if not isinstance(self.read, Name):
            return self
        start = max(0, text.lower().rfind(self.read.title, 0, self.start))
        return replace(self, start=start, text=text[start : self.end])

    def without_first_word(self) -> "Fact":
        """Return a name without the word with which its sentence begins."""
        if not isinstance(self.read, Name):
            return self
        return replace(
            self,
            start=self.read.shorter,
            text=self.shorter_text,
            read=replace(self.read, start=self.read.shorter),
        )


def find_facts(
    text: str, lang: Language, is_name: Callable[[str], bool | None], *, is_heading: bool = False
) -> Iterator[Fact]:
    """Yield the facts of a text: dates first, then numbers, then names; no two overlap.

    For `is_name` and `is_heading` see `find_names`.
    """
    read = legible(text)
    days = find_days(read.text, lang)
    left = blotted(read.text, days)
    numbers = find_numbers(left, lang)
    left = blotted(left, numbers)
    for day in days:
        yield _fact(Kind.DATE, day, read)
    for number in numbers:
        hedged = replace(number, hedge=hedge_before(read.text, number.start, lang))
        yield _fact(_kind(number), hedged, read)
    for name in find_names(left, lang, is_name, is_heading=is_heading):
        yield _fact(Kind.NAME, name, read)


def _fact(kind: Kind, found: Day | Number | Name, read: Folded) -> Fact:
    """Bring what was found in a legible text back to its place in the author's."""
    start, end = read.origin(found.start, found.end)
    words = " ".join(read.text[found.start : found.end].split())
    if not isinstance(found, Name):
        return Fact(kind, start, end, words, replace(found, start=start, end=end))
    shorter = read.starts[found.shorter]
    rest = " ".join(read.text[found.shorter : found.end].split())
    return Fact(kind, start, end, words, replace(found, start=start, end=end, shorter=shorter), rest)


def _kind(number: Number) -> Kind:
    if not number.unit:
        return Kind.NUMBER
    return Kind.PERCENTAGE if number.unit in (PERCENT, POINT) else Kind.AMOUNT
