"""Numbers in reading order: notes by their first call, quotations by where they are set off."""

from dataclasses import dataclass, field, replace

from bronbrief.brief.citations import Citer, Pinpoint, cited_address, source_anchor
from bronbrief.brief.model import Citation, CitedSource, Note, Quotation
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.model import Catalogue, Source


@dataclass(slots=True)
class _Draft:
    number: int
    target: Excerpt | Pinpoint
    calls: list[str] = field(default_factory=list)


class NoteNumbers:
    """Hand out the numbers of one brief; whoever writes it must ask in the order in which it is read.

    What is cited again keeps its number.
    """

    def __init__(self, catalogue: Catalogue, citer: Citer) -> None:
        self._catalogue = catalogue
        self.labels = citer.labels
        self._citer = citer
        self._drafts: dict[str, _Draft] = {}
        self._quotations: list[Quotation] = []
        self._excerpts: dict[str, Excerpt] = {}
        self._sources: dict[str, Source] = {}

    def call(self, target: Excerpt | Pinpoint) -> Citation:
        """Call the note of an excerpt or of a place in a source."""
        draft = self._drafts.setdefault(_key(target), _Draft(len(self._drafts) + 1, target))
        note = f"noot-{draft.number}"
        draft.calls.append(f"{note}-ref-{len(draft.calls) + 1}")
        if isinstance(target, Excerpt):
            self._excerpts.setdefault(target.id, target)
        self._source(target)
        return Citation(draft.number, draft.calls[-1], note)

    def quotation(self, excerpt: Excerpt) -> Quotation:
        """Give a number to a quotation that is set off from the text."""
        source = self._source(excerpt)
        number = len(self._quotations) + 1
        label = self._citer.label(source, excerpt.locators)
        address = cited_address(source, (part.text for part in excerpt.parts))
        made = Quotation(number, f"citaat-{number}", excerpt, label, source_anchor(source.id), address)
        self._quotations.append(made)
        self._excerpts.setdefault(excerpt.id, excerpt)
        return made

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return the notes in the order of their numbers."""
        shown = {made.excerpt.id: made for made in reversed(self._quotations)}
        return tuple(self._note(draft, shown, self._short) for draft in self._drafts.values())

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Return the quotations that are set off, in reading order."""
        return tuple(self._quotations)

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """Return every excerpt that was quoted or cited, in the order of its first use."""
        return tuple(self._excerpts.values())

    @property
    def places(self) -> dict[str, str]:
        """Return by ids, in the order of first use, where excerpts print: "citaat 3", "noot 4"."""
        notes = {
            draft.target.id: f"{self.labels['note']} {draft.number}"
            for draft in self._drafts.values()
            if isinstance(draft.target, Excerpt)
        }
        set_off = {
            one.excerpt.id: f"{self.labels['quotation'].lower()} {one.number}"
            for one in reversed(self._quotations)
        }
        return {name: (notes | set_off)[name] for name in self._excerpts}

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return every source that was quoted or cited, by author or title."""
        return tuple(sorted(self._sources.values(), key=_sort_key))

    @property
    def entries(self) -> tuple[CitedSource, ...]:
        """Return the list of sources, each with the short name that notes have for it."""
        short = self._short
        return tuple(replace(self._citer.entry(one), short=short[one.id]) for one in self.sources)

    @property
    def _short(self) -> dict[str, str]:
        label = self.labels["source_short"]
        return {one.id: label.replace("{number}", str(at)) for at, one in enumerate(self.sources, 1)}

    def _source(self, target: Excerpt | Pinpoint) -> Source:
        if isinstance(target, Pinpoint):
            return self._sources.setdefault(target.source.id, target.source)
        return self._sources.setdefault(target.source_id, self._catalogue.sources[target.source_id])

    def _note(self, draft: _Draft, shown: dict[str, Quotation], short: dict[str, str]) -> Note:
        target, anchor, calls = draft.target, f"noot-{draft.number}", tuple(draft.calls)
        if isinstance(target, Pinpoint):
            place = self._citer.place(target.source, (target.locator,)) if target.locator else ""
            label = _named(short[target.source.id], place)
            address = cited_address(target.source, (passage.text for passage in target.passages))
            source = source_anchor(target.source.id)
            locator = str(target.locator or "")
            return Note(draft.number, anchor, calls, label, source, fragment_url=address, locator=locator)
        origin = self._source(target)
        label = _named(short[origin.id], self._citer.place(origin, target.locators))
        address = cited_address(origin, (part.text for part in target.parts))
        see = shown.get(target.id)
        return Note(draft.number, anchor, calls, label, source_anchor(origin.id), target, see, address)


def _named(short: str, place: str) -> str:
    return f"{short}, {place}" if place else short


def _key(target: Excerpt | Pinpoint) -> str:
    if isinstance(target, Excerpt):
        return target.id
    return f"{target.source.id}, {target.locator or ''}"


def _sort_key(source: Source) -> tuple[str, str]:
    return (source.record.author or source.record.title).casefold(), source.id
