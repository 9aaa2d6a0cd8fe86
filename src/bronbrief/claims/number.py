"""A number as it was read at its place in a text."""

from dataclasses import dataclass
from decimal import Decimal

ANY_UNIT = "*"


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
