"""What a number measures: percentages, money, lengths, areas, weights, power, and stretches of time."""

import re
from collections.abc import Iterable
from functools import cache

from bronbrief.claims.match.aliases import canonical
from bronbrief.claims.match.language import Language
from bronbrief.claims.match.languages import common_units

PERCENT = "%"
CENT = "CENT"
POINT = "%-point"
"""A percentage point, which is no percentage: from 4 to 3 per cent is one point."""
CLAUSE = "lid"
SHARE = "/"
CLOCK = "clock"
KINDS: list[dict[str, int]] = common_units()["kinds"]
_SHARED: dict[str, str] = common_units()["shared"]
_MILLION = 10**6
_NAME = r"(?-i:[A-ZÀ-Þ])"


@cache
def _measure_after(lang: Language) -> re.Pattern[str]:
    small = _either(name for name in lang.units.measures if name.islower() and len(name) > 1)
    exact = _either(name for name in lang.units.measures if not name.islower() or len(name) == 1)
    last = lang.units.compound_unit.pattern.replace("?P<unit>", "")
    return re.compile(
        rf"(?:[\s-]+(?:(?:{lang.units.between})\s+){{0,2}}?|(?=[a-zA-Z°])(?<=\d))"
        rf"(?:(?P<small>(?i:{small}))|(?P<exact>{exact})|(?P<last>{last}))(?![\w²³])(?!-[a-z])"
    )


@cache
def _money(lang: Language) -> dict[str, str]:
    """Return the code of each word, sign and abbreviation for money."""
    known = lang.units
    return known.money | known.small_money | known.doubtful_money | known.signs


@cache
def _money_after(lang: Language) -> re.Pattern[str]:
    small, doubtful = lang.units.small_money, lang.units.doubtful_money
    names = _either(name for name in lang.units.money if name not in {*small, *doubtful})
    adjective = rf"{_NAME}(?:[^\W\d_]|[.’'-](?=[^\W\d_]))*\.?|{lang.units.money_adjectives}"
    large = [scale for scale, value in lang.numbers.scales.items() if value >= _MILLION]
    scales = "|".join(rf"(?<={scale})" for scale in large)
    stops = "|".join(rf"(?<={scale})" for scale in large if len(scale) <= len("mln"))
    return re.compile(
        rf"(?:(?:{stops})\.)?(?:(?P<point>{lang.units.percentage_point})|\s?(?P<sign>[%{''.join(lang.units.signs)}])"
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
    if before := lang.units.money_before.search(text, max(0, start - 5), start):
        return before.start(), end, _money(lang)[before["unit"].lower()]
    after = _money_after(lang).match(text, end)
    if after is None:
        return start, end, ""
    if after["point"]:
        return start, after.end(), POINT
    if after["percent"] or after["sign"] == PERCENT:
        return start, after.end(), PERCENT
    said = (after["sign"] or after["unit"] or after["doubtful"]).lower().replace("’", "'")
    return start, after.end(), _of(_money(lang)[said], after["kind"] or after["whose"] or "")


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
    units, after = lang.units, _measure_after(lang).match(text, end)
    if after is None:
        return end, ""
    words = " ".join((after["small"] or after["exact"] or "").split())
    if words:
        return after.end(), units.measures[words.lower() if after["small"] else words]
    last = units.compound_unit.fullmatch(after["last"])
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
    return bool(lang.units.left_open.match(text, end))


def has_noun(text: str, start: int, end: int, lang: Language) -> bool:
    """Tell whether a word after a number may be what it counts."""
    units = lang.units
    return not (units.no_noun.match(text, end) or units.of_age.search(text, max(0, start - 12), start))
