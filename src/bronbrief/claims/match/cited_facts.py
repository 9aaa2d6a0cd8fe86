"""The texts that a brief cites, each read once: what they carry, and where a fact stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from bronbrief.brief.head import fact_texts
from bronbrief.brief.statements import Ground, Grounds, Statements
from bronbrief.claims.match.candidates import Look
from bronbrief.claims.match.fact_cache import FactCache
from bronbrief.claims.match.language import Language
from bronbrief.claims.match.names import is_title_case
from bronbrief.claims.match.source_facts import SourceFacts, languages_of, read
from bronbrief.claims.match.spellings import Spellings
from bronbrief.claims.match.support import Support, from_names, from_text, union
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.locators import find_passages, parse_locator
from bronbrief.sources.model import Catalogue, Passage, Source
from bronbrief.spec.model import BriefSpec


@dataclass
class CitedFacts:
    """What the excerpts and sources of one brief say; `lang` is the language of the brief."""

    spec: BriefSpec
    lang: Language
    _excerpts: Mapping[str, Excerpt]
    _catalogue: Catalogue
    _statements: Statements
    _facts: SourceFacts
    _kept: FactCache = field(default_factory=FactCache)

    def carries(self, grounds: Grounds) -> Support:
        """Return what these excerpts and sources say, and what the brief says of itself."""
        return self._kept.once(("carries", grounds), lambda: self._own | union(map(self._ground, grounds)))

    def spoken(self, grounds: Grounds) -> Support:
        """Return the names of the languages that the cited sources are in, as if these said them.

        A heading "Nederlandse gemeenten" stands over sources in Dutch, though none of them says "Nederlands".
        """
        tags = {source.record.lang for source in self.sources(grounds)}
        named = sorted(name for tag in tags for name in languages_of(tag, self.lang.code))
        return union(self._kept.once(name, partial(from_text, name, self.lang)) for name in named)

    def sources(self, grounds: Iterable[Ground]) -> tuple[Source, ...]:
        """Return the sources of excerpts and citations, each once."""
        found = (self._source(ground) for ground in grounds)
        return tuple({source.id: source for source in found if source}.values())

    def excerpts(self, sources: Iterable[Source]) -> Iterator[tuple[str, Support]]:
        """Yield the ids of these sources' excerpts with what each says itself, the record left out."""
        ids = {source.id for source in sources}
        for name, excerpt in self._excerpts.items():
            if excerpt.source_id in ids:
                yield name, self._excerpt(excerpt)

    def is_excerpt(self, ground: Ground) -> bool:
        """Tell whether what is cited is an excerpt."""
        return ground.id in self._excerpts

    def says(self, source: Source, look: Look, has: Callable[[Support], bool]) -> Passage | None:
        """Return the first passage of a source that has something; only those that may hold it are read."""
        found = (one for one in source.passages if look(one.text) and has(self._facts.passage(source, one)))
        return next(found, None)

    def is_name(self, word: str) -> bool | None:
        """Say of a word in small letters whether the cited sources and the brief have it as a name."""
        seen = [spellings.of(word) for spellings in self._spellings]
        as_name, in_small = any(name for name, _ in seen), any(small for _, small in seen)
        return None if as_name is in_small else as_name

    @cached_property
    def _spellings(self) -> tuple[Spellings, ...]:
        """Return the words of the brief itself and of the sources that it cites."""
        # A heading that writes every word with a capital says of none that it is a name.
        said = ((one.is_heading, one.text[one.start : one.end]) for one in self._statements.all)
        own = (words for heads, words in said if not (heads and is_title_case(words, self.lang)))
        cited = self.sources(self._statements.cited_in(()))
        return Spellings(own), *(self._facts.spellings(source) for source in cited)

    @cached_property
    def _own(self) -> Support:
        """Return what a brief may say of itself: its reader, its date, its house and where it goes."""
        spec, council = self.spec, self.spec.council
        given = [text for text in (spec.for_, spec.author, spec.house.name) if text]
        given += [text for path, text in fact_texts(spec) if path[-1] != "follow_up"]  # a plan is no fact
        if council is not None:
            words = self.lang.names.brief
            numbered = ((words.agenda_item, council.agenda_item), (words.annex, council.annex))
            given += [f"{word} {number}" for word, number in numbered if number is not None]
        known = (council.meeting, council.sent, council.decided) if council else ()
        days = [spec.date, *(day for day in known if day)]
        whole = frozenset((day.year, day.month, day.day) for day in days)
        return from_names(given, self.lang) | Support(whole_days=whole)

    def _ground(self, ground: Ground) -> Support:
        return self._kept.once(("ground", ground), lambda: self._carried(ground))

    def _carried(self, ground: Ground) -> Support:
        source = self._source(ground)
        if source is None:
            return Support()
        excerpt = self._excerpts.get(ground.id)
        if excerpt is not None:
            return self._facts.record(source) | self._excerpt(excerpt)
        locator = parse_locator(ground.locator) if ground.locator else None
        if locator is None:
            return self._facts.record(source) | self._facts.whole(source)
        passages = find_passages(source, locator)
        return self._facts.record(source) | union(
            self._facts.passage(source, passage) for passage in passages
        )

    def _source(self, ground: Ground) -> Source | None:
        excerpt = self._excerpts.get(ground.id)
        return self._catalogue.get(excerpt.source_id if excerpt else ground.id)

    def _excerpt(self, excerpt: Excerpt) -> Support:
        given = [(part.text, excerpt.lang) for part in excerpt.parts]
        if excerpt.translation is not None:
            given.append((excerpt.translation.text, excerpt.translation.lang))
        said = (read(text, tag, self.lang) for text, tag in given)
        return self._kept.once(("excerpt", excerpt.id), lambda: union(said))
