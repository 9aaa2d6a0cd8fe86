"""Parts of a whole: "twee derde", "de helft", "een op de vijf", "1/3", "80 van de 100", "three quarters"."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.number import cardinal, ordinal

HUNDRED = Decimal(100)
_MOST = 100


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole at characters `start` to `end`; `numbers` are those that were said for it.

    `of_hundred` marks what is said of a hundred, which is a percentage.
    """

    start: int
    end: int
    value: Decimal
    numbers: tuple[Decimal, ...] = ()
    of_hundred: bool = False


def find_shares(text: str, lang: Language, *, doubtful: bool = False) -> Iterator[Share]:
    """Yield the parts of a whole that a text has, in no order, some twice.

    `doubtful` yields what may be the third of some as well: "een derde liet het na".
    """
    for pattern in lang.numbers.shares.patterns:
        for match in pattern.finditer(text):
            share = _read(text, match, lang, doubtful=doubtful)
            if share is not None:
                yield share


def _read(text: str, match: re.Match[str], lang: Language, *, doubtful: bool) -> Share | None:
    groups = match.groupdict()
    start, end = match.span()
    if groups.get("sign"):
        given = Fraction(unicodedata.numeric(match["sign"])).limit_denominator(10)
        return Share(start, end, _divided(Decimal(given.numerator), Decimal(given.denominator)))
    if groups.get("half"):
        return Share(start, end, Decimal("0.5"))
    if groups.get("quarter"):
        top = Decimal(1) if match["top"].lower() in lang.numbers.shares.article else Decimal(3)
        return Share(start, end, top / 4)
    if groups.get("n"):
        return _of_two(start, end, Decimal(match["n"]), Decimal(match["d"]))
    if groups.get("ratio"):
        return _ratio(match, lang)
    return _in_words(text, match, lang, doubtful=doubtful)


def _in_words(text: str, match: re.Match[str], lang: Language, *, doubtful: bool) -> Share | None:
    """Read "twee derde"; "een derde" only where it can be no ordinal."""
    known = lang.numbers.shares
    one = match["top"].lower() in known.article
    top = Decimal(1) if one else cardinal(match["top"].lower(), lang)
    of = match["of"].lower()
    whole = Decimal(known.quarters[of]) if of in known.quarters else ordinal(of, lang)
    if top is None or whole is None or top >= whole or ordinal(match[0].lower(), lang) is not None:
        return None  # "zestiende" is no six tenths
    if one and not doubtful and not known.as_part.match(text, match.end()):
        return None
    if of in known.quarters and known.no_part_after.search(text, max(0, match.start() - 8), match.start()):
        return None
    # Of a source "een derde" may be an ordinal after all.
    said = (whole,) if one and of not in known.quarters else ()
    return Share(*match.span(), _divided(top, whole), said)


def _ratio(match: re.Match[str], lang: Language) -> Share | None:
    """Read "een op de drie", and "80 van de 100"; "19 van de 23" are two numbers."""
    top, whole = (_number(match[name].lower(), lang) for name in ("tops", "whole"))
    if top is None or whole is None or top >= whole or whole > _MOST:
        return None
    one_in_many = match["ratio"].lower() not in lang.numbers.shares.plain_ratio
    if whole != HUNDRED and not (one_in_many and whole <= 12):  # noqa: PLR2004 as people say it
        return None
    return Share(*match.span(), _divided(top, whole), (top, whole), of_hundred=whole == HUNDRED)


def _of_two(start: int, end: int, top: Decimal, whole: Decimal) -> Share | None:
    return Share(start, end, _divided(top, whole), (top, whole)) if 0 < top < whole else None


def _number(word: str, lang: Language) -> Decimal | None:
    if word.isdigit():
        return Decimal(word)
    return Decimal(1) if word in lang.numbers.shares.one else cardinal(word, lang)


def _divided(top: Decimal, whole: Decimal) -> Decimal:
    return (top / whole).normalize()
