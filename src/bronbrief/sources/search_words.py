"""What is asked: words and phrases, plain as the index has them, and what a strange word is near to.

A word is near another by edit distance (optimal string alignment): one change in words of four letters, two
from seven, three from ten. Candidates share the head or the tail of the word.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bronbrief.core.text import fold
from bronbrief.sources.number_forms import number_forms

QUERY_LIMIT = 1000
TERMS_LIMIT = 24
NEAR_LIMIT = 4
_TOKEN = re.compile(r"[^\W_]+")
_ASKED = re.compile(r'"([^"]*)"|((?<!\S)\d{1,3}(?: \d{3})+(?!\S)|\S+)')
_CHANGES = ((10, 3), (7, 2), (4, 1))
_PREFIX_LENGTH = 3
COMPOUNDS_LIMIT = 60
# The rest of a compound is a word of its own: draad, beraad and verraad are no kinds of raad.
_PART_LENGTH, _BEFORE, _AFTER = 4, 4, 3
_COMPOUNDS = (
    "SELECT word FROM words WHERE instr(word, ?) > 0 AND "
    "(instr(word, ?) > ? OR (instr(word, ?) = 1 AND length(word) - length(?) >= ?)) "
    "ORDER BY length(word), word LIMIT ?"
)
_LIKE = (
    "SELECT word FROM words "
    "WHERE length(word) BETWEEN ? AND ? AND (substr(word, 1, ?) = ? OR substr(word, -?) = ?)"
)


class _Plain(dict[int, int]):
    """Maps letters to small letters without marks, one to one, as the index does; made as letters come."""

    def __missing__(self, code: int) -> int:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = ord(base) if len(base) == 1 else code
        return self[code]


_PLAIN = _Plain()


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase: its words in order, plain. `prefix` lets the last one go on, `exact` nothing."""

    words: tuple[str, ...]
    prefix: bool = False
    exact: bool = False

    @property
    def match(self) -> str:
        """Return the term in the language of FTS5; words hold letters and digits only."""
        return f'"{" ".join(self.words)}"{" *" if self.prefix else ""}'

    @property
    def pattern(self) -> str:
        """Return the term as a regular expression for plain text, to be put between ends of words."""
        inner = r"[\W_]+".join(map(re.escape, self.words))
        return inner + (r"[^\W_]*" if self.prefix else "")


def plain(text: str) -> str:
    """Return text in small letters without diacritics, as long as it was."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def plain_words(text: str) -> list[str]:
    """Return the words of a folded text, plain."""
    return _TOKEN.findall(plain(text))


def read_query(text: str) -> tuple[Term, ...]:
    """Read words, "phrases" and beginnings* from any text; what has no letter or digit is left out.

    A word with a hyphen or apostrophe in it is a phrase: the index knows its parts.
    """
    folded = fold(text[:QUERY_LIMIT]).text
    terms: dict[Term, None] = {}
    for phrase, word in _ASKED.findall(folded):
        words = tuple(plain_words(phrase or word))
        if words:
            terms[Term(words, prefix=bool(word) and word.endswith("*"), exact=bool(phrase))] = None
    return tuple(terms)[:TERMS_LIMIT]


def known_terms(database: sqlite3.Connection, term: Term) -> tuple[Term, ...]:
    """Return the term with its other forms and the compounds of it, as far as sources have them.

    Where there are none, it may stand for words that it begins, then for near ones. A phrase between
    quotation marks, and a beginning*, stand for themselves.
    """
    others = () if term.exact or term.prefix else tuple(_others(database, term))
    known = _known_as_it_is(database, term)
    return (*known[:1], *others) if others and term in known else others or known


def _others(database: sqlite3.Connection, term: Term) -> Iterator[Term]:
    """Yield the other forms of a number, and the compounds of a word: gemeenteraad, raadsbesluit of raad."""
    yield from (one for form in number_forms(term.words) if _exists(database, one := Term(form)))
    word = term.words[0]
    if len(term.words) > 1 or len(word) < _PART_LENGTH or not word.isalpha():
        return
    found = database.execute(_COMPOUNDS, (word, word, _BEFORE, word, word, _AFTER, COMPOUNDS_LIMIT))
    yield from (one for (whole,) in found if _exists(database, one := Term((whole,))))


def _known_as_it_is(database: sqlite3.Connection, term: Term) -> tuple[Term, ...]:
    """Return the term if its words are known, else what it may stand for."""
    if all(_exists(database, Term((word,))) for word in term.words[:-1]) and _exists(
        database, Term(term.words[-1:], term.prefix)
    ):
        return (term,)
    if len(term.words) > 1:
        best = [_nearest(database, Term((word,))) for word in term.words]
        return (Term(tuple(best)),) if all(best) else ()
    longer = Term(term.words, prefix=True)
    if len(term.words[0]) >= _PREFIX_LENGTH and _exists(database, longer):
        return (longer,)
    return tuple(Term((word,)) for word in _near(database, term.words[0]))


def _nearest(database: sqlite3.Connection, term: Term) -> str:
    if _exists(database, term):
        return term.words[0]
    return next(iter(_near(database, term.words[0])), "")


def _exists(database: sqlite3.Connection, term: Term) -> bool:
    found = database.execute("SELECT 1 FROM words_of WHERE words_of MATCH ? LIMIT 1", (term.match,))
    return found.fetchone() is not None


def _near(database: sqlite3.Connection, word: str) -> list[str]:
    """Return the known words with the fewest changes, at most `NEAR_LIMIT`."""
    most = next((changes for length, changes in _CHANGES if len(word) >= length), 0)
    if not most:
        return []
    scored = sorted(
        (OSA.distance(word, candidate, score_cutoff=most), candidate)
        for candidate in _candidates(database, word, most)
    )
    found: list[tuple[int, str]] = []
    for distance, candidate in scored:
        if distance > most or (found and distance > found[0][0]) or len(found) == NEAR_LIMIT:
            break
        if _exists(database, Term((candidate,))):
            found.append((distance, candidate))
    return [candidate for _, candidate in found]


def _candidates(database: sqlite3.Connection, word: str, most: int) -> Iterator[str]:
    """Find known words of about the same length that share the head or the tail of a word."""
    size = max(len(word) // (most + 1), 2)
    wanted = (len(word) - most, len(word) + most, size, word[:size], size, word[-size:])
    return (found for (found,) in database.execute(_LIKE, wanted))
