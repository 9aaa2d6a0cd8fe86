"""Numbers that have a form of their own: telephone numbers, times of day, parts of a whole."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.legible import apart
from bronbrief.claims.match.number import Number
from bronbrief.claims.match.shares import find_shares
from bronbrief.claims.match.units import CLOCK

# The words of an hour may stand for its first or its second half of the day: "half acht" is 19.30 as well.
HALF_DAY = 720
_TELEPHONE = re.compile(r"(?<![\w.,+-])(?:\+|\(?0)\d[\d \u00a0()/.-]{6,22}\d(?!\w|[.,]\d)")
_COUNTRY = re.compile(r"(?:\+|00)(?:31|32)(?:\(0\))?")
_FEWEST, _MOST = 9, 13


def in_own_forms(text: str, lang: Language) -> list[Number]:
    """Return what has a form of its own, longest first where two overlap."""
    halves = (
        Number(*match.span(), Decimal("1.5"), measure=match["unit"].lower())
        for match in lang.numbers.unit_and_half.finditer(text)
    )
    return apart(chain(find_telephones(text), find_times(text, lang), halves, find_shares(text, lang)))


def find_telephones(text: str) -> Iterator[Number]:
    """Yield telephone numbers by their digits, without the code of their country."""
    for match in _TELEPHONE.finditer(text):
        bare = re.sub(r"[ \u00a0/.-]", "", match[0])
        digits = re.sub(r"\D", "", _COUNTRY.sub("0", bare))
        if _FEWEST <= len(digits) <= _MOST:
            yield Number(*match.span(), None, word=f"tel:{digits}")


def find_times(text: str, lang: Language) -> Iterator[Number]:
    """Yield times of day, each as its minutes after midnight or noon; longest first."""
    clock = lang.dates.clock
    for pattern in clock.patterns if clock.may_have.search(text) else ():
        for match in pattern.finditer(text):
            groups = match.groupdict()
            start, end = match.span("at") if groups.get("at") else match.span()
            yield Number(start, end, Decimal(_minutes(groups, lang) % HALF_DAY), measure=CLOCK)


def _minutes(groups: dict[str, str | None], lang: Language) -> int:
    """Count the minutes of a time, as its parts were read."""
    word, clock = groups.get("word"), lang.dates.clock
    if word is None:
        return 60 * int(groups["h"] or 0) + int(groups.get("m") or 0)
    minutes = 60 * (clock.hours.index(word.lower()) + 1)
    minutes -= 30 if groups.get("half") else 0
    past = clock.minutes.get((groups.get("past") or "").lower(), 0)
    side = groups.get("side")
    return minutes + (past if side is None or side in clock.after else -past)
