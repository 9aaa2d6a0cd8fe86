"""A clause that shares its words with a cited sentence and says the opposite: one denies, or roles change."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bronbrief.brief.own_words import GAP
from bronbrief.brief.statements import Statement
from bronbrief.claims.match.aliases import canonical
from bronbrief.core.sentences import sentences
from bronbrief.evidence.turning import Words, words_of

_SHARE_LEAST = 0.75
_PLAIN_LEAST = 2
_LONGER = 1.6
_EDGES = " \n.,;:"
_STEM = 5
_AROUND = 25
_MATTER = re.compile(r"[^\W\d_]{4,}|@\w+")
_NAME = re.compile(r"(?<![.!?:] )(?<!\A)(?<!\*)[A-ZÀ-Þ][^\W\d_]{2,}(?:-[A-ZÀ-Þ][^\W\d_]+)*")
_HEAD = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,}(?:-[A-ZÀ-Þ][^\W\d_]+)*")
_CLAUSE = re.compile(r"(?<=\w)(?=[,;:–—])")


@dataclass(frozen=True, slots=True)
class Opposite:
    """A clause at characters `start` to `end` of a statement, and what it cites; `names` are swapped."""

    start: int
    end: int
    cited: str
    names: tuple[str, str] | None = None


def find_opposites(statement: Statement, texts: Iterable[str], lang: str) -> Iterator[Opposite]:
    """Yield the clauses of a statement that say the opposite of the cited sentences that have their words."""
    given = [_sentence(text[slice(*span)], lang) for text in texts for span in sentences(text)]
    text = statement.text.replace(GAP, " ")
    for at in _clauses(text, statement.start, statement.end, words_of(lang)):
        if text[at[1] : at[1] + 1] == ":":
            continue  # what it says of the quotation below, the reader sees there
        own = _sentence(text[slice(*at)], lang)
        alike = [one for one in given if own.shares_with(one)]
        if alike and all(one.denies(own) != own.denies(one) for one in alike):
            yield Opposite(*at, alike[0].text)
        elif len(alike) == 1 and (names := own.swapped(alike[0])):
            yield Opposite(*at, alike[0].text, names)


class _Sentence:
    """A sentence with its clauses, names of places as codes, and the stems of the words that carry matter."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self._words = words
        self.plain = " , ".join(" ".join(canonical(clause)) for clause in _CLAUSE.split(text))
        self.capitals = {word for match in _NAME.finditer(text) for word in canonical(match[0])}
        self.heads = {word for match in _HEAD.finditer(text) for word in canonical(match[0])}
        self.stems: dict[str, tuple[int, int]] = {}
        for match in _MATTER.finditer(self.plain):
            if not words.small.fullmatch(match[0]) and not words.negates(match[0]):
                self.stems.setdefault(match[0].casefold()[:_STEM], match.span())

    def shares_with(self, other: "_Sentence") -> bool:
        """Tell whether most words of this sentence stand close together in another, two that are no names."""
        shared = self.stems.keys() & other.stems.keys()
        if len(shared - {name[:_STEM] for name in self.heads}) < _PLAIN_LEAST:
            return False
        first, last = other.reach(shared)
        close = last - first <= _LONGER * len(self.plain)
        return close and len(shared) >= _SHARE_LEAST * len(self.stems)

    def reach(self, stems: Iterable[str]) -> tuple[int, int]:
        """Return from where to where these stems stand."""
        spans = [self.stems[stem] for stem in stems]
        return min(start for start, _ in spans), max(end for _, end in spans)

    def denies(self, other: "_Sentence") -> bool:
        """Tell whether a negation stands among the words shared with another, or in their clause."""
        first, last = self.reach(self.stems.keys() & other.stems.keys())
        before = self._words.boundary.split(self.plain[max(first - _AROUND, 0) : first])[-1]
        after = self._words.boundary.split(self.plain[last : last + _AROUND])[0]
        return self._words.negates(f"{before}{self.plain[first:last]}{after}")

    def swapped(self, other: "_Sentence") -> tuple[str, str] | None:
        """Return two names that another sentence has in the other order: who acts, and who undergoes."""
        both = {one for one in self.capitals | other.capitals if one in self.heads and one in other.heads}
        here, there = ([word for word in one.stemmed() if word in both] for one in (self, other))
        here, there = [one for one in here if one in there], [one for one in there if one in here]
        names = tuple(dict.fromkeys(here))
        if len(names) != 2 or names != tuple(dict.fromkeys(there))[::-1]:  # noqa: PLR2004 - who, and to whom
            return None
        if self.follows_preposition(names[0]) or other.follows_preposition(names[1]):
            return None
        return names[0], names[1]

    def stemmed(self) -> list[str]:
        """Return the words, with places as codes, in order."""
        return self.plain.split()

    def follows_preposition(self, name: str) -> bool:
        """Tell whether a name stands behind a word that makes it no subject."""
        return self._words.preposition.search(self.plain[: self.plain.index(name)]) is not None


@lru_cache(maxsize=4096)
def _sentence(text: str, lang: str) -> _Sentence:
    return _Sentence(text, words_of(lang))


def _clauses(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a text that can stand alone: behind a colon, a semicolon, or a word that joins."""
    for first, last in sentences(text[start:end]):
        edges = [match.start() for match in words.clause.finditer(text, start + first, start + last)]
        for begin, until in pairwise((start + first, *edges, start + last)):
            bare = text[begin:until].rstrip(_EDGES)
            yield begin + len(bare) - len(bare.lstrip(_EDGES)), begin + len(bare)
