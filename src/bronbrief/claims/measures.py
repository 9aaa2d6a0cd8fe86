"""What numbers measure beside money: lengths, areas, weights, power, and stretches of time."""

import re
from collections.abc import Iterable

CLAUSE = "lid"
SHARE = "/"
CLOCK = "clock"

# The words in which one unit is written, in Dutch and English; those with a capital are read with it.
_NAMES = {
    "year": "jaar jaren jarig jarige jarigen jaars year years year-old years-old yr",
    "month": "maand maanden maands maandse maandelijks maandelijkse month months",
    "week": "week weken weekse wekelijks wekelijkse weeks",
    "day": "dag dagen daags daagse day days etmaal etmalen",
    "hour": "uur uren uurs hour hours",
    "quarter": "kwartier kwartieren",
    "minute": "minuut minuten minute minutes",
    "second": "seconde seconden seconds",
    "century": "eeuw eeuwen century centuries",
    "decade": "decennium decennia decade decades",
    "mm": "mm millimeter millimeters millimetre millimetres",
    "cm": "cm centimeter centimeters centimetre centimetres",
    "dm": "decimeter decimeters",
    "hm": "hectometer hectometers",
    "mg": "mg milligram",
    "ml": "ml milliliter milliliters millilitres",
    "hl": "hectoliter hectoliters",
    "m": "m meter meters metre metres",
    "km": "km kilometer kilometers kilometre kilometres",
    "mile": "mijl mijlen mile miles",
    "foot": "feet foot",
    "inch": "inch inches",
    "m2": "m² m2 vierkante_meter vierkante_meters square_metre square_metres square_meters sqm",
    "km2": "km² km2 vierkante_kilometer vierkante_kilometers square_kilometres square_kilometers",
    "ha": "ha hectare hectaren hectares",
    "m3": "m³ m3 kubieke_meter kubieke_meters kuub cubic_metre cubic_metres cubic_meters",
    "l": "liter liters litre litres",
    "g": "gram grams",
    "kg": "kg kilo kilo's kilos kilogram kilogrammen kilograms",
    "tonne": "tonne tonnes",
    "kW": "kW kilowatt kilowatts",
    "MW": "MW megawatt megawatts",
    "GW": "GW gigawatt gigawatts",
    "TW": "TW terawatt terawatts",
    "kWh": "kWh kilowattuur kilowatturen kilowatt-hours",
    "MWh": "MWh megawattuur megawatt-hours",
    "GWh": "GWh gigawattuur gigawatt-hours",
    "TWh": "TWh terawattuur terawatt-hours",
    "degree": "graad graden °C degrees",
    "dB": "dB decibel",
    "MB": "MB megabyte megabytes",
    "GB": "GB gigabyte gigabytes",
    "TB": "TB terabyte terabytes",
    "Mbit": "Mbps Mbit/s megabit megabits",
    "Gbit": "Gbps Gbit/s gigabit gigabits",
}
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
_CODES = {name.replace("_", " "): code for code, names in _NAMES.items() for name in names.split()}
# "Werkdagen", "schooljaren": of such a compound the last part is the unit.
_LAST = re.compile(r"[a-zà-ÿ]{3,}?(?P<unit>dag|dagen|weken|maanden|jaar|jaren|uren|minuten)")


def _either(names: Iterable[str]) -> str:
    longest = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest)


_SMALL = _either(name for name in _CODES if name.islower() and len(name) > 1)
_EXACT = _either(name for name in _CODES if not name.islower() or len(name) == 1)
# "Twee volle jaren", "three consecutive months": what may stand between a number and its unit.
_BETWEEN = (
    r"(?:extra|[a-zà-ÿ]{4,}e|full|more|further|additional|consecutive|successive|long|whole|working|calendar)"
)
_AFTER = re.compile(
    rf"(?:[\s-]+(?:{_BETWEEN}\s+){{0,2}}?|(?=[a-zA-Z°])(?<=\d))"
    rf"(?:(?P<small>(?i:{_SMALL}))|(?P<exact>{_EXACT})|(?P<last>{_LAST.pattern.replace('?P<unit>', '')}))"
    r"(?![\w²³])(?!-[a-z])"
)
_CLAUSES = {
    "after": re.compile(r"\s+(?:lid|leden|paragraph|subsection)\b"),
    "before": re.compile(r"\b(?:lid|leden)\s+$"),
}
_OF_ENDINGS = (
    *(("jarig", "year"), ("year", "year"), ("daags", "day"), ("day", "day"), ("maand", "month")),
    *(("month", "month"), ("week", "week"), ("wekelijks", "week"), ("uur", "hour")),
)
# After a number that is followed by one of these, or by no word, what it measures is left to the reader.
_LEFT_OPEN = re.compile(
    r"\s*(?:$|[^\s\w]|(?:en|of|tot|op|in|met|bij|van|voor|na|maar|om|werd|werden|wordt|worden|is|zijn|was|waren"
    r"|and|or|to|in|at|on|of|by|for|with|but|were|are)\b)"
)
_OF_AGE = re.compile(r"\b(?:gemiddeld|leeftijd|average|aged|age)\s+$")
_NO_NOUN = re.compile(r"\s+(?:is|was|has|does|as|its|his|this|us|s|plus|thus)\b")


def measure_after(text: str, end: int) -> tuple[int, str]:
    """Return where a number that ends here ends with its unit of measure, and that unit; "" for none."""
    after = _AFTER.match(text, end)
    if after is None:
        return end, ""
    words = " ".join((after["small"] or after["exact"] or "").split())
    if after["small"]:
        return after.end(), _CODES[words.lower()]
    if after["exact"]:
        return after.end(), _CODES[words]
    last = _LAST.fullmatch(after["last"])
    return after.end(), _CODES[last["unit"]] if last else ""


def clause_at(text: str, start: int, end: int, *, is_ordinal: bool) -> tuple[int, int, str]:
    """Return where the number of a clause of an article begins and ends: "tweede lid", "lid 2"."""
    if is_ordinal and (after := _CLAUSES["after"].match(text, end)):
        return start, after.end(), CLAUSE
    if not is_ordinal and (before := _CLAUSES["before"].search(text, max(0, start - 8), start)):
        return before.start(), end, CLAUSE
    return start, end, ""


def measure_within(word: str) -> str:
    """Return the unit at the end of a compound in small letters: "year" for "duizendjarig"."""
    return next((code for ending, code in _OF_ENDINGS if ending in word), "")


def is_left_open(text: str, end: int) -> bool:
    """Tell whether nothing after a number says what it counts or measures."""
    return bool(_LEFT_OPEN.match(text, end))


def has_noun(text: str, start: int, end: int) -> bool:
    """Tell whether a word after a number may be what it counts."""
    return not (_NO_NOUN.match(text, end) or _OF_AGE.search(text, max(0, start - 12), start))
