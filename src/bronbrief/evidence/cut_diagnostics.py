"""Report what a quotation cuts away or adds that may turn it, but for what its author accepts."""

import re
from collections.abc import Iterator

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.text import fold
from bronbrief.evidence.cuts import Cut, find_cuts
from bronbrief.evidence.request import Request, Selection
from bronbrief.evidence.turning import words_of
from bronbrief.sources.model import Locator


def cut_diagnostics(request: Request, selection: Selection, place: Place) -> Iterator[Diagnostic]:
    """Yield a warning for each cut or addition that may turn the sense, a hint for a useless acceptance."""
    used: set[int] = set()
    for cut in find_cuts(request.searchable, selection.spans):
        if not _is_accepted(request, cut.word, used):
            yield cut_report(cut, place, request.id, request.locator(cut.span))
    for number, insertion in enumerate(request.spec.insert):
        word = words_of(request.searchable.source.record.lang).adds(insertion.text)
        if word and not _is_accepted(request, word, used):
            yield report(
                "negation-inserted", request.place("insert", number, "text"), id=request.id, word=word
            )
    for number, accepted in enumerate(request.spec.accept):
        if number not in used:
            yield report("accept-unused", request.place("accept", number, "text"), text=accepted.text)


def cut_report(cut: Cut, place: Place, name: str, locator: Locator) -> Diagnostic:
    """Make the finding of a cut by what is quoted; the words that were cut away stand below it."""
    return report(cut.code, place, detail=cut.shown, word=cut.word, id=name, locator=locator)


def _is_accepted(request: Request, word: str, used: set[int]) -> bool:
    covering = {at for at, given in enumerate(request.spec.accept) if _holds(given.text, word)}
    used |= covering
    return bool(covering)


def _holds(accepted: str, word: str) -> bool:
    """Tell whether accepted words hold those of a finding or are among them, as whole words."""
    texts = fold(accepted).text, fold(word).text
    short, long = sorted(texts, key=len)
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long, re.IGNORECASE) is not None
