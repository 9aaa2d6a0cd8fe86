"""Numbers that a brief may count for itself: its sources, its questions, the actors that it compares."""

import re
from itertools import islice

from bronbrief.blocks.comparison import Comparison
from bronbrief.blocks.questions import Question
from bronbrief.brief.statements import Statement, Statements
from bronbrief.claims.facts import Fact, Kind
from bronbrief.claims.number import Number
from bronbrief.claims.shelf import Shelf
from bronbrief.sources.model import Source, Unit
from bronbrief.spec.model import BriefSpec, Section

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_REACH = 3
_SOURCES = frozenset(
    {"bronnen", "berichten", "documenten", "artikelen", "stukken", "sources", "reports", "articles"}
)
_QUESTIONS = frozenset({"vragen", "antwoorden", "questions", "answers"})
_QUOTATIONS = frozenset({"citaten", "quotations", "quotes"})
_ACTORS = frozenset({"overheden", "actoren", "partijen", "governments", "actors", "parties"})
_MUNICIPALITIES = frozenset({"gemeenten", "municipalities"})


class Counts:
    """What can be counted in one brief."""

    def __init__(self, spec: BriefSpec, shelf: Shelf, statements: Statements) -> None:
        self._shelf = shelf
        self._statements = statements
        sections = tuple(_sections(spec.sections))
        given = [value for section in sections for _, value in section.written]
        tables = [value for value in given if isinstance(value, Comparison)]
        self._actors = {row.actor for table in tables for row in table.rows}
        lists = [value for value in given if isinstance(value, list)]
        self._questions = sum(isinstance(item, Question) for value in lists for item in value)
        self._quotations = len(spec.excerpts)

    def fits(self, statement: Statement, fact: Fact) -> bool:
        """Tell whether a number counts what follows it: "vijf bronnen" in a brief that cites five."""
        if fact.kind is not Kind.NUMBER or not isinstance(fact.read, Number):
            return False
        following = _WORD.finditer(statement.text, fact.end, statement.end)
        nouns = {match[0].lower() for match in islice(following, _REACH)}
        return fact.read.value in self._tally(statement, nouns)

    def _tally(self, statement: Statement, nouns: set[str]) -> set[int]:
        counted: set[int] = set()
        cited = self._shelf.sources(self._statements.cited_in(()))
        if nouns & _SOURCES:
            nearby = self._shelf.sources(self._statements.cited_in(statement.scope))
            counted |= {len(cited), len(nearby)}
        if nouns & _QUESTIONS:
            counted |= {self._questions, *(_asked(source) for source in cited)}
        if nouns & _QUOTATIONS:
            counted.add(self._quotations)
        if nouns & _ACTORS:
            counted.add(len(self._actors))
        if nouns & _MUNICIPALITIES:
            counted.add(
                sum(actor.lower().startswith(("gemeente ", "municipality ")) for actor in self._actors)
            )
        return counted - {0}


def _asked(source: Source) -> int:
    """Return how many questions a source numbers."""
    units = {Unit.QUESTION, Unit.ANSWER}
    return max((part.locator.number for part in source.passages if part.locator.unit in units), default=0)


def _sections(given: list[Section]) -> list[Section]:
    return [inner for section in given for inner in (section, *_sections(section.sections))]
