"""Numbers in digits: how they are grouped, and what begins their fraction, differs by language."""

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

SPACES = "\u00a0\u202f\u2009 "
MINUS = "\u2212"
_SPACE = re.compile(f"[{SPACES}]")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


def read_digits(digits: str, group: str, decimal: str) -> Decimal | None:
    """Read digits with these marks for thousands and fractions; None for what is no number.

    A mark that does not part groups of three begins a fraction: "1.5" is one and a half in Dutch as well.
    """
    plain = _SPACE.sub("", digits)
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{decimal}\d+)?", plain):
        plain = plain.replace(group, "")
    plain = plain.replace(",", ".")
    return Decimal(plain) if _PLAIN.fullmatch(plain) else None


def local_digits(digits: str, locale: str) -> Decimal | None:
    """Read digits as people of a CLDR locale write them."""
    return read_digits(digits, get_group_symbol(locale), get_decimal_symbol(locale))


def written(value: Decimal, locale: str) -> str:
    """Write a number with its own decimals, in groups of three, with a true minus sign."""
    exponent = value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, pattern, locale=locale).replace("-", MINUS)
