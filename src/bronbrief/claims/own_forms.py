"""Numbers that have a form of their own: telephone numbers, times of day, parts of a whole."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bronbrief.claims.clock import find_times
from bronbrief.claims.measures import CLOCK, SHARE
from bronbrief.claims.number import Number
from bronbrief.claims.shares import find_shares
from bronbrief.claims.telephones import find_telephones
from bronbrief.claims.units import PERCENT

_AND_HALF = re.compile(r"\b(?:an?|one) (?P<unit>year|month|week|day|hour) and a half\b", re.IGNORECASE)


def in_own_forms(text: str, lang: str) -> list[Number]:
    """Return what has a form of its own: telephone numbers, times of day, parts of a whole."""
    found: list[Number] = []
    taken = bytearray(len(text))
    for number in _all(text, lang):
        if 1 not in taken[number.start : number.end]:
            taken[number.start : number.end] = b"\1" * (number.end - number.start)
            found.append(number)
    return sorted(found, key=lambda number: number.start)


def _all(text: str, lang: str) -> Iterator[Number]:
    for start, end, digits in find_telephones(text):
        yield Number(start, end, None, word=digits)
    for start, end, minutes in find_times(text, lang):
        yield Number(start, end, Decimal(minutes), measure=CLOCK)
    for match in _AND_HALF.finditer(text) if lang == "en" else ():
        yield Number(*match.span(), Decimal("1.5"), measure=match["unit"].lower())
    for share in find_shares(text, lang):
        lent = PERCENT if share.of_hundred else ""
        yield Number(share.start, share.end, share.value, lent=lent, measure=SHARE, parts=share.numbers)
