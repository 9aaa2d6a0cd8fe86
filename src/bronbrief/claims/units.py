"""What a number measures: percentages, and money in the currencies that briefs meet."""

import re
from collections.abc import Iterable

from bronbrief.claims.aliases import canonical

PERCENT = "%"
CENT = "CENT"
POINT = "%-point"
"""A percentage point, which is no percentage: from 4 to 3 per cent is one point."""
_NAMES = {
    "EUR": "€ eur euro euro's euros",
    "CENT": "cent cents eurocent eurocents",
    "USD": "$ usd dollar dollars",
    "GBP": "£ gbp pond pounds",
    "RUB": "₽ rub roebel roebels rouble roubles ruble rubles",
    "CNY": "cny yuan renminbi",
    "JPY": "¥ jpy yen",
    "CHF": "chf frank franken franc francs",
    "PLN": "pln zloty zloty's zlotys złoty",
    "UAH": "₴ uah hryvnia hryvnia's hryvnias hryvnja grivna",
    "TRY": "₺ lira lira's liras",
    "INR": "₹ roepie roepies rupee rupees",
    "KRW": "₩ won",
    "KZT": "tenge",
    "GEL": "lari",
    "HUF": "forint forinten forints",
    "KRONE": "kroon kronen krona kronor krone kroner crowns",
    "ZAR": "rand",
    "NLG": "gulden guldens guilder guilders",
    "PESO": "peso peso's pesos",
    "DINAR": "dinar dinars",
    "ILS": "sjekel sjekels shekel shekels",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}
# Names that several countries have for their money, and whose it is when nothing is said.
_SHARED = {
    "USD": "@US",
    "GBP": "@GB",
    "RUB": "@RU",
    "CHF": "@CH",
    "TRY": "@TR",
    "NLG": "@NL",
    "INR": "indiase",
    "KRONE": "",
    "PESO": "",
    "DINAR": "",
}
_SIGNS = "€$£¥₽₴₺₹₩"
# Also ordinary words, or given names: money only where an amount stands before them.
_DOUBTFUL = {"won", "rand"}
_ADJECTIVE = r"(?-i:[A-ZÀ-Þ])(?:[^\W\d_]|[.’'-](?=[^\W\d_]))*\.?|extra|harde?|oude|nieuwe"


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))


_MONEY = _either(name for name in _CODES if name[0] not in _SIGNS and name not in {*_DOUBTFUL, "frank"})
_BEFORE = re.compile(rf"(?P<unit>[{_SIGNS}]|\b(?:EUR|USD|GBP|RUB|CNY|JPY|CHF|PLN|UAH)\b)\s?$", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?:(?<=\bml[nd])\.|(?<=bn)\.)?(?:(?P<point>\s?%-?\s?punt(?:en)?\b|[\s-]+procents?-?punt(?:en)?\b"
    r"|[\s-]+per\s?cent(?:age)?[\s-]points?\b)"
    rf"|\s?(?P<sign>[%{_SIGNS}])"
    r"|[\s-]+(?P<percent>procent[^\W\d_]*|percent[^\W\d_]*|per\s+cent|pct)\b"
    rf"|(?:[\s-]+(?P<kind>(?:{_ADJECTIVE})(?:\s+(?:{_ADJECTIVE}))?))?[\s-]+(?P<unit>{_MONEY}|(?-i:frank))\b"
    rf"|(?:[\s-]+(?P<whose>(?-i:[A-ZÀ-Þ])[\w-]*)|(?<=joen)|(?<=jard)|(?<=lion)|(?<=\bml[nd]))"
    rf"\s+(?P<doubtful>{_either(_DOUBTFUL)})\b)",
    re.IGNORECASE,
)


def measured(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Return where a number begins and ends together with its unit, and that unit: "%", money or ""."""
    if before := _BEFORE.search(text, max(0, start - 5), start):
        return before.start(), end, _CODES[before["unit"].lower()]
    after = _AFTER.match(text, end)
    if after is None:
        return start, end, ""
    if after["point"]:
        return start, after.end(), POINT
    if after["percent"] or after["sign"] == PERCENT:
        return start, after.end(), PERCENT
    said = (after["sign"] or after["unit"] or after["doubtful"]).lower().replace("’", "'")
    return start, after.end(), _of(_CODES[said], after["kind"] or after["whose"] or "")


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
