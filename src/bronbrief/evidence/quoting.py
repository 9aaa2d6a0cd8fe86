"""Select by `quote`: words of the source, with […] for what is left out."""

from bisect import bisect_left
from collections.abc import Sequence

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.text import fold
from bronbrief.evidence.absence import explain_absence
from bronbrief.evidence.ambiguity import explain_ambiguity
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.request import Request, Selection, Typed, parts_of_quote
from bronbrief.evidence.searchable import Searchable

Chain = tuple[Span, ...]
_AROUND = 60


def select_quote(request: Request) -> Selection | Diagnostic:
    """Find the one placement of a quotation.

    A quotation with […] is a chain of parts. Each part stands at its first place after the part before it,
    within one passage unless the spec says `across: true`. Two chains that begin at different places are
    two placements, and a quotation with two placements is ambiguous.
    """
    whole = Typed("quote", request.spec.quote or "")
    parts = parts_of_quote(whole)
    if not parts:
        return request.refuse("quote-empty", whole)
    if len(parts) > 1 and request.searchable.find(whole.text).spans:
        parts = [whole]
    places = find_parts(request, parts)
    if isinstance(places, Diagnostic):
        return places
    chains = place_chains(request.searchable, places, across=request.spec.across)
    if not chains:
        return _explain_no_chain(request, whole, parts, places)
    if len(chains) > 1:
        return explain_ambiguity(request, whole, [Span(chain[0].start, chain[-1].end) for chain in chains])
    claims = tuple(zip((part.text for part in parts), chains[0], strict=True))
    opens, closes = whole.text[: parts[0].start], whole.text[parts[-1].start + len(parts[-1].text) :]
    return Selection(chains[0], claims, opens=bool(opens.strip()), closes=bool(closes.strip()))


def find_parts(request: Request, parts: Sequence[Typed]) -> list[tuple[Span, ...]] | Diagnostic:
    """Find the places of each part, the first after the spec's `prefix`, the last before its `suffix`."""
    found = [request.searchable.find(part.text) for part in parts]
    for part, hits in zip(parts, found, strict=True):
        if not hits.spans:
            return explain_absence(request, part, hits)
    places = [hits.spans for hits in found]
    for field, at in (("prefix", 0), ("suffix", -1)):
        context: str | None = getattr(request.spec, field)
        if context is None:
            continue
        places[at] = tuple(
            span for span in places[at] if _stands_by(request.searchable, span, field, context)
        )
        if not places[at]:
            words = _around(request.searchable, found[at].spans[0], field)
            return request.refuse("context-not-there", Typed(field, context), field=field, words=words)
    return places


def place_chains(searchable: Searchable, places: Sequence[tuple[Span, ...]], *, across: bool) -> list[Chain]:
    """Build the chain that begins at each place of the first part, where there is one."""
    starts = [[span.start for span in spans] for spans in places]
    chains = []
    for first in places[0]:
        chain = [first]
        for spans, begins in zip(places[1:], starts[1:], strict=True):
            at = bisect_left(begins, chain[-1].end)
            if at == len(spans) or not (across or _together(searchable, chain[-1], spans[at])):
                break
            chain.append(spans[at])
        else:
            chains.append(tuple(chain))
    return chains


def _together(searchable: Searchable, former: Span, latter: Span) -> bool:
    return searchable.passage_at(former.end - 1) == searchable.passage_at(latter.start)


def _stands_by(searchable: Searchable, span: Span, field: str, context: str) -> bool:
    """Tell whether a context stands just before or just after a span, white space aside."""
    wanted = fold(context).text
    if field == "suffix":
        after = searchable.piece(span.end, span.end + len(wanted) + 1)
        return after.startswith(wanted) or after.removeprefix(" ").startswith(wanted)
    before = searchable.piece(span.start - len(wanted) - 1, span.start)
    return before.endswith(wanted) or before.removesuffix(" ").endswith(wanted)


def _around(searchable: Searchable, span: Span, field: str) -> str:
    """Return some words just before or just after a span."""
    if field == "suffix":
        return " ".join(searchable.piece(span.end, span.end + _AROUND).split()[:4])
    return " ".join(searchable.piece(span.start - _AROUND, span.start).split()[-4:])


def _explain_no_chain(
    request: Request, whole: Typed, parts: Sequence[Typed], places: Sequence[tuple[Span, ...]]
) -> Diagnostic:
    """Say why parts that all stand in the source do not make a quotation."""
    lines = [
        f"{number}. “{part.text}”: {'; '.join(str(request.locator(span)) for span in spans[:4])}"
        for number, (part, spans) in enumerate(zip(parts, places, strict=True), 1)
    ]
    in_order = place_chains(request.searchable, places, across=True)
    code = "parts-across-passages" if in_order else "parts-out-of-order"
    return request.refuse(code, whole, detail="\n".join(lines))
