"""What every way of selecting gets and gives: a request for an excerpt, and the selection that answers it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bronbrief.core.diagnostics import Diagnostic, Place, Related
from bronbrief.core.findings import report
from bronbrief.core.places import Places
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.searchable import Searchable
from bronbrief.sources.model import Catalogue, Locator
from bronbrief.spec.excerpts import ExcerptSpec


@dataclass(slots=True, eq=False, weakref_slot=True)
class Shelf:
    """The sources of a run, each made searchable once, when it is first needed.

    Where `catalogue` has not all sources, `load_all` reads them when a quotation is sought in others.
    """

    catalogue: Catalogue
    load_all: Callable[[], Catalogue] | None = None
    _ready: dict[str, Searchable] = field(default_factory=dict)

    def get(self, source_id: str) -> Searchable | None:
        """Return a source ready for searching, or None where the catalogue has none."""
        source = self.catalogue.get(source_id)
        if source is None:
            return None
        if source_id not in self._ready:
            self._ready[source_id] = Searchable(source)
        return self._ready[source_id]

    def others(self, source_id: str) -> Iterator[Searchable]:
        """Yield every other source, in alphabetical order."""
        if self.load_all is not None:
            self.catalogue, self.load_all = self.load_all(), None
        for other in sorted(self.catalogue.sources.keys() - {source_id}):
            searchable = self.get(other)
            if searchable:
                yield searchable


@dataclass(frozen=True, slots=True)
class Typed:
    """Text as the author typed it in a field of the spec, and where it starts in that field's value."""

    field: str
    text: str
    start: int = 0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Selection:
    """Spans of one source, in order; between each two of them something is left out.

    `claims` pairs what the author typed with the span that it stands for; a passage selected by its
    locator claims nothing. `inline` tells that omissions stand within a paragraph. `opens` and `closes`
    tell that the author put a mark of omission first or last.
    """

    spans: tuple[Span, ...]
    claims: tuple[tuple[str, Span], ...] = ()
    inline: bool = True
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """An excerpt that a spec asks for, with the source to find it in."""

    id: str
    spec: ExcerptSpec
    places: Places
    searchable: Searchable
    shelf: Shelf

    @property
    def source_id(self) -> str:
        """Return the id of the source that is quoted."""
        return self.searchable.source.id

    def place(self, *path: str | int) -> Place:
        """Return the place of a value below the excerpt in the spec."""
        return self.places.value(("excerpts", self.id, *path))

    def place_of(self, typed: Typed) -> Place:
        """Return the place of typed text: the whole value, or a part of it."""
        path = ("excerpts", self.id, typed.field)
        if typed.whole:
            return self.places.value(path)
        return self.places.within(path, typed.start, typed.start + len(typed.text))

    def locator(self, span: Span) -> Locator:
        """Return the locator of the passage in which a span begins."""
        return self.searchable.passages[self.searchable.passage_at(span.start)].locator

    def refuse(
        self,
        code: str,
        typed: Typed,
        *,
        detail: str = "",
        related: tuple[Related, ...] = (),
        **params: object,
    ) -> Diagnostic:
        """Make a finding at typed text; messages may name the excerpt, the source and the text."""
        values = {"id": self.id, "source": self.source_id, "text": typed.text} | params
        return report(code, self.place_of(typed), detail=detail, related=related, severity=None, **values)
