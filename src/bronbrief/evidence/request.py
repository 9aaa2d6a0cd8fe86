"""What every way of selecting gets and gives: a request for an excerpt, and the selection that answers it."""

import re
from dataclasses import dataclass

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.places import Places
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.searchable import Searchable, SearchPool
from bronbrief.sources.model import Locator
from bronbrief.spec.excerpts import ExcerptSpec

OMISSION = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]")


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
    pool: SearchPool

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
        **params: object,
    ) -> Diagnostic:
        """Make a finding at typed text; messages may name the excerpt, the source and the text."""
        values = {"id": self.id, "source": self.source_id, "text": typed.text} | params
        return report(code, self.place_of(typed), detail=detail, related=(), severity=None, **values)


def ready_to_paste(text: str, field: str = "quote") -> str:
    """Write a text as the line of YAML that gives it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{field}: "{escaped}"'


def parts_of_quote(whole: Typed) -> list[Typed]:
    """Split typed text at its marks of omission; marks at either edge leave no part."""
    edges = [0, *(edge for match in OMISSION.finditer(whole.text) for edge in match.span()), len(whole.text)]
    if len(edges) == len((0, 0)):
        return [whole]
    parts = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        text = whole.text[start:end]
        if text.strip():
            begin = start + len(text) - len(text.lstrip())
            parts.append(Typed(whole.field, text.strip(), begin, whole=False))
    return parts
