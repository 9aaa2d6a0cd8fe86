"""Facts planted in the shipped briefs by machine: what was true is changed, and the change must be found."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import PurePosixPath

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.brief.statements import Statement
from bronbrief.claims.check import ClaimsCheck, facts_of
from bronbrief.claims.house_words import advise
from bronbrief.claims.match.fact_cache import FactCache
from bronbrief.claims.match.facts import Fact, Kind
from bronbrief.claims.match.languages import language
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.searchable import SearchPool
from bronbrief.evidence.select import prove_all
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.spec.load import load_spec
from bronbrief.spec.paths import spec_paths
from support.tools import ROOT

SHARE = 0.98
NAMES = (
    *("Utrecht", "Rotterdam", "Jan Pietersen", "Hongarije", "D66", "Maria de Wit", "De Volkskrant", "NAVO"),
    *("Kortrijk", "Moskou", "Sofie Claes", "Hengelo", "de Raad van State", "Karel van den Berg", "Iran"),
)
MONTHS = {
    "nl": (("augustus", "oktober"), ("maart", "juni"), ("mei", "november"), ("september", "april")),
    "en": (("March", "June"), ("August", "October"), ("September", "April")),
}
NUMBERS = {
    "nl": ("zestig", "negenhonderd", "37", "4.500", "twaalf", "tienduizenden", "eenenveertig", "½"),
    "en": ("sixty", "nine hundred", "37", "4,500", "twelve", "dozens", "forty-one", "½"),
}
DAYS = {"nl": "eenendertigste", "en": "thirty-first"}
AMOUNTS = {
    "nl": (
        "drie miljard dollar",
        "anderhalf miljard euro",
        "€ 12 miljoen",
        "1,6 miljard dollar",
        "drieënhalf miljard dollar",
        "1,5 mld. yen",
        "**1,5** miljard Russische roebel",
        "1½ miljard frank",
    ),
    "en": (
        "three billion dollars",
        "€ 1.5 billion",
        "$12 million",
        "1.5 billion yen",
        "**1.5** billion Russian roubles",
    ),
}
WORKSPACE = Workspace(ROOT)
PATHS = spec_paths(WORKSPACE)


def checks() -> Iterator[tuple[str, ClaimsCheck]]:
    """Yield each shipped brief's path with its check."""
    catalogue = load_catalogue(WORKSPACE).value
    assert catalogue is not None
    for path in PATHS:
        loaded = load_spec(WORKSPACE, path, BLOCKS).value
        assert loaded is not None
        excerpts = prove_all(loaded, catalogue).value
        assert excerpts is not None
        lang = language(loaded.spec.lang)
        assert lang is not None
        yield path, ClaimsCheck(loaded, lang, excerpts, SearchPool(catalogue), FactCache())


def planted(fact: Fact, lang: str, names: Iterator[str]) -> Iterator[str]:
    """Yield what to put in a fact's place: five names, some numbers, other years, months and days."""
    match fact.kind:
        case Kind.NAME:
            yield from islice(names, 5)
        case Kind.NUMBER:
            yield from islice(NUMBERS[lang], 8)
        case Kind.AMOUNT | Kind.PERCENTAGE:
            yield from AMOUNTS[lang]
        case Kind.DATE:
            year, day = getattr(fact.read, "year", None), getattr(fact.read, "day", None)
            yield from (fact.text.replace(str(year), str(year + step)) for step in (9, -7) if year)
            for old, new in MONTHS[lang]:
                if old in fact.text:
                    yield fact.text.replace(old, new)
            if day:
                yield fact.text.replace(str(day), str(day + 4), 1)
                yield fact.text.replace(str(day), DAYS[lang], 1)


def with_planted(statement: Statement, fact: Fact, text: str) -> Statement:
    """Put a text in the place of a fact."""
    changed = statement.text[: fact.start] + text + statement.text[fact.end :]
    return replace(statement, text=changed, end=statement.end + len(changed) - len(statement.text))


@pytest.mark.ci
def test_planted_facts_are_found() -> None:
    """Of hundreds of changed dates, numbers, amounts and names at least 98 in a hundred are reported."""
    names, tried, missed = cycle(NAMES), 0, []
    for path, check in checks():
        lang = check.lang.code
        for statement in check.statements.all:
            for fact in facts_of(statement, check.cited):
                for text in planted(fact, lang, names):
                    changed = with_planted(statement, fact, text)
                    tried += 1
                    if not any(found.code.startswith("claim-") for found in check.about(changed)):
                        missed.append((PurePosixPath(path).stem, fact.text, text))
    assert tried > 900
    assert len(missed) <= (1 - SHARE) * tried, missed


def test_shipped_briefs_are_in_order() -> None:
    """The briefs of this repository state nothing that they do not cite, and accept nothing in vain."""
    for path, check in checks():
        found = [finding for statement in check.statements.all for finding in check.about(statement)]
        assert found == [], path
        assert list(check.acceptances.unused(check.places)) == [], path


@pytest.mark.parametrize("path", PATHS)
def test_shipped_briefs_need_no_advice(path: str) -> None:
    """Nor do they quote without words of their own, or use two names for one country."""
    catalogue = load_catalogue(WORKSPACE).value
    loaded = load_spec(WORKSPACE, path, BLOCKS).value
    assert loaded is not None
    assert catalogue is not None
    excerpts = prove_all(loaded, catalogue).value
    assert excerpts is not None

    assert advise(loaded, excerpts, catalogue) == ()
