"""What one language brings to the claims check: its words and patterns, as its folder holds them.

Each class is a file of that folder, or a table in one, with what is the same in every language, which
`patterns.toml` and `units.toml` hold. A pattern whose name ends in `_before` or `_after` is matched directly
before or after what it speaks of; a plain string is a part of a pattern, and "(?!)" none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict

NOTHING = "(?!)"
"""The pattern of what a language does not have."""

_NEVER = re.compile(NOTHING)


def _split(value: str | Iterable[str]) -> frozenset[str]:
    return frozenset(value.split() if isinstance(value, str) else value)


class _Data:
    """Data of a language, of which every key is known."""

    __pydantic_config__ = ConfigDict(extra="forbid")


Words = Annotated[frozenset[str], BeforeValidator(_split)]
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
    ordinal_end: Pattern
    ordinal_in_name: Pattern
    lends: Pattern
    compared: Pattern
    shares: Shares
    token: Pattern
    hedge: Pattern
    half_articles: Words = frozenset()
    unit_and_half: Pattern = _NEVER
    unread_one: Pattern = _NEVER
    ordinal_stems: dict[str, str] = field(default_factory=dict)
    money_scales: dict[str, str] = field(default_factory=dict)
    homographs: dict[str, Homograph] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Years(_Data):
    """Years that stand alone, decades, and four digits that count."""

    year: Pattern
    bare: Pattern
    short: Pattern
    before: Pattern
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
    iso: Pattern
    short: Pattern
    parts_of_day: Pattern
    day_and_month: Pattern
    word_before: Pattern
    day_before: Pattern
    listed_before: Pattern
    day_after: Pattern
    years: Years
    parts_of_year: PartsOfYear
    clock: Clock
    capital_months: bool = False
    ambiguous_months: Words = frozenset()
    before_month: Pattern = _NEVER


@dataclass(frozen=True, eq=False)
class Units(_Data):
    """What numbers measure, by the codes of `units`: measures, and money."""

    measures: dict[str, str]
    money: dict[str, str]
    doubtful_money: dict[str, str]
    small_money: dict[str, str]
    signs: dict[str, str]
    between: str
    clause_after: Pattern
    in_compounds: dict[str, str]
    left_open: Pattern
    money_before: Pattern
    of_age: Pattern
    no_noun: Pattern
    percent: str
    percentage_point: str
    money_adjectives: str
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
    offices: dict[str, str]
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
    """The words and patterns of one language; `code` names its folder, as ISO 639-1 does the language."""

    code: str
    numbers: Numbers
    dates: Dates
    units: Units
    names: Names
