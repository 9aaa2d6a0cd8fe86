"""Search all sources for words and phrases, and say where they stand."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bronbrief.core.text import fold
from bronbrief.core.workspace import Workspace
from bronbrief.sources.search_index import SearchIndex
from bronbrief.sources.search_sync import Progress, bring_up_to_date, stamp_of
from bronbrief.sources.search_words import Term, known_terms, plain, read_query

WEIGHED = 300
_MANY = 5
_QUERY = (
    "SELECT p.source, p.number, p.locator, p.text, coalesce(p.folded, p.text) "
    "FROM words_of JOIN passages p ON p.id = words_of.rowid "
    "WHERE words_of MATCH ? AND words_of.rowid BETWEEN ? AND ? LIMIT ?"
)
_Row = tuple[str, int, str, str, str]


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
class Found:
    """What a search gave: the best hits, best first, and how the question was read.

    `total` counts all passages that answer, up to `WEIGHED`. `replaced` says which words were sought in the
    place of one that no source has; `unknown` are words without any like them. `some` tells that no passage
    has all the words, so that these have some. `unread` are sources that could not be read.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    replaced: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unknown: tuple[str, ...] = ()
    some: bool = False
    unread: tuple[str, ...] = ()


def search(  # noqa: PLR0913 - options by name
    workspace: Workspace,
    text: str,
    *,
    source_id: str | None = None,
    limit: int = 10,
    progress: Progress | None = None,
    thoroughly: bool = False,
) -> Found:
    """Search the sources of a workspace, or one of them; any text will do as a question.

    `thoroughly` first looks at every file, also in a large workspace; see `search_sync`.
    """
    terms = read_query(text)
    with SearchIndex(workspace) as index:
        bring_up_to_date(index, progress, thoroughly=thoroughly)
        found = _guarded(index, terms, source_id, limit)
        if not _are_fresh(index, found.hits) and bring_up_to_date(index, progress, thoroughly=True):
            found = _guarded(index, terms, source_id, limit)
    return found


def _guarded(index: SearchIndex, terms: Sequence[Term], source_id: str | None, limit: int) -> Found:
    """Answer from the index; if it turns out to be damaged, from one made anew."""
    answers: list[Found] = []

    def ask(database: sqlite3.Connection) -> None:
        if not database.execute("SELECT 1 FROM sources LIMIT 1").fetchone():
            bring_up_to_date(index, thoroughly=True)
        answers.append(_answer(index.database, terms, source_id, limit))

    index.guarded(ask)
    return answers[-1]


def _are_fresh(index: SearchIndex, hits: Iterable[Hit]) -> bool:
    """Tell whether the files of the hits are still as they were read; one too new to tell counts as fresh."""
    for name in {hit.source_id for hit in hits}:
        row = index.database.execute("SELECT stamp FROM sources WHERE name = ?", (name,)).fetchone()
        if row and row[0] and row[0] != stamp_of(index.workspace, name):
            return False
    return True


def _answer(database: sqlite3.Connection, asked: Sequence[Term], source_id: str | None, limit: int) -> Found:
    read = {term: known_terms(database, term) for term in asked}
    unknown = tuple(" ".join(term.words) for term, known in read.items() if not known)
    replaced = tuple(
        (" ".join(term.words), tuple(" ".join(one.words) + "*" * one.prefix for one in known))
        for term, known in read.items()
        if known and known != (term,)
    )
    groups = [known for known in read.values() if known]
    rows, some = _rows(database, groups, _span(database, source_id))
    unread = tuple(name for (name,) in database.execute("SELECT name FROM sources WHERE readable = 0"))
    best = _weighed(rows, groups)[: max(limit, 0)]
    hits = tuple(_hit(row, groups) for row in best)
    return Found(hits, len(rows), replaced, unknown, some or bool(unknown and hits), unread)


def _span(database: sqlite3.Connection, source_id: str | None) -> tuple[int, int]:
    """Return the first and last number of the passages to search; those of a source follow each other."""
    if source_id is None:
        return (0, 1 << 62)
    row = database.execute("SELECT first, last FROM sources WHERE name = ?", (source_id,)).fetchone()
    return (row[0], row[1]) if row else (1, 0)


def _rows(
    database: sqlite3.Connection, groups: Sequence[tuple[Term, ...]], span: tuple[int, int]
) -> tuple[list[_Row], bool]:
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


def _weighed(rows: Iterable[_Row], groups: Sequence[tuple[Term, ...]]) -> list[_Row]:
    """Put passages first that have more of the terms, closer together, more often; then by name and place."""
    pattern = _pattern(groups)

    def weight(row: _Row) -> tuple[int, int, int, str, int]:
        found = [(match.start(), match.end(), match.lastgroup) for match in pattern.finditer(plain(row[4]))]
        kinds = len({kind for _, _, kind in found})
        return -kinds, _window(found, kinds), -min(len(found), _MANY), row[0], row[1]

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


def _pattern(groups: Sequence[tuple[Term, ...]]) -> re.Pattern[str]:
    """Make one pattern of all terms, longer ones first; each group of terms is a group by name."""
    ordered = sorted(enumerate(groups), key=lambda one: -max(len(term.words) for term in one[1]))
    inner = "|".join(f"(?P<t{at}>{'|'.join(term.pattern for term in group)})" for at, group in ordered)
    return re.compile(rf"(?<![^\W_])(?:{inner})(?![^\W_])" if inner else r"(?!)")


def _hit(row: _Row, groups: Sequence[tuple[Term, ...]]) -> Hit:
    source, number, locator, text, _ = row
    folded = fold(text)
    spans = (match.span() for match in _pattern(groups).finditer(plain(folded.text)))
    return Hit(source, number, locator, text, tuple(folded.origin(*span) for span in spans))
