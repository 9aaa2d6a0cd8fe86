"""What one source says, or its record: read once, and kept for all briefs of a run."""

from babel import Locale

from bronbrief.claims.match.fact_cache import FactCache
from bronbrief.claims.match.language import Language
from bronbrief.claims.match.languages import language
from bronbrief.claims.match.spellings import Spellings
from bronbrief.claims.match.support import Support, from_date, from_places, from_text, union
from bronbrief.sources.model import Passage, Record, Source


class SourceFacts:
    """What sources say to a brief in one language."""

    def __init__(self, of_brief: Language, cache: FactCache) -> None:
        """Take the language of the brief, and the cache of the run."""
        self._of_brief, self._cache = of_brief, cache

    def passage(self, source: Source, passage: Passage) -> Support:
        """Return what a passage says."""
        key = "passage", source.id, passage.index, self._of_brief
        return self._cache.once(key, lambda: read(passage.text, source.record.lang, self._of_brief))

    def whole(self, source: Source) -> Support:
        """Return what all passages of a source say."""
        passages = (self.passage(source, one) for one in source.passages)
        return self._cache.once(("whole", source.id, self._of_brief), lambda: union(passages))

    def record(self, source: Source) -> Support:
        """Return what the record of a source says."""
        key = "record", source.id, self._of_brief
        return self._cache.once(key, lambda: from_record(source.record, self._of_brief))

    def spellings(self, source: Source) -> Spellings:
        """Return the words of a source, to be looked up."""
        texts = (passage.text for passage in source.passages)
        return self._cache.once(("spellings", source.id), lambda: Spellings(texts))


def read(text: str, tag: str, of_brief: Language) -> Support:
    """Read a text in the language of a tag; one without words of its own by those of the brief."""
    return from_text(text, language(tag) or of_brief, of_brief)


def from_record(record: Record, of_brief: Language) -> Support:
    """Read what is known of a source, for a brief in a language; a supplied title is no evidence."""
    title = None if record.title_ground == "supplied" else record.title
    given = [title, record.publisher, record.author, *record.actors]
    said = [read(text, record.lang, of_brief) for text in given if text]
    if record.date is not None:
        said.append(from_date(record.date))
    named = languages_of(record.lang, of_brief.code)
    if record.lang.partition("-")[0] != of_brief.code:
        # Readers of another language must be told that a municipality is Dutch; its papers do not say so.
        said += [from_text(text, of_brief) for text in named]
    languages = Support(languages=frozenset(name.casefold() for name in named))
    return union([*said, from_places(record.countries), languages])


def languages_of(tag: str, code: str) -> tuple[str, ...]:
    """Name a source's language, as in "Dutch-language sources"."""
    names = Locale(code).languages
    found = (names.get(code) for code in (tag.partition("-")[0], tag.replace("-", "_")))
    return tuple(str(name) for name in found if name)
