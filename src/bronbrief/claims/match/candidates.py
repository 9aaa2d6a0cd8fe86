"""Which passages may hold a fact: a look at their letters, before a whole long source is read for it.

A passage without the figures of a number, in digits or in words, without the year of a date, or without the
beginnings of a name says none of them in another form either. A part of a whole and a time of day have too
many forms to look for: there each passage may hold one.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import chain, product

from bronbrief.claims.match.abbreviations import initials, may_abbreviate, stands_for
from bronbrief.claims.match.aliases import canonical, names_of_place
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.legible import legible
from bronbrief.claims.match.names import Name, particles, without_common_tail
from bronbrief.claims.match.number import Number, cardinal, derived, ordinal
from bronbrief.claims.match.said_numbers import same_measures
from bronbrief.claims.match.units import CLOCK, SHARE
from bronbrief.claims.match.years import Day

Look = Callable[[str], object]
_ANY: Look = re.compile("").search
_BETWEEN_DIGITS = r"[\s.,:/()-]{0,3}"
# A hedged number stands for one that differs no more, and that has two figures at least.
_LEAST, _MOST = Decimal("0.92"), Decimal("1.08")
_TWICE = re.compile(r"(.)\1+")
# Nobody writes a number of more figures in words.
_MOST_IN_WORDS = 3
_SHORT = 6
_PIECES, _PIECES_OF_SHORT = 4, 3


def may_hold(read: Day | Number | Name, words: str) -> Look:
    """Return a look that tells of a text whether it may hold a fact; `words` are the author's for a name."""
    match read:
        case Day():
            return _day(read)
        case Number():
            return _number(read)
        case Name():
            return _name(legible(words).text)


def _day(day: Day) -> Look:
    if day.year is not None:
        return re.compile(rf"{_BETWEEN_DIGITS.join(str(day.year))}|[‘’']{day.year % 100:02}").search
    if day.month is not None:
        months = [lang.dates.months for lang in languages().values()]
        names = "|".join(name for names in months for name, number in names.items() if number == day.month)
        return re.compile(rf"(?i)\b(?:{names})|\D0?{day.month}\b").search
    return _ANY


def _number(number: Number) -> Look:
    if number.value is None or number.word:
        return _word(number.word)
    if number.measure in (CLOCK, SHARE):
        return _ANY
    values = [number.value, *(value for value, _ in same_measures(number.measure, number.value))]
    values += [] if number.scaled is None else [number.scaled]
    figures = {figure for value in values for figure in (_near(value) if number.hedge else {_figures(value)})}
    begins = [rf"(?<![1-9]){_BETWEEN_DIGITS.join(one)}" for one in figures]
    begins += [rf"\b{scale}\b" for scale in _scales() if "1" in figures]  # "een miljoen"
    digits = re.compile("|".join(begins), re.IGNORECASE)
    spelled = {one for one in figures if len(one) <= _MOST_IN_WORDS}
    return lambda text: (
        digits.search(text) or (spelled and _is_spelled(spelled, _in_words(text), number.hedge))
    )


def _is_spelled(figures: set[str], words: set[str], hedge: str) -> bool:
    """Tell whether words may make a number: "twee" and "half" together make 25, "twee" alone does not."""
    if hedge:
        return any(said.startswith(one) for said in words for one in figures)
    ends = (any(map(one.startswith, words)) and any(map(one.endswith, words)) for one in figures)
    return any(ends)


def _figures(value: Decimal) -> str:
    """Return the figures of a number without the noughts around them: "15" for 1,5 miljard and for 0,15."""
    return "".join(map(str, value.as_tuple().digits)).strip("0") or "0"


def _near(value: Decimal) -> set[str]:
    """Return the first two figures of the numbers that may have been rounded to this one."""
    tens = value.scaleb(1 - value.adjusted())
    return {str(near)[:2] for near in range(int(tens * _LEAST), int(tens * _MOST) + 1)}


def _word(word: str) -> Look:
    """Look for a telephone number, digits with a letter, or an amount that names no number."""
    if word.startswith("tel:"):
        return re.compile(_BETWEEN_DIGITS.join(word[-9:])).search
    vague = (table.numbers.vague.items() for table in languages().values())
    names = [name for table in vague for name, amount in table if amount in word]
    return re.compile(rf"(?i){'|'.join(map(re.escape, names or [word]))}").search


@cache
def _numerals() -> re.Pattern[str]:
    known = [lang.numbers for lang in languages().values()]
    tables = [(*one.fractions, *one.irregular_ordinals, *one.fillers) for one in known]
    begins = [*(one.stems.pattern for one in known), *chain.from_iterable(tables)]
    return re.compile(rf"(?i)\b(?:{'|'.join(begins)})[^\W\d_]*(?:-[^\W\d_]+)*")


@cache
def _scales() -> frozenset[str]:
    return frozenset(scale for lang in languages().values() for scale in lang.numbers.scales)


def _in_words(text: str) -> set[str]:
    """Return the figures of the numbers that single words of a text make, scales left out."""
    words = {match[0].lower() for match in _numerals().finditer(text)} - _scales()
    return set().union(*map(_figures_of, words))


@cache
def _figures_of(word: str) -> frozenset[str]:
    parts = product({word, *word.split("-")}, languages().values())
    found = (read(part, lang) for part, lang in parts for read in (cardinal, ordinal, derived))
    return frozenset(_figures(value) for value in found if value is not None)


def _name(name: str) -> Look:
    """Look for the beginning of each word of a name, for another name of a place, or for an abbreviation."""
    head = without_common_tail(name) or name
    words = [_beginning(word) for word in canonical(head) if word not in particles()]
    looks = [re.compile(f"(?i){word}").search for word in words]
    short = initials(name)
    return lambda text: (
        all(look(text) for look in looks)
        or (may_abbreviate(head) and stands_for(head, (text,)))
        or (short and short in text)
    )


def _beginning(word: str) -> str:
    """Return a pattern for how a word begins, as "nijm" begins Nijmegen and Nijmeegse."""
    if word.startswith("@"):
        names = (r"[\s-]+".join(map(re.escape, name)) for name in names_of_place(word))
        return rf"\b(?:{'|'.join(names)})"
    count = _PIECES if len(word) > _SHORT else _PIECES_OF_SHORT
    pieces = _pieces().findall(_TWICE.sub(r"\1", word))[:count]
    return r"\b" + "".join(_spelled(piece) for piece in pieces)


@cache
def _spellings() -> dict[str, set[str]]:
    """Return for each English spelling of a sound in Cyrillic those of other languages."""
    found: dict[str, set[str]] = {}
    for lang in languages().values():
        for own, english in lang.names.cyrillic:
            found.setdefault(english, {english}).add(own)
    return found


@cache
def _pieces() -> re.Pattern[str]:
    longest = sorted(_spellings(), key=len, reverse=True)
    return re.compile("|".join((*longest, r"[\s\S]")))


def _spelled(piece: str) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, _spellings().get(piece, {piece}))))})+"
