"""What a change of a source means for quotations that were proven before: each stands, moved, or is gone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial

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
    searchable = cache(partial(Searchable, source))  # made ready only when something is gone
    found = []
    for quotation in quotations:
        cut = (part for part in quotation.parts if part.source.path == path)
        if parts := tuple(_change(part, source, searchable) for part in cut):
            found.append(Change(quotation, parts))
    return tuple(found)


def _change(part: RecordedPart, source: Source, searchable: Callable[[], Searchable]) -> PartChange:
    """Tell what became of a part; of several places the one in the recorded passage counts."""
    spans = seek(source.text, part.exact)
    passages = [one for span in spans if (one := passage_at(source, *span))]
    if any(str(one.locator) == part.locator for one in passages):
        return PartChange(part, Effect.STANDS, part.locator)
    if passages:
        closest = min(passages, key=lambda one: abs(one.origin_start - part.start))
        return PartChange(part, Effect.MOVED, str(closest.locator))
    near = nearest(searchable(), part.exact)
    if near is None or pronounce_absent(near.similarity) is Verdict.MISSING:
        return PartChange(part, Effect.GONE)
    return PartChange(part, Effect.GONE, str(near.locator), near.text)
