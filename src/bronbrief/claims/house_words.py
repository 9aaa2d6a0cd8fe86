"""Advice on style: how much is quoted, own words around quotations, one name for one thing, and length."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bronbrief.brief.block import blocks_of
from bronbrief.brief.own_statements import statements_of
from bronbrief.brief.own_words import GAP, Piece, pieces
from bronbrief.brief.statements import Statement
from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.places import Path, placed_sections
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.model import Catalogue
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.section import Section

# Of a short source even a sentence is a large share; so few words need no hint.
_FEW_WORDS = 120
_SPACED = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def advise(
    loaded: LoadedSpec, excerpts: Mapping[str, Excerpt], catalogue: Catalogue
) -> tuple[Diagnostic, ...]:
    """Return hints on a brief's own words and on its use of sources; the limits are the spec's `advice`."""
    advice = _Advice(loaded, excerpts, catalogue)
    return (*advice.shares(), *advice.sections(), *advice.names(), *advice.length())


class _Advice:
    def __init__(self, loaded: LoadedSpec, excerpts: Mapping[str, Excerpt], catalogue: Catalogue) -> None:
        self.spec = loaded.spec
        self.places = loaded.places
        self.limits = loaded.spec.advice
        self.excerpts = excerpts
        self.catalogue = catalogue
        self.own = tuple(part for part in statements_of(loaded.spec).all if not part.is_date)

    def shares(self) -> Iterator[Diagnostic]:
        """Yield the sources of which more is quoted than the limit; a few words are never much."""
        taken: dict[str, set[tuple[int, int]]] = defaultdict(set)
        first: dict[str, str] = {}
        for name, excerpt in self.excerpts.items():
            first.setdefault(excerpt.source_id, name)
            for part in excerpt.parts:
                passage = self.catalogue.sources[excerpt.source_id].passages[part.passage].text
                starts = _words_at(passage, part.start, part.end)
                taken[excerpt.source_id].update((part.passage, start) for start in starts)
        for source, words in taken.items():
            whole = self.catalogue.sources[source]
            # Each passage has a word: that is enough to know of a long source that little of it is quoted.
            little = 100 * len(words) <= self.limits.quoted_share * len(whole.passages)
            if little or len(words) <= _FEW_WORDS:
                continue
            share = 100 * len(words) // max(1, whole.word_count)
            if share > self.limits.quoted_share:
                place = self.places.value(("excerpts", first[source], "source"))
                yield report(
                    "quoted-share", place, share=share, source=source, limit=self.limits.quoted_share
                )

    def sections(self) -> Iterator[Diagnostic]:
        """Yield the sections that quote without own words, and quotations right after another."""
        for section, path in placed_sections(self.spec.sections):
            yield from self._section(section, path)

    def _section(self, section: Section, path: Path) -> Iterator[Diagnostic]:
        blocks = [(block, given, (*path, block.key)) for block, given in blocks_of(section)]
        texts = [text for block, given, at in blocks for text in block.running_texts(given, at)]
        found = [(at, pieces(text)) for at, text in texts]
        quotes = any(piece.is_quotation for _, parts in found for piece in parts)
        if quotes and not any(block.has_own_words(given) for block, given, _ in blocks):
            yield report("excerpt-bare", self.places.value((*path, "heading")), heading=section.heading)
        for at, parts in found:
            yield from self._neighbours(at, parts)

    def _neighbours(self, path: Path, parts: tuple[Piece, ...]) -> Iterator[Diagnostic]:
        for before, after in pairwise(parts):
            if before.is_quotation and after.is_quotation:
                target = after.cited[-1]
                yield report("quotations-adjacent", self.places.within(path, target.start, target.end))

    def names(self) -> Iterator[Diagnostic]:
        """Yield where own words begin to use a second name; the account of method may explain both."""
        for pair in self.limits.one_name:
            found = [hit for hit in (self._first(name) for name in pair) if hit]
            if len(found) == len(pair) == len(set(pair)):
                rarer, place = min(found, key=lambda hit: self._uses(hit[0]))
                other = next(name for name in pair if name != rarer)
                yield report("two-names", place, first=other, second=rarer)

    def length(self) -> Iterator[Diagnostic]:
        """Yield one finding where the own words are more than the limit."""
        words = sum(len(_WORD.findall(_words(part))) for part in self.own)
        if words > self.limits.words:
            yield report("brief-long", self.places.value(("title",)), words=words, limit=self.limits.words)

    def _first(self, name: str) -> tuple[str, Place] | None:
        for part in self._argued():
            if match := _named(name).search(part.text, part.start, part.end):
                return name, self.places.within(part.path, *match.span())
        return None

    def _uses(self, name: str) -> int:
        return sum(len(_named(name).findall(_words(part))) for part in self._argued())

    def _argued(self) -> Iterator[Statement]:
        return (part for part in self.own if part.path != ("method",))


def _words_at(passage: str, start: int, end: int) -> Iterator[int]:
    """Yield where each word begins of which something stands in a stretch of a passage."""
    begin = start
    while begin > 0 and not passage[begin - 1].isspace():
        begin -= 1
    for word in _SPACED.finditer(passage, begin, end):
        if start < word.end():
            yield word.start()


def _words(part: Statement) -> str:
    return part.text[part.start : part.end].replace(GAP, " ")


def _named(name: str) -> re.Pattern[str]:
    """Match a name that is not quoted: what stands between quotation marks is another's word."""
    return re.compile(rf"(?<![\w‘“\"]){re.escape(name)}(?![\w’”\"])")
