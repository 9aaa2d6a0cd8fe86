"""What the sources of a run say, each passage read once for all briefs that cite it."""

from dataclasses import dataclass, field

from babel import Locale

from bronbrief.claims.spellings import Spellings
from bronbrief.claims.support import Support, from_date, from_places, from_text, union
from bronbrief.sources.model import Passage, Record, Source


@dataclass(slots=True)
class Library:
    """Passages as read, and the words of sources; one library serves one catalogue of sources."""

    _passages: dict[tuple[str, int, bool], Support] = field(default_factory=dict)
    _wholes: dict[tuple[str, bool], Support] = field(default_factory=dict)
    _records: dict[tuple[str, str], Support] = field(default_factory=dict)
    _spellings: dict[str, Spellings] = field(default_factory=dict)

    def passage(self, source: Source, passage: Passage, *, for_english: bool) -> Support:
        """Return what a passage says; `for_english` has names in English spelling too."""
        key = source.id, passage.index, for_english
        if key not in self._passages:
            self._passages[key] = from_text(passage.text, source.record.lang, for_english=for_english)
        return self._passages[key]

    def whole(self, source: Source, *, for_english: bool) -> Support:
        """Return what all passages of a source say."""
        key = source.id, for_english
        if key not in self._wholes:
            said = (self.passage(source, passage, for_english=for_english) for passage in source.passages)
            self._wholes[key] = union(said)
        return self._wholes[key]

    def record(self, source: Source, lang: str) -> Support:
        """Return what the record of a source says, for a brief in "nl" or "en"."""
        key = source.id, lang
        if key not in self._records:
            self._records[key] = from_record(source.record, lang)
        return self._records[key]

    def spellings(self, source: Source) -> Spellings:
        """Return the words of a source, to be looked up."""
        if source.id not in self._spellings:
            self._spellings[source.id] = Spellings(passage.text for passage in source.passages)
        return self._spellings[source.id]


def from_record(record: Record, lang: str) -> Support:
    """Read what is known of a source, for a brief in "nl" or "en"."""
    given = [record.title, record.publisher, record.author, *record.actors]
    said = [from_text(text, record.lang, for_english=lang == "en") for text in given if text]
    if record.date is not None:
        said.append(from_date(record.date))
    named = languages_of(record.lang, lang)
    if record.lang.partition("-")[0] != lang:
        # Readers of another language must be told that a municipality is Dutch; its papers do not say so.
        said += [from_text(text, lang) for text in named]
    languages = Support(languages=frozenset(name.casefold() for name in named))
    return union([*said, from_places(record.countries), languages])


def languages_of(tag: str, lang: str) -> tuple[str, ...]:
    """Name a source's language, as in "Dutch-language sources"."""
    names = Locale(lang).languages
    found = (names.get(code) for code in (tag.partition("-")[0], tag.replace("-", "_")))
    return tuple(str(name) for name in found if name)
