"""Explain a quotation with several places: each with its surroundings, and the words that tell it apart."""

from collections.abc import Sequence

from bronbrief.core.diagnostics import Diagnostic, clip
from bronbrief.evidence.differences import visible
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.request import Request, Typed, ready_to_paste
from bronbrief.evidence.searchable import PLACES_LIMIT, Searchable

_SHOWN = 6
_CONTEXT = 40
_WORDS = 12
_REACH = 200


def explain_ambiguity(request: Request, typed: Typed, spans: Sequence[Span]) -> Diagnostic:
    """Show the places of a quotation, each with a `prefix` or `suffix` ready to paste."""
    lines: list[str] = []
    remedies = []
    for number, span in enumerate(spans[:_SHOWN], 1):
        lines.append(f"{number}. {request.locator(span)}: {_surroundings(request.searchable, span)}")
        remedy = _remedy(request.searchable, span, spans)
        if remedy:
            lines.append(f"   {remedy}")
            remedies.append(remedy)
    if len(spans) > _SHOWN:
        lines.append(f"… + {len(spans) - _SHOWN}")
    count = f"{PLACES_LIMIT}+" if len(spans) >= PLACES_LIMIT else str(len(spans))
    remedy = remedies[0] if remedies else "prefix: …"
    return request.refuse("quote-ambiguous", typed, detail="\n".join(lines), count=count, remedy=remedy)


def _surroundings(searchable: Searchable, span: Span) -> str:
    before = searchable.piece(span.start - _CONTEXT, span.start)
    after = searchable.piece(span.end, span.end + _CONTEXT)
    middle = clip(searchable.piece(span.start, span.end), 2 * _CONTEXT)
    return visible(f"…{before}»{middle}«{after}…")


def _remedy(searchable: Searchable, span: Span, spans: Sequence[Span]) -> str | None:
    """Write the shortest `prefix`, else `suffix`, that only this place has."""
    text = searchable.text
    before = text[max(span.start - _REACH, 0) : span.start].split()
    others = [other for other in spans if other is not span]
    for count in range(1, min(len(before), _WORDS) + 1):
        words = " ".join(before[-count:])
        if not any(
            text[max(other.start - _REACH, 0) : other.start].strip().endswith(words) for other in others
        ):
            return ready_to_paste(visible(words), "prefix")
    after = text[span.end : span.end + _REACH].split()
    for count in range(1, min(len(after), _WORDS) + 1):
        words = " ".join(after[:count])
        if not any(text[other.end : other.end + _REACH].strip().startswith(words) for other in others):
            return ready_to_paste(visible(words), "suffix")
    return None
