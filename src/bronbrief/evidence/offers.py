"""Offer a quotation with […] where it left out words without a mark, if it is then proven."""

from bronbrief.evidence.characters import visible
from bronbrief.evidence.gaps import find_gaps, left_out, with_marks
from bronbrief.evidence.negation import negates
from bronbrief.evidence.quoting import parts_of_quote
from bronbrief.evidence.request import Request, Typed


def with_omissions(request: Request) -> str | None:
    """Return the quotation of an excerpt with […] at each of its gaps; None where there is nothing to offer.

    Nothing is offered where what was left out holds a negation. Whether what is returned is a quotation is
    for the proof to say.
    """
    whole = request.spec.quote
    if whole is None:
        return None
    offered = whole
    for part in reversed(parts_of_quote(Typed("quote", whole))):
        if not request.searchable.find(part.text).spans:
            marked = _marked(request, part.text)
            if marked is None:
                return None
            offered = offered[: part.start] + marked + offered[part.start + len(part.text) :]
    flat = " ".join(offered.split())
    return flat if offered != whole and visible(flat) == flat else None


def ready_to_paste(quote: str) -> str:
    """Write a quotation as the line of YAML that gives it."""
    escaped = quote.replace("\\", "\\\\").replace('"', '\\"')
    return f'quote: "{escaped}"'


def _marked(request: Request, text: str) -> str | None:
    pieces = find_gaps(request.searchable, text)
    if not pieces or any(negates(request.searchable, gap) for gap in left_out(request.searchable, pieces)):
        return None
    return with_marks(text, pieces)
