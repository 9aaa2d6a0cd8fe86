"""Explain a quotation that is not there: why it was not found, and what stands there instead."""

import re
from bisect import bisect_left
from collections.abc import Callable

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.text import fold
from bronbrief.evidence.boundaries import word_around
from bronbrief.evidence.differences import word_diff
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.gaps import find_gaps, gap_diff
from bronbrief.evidence.model import Verdict
from bronbrief.evidence.near_form import mark_at_end, other_first_letter
from bronbrief.evidence.nearest import Near, nearest
from bronbrief.evidence.request import Request, Typed
from bronbrief.evidence.searchable import Hits, Searchable
from bronbrief.evidence.verdict import pronounce_absent

_BRACKETS = re.compile(r"(?:(?<!\s)\s++)?\[\s{0,9}([^\[\]]{1,200}?)\s{0,9}\]")
_SIC = re.compile(r"sic!?", re.IGNORECASE)
_ROUND = re.compile(r"\(\s*(?:…|\.\s?\.\s?\.)\s*\)|…|\.\s?\.\s?\.")
_OUTER = re.compile(r"""["'“”„‟«»‘’‚‛‹›](.+)["'“”„‟«»‘’‚‛‹›]""", re.DOTALL)
_SHOW_DIFF_FROM = 55.0
_WORDS_LEAST = 3

Explainer = Callable[[Request, Typed], Diagnostic | None]


def explain_absence(request: Request, typed: Typed, hits: Hits) -> Diagnostic:
    """Say why a text has no place in its source: the narrowest reason that holds."""
    if hits.cut:
        return _explain_cut(request, typed, hits.cut[0])
    if hits.crossing:
        first, last = _ends(request, hits.crossing[0])
        return request.refuse("quote-crosses-passages", typed, first=first, last=last)
    explainers: tuple[Explainer, ...] = (
        mark_at_end, other_first_letter, _in_brackets, _own_marks,
        _other_omission, _elsewhere, _with_gaps, _joined,
    )  # fmt: skip
    found = (explain(request, typed) for explain in explainers)
    return next((finding for finding in found if finding), None) or _near_miss(request, typed)


def _explain_cut(request: Request, typed: Typed, span: Span) -> Diagnostic:
    """Name the word or number that the quotation would divide."""
    searchable = request.searchable
    at = searchable.passage_at(span.start)
    text, offset = searchable.folded_text(at), searchable.offsets[at]
    edges = [span.start - offset, span.end - offset]
    words = [word_around(text, edge) for edge in edges if 0 < edge < len(text)]
    typed_words = fold(typed.text).text.split()
    whole = next((word for word in words if word and word not in typed_words), words[0] if words else "")
    return request.refuse("quote-cuts-word", typed, word=whole, locator=request.locator(span))


def _ends(request: Request, span: Span) -> tuple[str, str]:
    return str(request.locator(span)), str(request.locator(Span(span.end - 1, span.end)))


def _in_brackets(request: Request, typed: Typed) -> Diagnostic | None:
    """Recognise [sic] and words that the author added in brackets."""
    match = _BRACKETS.search(typed.text)
    if not match or request.searchable.find(match.group().strip()).spans:
        return None
    before = typed.text[: match.start()].split()
    word = before[-1] if before else ""
    detail = _diff(nearest(request.searchable, typed.text), typed.text)
    if _SIC.fullmatch(match.group(1)):
        return request.refuse("sic-in-quote", typed, word=word, detail=detail)
    if not word:
        return request.refuse("quote-begins-inserted", typed, word=match.group(1), detail=detail)
    return request.refuse("insertion-in-quote", typed, word=match.group(1), after=word, detail=detail)


def _own_marks(request: Request, typed: Typed) -> Diagnostic | None:
    """Recognise quotation marks that the author put round the words of the source."""
    match = _OUTER.fullmatch(typed.text)
    if not match or not request.searchable.find(match.group(1)).spans:
        return None
    return request.refuse("quotation-marks-added", typed)


def _other_omission(request: Request, typed: Typed) -> Diagnostic | None:
    """Recognise (…) and a bare ellipsis, where all that stands around them is in the source."""
    marks = _ROUND.findall(typed.text)
    pieces = [piece for piece in _ROUND.split(typed.text) if piece.strip()]
    if not marks or not pieces or not all(request.searchable.find(piece).spans for piece in pieces):
        return None
    return request.refuse("omission-mark", typed, mark=marks[0])


def _elsewhere(request: Request, typed: Typed) -> Diagnostic | None:
    """Recognise words of another source."""
    for other in request.pool.others(request.source_id):
        spans = other.find(typed.text).spans
        if spans:
            locator = other.passages[other.passage_at(spans[0].start)].locator
            code = "quote-elsewhere" if typed.whole else "part-elsewhere"
            return request.refuse(
                code, typed, other=other.source.id, locator=locator, verdict=Verdict.MISSING
            )
    return None


def _with_gaps(request: Request, typed: Typed) -> Diagnostic | None:
    """Recognise words of one passage between which others were left out without a mark."""
    pieces = find_gaps(request.searchable, typed.text)
    if not pieces:
        return None
    locator = request.locator(pieces[0].span)
    detail = f"{locator}:\n{gap_diff(request.searchable, typed.text, pieces)}"
    return request.refuse("quote-drift", typed, detail=detail, locator=locator, verdict=Verdict.DRIFT)


def _joined(request: Request, typed: Typed) -> Diagnostic | None:
    """Recognise two stretches put together as if they were one."""
    words = fold(typed.text).text.split(" ")
    count = _longest_head(request.searchable, words)
    if count < _WORDS_LEAST or len(words) - count < _WORDS_LEAST:
        return None
    for cut in range(count, max(count - 3, _WORDS_LEAST - 1), -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        for searchable in (request.searchable, *request.pool.others(request.source_id)):
            first, second = request.searchable.find(head).spans, searchable.find(tail).spans
            if first and second and not _same_passage(request.searchable, searchable, first[0], second):
                at = searchable.passages[searchable.passage_at(second[0].start)].locator
                lines = f"1. “{head}”: {request.source_id}, {request.locator(first[0])}"
                detail = f"{lines}\n2. “{tail}”: {searchable.source.id}, {at}"
                code = "quote-joins-places" if searchable is request.searchable else "quote-joins-sources"
                return request.refuse(code, typed, detail=detail, other=searchable.source.id)
    return None


def _longest_head(searchable: Searchable, words: list[str]) -> int:
    """Return how many words from the first stand together somewhere."""
    return bisect_left(
        range(1, len(words) + 1), x=True, key=lambda count: " ".join(words[:count]) not in searchable.text
    )


def _same_passage(mine: Searchable, other: Searchable, first: Span, spans: tuple[Span, ...]) -> bool:
    """Tell whether both stretches stand in one passage in order: then words were left out, not joined."""
    if mine is not other:
        return False
    at = mine.passage_at(first.start)
    return any(mine.passage_at(span.start) == at and span.start >= first.end for span in spans)


def _near_miss(request: Request, typed: Typed) -> Diagnostic:
    """Show the nearest stretch of the source, word by word."""
    near = nearest(request.searchable, typed.text)
    verdict = pronounce_absent(near.similarity if near else 0.0)
    code = "quote-drift" if verdict is Verdict.DRIFT else "quote-missing"
    locator = near.locator if near else "–"
    return request.refuse(code, typed, detail=_diff(near, typed.text), locator=locator, verdict=verdict)


def _diff(near: Near | None, text: str) -> str:
    if near is None or near.similarity < _SHOW_DIFF_FROM:
        return ""
    return f"{near.locator}:\n{word_diff(text, near.text)}"
