"""Search all sources for words and phrases, and say where they stand.

The index says where to look. What is shown is cut from the sources themselves, and a source that reads
otherwise than the index has it is taken into the index anew.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.text import fold
from bronbrief.core.workspace import SEEDS, Workspace
from bronbrief.sources.model import TEXT, Passage
from bronbrief.sources.search_index import with_index
from bronbrief.sources.search_sync import Progress, bring_up_to_date, forget, read_passages
from bronbrief.sources.search_words import Term, known_terms, plain, read_query

WEIGHED = 300
_MANY = 5
_QUERY = (
    "SELECT p.source, p.number, p.text, s.sha256 "
    "FROM words_of JOIN passages p ON p.id = words_of.rowid JOIN sources s ON s.name = p.source "
    "WHERE words_of MATCH ? AND words_of.rowid BETWEEN ? AND ? LIMIT ?"
)
_Row = tuple[str, int, str, str]
_Groups = Sequence[tuple[Term, ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a search: `number` is its index in the source, `marks` are what was found.

    Marks are stretches of `text`, from start to end, in order.
    """

    source_id: str
    number: int
    locator: str
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search gave: the best hits, best first, and how the question was read.

    `total` counts all passages that answer, up to `WEIGHED`. `replaced` says which words were sought in the
    place of one that no source has; `unknown` are words without any like them. `some` tells that no passage
    has all the words, so that these have some. `unread` are sources that could not be read.
    """

    hits: tuple[Hit, ...]
    total: int
    replaced: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unknown: tuple[str, ...] = ()
    some: bool = False
    unread: tuple[str, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return a finding for each source that could not be read, and so was not searched."""
        paths = ((name, f"{SEEDS}/{name}{TEXT}") for name in self.unread)
        return tuple(report("source-not-searched", path=path, id=name) for name, path in paths)


def search(
    workspace: Workspace,
    text: str,
    *,
    source_id: str | None = None,
    limit: int = 10,
    progress: Progress | None = None,
) -> SearchResult:
    """Search the sources of a workspace, or one of them; any text will do as a question.

    Takes time in proportion to the sources of the hits, which are read.
    """
    terms = read_query(text)

    def ask(index: sqlite3.Connection) -> SearchResult:
        bring_up_to_date(workspace, index, progress)
        found, rows, groups = _answer(index, terms, source_id, max(limit, 0))
        hits, stale = _hits(workspace, rows, groups)
        if stale:
            forget(workspace, index, stale)
            bring_up_to_date(workspace, index, progress)
            found, rows, groups = _answer(index, terms, source_id, max(limit, 0))
            hits, _ = _hits(workspace, rows, groups)
        return replace(found, hits=hits)

    return with_index(workspace, ask)


def _answer(
    database: sqlite3.Connection, asked: Sequence[Term], source_id: str | None, limit: int
) -> tuple[SearchResult, list[_Row], _Groups]:
    """Return what is found but for the hits, the rows of the best hits, and the terms that were sought."""
    read = {term: known_terms(database, term) for term in asked}
    unknown = tuple(" ".join(term.words) for term, known in read.items() if not known)
    replaced = tuple(
        (" ".join(term.words), tuple(" ".join(one.words) + "*" * one.prefix for one in known))
        for term, known in read.items()
        if known and term not in known
    )
    groups = [known for known in read.values() if known]
    rows, some = _rows(database, groups, _span(database, source_id))
    unread = tuple(name for (name,) in database.execute("SELECT name FROM sources WHERE readable = 0"))
    best = _weighed(rows, groups)[:limit]
    some = some or bool(unknown and best)
    return SearchResult((), len(rows), replaced, unknown, some, unread), best, groups


def _span(database: sqlite3.Connection, source_id: str | None) -> tuple[int, int]:
    """Return the first and last number of the passages to search; those of a source follow each other."""
    if source_id is None:
        return (0, 1 << 62)
    row = database.execute("SELECT first, last FROM sources WHERE name = ?", (source_id,)).fetchone()
    return (row[0], row[1]) if row else (1, 0)


def _rows(database: sqlite3.Connection, groups: _Groups, span: tuple[int, int]) -> tuple[list[_Row], bool]:
    """Return passages with all of the terms; where there are none, with some, and True."""
    if not groups:
        return [], False
    options = ["(" + " OR ".join(term.match for term in group) + ")" for group in groups]
    rows = _select(database, " AND ".join(options), span)
    if rows or len(options) == 1:
        return rows, False
    return _select(database, " OR ".join(options), span), True


def _select(database: sqlite3.Connection, match: str, span: tuple[int, int]) -> list[_Row]:
    return database.execute(_QUERY, (match, *span, WEIGHED)).fetchall()


def _weighed(rows: Iterable[_Row], groups: _Groups) -> list[_Row]:
    """Put passages first that have more terms, more of them literally, closer together, more often."""
    pattern, asked = _pattern(groups), {" ".join(group[0].words) for group in groups}

    def weight(row: _Row) -> tuple[int, int, int, int, str, int]:
        text = plain(row[2])
        literally = len({match[0] for match in pattern.finditer(text)} & asked)
        found = [(match.start(), match.end(), match.lastgroup) for match in pattern.finditer(text)]
        kinds = len({kind for _, _, kind in found})
        return -kinds, -literally, _window(found, kinds), -min(len(found), _MANY), row[0], row[1]

    return sorted(rows, key=weight)


def _window(found: Sequence[tuple[int, int, str | None]], kinds: int) -> int:
    """Return the length of the shortest stretch that holds a term of each kind; one kind is no matter."""
    if kinds <= 1:
        return 0
    shortest, begin = found[-1][1] - found[0][0], 0
    inside: Counter[str | None] = Counter()
    for _, end, kind in found:
        inside[kind] += 1
        while len(inside) == kinds:
            shortest = min(shortest, end - found[begin][0])
            inside[found[begin][2]] -= 1
            if not inside[found[begin][2]]:
                del inside[found[begin][2]]
            begin += 1
    return shortest


def _pattern(groups: _Groups) -> re.Pattern[str]:
    """Make one pattern of all terms, longer ones first; each group of terms is a group by name."""
    ordered = sorted(enumerate(groups), key=lambda one: -max(len(term.words) for term in one[1]))
    inner = "|".join(f"(?P<t{at}>{'|'.join(term.pattern for term in group)})" for at, group in ordered)
    return re.compile(rf"(?<![^\W_])(?:{inner})(?![^\W_])" if inner else r"(?!)")


def _hits(workspace: Workspace, rows: Sequence[_Row], groups: _Groups) -> tuple[tuple[Hit, ...], set[str]]:
    """Cut hits from their sources; return them, and the sources that read otherwise than the index has it."""
    sources = {name: read_passages(workspace, name) for name in {row[0] for row in rows}}
    hits, stale = [], set()
    for name, number, indexed, recorded in rows:
        digest, passages = sources[name]
        if digest != recorded or number >= len(passages) or fold(passages[number].text).text != indexed:
            stale.add(name)
        else:
            hits.append(_hit(name, passages[number], groups))
    return tuple(hits), stale


def _hit(name: str, passage: Passage, groups: _Groups) -> Hit:
    folded = fold(passage.text)
    spans = (match.span() for match in _pattern(groups).finditer(plain(folded.text)))
    marks = tuple(folded.origin(*span) for span in spans)
    return Hit(name, passage.index, str(passage.locator), passage.text, marks)
