"""Whether a number was said: in the same unit, as a percentage or part of a whole, or before it was rounded.

Words before a number say that: "ruim 8.200" may stand for 8.214, and "bijna 2.000" for 1.940: a rounder
number, close by, on the right side.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.number import ANY_UNIT, Number
from bronbrief.claims.match.own_forms import HALF_DAY
from bronbrief.claims.match.shares import HUNDRED
from bronbrief.claims.match.units import CLAUSE, CLOCK, KINDS, PERCENT, POINT, SHARE, is_unit_of

Said = frozenset[tuple[Decimal, str]]
"""Numbers, each with its unit: of money, a measure behind a colon, or "" for none."""

# Of so much money it is often said of what it is without naming it: "1,5 miljard steun".
_LARGE = 1000
_MONEY = 100_000
_TEN = Decimal(10)
_TON, _WEIGHT = Decimal(100_000), ":tonne"
# Nothing beside the number said what it counts or measures.
_OPEN = ":"
_NO_UNIT = frozenset({"", _OPEN})
SHARE_SAID = f":{SHARE}"
"""The unit of parts of a whole."""
_LONGEST_HEDGE = 22
_FAR, _FAR_PART = Decimal("0.07"), Decimal("0.08")
"""Of itself, what a number may differ from the one that it was rounded to, and from a simple part."""


@lru_cache(maxsize=64)
def _units_by_value(numbers: Said) -> dict[Decimal, set[str]]:
    found: dict[Decimal, set[str]] = {}
    for value, unit in numbers:
        found.setdefault(value, set()).add(unit)
    return found


def said_with(found: Iterable[Number]) -> Iterator[tuple[Decimal, str]]:
    """Yield the numbers of a source with each of the units in which they were said."""
    for number in found:
        if number.value is not None:
            yield from ((number.value, unit) for unit in _units_of(number))
            if number.scale == _TON and not number.unit:
                yield (number.value / _TON).normalize(), _WEIGHT
        if number.scaled is not None:
            yield number.scaled, number.lent
        yield from ((part.normalize(), "") for part in number.parts)


def _units_of(number: Number) -> set[str]:
    if number.unit:
        return {number.unit}
    if number.measure == CLAUSE:
        return {f":{CLAUSE}", ""}
    if number.measure:
        return {f":{number.measure}"}
    return {"", "" if number.lent == ANY_UNIT else number.lent, _OPEN if number.is_open else ""}


def has_plain(numbers: Said, value: Decimal) -> bool:
    """Tell whether a number was said without a unit."""
    return not _NO_UNIT.isdisjoint(_units(numbers, value))


def has_value(numbers: Said, number: Number) -> bool:
    """Tell whether a number was said, in the same unit where it has one, or one that it was rounded from."""
    if _has_exactly(numbers, number):
        return True
    if number.measure == SHARE:
        # "Zes op de tien" is rounded by itself.
        hedge = number.hedge or ("about" if number.parts[1:] == (_TEN,) else "")
        parts = (value / HUNDRED for value, unit in numbers if unit == PERCENT)
        return bool(hedge) and any(may_be_part(part, number.value or Decimal(0), hedge) for part in parts)
    if not number.hedge or not number.value:
        return False
    near = {value for value, _ in numbers if may_round_to(value, number.value, number.hedge)}
    return any(_has_exactly(numbers, replace(number, value=value, scaled=None)) for value in near)


def _has_exactly(numbers: Said, number: Number) -> bool:
    value = number.value or Decimal(0)
    units = _units(numbers, value)
    if number.measure == SHARE:
        return _has_share(numbers, number)
    if number.unit:
        in_parts = number.unit == PERCENT and SHARE_SAID in _units(numbers, value / HUNDRED)
        if in_parts or any(is_unit_of(unit, number.unit) for unit in units):
            return True
        # "In 2026 loopt dat op tot 7,1 miljoen": so much, of nothing that is named, is money.
        return number.unit not in (PERCENT, POINT) and value >= _MONEY and _OPEN in units
    if number.measure:
        return _has_measured(numbers, number.measure, value)
    if number.scale == _TON and _WEIGHT in _units(numbers, value / _TON):
        return True
    scaled = _units(numbers, number.scaled) if number.scaled is not None else frozenset()
    return any(_may_stand_for(unit, number) for unit in (*scaled, *units))


def _has_measured(numbers: Said, measure: str, value: Decimal) -> bool:
    """Tell whether a number was said in a measure, in one that comes to the same, or without any."""
    if measure == "hour" and f":{CLOCK}" in _units(numbers, value * 60 % HALF_DAY):
        return True  # "na elf uur", of a source that says 23.00
    if any(f":{unit}" in _units(numbers, same) for same, unit in same_measures(measure, value)):
        return True
    # "Hoekstra (54)" is 54 years old; of "artikel 3" nobody knows whether 3 is a clause.
    may_be = (
        {f":{measure}"} | (set() if measure == CLOCK else {_OPEN}) | ({""} if measure == CLAUSE else set())
    )
    return not _units(numbers, value).isdisjoint(may_be)


def same_measures(measure: str, value: Decimal) -> Iterator[tuple[Decimal, str]]:
    """Yield a number in other units that come to the same: "anderhalf jaar" and "18 maanden"."""
    for units in KINDS:
        if measure in units:
            for other in units.keys() - {measure}:
                same = value * units[measure] / units[other]
                if same * 1000 % 1 == 0:  # nobody says "0,069444 dag"
                    yield same.normalize(), other


def _units(numbers: Said, value: Decimal) -> AbstractSet[str]:
    return _units_by_value(numbers).get(value, frozenset())


def _has_share(numbers: Said, number: Number) -> bool:
    """Tell whether a part of a whole was said, as such, as a percentage, or by its two numbers."""
    value = number.value or Decimal(0)
    if SHARE_SAID in _units(numbers, value) or PERCENT in _units(numbers, value * HUNDRED):
        return True
    return bool(number.parts) and all(has_plain(numbers, part) for part in number.parts)


def _may_stand_for(said: str, number: Number) -> bool:
    """Tell whether a number without unit may rest on one that was said with this unit, or none."""
    if not said or number.lent in (ANY_UNIT, said):
        return True
    if said.startswith(":"):
        return said == _OPEN or not number.counts
    return said not in (PERCENT, POINT) and (number.value or 0) >= _LARGE


def hedge_before(text: str, start: int, lang: Language) -> str:
    """Return how the words before a number hedge it: "over", "under", "about", or "" for not at all."""
    found = lang.numbers.hedge.search(text, max(0, start - _LONGEST_HEDGE), start)
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
