"""Numbers that a brief may count for itself: its sources, its questions, the actors that it compares."""

import re
from itertools import islice

from bronbrief.blocks.comparison import Comparison
from bronbrief.blocks.questions import Question
from bronbrief.brief.statements import Statement, Statements
from bronbrief.claims.match.cited_facts import CitedFacts
from bronbrief.claims.match.facts import Fact, Kind
from bronbrief.claims.match.number import Number
from bronbrief.core.places import placed_sections
from bronbrief.sources.model import Source, Unit
from bronbrief.spec.model import BriefSpec

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_REACH, _FAR = 3, 200
"""Words after a number that may say what it counts, and characters that they stand in."""


class Counts:
    """What can be counted in one brief."""

    def __init__(self, spec: BriefSpec, cited: CitedFacts, statements: Statements) -> None:
        self._cited = cited
        self._words = cited.lang.names.brief
        self._statements = statements
        given = [value for section, _ in placed_sections(spec.sections) for _, value in section.written]
        tables = [value for value in given if isinstance(value, Comparison)]
        self._actors = {row.actor for table in tables for row in table.rows}
        lists = [value for value in given if isinstance(value, list)]
        self._questions = sum(isinstance(item, Question) for value in lists for item in value)
        self._quotations = len(spec.excerpts)

    def fits(self, statement: Statement, fact: Fact) -> bool:
        """Tell whether a number counts what follows it: "vijf bronnen" in a brief that cites five."""
        if fact.kind is not Kind.NUMBER or not isinstance(fact.read, Number):
            return False
        following = _WORD.finditer(statement.text, fact.end, min(statement.end, fact.end + _FAR))
        nouns = {match[0].lower() for match in islice(following, _REACH)}
        return fact.read.value in self._tally(statement, nouns)

    def _tally(self, statement: Statement, nouns: set[str]) -> set[int]:
        counted: set[int] = set()
        cited = self._cited.sources(self._statements.cited_in(()))
        if nouns & self._words.sources:
            nearby = self._cited.sources(self._statements.cited_in(statement.scope))
            counted |= {len(cited), len(nearby)}
        if nouns & self._words.questions:
            counted |= {self._questions, *(_asked(source) for source in cited)}
        if nouns & self._words.quotations:
            counted.add(self._quotations)
        if nouns & self._words.actors:
            counted.add(len(self._actors))
        if nouns & self._words.municipalities:
            counted.add(
                sum(actor.lower().startswith(f"{self._words.municipality} ") for actor in self._actors)
            )
        return counted - {0}


def _asked(source: Source) -> int:
    """Return how many questions a source numbers."""
    units = {Unit.QUESTION, Unit.ANSWER}
    return max((part.locator.number for part in source.passages if part.locator.unit in units), default=0)
