"""Words before a number that say it was rounded, and what may have been rounded to it.

"Ruim 8.200" may stand for 8.214, and "bijna 2.000" for 1.940: a rounder number, close by, on the right side.
"""

import re
from decimal import Decimal
from functools import cache

from bronbrief.claims.match.language import Language

_LONGEST = 22
_FAR, _FAR_PART = Decimal("0.07"), Decimal("0.08")
"""Of itself, what a number may differ from the one that it was rounded to, and from a simple part."""


@cache
def _hedge(lang: Language) -> re.Pattern[str]:
    known = lang.numbers.hedges
    ways = rf"(?P<over>{known.over})|(?P<under>{known.under})|(?P<about>{known.about})"
    return re.compile(rf"(?i)(?<![\w-])(?:{ways})\s(?:{known.article} )?$")


def hedge_before(text: str, start: int, lang: Language) -> str:
    """Return how the words before a number hedge it: "over", "under", "about", or "" for not at all."""
    found = _hedge(lang).search(text, max(0, start - _LONGEST), start)
    return found.lastgroup or "" if found else ""


def may_round_to(said: Decimal, given: Decimal, hedge: str) -> bool:
    """Tell whether a number that was said may be given, so hedged, as a rounder one."""
    off = said - given
    if said <= 0 or abs(off) > said * _FAR:
        return False
    if (hedge == "over" and off < 0) or (hedge == "under" and off > 0):
        return False
    rounder = len(given.normalize().as_tuple().digits) < len(said.normalize().as_tuple().digits)
    step = Decimal(1).scaleb(int(given.normalize().as_tuple().exponent))
    return rounder and abs(off) <= (step / 2 if hedge == "about" else step)


def may_be_part(said: Decimal, given: Decimal, hedge: str) -> bool:
    """Tell whether a share that was said as a percentage may be given, so hedged, as a simple part."""
    side = (hedge == "over" and said < given) or (hedge == "under" and said > given)
    return said > 0 and not side and abs(said - given) <= said * _FAR_PART
