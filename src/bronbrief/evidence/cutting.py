"""Cut what was selected out of the source: parts in the source's own characters, in paragraphs."""

from collections.abc import Iterator, Sequence

from bronbrief.evidence.folded_source import Span, Stretch
from bronbrief.evidence.model import Part
from bronbrief.evidence.request import Selection
from bronbrief.evidence.searchable import Searchable

CONTEXT = 32
OMITTED = None
Piece = Part | None


def cut_span(searchable: Searchable, span: Span) -> list[Part]:
    """Cut a span into parts, one for each passage that it runs through."""
    return [_part(searchable, stretch) for stretch in searchable.stretches(span)]


def cut_paragraphs(searchable: Searchable, selection: Selection) -> list[list[Piece]]:
    """Lay out a selection in paragraphs; OMITTED stands for what was left out.

    An omission within a quotation stays within its paragraph; between whole passages it stands alone.
    """
    paragraphs: list[list[Piece]] = [[OMITTED]] if selection.opens else []
    for number, span in enumerate(selection.spans):
        cut: list[list[Piece]] = [[part] for part in cut_span(searchable, span)]
        if number and not selection.inline:
            paragraphs.append([OMITTED])
        if selection.inline and paragraphs:
            if number:
                paragraphs[-1].append(OMITTED)
            paragraphs[-1] += cut.pop(0)
        paragraphs += cut
    if selection.closes:
        paragraphs[-1].append(OMITTED)
    return paragraphs


def parts_of(paragraphs: Sequence[Sequence[Piece]]) -> Iterator[Part]:
    """Yield the parts of paragraphs, in order."""
    return (piece for paragraph in paragraphs for piece in paragraph if piece is not OMITTED)


def _part(searchable: Searchable, stretch: Stretch) -> Part:
    passage = stretch.passage
    first, last = searchable.byte_span(stretch)
    return Part(
        passage=passage.index,
        locator=passage.locator,
        start=stretch.start,
        end=stretch.end,
        byte_start=first,
        byte_end=last,
        text=_as_read(stretch),
        prefix=passage.text[max(stretch.start - CONTEXT, 0) : stretch.start],
        suffix=passage.text[stretch.end : stretch.end + CONTEXT],
    )


def _as_read(stretch: Stretch) -> str:
    """Return the source's characters, with its hyphens at line ends as the author reads them."""
    text, done = stretch.passage.text, stretch.start
    pieces: list[str] = []
    for reading in stretch.readings:
        pieces += (text[done : reading.start], reading.text)
        done = reading.end
    return "".join([*pieces, text[done : stretch.end]])
