"""Sources to search in: found in by the string search of the machine."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from bronbrief.core.hyphenation import (
    Joint,
    Loose,
    has_line_end_hyphen,
    hyphens_in,
    loosen,
    loosen_typed,
    readings,
)
from bronbrief.core.text import LINE_BREAKS, Folded, fold
from bronbrief.evidence.boundaries import cuts
from bronbrief.evidence.folded_source import FoldedSource, Span, fold_cells
from bronbrief.sources.hyphens import HYPHENS
from bronbrief.sources.model import Catalogue, Doubt, Passage

PLACES_LIMIT = 1000
_TRIES_LIMIT = 1_000_000
_SLASH = re.compile(r"/(?P<room>\s+(?=\w))?")


@dataclass(frozen=True, slots=True)
class Hits:
    """Where a text stands: as whole words within a passage, within words, or over passages' ends."""

    spans: tuple[Span, ...] = ()
    cut: tuple[Span, ...] = ()
    crossing: tuple[Span, ...] = ()


class Searchable(FoldedSource):
    """A source to search in."""

    def find(self, typed: str) -> Hits:
        """Find every place where a text stands, but for what the folds and line ends allow."""
        hits = self._find(typed)
        joined = join_slashes(typed)
        if hits.spans or joined == typed:
            return hits
        room = [at for at, slash in enumerate(_SLASH.finditer(typed)) if slash["room"]]
        closed = self._find(joined)
        spans = tuple(span for span in closed.spans if all(self._breaks_after(span, at) for at in room))
        return replace(closed, spans=spans) if spans else hits

    def _breaks_after(self, span: Span, slash: int) -> bool:
        """Tell whether a line of the source ends after a slash of a span, the first being 0."""
        position = (
            span.start
            + [at for at, char in enumerate(self.text[span.start : span.end]) if char == "/"][slash]
        )
        at = self.passage_at(position)
        folded, passage = self._folded(at), self.passages[at]
        start = folded.starts[position - self.offsets[at]]
        _, after = passage.origin(start, start + 1)
        return any(run.origin == after and run.length < run.span for run in passage.runs)

    def _find(self, typed: str) -> Hits:
        folded = fold_cells(typed)
        if folded.text not in self.text:
            folded = fold(typed)
        if not folded.text:
            return Hits()
        length = len(folded.text)
        spans = (Span(at, at + length) for at in places(self.text, folded.text))
        hits = self._sorted_out(spans, typed, folded)
        if hits.spans or not (has_line_end_hyphen(typed) or self._has_line_end_hyphens):
            return hits
        loose = self._sorted_out(self._find_loosely(typed), typed, folded)
        return hits if hits.cut and not loose.spans else loose

    def _sorted_out(self, spans: Iterable[Span], typed: str, folded: Folded) -> Hits:
        good: list[Span] = []
        cut: list[Span] = []
        crossing: list[Span] = []
        for span in spans:
            if len(good) == PLACES_LIMIT:
                break
            if self._is_cut(span):
                cut.append(span)
            elif self._crosses(span, typed, folded):
                crossing.append(span)
            else:
                good.append(span)
        return Hits(tuple(good), tuple(cut), tuple(crossing))

    def _is_cut(self, span: Span) -> bool:
        first, last = self.passage_at(span.start), self.passage_at(span.end - 1)
        return cuts(self.folded_text(first), span.start - self.offsets[first]) or cuts(
            self.folded_text(last), span.end - self.offsets[last]
        )

    def _crosses(self, span: Span, typed: str, folded: Folded) -> bool:
        """Tell whether a span runs over the end of a passage where the author typed no line break."""
        first, last = self.passage_at(span.start), self.passage_at(span.end - 1)
        for at in range(first, last):
            gap = self.offsets[at + 1] - 1 - span.start
            if span.readings or len(folded.text) != span.end - span.start:
                return True
            if not any(char in LINE_BREAKS for char in typed[folded.starts[gap] : folded.ends[gap]]):
                return True
        return False

    def _find_loosely(self, typed: str) -> Iterator[Span]:
        author = loosen_typed(typed)
        source = self._loosened
        for at in places(source.text, author.text):
            read = readings(author, source, at)
            if read is not None:
                yield Span(*source.folded_span(at, at + len(author.text)), read)

    @cached_property
    def _has_line_end_hyphens(self) -> bool:
        return has_line_end_hyphen(self.source.text)

    @cached_property
    def _loosened(self) -> Loose:
        joints = (
            replace(joint, start=joint.start + offset, end=joint.end + offset)
            for at, (passage, offset) in enumerate(zip(self.passages, self.offsets, strict=False))
            for joint in self._joints(passage, self._folded(at))
        )
        return loosen(self.text, joints)

    def _joints(self, passage: Passage, folded: Folded) -> list[Joint]:
        """List the hyphens in a passage's words, and those that its view has dropped, in order."""
        text, joints = self.source.text, []
        seams = {run.origin: run for run in passage.runs if run.length != run.span}
        for start, end in hyphens_in(folded.text):
            _, after = passage.origin(folded.starts[start], folded.starts[start] + 1)
            seam = seams.get(after)
            sure = seam is None or seam.doubt is Doubt.NONE
            broken, own = seam is not None, text[after - 1]
            joints.append(Joint(start, end, folded.text[start:end], broken, own, sure=sure))
        for run in seams.values():
            if run.length == 0 and (own := text[run.origin]) in HYPHENS:
                at, sure = bisect_left(folded.starts, run.view), run.doubt is Doubt.NONE
                joints.append(Joint(at, at, "", at_line_end=True, hyphen=own, sure=sure))
        return sorted(joints, key=lambda joint: joint.start)


@dataclass(slots=True, eq=False, weakref_slot=True)
class SearchPool:
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


def join_slashes(typed: str) -> str:
    """Close up words at a slash that has white space after it: a line end, as pasted."""
    return _SLASH.sub("/", typed)


def places(text: str, needle: str, start: int = 0) -> Iterator[int]:
    """Yield where a text stands in another from `start` on, overlaps included."""
    at = text.find(needle, start)
    for _ in range(_TRIES_LIMIT):
        if at < 0:
            return
        yield at
        at = text.find(needle, at + 1)
