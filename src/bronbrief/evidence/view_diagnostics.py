"""What the view of a source leaves out within a quotation: page numbers, and hyphens at line ends."""

from collections.abc import Iterator

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.evidence.folded_source import Span, Stretch
from bronbrief.evidence.request import Request
from bronbrief.sources.decoding import place_of
from bronbrief.sources.hyphens import HYPHENS
from bronbrief.sources.model import Doubt, Run
from bronbrief.sources.page_marks import is_lone_number
from bronbrief.sources.passages import page_marks


def view_diagnostics(request: Request, span: Span, place: Place) -> Iterator[Diagnostic]:
    """Yield a hint for each page number that a span runs over, and each doubtful hyphen that it dropped."""
    source = request.searchable.source
    stretches = list(request.searchable.stretches(span))
    start = _origin(stretches[0])[0]
    end = _origin(stretches[-1])[1]
    raw = source.text[start:end]
    if "\f" in raw or any(is_lone_number(line.strip()) for line in raw.splitlines()[1:-1]):
        for first, last in page_marks(source.text):
            if start < first and last < end:
                number, line = source.text[first:last], _line(request, first)
                yield report(
                    "page-number-left-out", place, id=request.id, source=source.id, number=number, line=line
                )
    for stretch in stretches:
        read = {reading.start for reading in stretch.readings}
        for run in stretch.passage.runs:
            inside = stretch.start < run.view < stretch.end and run.view not in read
            if inside and _doubtful(source.text, run):
                broken, word = _word(stretch, run)
                line, named = _line(request, run.origin), source.id
                yield report(
                    "hyphen-dropped", place, id=request.id, source=named, broken=broken, word=word, line=line
                )


def _line(request: Request, at: int) -> int:
    source = request.searchable.source
    return place_of(source.text, at, source.path).line or 1


def _origin(stretch: Stretch) -> tuple[int, int]:
    return stretch.passage.origin(stretch.start, stretch.end)


def _doubtful(text: str, run: Run) -> bool:
    return run.length == 0 and run.doubt is Doubt.MUCH and text[run.origin] in HYPHENS


def _word(stretch: Stretch, run: Run) -> tuple[str, str]:
    """Return the word as it would be with its hyphen, and as the view has it."""
    text = stretch.passage.text
    left, right = text[: run.view].split()[-1], text[run.view :].split()[0].rstrip(".,;:!?)\"'”’")
    return f"{left}-{right}", left + right
