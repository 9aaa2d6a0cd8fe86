"""Prove the excerpts of a spec: find each in its source, cut it out, and check what was cut."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bronbrief.core.diagnostics import Diagnostic, Outcome, Replacement, has_errors, report
from bronbrief.core.yaml.patching import Put, replacements
from bronbrief.evidence.cut_diagnostics import cut_diagnostics, view_diagnostics
from bronbrief.evidence.cutting import Piece, cut_paragraphs, cut_span, parts_of
from bronbrief.evidence.differences import hidden_characters, name_of
from bronbrief.evidence.editing import find_marks, to_segments
from bronbrief.evidence.gaps import with_omissions
from bronbrief.evidence.model import Excerpt, Translation, Verdict
from bronbrief.evidence.near_form import offered
from bronbrief.evidence.nearest import nearest
from bronbrief.evidence.quoting import select_quote
from bronbrief.evidence.ranges import select_passages, select_range
from bronbrief.evidence.request import Request, Selection, ready_to_paste
from bronbrief.evidence.searchable import SearchPool
from bronbrief.evidence.verdict import agrees_with_file, pronounce
from bronbrief.sources.model import Catalogue
from bronbrief.spec.excerpts import ExcerptSpec
from bronbrief.spec.load import LoadedSpec


def prove_all(
    loaded: LoadedSpec, catalogue: Catalogue, pool: SearchPool | None = None
) -> Outcome[dict[str, Excerpt]]:
    """Prove every excerpt of a spec, in the spec's order; those that failed are left out and reported.

    A source that does not exist, or an excerpt that is not selected in exactly one way, is for
    `spec/checks.py` to report; such excerpts are left out here.
    A pool that is handed in keeps sources ready from one spec to the next.
    Takes time in proportion to the sources, read once, and to each excerpt's search by the machine.
    """
    pool = pool or SearchPool(catalogue)
    proven: dict[str, Excerpt] = {}
    findings: list[Diagnostic] = []
    for excerpt_id, spec in loaded.spec.excerpts.items():
        searchable = pool.get(spec.source)
        if searchable is None or not _selects_once(spec):
            continue
        outcome = prove(Request(excerpt_id, spec, loaded.places, searchable, pool))
        findings += outcome.diagnostics
        if outcome.value is not None and outcome.ok:
            proven[excerpt_id] = outcome.value
    return Outcome(proven, tuple(findings))


def prove(request: Request) -> Outcome[Excerpt]:
    """Prove one excerpt; a quotation that nearly stands in its source gets the fix that makes it sound."""
    selection = _select(request)
    if isinstance(selection, Diagnostic):
        return Outcome(None, (_with_offer(request, selection),))
    return _checked(request, selection)


def _checked(request: Request, selection: Selection) -> Outcome[Excerpt]:
    paragraphs = cut_paragraphs(request.searchable, selection)
    findings = list(_check(request, selection, paragraphs))
    marks, unfound = find_marks(request, paragraphs)
    findings += unfound
    verdict, folds = pronounce(_claims(request, selection))
    if verdict is Verdict.DRIFT:
        findings.append(
            report("evidence-inconsistent", request.place(), id=request.id, source=request.source_id)
        )
    if has_errors(findings):
        return Outcome(None, tuple(findings))
    spec, source = request.spec, request.searchable.source
    excerpt = Excerpt(
        id=request.id,
        source_id=source.id,
        verdict=verdict,
        folds=folds,
        parts=tuple(parts_of(paragraphs)),
        paragraphs=tuple(to_segments(pieces, marks) for pieces in paragraphs),
        lang=source.record.lang,
        translation=Translation(**spec.translation.model_dump()) if spec.translation else None,
    )
    return Outcome(excerpt, tuple(findings))


def _select(request: Request) -> Selection | Diagnostic:
    if request.spec.quote is not None:
        return select_quote(request)
    return select_range(request) if request.spec.from_ is not None else select_passages(request)


def _with_offer(request: Request, refusal: Diagnostic) -> Diagnostic:
    """Offer a quotation that left words out with the marks that it lacks, or the source's own words."""
    if refusal.code == "quote-drift":
        quote = with_omissions(request)
        if quote is not None and (fix := _proven_fix(request, {"quote": quote})):
            told = report("words-left-out", refusal.place, detail=refusal.detail, offer=ready_to_paste(quote))
            return replace(told, params={**refusal.params, **told.params}, fix=fix)
        near = nearest(request.searchable, request.spec.quote) if request.spec.quote else None
        return replace(refusal, fix=_proven_fix(request, {"quote": near.text} if near else {}))
    return replace(refusal, fix=_proven_fix(request, offered(request, refusal)))


def _proven_fix(request: Request, fields: Mapping[str, str]) -> tuple[Replacement, ...]:
    """Return the replacements that give an excerpt other fields, if it is sound with them."""
    if not fields:
        return ()
    other = replace(request, spec=request.spec.model_copy(update=dict(fields)))
    selection = _select(other)
    if isinstance(selection, Diagnostic) or _checked(other, selection).diagnostics:
        return ()
    changes = [Put(("excerpts", request.id, key), text) for key, text in fields.items()]
    return replacements(request.places, *changes)


def _selects_once(spec: ExcerptSpec) -> bool:
    ways = (spec.quote, spec.from_, spec.passage)
    return sum(way is not None for way in ways) == 1 and (spec.from_ is None) == (spec.to is None)


def _claims(request: Request, selection: Selection) -> Iterator[tuple[str, str, bool]]:
    """Pair what the author typed with what is cited for it, and whether a line end was read anew."""
    for typed, span in selection.claims:
        cited = "\n\n".join(part.text for part in cut_span(request.searchable, span))
        yield typed, cited, bool(span.readings)


def _check(request: Request, selection: Selection, paragraphs: list[list[Piece]]) -> Iterator[Diagnostic]:
    """Check what was cut: against the file's bytes, for characters that deceive, for what was cut away."""
    place = request.place(_field(request))
    source = request.searchable.source
    for part in parts_of(paragraphs):
        if not agrees_with_file(source, part):
            yield report("evidence-inconsistent", place, id=request.id, source=source.id)
        for char in dict.fromkeys(hidden_characters(part.text)):
            name, at = name_of(char), part.locator
            yield report("deceptive-character", place, id=request.id, source=source.id, name=name, locator=at)
    for span in selection.spans:
        yield from view_diagnostics(request, span, place)
    yield from cut_diagnostics(request, selection, place)


def _field(request: Request) -> str:
    names = {"quote": request.spec.quote, "from": request.spec.from_, "passage": request.spec.passage}
    return next(name for name, value in names.items() if value is not None)
