"""A number as it was read at its place in a text, and numbers in words: "zeventig", "twenty-two thousand".

The library reads cardinals. Halves, ordinals and compounds such as "duizendjarig" are read here.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

from bronbrief.claims.match.language import Language

ANY_UNIT = "*"
# The longest number that anybody writes as one word has some seventy letters.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Number:
    """A number at characters `start` to `end`; `unit` is "%", a currency's code or empty.

    `value` is None for a vague amount, or for more digits than anybody reads, which `word` then holds.
    `lent` is the unit that the words around a number without unit give it: in "70 tot 80 procent" the first
    is a percentage too. It is ANY_UNIT for a number that is all of a text, such as a cell of a table.
    `may_be_year` marks four digits in a place where no year is read, but that count nothing either.
    `measure` is a unit that is no money: "year", "km", a part of a whole, a time of day. `is_open` marks a
    number of which nothing says what it counts, `counts` one with a plural behind it. `parts` are the numbers
    in which a part of a whole was said. `scale` is that of "miljoen"; `scaled` is what a number comes to with
    the scale of the one behind it: "van 41,3 naar 58,9 miljoen". `hedge` tells how the author
    says it was rounded; of a source's numbers nobody asks.
    """

    start: int
    end: int
    value: Decimal | None
    unit: str = ""
    word: str = ""
    is_ordinal: bool = False
    lent: str = ""
    may_be_year: bool = False
    measure: str = ""
    is_open: bool = False
    counts: bool = False
    parts: tuple[Decimal, ...] = ()
    scale: Decimal = Decimal(1)
    scaled: Decimal | None = None
    hedge: str = ""


@lru_cache(maxsize=4096)
def cardinal(words: str, lang: Language) -> Decimal | None:
    """Return what a number in words, in small letters, comes to; None for words that are no number."""
    known = lang.numbers
    if words in known.fractions:
        return known.fractions[words]
    if len(words) > _LONGEST:
        return None
    if halved := known.with_half.fullmatch(words):
        whole = known.ones.get(halved["stem"]) or cardinal(halved["stem"], lang)
        return None if whole is None else whole + Decimal("0.5")
    if not known.stems.match(words):
        return None
    try:
        return Decimal(text2num(known.unread_one.sub("", words).replace("\u2019", "'"), lang.code))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def derived(word: str, lang: Language) -> Decimal | None:
    """Return the number within an ordinal or a compound: "derde" has 3, "duizendjarig" 1000."""
    if word in lang.numbers.fillers:
        return None
    if (number := ordinal(word, lang)) is not None:
        return number
    if len(word) > _LONGEST or not lang.numbers.stems.match(word):
        return None
    ending = lang.numbers.compound_ends.search(word)
    return cardinal(word[: ending.start()], lang) if ending else None


@lru_cache(maxsize=4096)
def ordinal(word: str, lang: Language) -> Decimal | None:
    """Return the number of an ordinal in small letters: "eerste" is 1, "twenty-first" 21."""
    known = lang.numbers
    found = known.ordinal.fullmatch(word) if len(word) <= _LONGEST else None
    if found is None:
        return None
    stem, irregular = found["stem"], found["irregular"]
    if irregular:
        ones = known.irregular_ordinals[irregular]
        return cardinal(stem + ones, lang) or (None if stem else known.ones.get(ones))
    value = known.ones.get(stem) or cardinal(stem, lang)
    for end, full in known.ordinal_stems.items():
        value = value or cardinal(re.sub(f"{end}$", full, stem), lang)
    return value
