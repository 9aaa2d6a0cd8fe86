"""What the sources of a run say, each passage read once for all briefs that cite it."""

from dataclasses import dataclass, field

from babel import Locale

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.languages import language
from bronbrief.claims.match.spellings import Spellings
from bronbrief.claims.match.support import Support, from_date, from_places, from_text, union
from bronbrief.sources.model import Passage, Record, Source


@dataclass(slots=True)
class FactCache:
    """Passages as read, and the words of sources; one cache serves one catalogue of sources.

    `of_brief` is the language of the brief that cites them.
    """

    _passages: dict[tuple[str, int, str], Support] = field(default_factory=dict)
    _wholes: dict[tuple[str, str], Support] = field(default_factory=dict)
    _records: dict[tuple[str, str], Support] = field(default_factory=dict)
    _spellings: dict[str, Spellings] = field(default_factory=dict)

    def passage(self, source: Source, passage: Passage, of_brief: Language) -> Support:
        """Return what a passage says."""
        key = source.id, passage.index, of_brief.code
        if key not in self._passages:
            self._passages[key] = read(passage.text, source.record.lang, of_brief)
        return self._passages[key]

    def whole(self, source: Source, of_brief: Language) -> Support:
        """Return what all passages of a source say."""
        key = source.id, of_brief.code
        if key not in self._wholes:
            self._wholes[key] = union(self.passage(source, one, of_brief) for one in source.passages)
        return self._wholes[key]

    def record(self, source: Source, of_brief: Language) -> Support:
        """Return what the record of a source says."""
        key = source.id, of_brief.code
        if key not in self._records:
            self._records[key] = from_record(source.record, of_brief)
        return self._records[key]

    def spellings(self, source: Source) -> Spellings:
        """Return the words of a source, to be looked up."""
        if source.id not in self._spellings:
            self._spellings[source.id] = Spellings(passage.text for passage in source.passages)
        return self._spellings[source.id]


def read(text: str, tag: str, of_brief: Language) -> Support:
    """Read a text in the language of a tag; one without words of its own by those of the brief."""
    return from_text(text, language(tag) or of_brief, of_brief)


def from_record(record: Record, of_brief: Language) -> Support:
    """Read what is known of a source, for a brief in a language."""
    given = [record.title, record.publisher, record.author, *record.actors]
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
