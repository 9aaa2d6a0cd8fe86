"""Find what can be checked in a text: dates, numbers, percentages, amounts of money and proper names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bronbrief.brief.day_words import Day, find_days
from bronbrief.brief.names import Name, find_names
from bronbrief.brief.numbers import Number, find_numbers
from bronbrief.brief.own_words import GAP


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

    def moved(self, by: int) -> "Fact":
        """Return the same fact, counted in a text in which this one begins `by` characters later."""
        read = replace(self.read, start=self.read.start + by, end=self.read.end + by)
        if isinstance(read, Name):
            read = replace(read, shorter=read.shorter + by)
        return replace(self, start=self.start + by, end=self.end + by, read=read)

    def without_first_word(self) -> "Fact":
        """Return a name without the word with which its sentence begins."""
        if not isinstance(self.read, Name):
            return self
        by = self.read.shorter - self.start
        return replace(
            self,
            start=self.read.shorter,
            text=self.text[by:],
            read=replace(self.read, start=self.read.shorter),
        )


def find_facts(text: str, lang: str, is_name: Callable[[str], bool | None]) -> Iterator[Fact]:
    """Yield the facts of a text: dates first, then numbers, then names; no two overlap.

    `lang` is "nl" or "en". For `is_name` see `find_names`.
    """
    left = text
    for day in find_days(text, lang):
        left = _without(left, day.start, day.end)
        yield Fact(Kind.DATE, day.start, day.end, text[day.start : day.end], day)
    for number in find_numbers(left, lang):
        left = _without(left, number.start, number.end)
        yield Fact(_kind(number), number.start, number.end, text[number.start : number.end], number)
    for name in find_names(left, lang, is_name):
        yield Fact(Kind.NAME, name.start, name.end, " ".join(text[name.start : name.end].split()), name)


def _kind(number: Number) -> Kind:
    if not number.unit:
        return Kind.NUMBER
    return Kind.PERCENTAGE if number.unit == "%" else Kind.AMOUNT


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + GAP * (end - start) + text[end:]
