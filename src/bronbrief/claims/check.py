"""The claims check: dates, numbers, names and quoted words of the author stand in what is cited for them.

A statement is held against the excerpts and passages that its paragraph, cell or moment cites, with those
that are set off directly before and after it; where it cites nothing, against those of its section. The
records of the cited sources count as well, and so does what a brief says of itself. Of a translation the
dates and numbers are held against the words that it translates.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from bronbrief.brief.acceptances import Acceptances
from bronbrief.brief.block import blocks_of
from bronbrief.brief.own_statements import statements_of
from bronbrief.brief.statements import Grounds, Statement, cited_by
from bronbrief.claims.match.candidates import may_hold
from bronbrief.claims.match.cited_facts import CitedFacts
from bronbrief.claims.match.counts import Counts
from bronbrief.claims.match.fact_cache import FactCache
from bronbrief.claims.match.facts import Fact, Kind, find_facts
from bronbrief.claims.match.language import Language
from bronbrief.claims.match.languages import language
from bronbrief.claims.match.names import Name
from bronbrief.claims.match.number import Number
from bronbrief.claims.match.source_facts import SourceFacts
from bronbrief.claims.match.support import Support, from_date, from_text, says, supports, union
from bronbrief.claims.match.years import Day
from bronbrief.claims.opposites import find_opposites
from bronbrief.claims.typed_quotations import TypedQuotations, typed_quotations
from bronbrief.core.diagnostics import Diagnostic, Severity, clip, report
from bronbrief.core.places import Path, placed_sections
from bronbrief.evidence.model import Excerpt
from bronbrief.evidence.searchable import SearchPool
from bronbrief.spec.load import LoadedSpec

Typed = tuple[Diagnostic, tuple[int, int]]
"""What is wrong with words between quotation marks, and from which character of a statement to which."""

_UNCITED = {"cells": "cell-uncited", "answers": "answer-uncited", "key_messages": "key-message-uncited"}
_SHOWN = 30


def check_claims(
    loaded: LoadedSpec,
    excerpts: Mapping[str, Excerpt],
    cache: FactCache,
    pool: SearchPool,
    promises: Collection[str],
) -> tuple[Diagnostic, ...]:
    """Return the facts of a brief's own words that nothing cited carries, and acceptances without use.

    `excerpts` are all of the brief's, proven. Nothing is said of a brief in a language without a folder.
    `cache` keeps what the sources say from brief to brief, `pool` has the sources ready for searching.
    `promises` are what its template says has its evidence.
    """
    lang = language(loaded.spec.lang)
    if lang is None:
        return ()
    check = ClaimsCheck(loaded, lang, excerpts, pool, cache)
    own = (*check.statements.all, *check.statements.additions)
    found = [finding for statement in own for finding in check.about(statement)]
    found += [finding for one in check.statements.particulars for finding, _ in check.typed_in(one)]
    found += [finding for excerpt in excerpts.values() for finding in check.translated(excerpt)]
    found += _unkept(loaded, promises, check.acceptances)
    return (*found, *check.acceptances.unused(loaded.places))


class ClaimsCheck:
    """The check of one brief, and what its statements have in common."""

    def __init__(
        self,
        loaded: LoadedSpec,
        lang: Language,
        excerpts: Mapping[str, Excerpt],
        pool: SearchPool,
        cache: FactCache,
    ) -> None:
        self.lang = lang
        self.places = loaded.places
        self.statements = statements_of(loaded.spec)
        facts = SourceFacts(lang, cache)
        self.cited = CitedFacts(loaded.spec, lang, excerpts, pool.catalogue, self.statements, facts)
        self.sources = self.cited.sources(self.statements.cited_in(()))
        self.counts = Counts(loaded.spec, self.cited, self.statements)
        self.acceptances = Acceptances(loaded.spec)
        given = {name: one.translation for name, one in excerpts.items()}
        self.typed = TypedQuotations(pool, {name: one.text for name, one in given.items() if one})

    def about(self, statement: Statement) -> Iterator[Diagnostic]:
        """Yield the facts of one statement that nothing carries, and sentences that say the opposite."""
        yield from self._unsupported(statement, self._grounds(statement))
        if statement.grounds and statement.grounds[0] and not statement.is_date:
            yield from self._opposites(statement, statement.grounds[0])

    def translated(self, excerpt: Excerpt) -> Iterator[Diagnostic]:
        """Yield the dates and numbers of a translation that what it translates does not have."""
        given = excerpt.translation
        lang = language(given.lang) if given else None
        if given is None or lang is None:
            return
        path = ("excerpts", excerpt.id, "translation", "text")
        statement = Statement(path, given.text, 0, len(given.text), ())
        support = union(from_text(part.text, language(excerpt.lang) or lang) for part in excerpt.parts)
        for fact in find_facts(given.text, lang, lambda _: None):
            carried = fact.kind is Kind.NAME or supports(support, given.text, fact.read)
            if not (carried or _is_trivial(fact) or self.acceptances.cover(statement, fact.start, fact.end)):
                place = self.places.within(path, fact.start, fact.end)
                yield report(f"claim-{fact.kind}", place, text=fact.text)

    def _unsupported(self, statement: Statement, grounds: Grounds) -> Iterator[Diagnostic]:
        refused: list[tuple[int, int]] = []
        for finding, span in self.typed_in(statement, grounds):
            refused += [span] if finding.severity is Severity.ERROR else []
            yield finding
        facts = [
            fact
            for fact in facts_of(statement, self.cited)
            if not _is_trivial(fact)
            and not any(start <= fact.start and fact.end <= end for start, end in refused)
        ]
        if not facts:
            return
        support = self.cited.carries(grounds)
        if not any(statement.grounds):
            # "Waarom het telt voor Nederlandse gemeenten": a heading speaks of all that is cited below it.
            support |= self.cited.spoken(grounds)
        for found in facts:
            if supports(support, statement.text, found.read):
                continue
            fact = self._trimmed(found)
            if isinstance(fact.read, Name) and fact.read.title and says(support, statement.text, fact.read):
                fact = fact.with_title(statement.text)
            if self.counts.fits(statement, fact) or self.acceptances.cover(statement, fact.start, fact.end):
                continue
            yield self._report(statement, fact, grounds)

    def typed_in(self, statement: Statement, grounds: Grounds = ()) -> Iterator[Typed]:
        """Yield what is wrong with words between quotation marks, and where they stand."""
        sources = self.cited.sources(grounds or self.statements.cited_in(()))
        for typed in typed_quotations(statement, self.statements.texts.get(statement.path)):
            place = self.places.within(statement.path, typed.start, typed.end)
            for finding in self.typed.prove(typed, place, sources):
                if not self.acceptances.cover(statement, typed.start, typed.end):
                    yield finding, (typed.start, typed.end)

    def _opposites(self, statement: Statement, grounds: Grounds) -> Iterator[Diagnostic]:
        """Yield the clauses that say the opposite of the excerpts and passages that they cite."""
        near = tuple(one for one in grounds if one.locator or self.cited.is_excerpt(one))
        texts = self.cited.carries(near).texts
        for one in find_opposites(statement, texts, self.lang.code):
            if not self.acceptances.cover(statement, one.start, one.end):
                place = self.places.within(statement.path, one.start, one.end)
                if one.names:
                    first, second = one.names
                    yield report("claim-swapped", place, detail=one.cited, first=first, second=second)
                else:
                    yield report("claim-negated", place, detail=one.cited)

    def _trimmed(self, fact: Fact) -> Fact:
        """Take the word with which a sentence begins off a name, unless a source has both together."""
        if not isinstance(fact.read, Name) or fact.read.shorter == fact.start:
            return fact
        look, has = may_hold(fact.read, fact.text), partial(Support.has_name, name=fact.text)
        together = any(self.cited.says(source, look, has) for source in self.sources)
        return fact if together else fact.without_first_word()

    def _grounds(self, statement: Statement) -> Grounds:
        cited = next((grounds for grounds in statement.grounds if grounds), None)
        return cited or self.statements.cited_in(statement.scope)

    def _report(self, statement: Statement, fact: Fact, grounds: Grounds) -> Diagnostic:
        place = self.places.within(statement.path, fact.start, fact.end)
        elsewhere = self._elsewhere(statement, fact, grounds)
        if elsewhere is not None:
            # A title holds no references: what stands below it carries it.
            code = "claim-uncited" if statement.path in self.statements.texts else "claim-uncited-below"
            return report(code, place, text=fact.text, **elsewhere)
        return report(f"claim-{fact.kind}", place, text=fact.text)

    def _elsewhere(self, statement: Statement, fact: Fact, grounds: Grounds) -> dict[str, Any] | None:
        """Return how to `cite` the excerpt, or else the passage of a source cited here, that has a fact."""
        if fact.kind is Kind.NUMBER and isinstance(fact.read, Number) and (fact.read.value or 0) <= _FEW:
            return None
        sources = self.cited.sources(grounds)
        for name, said in self.cited.excerpts(sources):
            if _has_as_it_is(said, statement, fact):
                return {"cite": f"[@{name}]"}
        look = may_hold(fact.read, _shorter(statement, fact))
        for source in sources:
            passage = self.cited.says(source, look, partial(_has_as_it_is, statement=statement, fact=fact))
            if passage is not None:
                where = {"source": source.id, "locator": passage.locator}
                return {"cite": f"[@{source.id}, {passage.locator}]", **where}
        return None


def _shorter(statement: Statement, fact: Fact) -> str:
    """Return the author's words for a fact, of a name without a first word that may not belong to it."""
    start = fact.read.shorter if isinstance(fact.read, Name) else fact.start
    return statement.text[start : fact.end]


def _has_as_it_is(said: Support, statement: Statement, fact: Fact) -> bool:
    """Tell whether a text has a fact; for a number without unit, one that has none there either."""
    if isinstance(fact.read, Number) and fact.read.value is not None and not fact.read.unit:
        return (fact.read.value, "") in said.numbers
    return supports(said, statement.text, fact.read)


# A small number stands in many places by chance: naming one of them would mislead.
_FEW = 12


def facts_of(statement: Statement, cited: CitedFacts) -> Iterator[Fact]:
    """Yield what can be checked in a statement, at its place in the statement's text."""
    if statement.is_date:
        said = from_date(statement.text)
        parts = [Day(0, 0, *parts) for parts in sorted(said.days, key=str)]
        for day in (*parts, *(Day(0, 0, span=span) for span in sorted(said.spans))):
            read = replace(day, start=statement.start, end=statement.end)
            yield Fact(Kind.DATE, statement.start, statement.end, statement.text, read)
        return
    words = statement.text[statement.start : statement.end]
    offset = statement.start
    for fact in find_facts(words, cited.lang, cited.is_name, is_heading=statement.is_heading):
        yield fact.moved(offset)


def _is_trivial(fact: Fact) -> bool:
    """Tell whether a number is one, as in "één bron": a matter of words more often than of fact."""
    return isinstance(fact.read, Number) and fact.read.value == 1 and not fact.read.unit


def _unkept(loaded: LoadedSpec, promises: Collection[str], acceptances: Acceptances) -> Iterator[Diagnostic]:
    """Yield what should cite its evidence and does not, unless the author says why."""
    for promise, path, text in _uncited(loaded):
        if promise in promises and not acceptances.within(path, text):
            shown = clip(" ".join(text.split()), _SHOWN)
            yield report(_UNCITED[promise], loaded.places.value(path), text=shown)


def _uncited(loaded: LoadedSpec) -> Iterator[tuple[str, Path, str]]:
    for number, text in enumerate(loaded.spec.key_messages):
        if not cited_by(text):
            yield "key_messages", ("key_messages", number), text
    for section, path in placed_sections(loaded.spec.sections):
        for block, given in blocks_of(section):
            yield from block.uncited(given, (*path, block.key))
