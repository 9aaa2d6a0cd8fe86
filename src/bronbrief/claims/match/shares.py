"""Parts of a whole: "twee derde", "de helft", "een op de vijf", "1/3", "80 van de 100", "three quarters"."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.number import Number, cardinal, ordinal
from bronbrief.claims.match.units import PERCENT, SHARE

HUNDRED = Decimal(100)
_MOST = 100


def find_shares(text: str, lang: Language, *, doubtful: bool = False) -> Iterator[Number]:
    """Yield the parts of a whole that a text has, in no order, some twice.

    `doubtful` yields what may be the third of some as well: "een derde liet het na".
    """
    for pattern in lang.numbers.shares.patterns:
        for match in pattern.finditer(text):
            share = _read(text, match, lang, doubtful=doubtful)
            if share is not None:
                yield share


def _read(text: str, match: re.Match[str], lang: Language, *, doubtful: bool) -> Number | None:
    groups = match.groupdict()
    if groups.get("sign"):
        given = Fraction(unicodedata.numeric(match["sign"])).limit_denominator(10)
        return _share(match, Decimal(given.numerator), Decimal(given.denominator))
    if groups.get("half"):
        return _share(match, Decimal(1), Decimal(2))
    if groups.get("quarter"):
        top = Decimal(1) if match["top"].lower() in lang.numbers.shares.article else Decimal(3)
        return _share(match, top, Decimal(4))
    if groups.get("n"):
        top, whole = Decimal(match["n"]), Decimal(match["d"])
        return _share(match, top, whole, top, whole) if 0 < top < whole else None
    if groups.get("ratio"):
        return _ratio(match, lang)
    return _in_words(text, match, lang, doubtful=doubtful)


def _in_words(text: str, match: re.Match[str], lang: Language, *, doubtful: bool) -> Number | None:
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
    return _share(match, top, whole, *([whole] if one and of not in known.quarters else []))


def _ratio(match: re.Match[str], lang: Language) -> Number | None:
    """Read "een op de drie", and "80 van de 100"; "19 van de 23" are two numbers."""
    top, whole = (_number(match[name].lower(), lang) for name in ("tops", "whole"))
    if top is None or whole is None or top >= whole or whole > _MOST:
        return None
    one_in_many = match["ratio"].lower() not in lang.numbers.shares.plain_ratio
    if whole != HUNDRED and not (one_in_many and whole <= 12):  # noqa: PLR2004 as people say it
        return None
    share = _share(match, top, whole, top, whole)
    return replace(share, lent=PERCENT) if whole == HUNDRED else share


def _number(word: str, lang: Language) -> Decimal | None:
    if word.isdigit():
        return Decimal(word)
    return Decimal(1) if word in lang.numbers.shares.one else cardinal(word, lang)


def _share(match: re.Match[str], top: Decimal, whole: Decimal, *said: Decimal) -> Number:
    """Make the number of a part of a whole; `said` are those that were said for it."""
    return Number(*match.span(), (top / whole).normalize(), measure=SHARE, parts=said)
