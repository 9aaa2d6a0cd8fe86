"""What a change of a source means for quotations that were proven before: each stands, moved, or is gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bronbrief.evidence.model import Verdict
from bronbrief.evidence.nearest import nearest
from bronbrief.evidence.record import RecordedPart, RecordedQuotation
from bronbrief.evidence.rereading import passage_at, seek
from bronbrief.evidence.searchable import Searchable
from bronbrief.evidence.verdict import pronounce_absent
from bronbrief.sources.model import Source


class Effect(StrEnum):
    """What became of a quotation: the order is from best to worst."""

    STANDS = "stands"
    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PartChange:
    """What became of one part: the passage that has it now, or what is most like words that are gone."""

    part: RecordedPart
    effect: Effect
    locator: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a quotation: the worst that became of a part of it."""

    quotation: RecordedQuotation
    parts: tuple[PartChange, ...]

    @property
    def effect(self) -> Effect:
        """Return the worst effect of all parts."""
        return max((change.effect for change in self.parts), key=list(Effect).index)


def changes(quotations: Iterable[RecordedQuotation], source: Source, path: str) -> tuple[Change, ...]:
    """Look for the parts of quotations that were cut from the source at `path` in the source as it is now."""
    index = _Index(source)
    found = []
    for quotation in quotations:
        parts = tuple(index.change(part) for part in quotation.parts if part.source.path == path)
        if parts:
            found.append(Change(quotation, parts))
    return tuple(found)


class _Index:
    """A source as it is now, made ready for looking up what is gone only when something is."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._searchable: Searchable | None = None

    def change(self, part: RecordedPart) -> PartChange:
        """Tell what became of a part; of several places the one in the recorded passage counts."""
        spans = seek(self.source.text, part.exact)
        passages = [one for span in spans if (one := passage_at(self.source, *span))]
        if any(str(one.locator) == part.locator for one in passages):
            return PartChange(part, Effect.STANDS, part.locator)
        if passages:
            closest = min(passages, key=lambda one: abs(one.origin_start - part.start))
            return PartChange(part, Effect.MOVED, str(closest.locator))
        if self._searchable is None:
            self._searchable = Searchable(self.source)
        near = nearest(self._searchable, part.exact)
        if near is None or pronounce_absent(near.similarity) is Verdict.MISSING:
            return PartChange(part, Effect.GONE)
        return PartChange(part, Effect.GONE, str(near.locator), near.text)
