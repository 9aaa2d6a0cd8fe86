"""The values of a chart: what an author wrote in a cell, as a number with its unit, and how it prints."""

import re
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale

from bronbrief.brief.dates import babel_locale
from bronbrief.core.digits import MINUS, SPACES, local_digits, written

MISSING = frozenset("–—-−")
SIGNS = frozenset("%‰€$£")
"""Units that stand at each value; all others are said once, for the whole chart."""
_LONGEST = 15
_MINUS = "-–−"
_CURRENCY = "€$£"
_SPACE = "\u00a0"
_VALUE = re.compile(
    rf"(?P<minus>[{_MINUS}]?+)\s*+(?P<before>[{_CURRENCY}]?+)\s*+(?P<later>[{_MINUS}+]?+)\s*+"
    rf"(?P<digits>\d(?:[\d.,{SPACES}]*\d)?)\s*(?P<after>[^\d]*)"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """What values count: a currency sign before them, and what is written after them."""

    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        """Return the unit as people name it."""
        return f"{self.before} {self.after}".strip()

    @property
    def said(self) -> str:
        """Return the words that the chart says once; empty for a sign that stands at each value."""
        return "" if self.after in SIGNS else self.after


@dataclass(frozen=True, slots=True)
class Amount:
    """A value: its number and the unit written with it."""

    number: Decimal
    unit: Unit | None = None


def read_unit(text: str) -> Unit:
    """Read the unit of a whole chart: "miljoen euro", "%", "€", "€ miljoen"."""
    return Unit(text[0], text[1:].strip()) if text[0] in _CURRENCY else Unit("", text)


def read_amount(text: str, lang: str) -> Amount | None:
    """Read a value as people of a language write it; None for what is no number."""
    found = _VALUE.fullmatch(text.strip())
    number = local_digits(found["digits"], babel_locale(lang)) if found else None
    if found is None or number is None or len(found["digits"]) > _LONGEST:
        return None
    if found["minus"] or found["later"] not in ("", "+"):
        number = -number
    before, after = found["before"], found["after"].strip()
    return Amount(number, Unit(before, after) if before or after else None)


def write_amount(number: Decimal, unit: Unit, lang: str) -> str:
    """Write a value with the sign of its unit, if that is a sign: "€ 1.250", "12,5%", "−3"."""
    digits = written(number, babel_locale(lang))
    if unit.before:
        pattern = Locale.parse(babel_locale(lang)).currency_formats["standard"].pattern
        space = _SPACE if _SPACE in pattern else ""
        minus = MINUS if digits.startswith(MINUS) else ""
        digits = f"{minus}{unit.before}{space}{digits.removeprefix(MINUS)}"
    return digits + unit.after if unit.after in SIGNS else digits
