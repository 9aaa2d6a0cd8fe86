"""The languages in which claims are read: each is a folder of words and patterns, as `nl/` and `en/` are.

A text in a language without a folder has no words to be read by: a brief in one is not judged.
"""

import gzip
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Any

from babel import Locale
from pydantic import BeforeValidator, ConfigDict, TypeAdapter

YEAR = r"(?:1[5-9]|20|21)\d\d"
SHORT_YEAR = r"[‘’']\d\d"
NOTHING = "(?!)"
"""The pattern of what a language does not have."""

_HOUR = r"(?:[01]?\d|2[0-4])"
# What patterns of every language may use, between double braces.
_PARTS = {
    "full_year": rf"(?:{YEAR}|{SHORT_YEAR}(?!\w))",
    "hour": _HOUR,
    "clock": rf"(?<![\w.,:/-])(?P<h>{_HOUR})",
    "ends": r"(?![\w]|[.,:]\d)",
}
_PART = re.compile(r"\{\{(\w+)\}\}")
_NEVER = re.compile(NOTHING)


def _split(value: str | Iterable[str]) -> frozenset[str]:
    return frozenset(value.split() if isinstance(value, str) else value)


def _by_word(value: dict[str, str]) -> dict[str, str]:
    """Turn "code: its words" into the code of each word."""
    return {name.replace("_", " "): code for code, names in value.items() for name in names.split()}


# Numbers and units travel along with what is cited; patterns do not.
_BORROWED = {"numbers": ("scales",), "units": ("measures", "money", "small_money", "doubtful_money")}
Tables = dict[str, dict[str, Any]]


class _Data:
    """Data of a language, of which every key is known."""

    __pydantic_config__ = ConfigDict(extra="forbid")


Words = Annotated[frozenset[str], BeforeValidator(_split)]
Codes = Annotated[dict[str, str], BeforeValidator(_by_word)]
Pattern = re.Pattern[str]


@dataclass(frozen=True, eq=False)
class Homograph(_Data):
    """A number that is a verb as well: before some words, and where it is `open` but not behind others."""

    number_after: Pattern
    open: Pattern
    verb_before: Pattern = _NEVER


@dataclass(frozen=True, eq=False)
class Shares(_Data):
    """Parts of a whole."""

    patterns: tuple[Pattern, ...]
    one: Words
    article: Words
    quarters: dict[str, int]
    plain_ratio: Words
    as_part: Pattern
    no_part_after: Pattern = _NEVER


@dataclass(frozen=True, eq=False)
class Hedges(_Data):
    """Words before a number that say it was rounded, and what may stand between."""

    over: str
    under: str
    about: str
    article: str


@dataclass(frozen=True, eq=False)
class Numbers(_Data):
    """Numbers in digits and in words; patterns that end in `_before` stand directly before, and so on."""

    decimal: str
    group: str
    ones: dict[str, Decimal]
    fractions: dict[str, Decimal]
    scales: dict[str, Decimal]
    vague: dict[str, str]
    vague_link: str
    fillers: dict[str, Decimal]
    told_apart: Pattern
    articles: Words
    joins: Words
    and_half: frozenset[str]
    with_half: Pattern
    bare: Words
    half: Words
    stems: Pattern
    compound_ends: Pattern
    ordinal: Pattern
    irregular_ordinals: dict[str, str]
    ordinal_ends: str
    ordinal_in_name: Pattern
    lends: Pattern
    compared: Pattern
    shares: Shares
    hedges: Hedges
    half_articles: Words = frozenset()
    unit_and_half: Pattern = _NEVER
    unread_one: Pattern = _NEVER
    ordinal_stems: dict[str, str] = field(default_factory=dict)
    money_scales: dict[str, str] = field(default_factory=dict)
    homographs: dict[str, Homograph] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Years(_Data):
    """Years that stand alone, decades, and four digits that count."""

    before: Pattern
    not_before: str
    not_of: str
    decade: Pattern
    tens: dict[str, int]
    counted: Pattern
    amount_before: Pattern | None = None
    determined: Pattern = _NEVER


@dataclass(frozen=True, eq=False)
class PartsOfYear(_Data):
    """Seasons, quarters and halves."""

    seasons: dict[str, str]
    season: Pattern
    quarter: Pattern
    half: Pattern
    last: Words = frozenset()


@dataclass(frozen=True, eq=False)
class Clock(_Data):
    """Times of day; `after` are the words for minutes behind the hour."""

    hours: tuple[str, ...]
    minutes: dict[str, int]
    after: Words
    may_have: Pattern
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class Dates(_Data):
    """Dates; the names of months and weekdays are those of CLDR."""

    months: dict[str, int]
    short_months: Words
    weekdays: dict[str, int]
    dated: Pattern
    parts_of_day: Pattern
    before_day_and_month: str
    after_fraction: str
    links: str
    article: str
    years: Years
    parts_of_year: PartsOfYear
    clock: Clock
    capital_months: bool = False
    ambiguous_months: Words = frozenset()
    before_month: Pattern = _NEVER
    tens_of_day: str = NOTHING
    of_month: str = NOTHING


@dataclass(frozen=True, eq=False)
class Units(_Data):
    """What numbers measure, by the codes of `units`: measures, and money."""

    measures: dict[str, str]
    money: dict[str, str]
    between: str
    clause_after: Pattern
    in_compounds: dict[str, str]
    left_open: str
    of_age: Pattern
    no_noun: Pattern
    percent: str
    percentage_point: str
    doubtful_money: Words
    money_adjectives: str
    small_money: Words = frozenset()
    compound_unit: Pattern = _NEVER
    clause_before: Pattern = _NEVER
    cent_of: str = ""


@dataclass(frozen=True, eq=False)
class OfficeWords(_Data):
    """What may stand between an office and the name of who holds it."""

    titles: str
    particles: str = NOTHING
    of: str = NOTHING


@dataclass(frozen=True, eq=False)
class BriefWords(_Data):
    """What a brief counts, and what it says of itself."""

    sources: Words
    questions: Words
    quotations: Words
    actors: Words
    municipalities: Words
    municipality: str
    agenda_item: str
    annex: str


@dataclass(frozen=True, eq=False)
class Names(_Data):
    """Names of people, bodies and places, and the words around them."""

    clipped: Words
    roles: Words
    persons: Words
    abbreviated: Words
    role_surnames: Words
    particles: Words
    loose: Words
    small_in_titles: Words
    no_abbreviations: Words
    adjective: Pattern
    owner: str
    labelled: Pattern
    starts: Words
    before_language: str
    of_language: str
    after_language: str
    offices: Codes
    office_words: OfficeWords
    brief: BriefWords
    compounds: bool = False
    no_names: Pattern = _NEVER
    acts: Pattern = _NEVER
    from_place: Words = frozenset()
    members: Words = frozenset()
    split_words: str = NOTHING
    adjective_ends: tuple[str, ...] = ()
    place_ends: tuple[str, ...] = ()
    elided_end: str = ""
    cyrillic: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, eq=False)
class Language(_Data):
    """The words and patterns of one language; `code` is that of ISO 639-1."""

    code: str
    numbers: Numbers
    dates: Dates
    units: Units
    names: Names


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages that have a folder, in order of their codes."""
    folders = (folder for folder in files("bronbrief.claims").iterdir() if (folder / "numbers.toml").is_file())
    given = {folder.name: _areas(folder) for folder in sorted(folders, key=lambda folder: folder.name)}
    borrowed = _borrowed(given)
    return tuple(_load(code, _with(areas, borrowed)) for code, areas in given.items())


def language(tag: str) -> Language | None:
    """Return the language of a tag (BCP 47), such as "nl-BE"; None for one without a folder."""
    code = tag.partition("-")[0].lower()
    return next((one for one in languages() if one.code == code), None)


@cache
def words(code: str, name: str) -> frozenset[str]:
    """Return a list of words of a language, "bodies.txt" or "words.txt.gz"; empty where it has none."""
    file = files("bronbrief.claims") / code / name
    if not file.is_file():
        return frozenset()
    if name.endswith(".gz"):
        return frozenset(gzip.decompress(file.read_bytes()).decode().split("\n"))
    return frozenset(word for line in lines(code, name) for word in line.split())


def lines(code: str, name: str) -> list[str]:
    """Return the lines of a list of a language, without its comments."""
    text = (files("bronbrief.claims") / code / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _areas(folder: Traversable) -> Tables:
    """Read the data of a language; the units of `units.toml` by their words."""
    names = ("numbers", "dates", "units", "names")
    given = {name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in names}
    given["units"] |= {table: _by_word(given["units"][table]) for table in ("measures", "money")}
    return given


def _borrowed(given: dict[str, Tables]) -> Tables:
    """Return what every language takes over: an English brief writes "22 miljoen euro" as its source does."""
    return {
        area: {table: _union(one[area].get(table, "") for one in given.values()) for table in tables}
        for area, tables in _BORROWED.items()
    }


def _union(tables: Iterable[Any]) -> Any:
    """Join tables, or lists of words."""
    found = [table for table in tables if table]
    if isinstance(found[0], str):
        return " ".join(found)
    return {word: value for table in found for word, value in table.items()}


def _with(areas: Tables, borrowed: Tables) -> Tables:
    """Add what a language takes over from others; its own words come first."""
    for area, tables in borrowed.items():
        own = areas[area]
        for table, values in tables.items():
            own[table] = values if isinstance(values, str) else values | own[table]
    for word in areas["numbers"].pop("no_scales", ()):
        del areas["numbers"]["scales"][word]
    return areas


def _load(code: str, given: Tables) -> Language:
    dates, scales = given["dates"], "|".join(given["numbers"]["scales"])
    calendar = Locale(code)
    wide = {str(name).lower(): number for number, name in calendar.months["format"]["wide"].items()}
    short = {name[:3]: number for name, number in wide.items() if len(name) > 4}  # noqa: PLR2004
    dates["months"] = wide | short | dates.pop("short_months")
    # "Mei" is a month in full.
    dates["short_months"] = [name for name in dates["months"] if len(name) == 3 and name not in wide]  # noqa: PLR2004
    days = calendar.days["format"]["wide"].items()
    dates["weekdays"] = {str(name).lower(): number for number, name in days}
    parts = _PARTS | {
        "months": "|".join(sorted(dates["months"], key=len, reverse=True)),
        "no_scale": rf"(?!\s+(?:{scales})\b)",
    }
    for area in given.values():
        parts |= area.pop("parts", {})
    return TypeAdapter(Language).validate_python(_filled({"code": code, **given}, parts))


def _filled(value: Any, parts: dict[str, str]) -> Any:
    """Put parts in the places that patterns leave for them; a part may use others."""
    if isinstance(value, dict):
        return {key: _filled(one, parts) for key, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, parts) for one in value]
    if isinstance(value, str) and "{{" in value:
        return _filled(_PART.sub(lambda match: parts[match[1]], value), parts)
    return value
