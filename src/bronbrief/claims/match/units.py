"""What a number measures: percentages, money, lengths, areas, weights, power, and stretches of time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bronbrief.claims.match.aliases import canonical
from bronbrief.claims.match.language import Language

PERCENT = "%"
CENT = "CENT"
POINT = "%-point"
"""A percentage point, which is no percentage: from 4 to 3 per cent is one point."""
CLAUSE = "lid"
SHARE = "/"
CLOCK = "clock"
KINDS = (
    {"second": 1, "minute": 60, "quarter": 900, "hour": 3600, "day": 86400, "week": 604800},
    {"month": 1, "year": 12, "decade": 120, "century": 1200},
    {"mm": 1, "cm": 10, "dm": 100, "m": 1000, "hm": 100_000, "km": 1_000_000},
    {"m2": 1, "ha": 10_000, "km2": 1_000_000},
    {"ml": 1, "l": 1000, "hl": 100_000, "m3": 1_000_000},
    {"mg": 1, "g": 1000, "kg": 1_000_000, "tonne": 1_000_000_000},
    {"kW": 1, "MW": 1000, "GW": 1_000_000, "TW": 1_000_000_000},
    {"kWh": 1, "MWh": 1000, "GWh": 1_000_000, "TWh": 1_000_000_000},
    {"Mbit": 1, "Gbit": 1000},
)
"""Units of one kind, each so many of the smallest: a month is no number of weeks."""
# Written the same in every language; those with a capital, or of one letter, are read as they stand.
_SYMBOLS = {
    **{code: code for code in ("mm", "cm", "m", "km", "m2", "km2", "ha", "ml", "hl", "m3", "mg", "kg")},
    **{code: code for code in ("kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "dB", "MB", "GB", "TB")},
    "m²": "m2",
    "km²": "km2",
    "m³": "m3",
    "°C": "degree",
    "Mbps": "Mbit",
    "Mbit/s": "Mbit",
    "Gbps": "Gbit",
    "Gbit/s": "Gbit",
}
_SIGNS = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₺": "TRY",
    "₹": "INR",
    "₩": "KRW",
}
_ISO = {code.lower(): code for code in ("EUR", "USD", "GBP", "RUB", "CNY", "JPY", "CHF", "PLN", "UAH")}
# Names that several countries have for their money, and whose it is when nothing is said.
_SHARED = {
    "USD": "@US",
    "GBP": "@GB",
    "RUB": "@RU",
    "CHF": "@CH",
    "TRY": "@TR",
    "NLG": "@NL",
    "INR": "@IN",
    "KRONE": "",
    "PESO": "",
    "DINAR": "",
}
_EITHER_SIGN = "".join(_SIGNS)
_BEFORE = re.compile(rf"(?P<unit>[{_EITHER_SIGN}]|\b(?:{'|'.join(_ISO)})\b)\s?$", re.IGNORECASE)
_MILLION = 10**6
_NAME = r"(?-i:[A-ZÀ-Þ])"


@dataclass(frozen=True, slots=True)
class _Units:
    """The units of one language: the code of each word, and how they stand after a number."""

    measures: dict[str, str]
    money: dict[str, str]
    measure_after: re.Pattern[str]
    money_after: re.Pattern[str]
    left_open: re.Pattern[str]


@cache
def _units(lang: Language) -> _Units:
    known = lang.units
    measures = known.measures | _SYMBOLS
    money = known.money | known.small_money | known.doubtful_money | _SIGNS | _ISO
    left_open = re.compile(rf"\s*(?:$|[^\s\w]|(?:{known.left_open})\b)")
    return _Units(measures, money, _measure_after(lang, measures), _money_after(lang, money), left_open)


def _measure_after(lang: Language, measures: Iterable[str]) -> re.Pattern[str]:
    small = _either(name for name in measures if name.islower() and len(name) > 1)
    exact = _either(name for name in measures if not name.islower() or len(name) == 1)
    last = lang.units.compound_unit.pattern.replace("?P<unit>", "")
    return re.compile(
        rf"(?:[\s-]+(?:(?:{lang.units.between})\s+){{0,2}}?|(?=[a-zA-Z°])(?<=\d))"
        rf"(?:(?P<small>(?i:{small}))|(?P<exact>{exact})|(?P<last>{last}))(?![\w²³])(?!-[a-z])"
    )


def _money_after(lang: Language, money: Iterable[str]) -> re.Pattern[str]:
    small, doubtful = lang.units.small_money, lang.units.doubtful_money
    names = _either(name for name in money if name not in {*_SIGNS, *small, *doubtful})
    adjective = rf"{_NAME}(?:[^\W\d_]|[.’'-](?=[^\W\d_]))*\.?|{lang.units.money_adjectives}"
    large = [scale for scale, value in lang.numbers.scales.items() if value >= _MILLION]
    scales = "|".join(rf"(?<={scale})" for scale in large)
    stops = "|".join(rf"(?<={scale})" for scale in large if len(scale) <= len("mln"))
    return re.compile(
        rf"(?:(?:{stops})\.)?(?:(?P<point>{lang.units.percentage_point})|\s?(?P<sign>[%{_EITHER_SIGN}])"
        rf"|[\s-]+(?P<percent>{lang.units.percent})\b"
        rf"|(?:[\s-]+(?P<kind>(?:{adjective})(?:\s+(?:{adjective}))?))?[\s-]+"
        rf"(?P<unit>{names}|(?-i:{_either(small) or '(?!)'}))\b"
        rf"|(?:[\s-]+(?P<whose>{_NAME}[\w-]*)|{scales})\s+(?P<doubtful>{_either(doubtful)})\b)",
        re.IGNORECASE,
    )


def _either(names: Iterable[str]) -> str:
    longest = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest)


def measured(text: str, start: int, end: int, lang: Language) -> tuple[int, int, str]:
    """Return where a number begins and ends together with its unit, and that unit: "%", money or ""."""
    units = _units(lang)
    if before := _BEFORE.search(text, max(0, start - 5), start):
        return before.start(), end, units.money[before["unit"].lower()]
    after = units.money_after.match(text, end)
    if after is None:
        return start, end, ""
    if after["point"]:
        return start, after.end(), POINT
    if after["percent"] or after["sign"] == PERCENT:
        return start, after.end(), PERCENT
    said = (after["sign"] or after["unit"] or after["doubtful"]).lower().replace("’", "'")
    return start, after.end(), _of(units.money[said], after["kind"] or after["whose"] or "")


def _of(code: str, adjective: str) -> str:
    """Add whose money it is, where an adjective names another country than the usual one."""
    if code not in _SHARED or not adjective[:1].isupper():
        return code
    home = _SHARED[code]
    short = adjective.replace(".", "").upper()
    places = [word for word in canonical(adjective) if home not in (word, f"@{short}")]
    return f"{code}@{' '.join(places)}" if places else code


def is_unit_of(said: str, unit: str) -> bool:
    """Tell whether what was said is in this unit; "dollar" may stand for Canadian ones, not the reverse."""
    return said == unit or ("@" not in unit and said.startswith(f"{unit}@"))


def measure_after(text: str, end: int, lang: Language) -> tuple[int, str]:
    """Return where a number that ends here ends with its unit of measure, and that unit; "" for none."""
    units = _units(lang)
    after = units.measure_after.match(text, end)
    if after is None:
        return end, ""
    words = " ".join((after["small"] or after["exact"] or "").split())
    if words:
        return after.end(), units.measures[words.lower() if after["small"] else words]
    last = lang.units.compound_unit.fullmatch(after["last"])
    return after.end(), units.measures[last["unit"]] if last else ""


def clause_at(text: str, start: int, end: int, lang: Language, *, is_ordinal: bool) -> tuple[int, int, str]:
    """Return where the number of a clause of an article begins and ends: "tweede lid", "lid 2"."""
    if is_ordinal and (after := lang.units.clause_after.match(text, end)):
        return start, after.end(), CLAUSE
    if not is_ordinal and (before := lang.units.clause_before.search(text, max(0, start - 8), start)):
        return before.start(), end, CLAUSE
    return start, end, ""


def measure_within(word: str, lang: Language) -> str:
    """Return the unit at the end of a compound in small letters: "year" for "duizendjarig"."""
    return next((code for ending, code in lang.units.in_compounds.items() if ending in word), "")


def is_left_open(text: str, end: int, lang: Language) -> bool:
    """Tell whether nothing after a number says what it counts or measures."""
    return bool(_units(lang).left_open.match(text, end))


def has_noun(text: str, start: int, end: int, lang: Language) -> bool:
    """Tell whether a word after a number may be what it counts."""
    units = lang.units
    return not (units.no_noun.match(text, end) or units.of_age.search(text, max(0, start - 12), start))
