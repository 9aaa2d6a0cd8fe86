"""Quotations that an author types: proven in a source cited there, as excerpts are, or refused."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from bronbrief.brief.own_words import GAP
from bronbrief.brief.references import mark
from bronbrief.brief.statements import Statement
from bronbrief.claims.match.legible import legible
from bronbrief.claims.quotation_marks import quoted
from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.text import fold
from bronbrief.evidence.cuts import Cut, find_cuts
from bronbrief.evidence.editing import with_either_initial
from bronbrief.evidence.quoting import Chain, place_chains
from bronbrief.evidence.request import Typed, parts_of_quote
from bronbrief.evidence.searchable import Searchable, SearchPool
from bronbrief.sources.model import Source

_EDGES = " .,;:!?…\x1f"
_BRACKETED = re.compile(r"\[(IJ|ij|[^\W\d_])\](?=\w)")
_ESCAPE = re.compile(r"\\(?=[^\w\s]|\Z)")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class TypedQuotation:
    """Words between quotation marks at characters `start` to `end` of a statement's text.

    `around` tells that an excerpt is printed between the same marks: then the words pass for its own.
    """

    start: int
    end: int
    words: str
    around: bool


def typed_quotations(statement: Statement, markdown: str | None) -> Iterator[TypedQuotation]:
    """Yield where a statement has two words or more between quotation marks, or words beside an excerpt.

    One word between marks is a word that is talked about. `markdown` is the text with its references.
    """
    whole = _without_references(statement.text, markdown) if markdown else statement.text
    read = legible(whole[statement.start : statement.end])
    for found in quoted(read.text):
        inside = read.text[found.start : found.end]
        if not _WORD.search(inside):
            continue
        first, last = found.start + _blank(inside), found.end - _blank(inside[::-1])
        start, end = (statement.start + at for at in read.origin(first, last))
        begin, until = (statement.start + at for at in read.origin(found.start, found.end))
        around = "![[" in (markdown or "")[begin:until]
        words = " ".join(_ESCAPE.sub("", inside).replace(GAP, " ").split())
        if around or len([word for word in words.split(" ") if _WORD.search(word)]) > 1:
            yield TypedQuotation(start, end, words, around)


@lru_cache(maxsize=64)
def _without_references(text: str, markdown: str) -> str:
    """Blot references out whole: a mark behind one closes."""
    for one in mark(markdown).references:
        text = f"{text[: one.start]}{GAP * (one.end - one.start)}{text[one.end :]}"
    return text


def _blank(text: str) -> int:
    """Return how many blanks and references a text begins with."""
    return len(text) - len(text.lstrip(f" \n{GAP}"))


@dataclass(slots=True)
class TypedQuotations:
    """Proves typed quotations; `translations` are those of the brief's excerpts, which it labels as such."""

    pool: SearchPool
    translations: Mapping[str, str]
    _titles: frozenset[str] | None = field(default=None, init=False)

    def prove(self, typed: TypedQuotation, place: Place, sources: Iterable[Source]) -> Iterator[Diagnostic]:
        """Yield nothing for words that stand in one of the sources, warnings for what their cut may turn.

        Words that stand in none are an error, unless they are a translation's or the title of a source.
        """
        searchables = [one for source in sources if (one := self.pool.get(source.id))]
        proven = [] if typed.around else [
            (one, list(find_cuts(one, chain))) for one in searchables for chain in _chains(one, typed.words)
        ]  # fmt: skip
        if proven:
            searchable, cuts = min(proven, key=lambda pair: len(pair[1]))
            yield from (_cut_away(cut, typed, place, searchable) for cut in cuts)
        elif typed.around or not (self._is_translated(typed.words) or self._is_title(typed.words)):
            yield report("claim-quotation", place, text=typed.words)

    def _is_translated(self, words: str) -> bool:
        pattern = re.compile(rf"(?<!\w){re.escape(fold(words.strip(_EDGES)).text)}(?!\w)", re.IGNORECASE)
        return any(pattern.search(fold(text).text) for text in self.translations.values())

    def _is_title(self, words: str) -> bool:
        """Tell whether words are the title of a source of the workspace, or its main title."""
        if self._titles is None:
            self._titles = frozenset(_titles(self.pool))
        return _plain(words) in self._titles


def _titles(pool: SearchPool) -> Iterator[str]:
    tuple(pool.others(""))  # has all sources read
    for source in pool.catalogue.sources.values():
        title = source.record.title
        yield from (_plain(title), _plain(re.split(r": | [-–—] ", title, maxsplit=1)[0]))


def _plain(text: str) -> str:
    return fold(text.strip(_EDGES)).text.casefold()


def _chains(searchable: Searchable, words: str) -> Iterator[Chain]:
    """Yield where words stand in a source, with […] for what is left out, the first letter in either case."""
    bare = words.strip(_EDGES)
    bare = _BRACKETED.sub(r"\1", bare, count=1) if bare.startswith("[") else bare
    for text in with_either_initial(bare):
        whole = Typed("quote", text)
        parts = [whole] if searchable.find(text).spans else parts_of_quote(whole)
        places = [searchable.find(part.text).spans for part in parts]
        if places and all(places):
            yield from place_chains(searchable, places, across=False)


def _cut_away(cut: Cut, typed: TypedQuotation, place: Place, searchable: Searchable) -> Diagnostic:
    at = searchable.passages[searchable.passage_at(cut.span.start)].locator
    return report(
        "claim-quotation-cut", place, detail=cut.shown, text=typed.words, word=cut.word, locator=at,
        source=searchable.source.id,
    )  # fmt: skip
