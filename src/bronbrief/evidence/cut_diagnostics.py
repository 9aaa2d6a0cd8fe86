"""Report what a quotation cuts away or adds that may turn it, but for what its author accepts.

What the view of a source leaves out within a quotation is told as well: page numbers, hyphens at line ends.
"""

import re
from collections.abc import Iterator

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.text import fold
from bronbrief.evidence.cuts import Cut, find_cuts
from bronbrief.evidence.folded_source import Span, Stretch
from bronbrief.evidence.request import Request, Selection
from bronbrief.evidence.turning import words_of
from bronbrief.sources.decoding import place_of
from bronbrief.sources.hyphens import HYPHENS
from bronbrief.sources.model import Doubt, Run
from bronbrief.sources.page_marks import is_lone_number
from bronbrief.sources.passages import page_marks


def cut_diagnostics(request: Request, selection: Selection, place: Place) -> Iterator[Diagnostic]:
    """Yield a warning for each cut or addition that may turn the sense, a hint for a useless acceptance."""
    used: set[int] = set()
    for cut in find_cuts(request.searchable, selection.spans):
        if not _is_accepted(request, cut.word, used):
            yield cut_report(cut, place, request)
    for number, insertion in enumerate(request.spec.insert):
        word = words_of(request.searchable.source.record.lang).adds(insertion.text)
        if word and not _is_accepted(request, word, used):
            yield report(
                "negation-inserted", request.place("insert", number, "text"), id=request.id, word=word
            )
    for number, accepted in enumerate(request.spec.accept):
        if number not in used:
            yield report("accept-unused", request.place("accept", number, "text"), text=accepted.text)


def cut_report(cut: Cut, place: Place, request: Request) -> Diagnostic:
    """Make the finding of a cut by what is quoted; the words that were cut away stand below it."""
    locator, source = request.locator(cut.span), request.source_id
    return report(
        cut.code, place, detail=cut.shown, word=cut.word, id=request.id, source=source, locator=locator
    )


def _is_accepted(request: Request, word: str, used: set[int]) -> bool:
    covering = {at for at, given in enumerate(request.spec.accept) if _holds(given.text, word)}
    used |= covering
    return bool(covering)


def _holds(accepted: str, word: str) -> bool:
    """Tell whether accepted words hold those of a finding or are among them, as whole words."""
    texts = fold(accepted).text, fold(word).text
    short, long = sorted(texts, key=len)
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long, re.IGNORECASE) is not None


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
