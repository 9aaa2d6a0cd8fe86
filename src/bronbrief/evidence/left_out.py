"""What the view of a source leaves out within a quotation: page numbers, and hyphens at line ends."""

from collections.abc import Iterator

from bronbrief.core.diagnostics import Diagnostic, Place
from bronbrief.core.findings import report
from bronbrief.evidence.folded_source import Span, Stretch
from bronbrief.evidence.request import Request
from bronbrief.sources.decoding import place_of
from bronbrief.sources.hyphens import HYPHENS
from bronbrief.sources.model import Doubt, Run
from bronbrief.sources.page_marks import is_lone_number
from bronbrief.sources.passages import page_marks


def left_out(request: Request, span: Span, place: Place) -> Iterator[Diagnostic]:
    """Yield a hint for each page number that a span runs over, and each doubtful hyphen that it dropped."""
    source = request.searchable.source
    stretches = list(request.searchable.stretches(span))
    start = _origin(stretches[0])[0]
    end = _origin(stretches[-1])[1]
    lines = source.text[start:end].splitlines()
    if any(is_lone_number(line.strip()) for line in lines[1:-1]):
        for first, last in page_marks(source.text):
            if start < first and last < end:
                yield _tell(request, "page-number-left-out", place, first, number=source.text[first:last])
    for stretch in stretches:
        read = {reading.start for reading in stretch.readings}
        for run in stretch.passage.runs:
            if (
                stretch.start < run.view < stretch.end
                and _doubtful(source.text, run)
                and run.view not in read
            ):
                broken, joined = _word(stretch, run)
                yield _tell(request, "hyphen-dropped", place, run.origin, broken=broken, word=joined)


def _tell(request: Request, code: str, place: Place, at: int, **params: object) -> Diagnostic:
    source = request.searchable.source
    line = place_of(source.text, at, source.path).line
    return report(code, place, id=request.id, source=source.id, line=line, **params)


def _origin(stretch: Stretch) -> tuple[int, int]:
    return stretch.passage.origin(stretch.start, stretch.end)


def _doubtful(text: str, run: Run) -> bool:
    return run.length == 0 and run.doubt is Doubt.MUCH and text[run.origin] in HYPHENS


def _word(stretch: Stretch, run: Run) -> tuple[str, str]:
    """Return the word as it would be with its hyphen, and as the view has it."""
    text = stretch.passage.text
    left, right = text[: run.view].split()[-1], text[run.view :].split()[0].rstrip(".,;:!?)\"'”’")
    return f"{left}-{right}", left + right
