"""The claims check: every date, number and name in the author's own words stands in what is cited for it.

A statement is held against the excerpts and passages that its paragraph, cell or moment cites, with those
that are set off directly before and after it; where it cites nothing, against those of its section. The
records of the cited sources count as well, and so does what a brief says of itself.
"""

from collections.abc import Iterator, Mapping

from bronbrief.brief.acceptances import Acceptances
from bronbrief.brief.counts import Counts
from bronbrief.brief.day_words import Day
from bronbrief.brief.facts import Fact, Kind, find_facts
from bronbrief.brief.numbers import Number
from bronbrief.brief.shelf import Shelf
from bronbrief.brief.statements import Grounds, Statement, Statements
from bronbrief.brief.support import from_date, supports
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.findings import report
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.model import Catalogue
from bronbrief.spec.load import LoadedSpec


def check_claims(
    loaded: LoadedSpec, excerpts: Mapping[str, Excerpt], catalogue: Catalogue
) -> tuple[Diagnostic, ...]:
    """Return the facts of a brief's own words that nothing cited carries, and acceptances without use.

    `excerpts` are those that were proven; a brief of which some were not is better left unchecked.
    """
    check = _Check(loaded, excerpts, catalogue)
    return (*check.findings(), *check.acceptances.unused(loaded.places))


class _Check:
    """The check of one brief, and what its statements have in common."""

    def __init__(self, loaded: LoadedSpec, excerpts: Mapping[str, Excerpt], catalogue: Catalogue) -> None:
        self.places = loaded.places
        self.statements = Statements(loaded.spec)
        self.shelf = Shelf(loaded.spec, excerpts, catalogue, self.statements)
        self.counts = Counts(loaded.spec, self.shelf, self.statements)
        self.acceptances = Acceptances(loaded.spec)

    def findings(self) -> Iterator[Diagnostic]:
        """Yield what is not carried, statement by statement."""
        for statement in self.statements.all:
            grounds = self._grounds(statement)
            support = self.shelf.carries(grounds)
            for fact in _facts(statement, self.shelf):
                if _is_trivial(fact) or supports(support, statement.text, fact.read):
                    continue
                if self.counts.fits(statement, fact) or self.acceptances.cover(statement, fact):
                    continue
                yield self._report(statement, fact, grounds)

    def _grounds(self, statement: Statement) -> Grounds:
        cited = next((grounds for grounds in statement.grounds if grounds), None)
        return cited or self.statements.cited_in(statement.scope)

    def _report(self, statement: Statement, fact: Fact, grounds: Grounds) -> Diagnostic:
        place = self.places.within(statement.path, fact.start, fact.end)
        cite = self._elsewhere(statement, fact, grounds)
        if cite is not None:
            return report("claim-uncited", place, text=fact.text, cite=cite)
        return report(f"claim-{fact.kind}", place, text=fact.text)

    def _elsewhere(self, statement: Statement, fact: Fact, grounds: Grounds) -> str | None:
        """Return how to cite the excerpt, or else the passage of a source cited here, that has a fact."""
        if fact.kind is Kind.NUMBER and isinstance(fact.read, Number) and (fact.read.value or 0) <= _FEW:
            return None
        for name, said in self.shelf.excerpts():
            if supports(said, statement.text, fact.read):
                return f"[@{name}]"
        for source in self.shelf.sources(grounds):
            for passage, said in self.shelf.passages(source):
                if supports(said, statement.text, fact.read):
                    return f"[@{source.id}, {passage.locator}]"
        return None


# A small number stands in many places by chance: naming one of them would mislead.
_FEW = 12


def _facts(statement: Statement, shelf: Shelf) -> Iterator[Fact]:
    if statement.is_date:
        for year, month, day in sorted(from_date(statement.text).days, key=str):
            read = Day(statement.start, statement.end, year, month, day)
            yield Fact(Kind.DATE, statement.start, statement.end, statement.text, read)
        return
    words = statement.text[statement.start : statement.end]
    offset = statement.start
    for fact in find_facts(words, shelf.lang, shelf.is_name):
        yield fact.moved(offset)


def _is_trivial(fact: Fact) -> bool:
    """Tell whether a number is one, as in "één bron": a matter of words more often than of fact."""
    return isinstance(fact.read, Number) and fact.read.value == 1 and not fact.read.unit
