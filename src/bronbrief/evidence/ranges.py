"""Select by `from` and `to`, or by `passage`: stretches that may take in several passages."""

from collections.abc import Sequence

from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.evidence.ambiguity import explain_ambiguity
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.quoting import find_parts, place_chains
from bronbrief.evidence.request import Request, Selection, Typed
from bronbrief.sources.locators import find_passages, parse_locator, several_locators
from bronbrief.sources.model import Passage

_NAMED = 8


def select_range(request: Request) -> Selection | Diagnostic:
    """Find the stretch from the first words to the nearest place of the last words after them."""
    first = Typed("from", request.spec.from_ or "")
    last = Typed("to", request.spec.to or "")
    places = find_parts(request, (first, last))
    if isinstance(places, Diagnostic):
        return places
    chains = place_chains(request.searchable, places, across=True)
    if not chains:
        before, after = request.locator(places[0][0]), request.locator(places[1][-1])
        return request.refuse("range-reversed", last, begin=before, end=after)
    if len(chains) > 1:
        return explain_ambiguity(request, first, [chain[0] for chain in chains])
    begin, end = chains[0]
    span = Span(begin.start, end.end, begin.readings + end.readings)
    return Selection((span,), ((first.text, begin), (last.text, end)))


def select_passages(request: Request) -> Selection | Diagnostic:
    """Take whole passages by their locators, in the order of the source."""
    asked = request.spec.passage
    locators = [asked] if isinstance(asked, str) else list(asked or [])
    chosen: list[Passage] = []
    for number, text in enumerate(locators):
        path = ("passage",) if isinstance(asked, str) else ("passage", number)
        found = _named(request, text)
        if not found:
            return _explain_locator(request, text, path)
        if chosen and found[0].index <= chosen[-1].index:
            return report(
                "passages-out-of-order",
                request.place(*path),
                id=request.id,
                text=text,
                before=chosen[-1].locator,
            )
        chosen += found
    if not chosen:
        return report("passage-none", request.place("passage"), id=request.id)
    return Selection(_joined(request, chosen), inline=False)


def _named(request: Request, text: str) -> tuple[Passage, ...]:
    locator = parse_locator(text)
    return find_passages(request.searchable.source, locator) if locator else ()


def _explain_locator(request: Request, text: str, path: tuple[str | int, ...]) -> Diagnostic:
    """Say which locators the source has, those of the same kind first, or how several are written."""
    passages = request.searchable.passages
    locator = parse_locator(text)
    several = [str(one) for one in several_locators(text)]
    if several and all(_named(request, one) for one in several):
        listed = ", ".join(several)
        form = f"[{listed}]" if path == ("passage",) and len(several) > 1 else listed
        return report("passage-unlike", request.place(*path), text=text, form=form)
    alike = [one.locator for one in passages if locator and one.locator.unit is locator.unit]
    known = alike or [one.locator for one in passages]
    shown = "; ".join(map(str, known[:_NAMED])) + (f"; …; {known[-1]}" if len(known) > _NAMED else "")
    code = "passage-unknown" if locator else "passage-unreadable"
    place = request.place(*path)
    return report(code, place, id=request.id, source=request.source_id, text=text, known=shown)


def _joined(request: Request, chosen: Sequence[Passage]) -> tuple[Span, ...]:
    """Join passages that follow each other into one span; between two spans something is left out."""
    spans: list[Span] = []
    last = -1
    for passage in chosen:
        whole = request.searchable.whole(passage.index)
        if spans and passage.index == last + 1:
            spans[-1] = Span(spans[-1].start, whole.end)
        else:
            spans.append(whole)
        last = passage.index
    return tuple(spans)
