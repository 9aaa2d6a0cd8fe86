"""Editing marks as data: insertions, sic and emphasis laid over the source's characters as segments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.findings import report
from bronbrief.core.text import fold
from bronbrief.evidence.boundaries import cuts_letters
from bronbrief.evidence.cutting import Piece, parts_of
from bronbrief.evidence.model import Mark, Part, Segment
from bronbrief.evidence.request import Request

_OPENERS = " \t\u00a0(["
_CLOSERS = (".", ",", ";", ":", "!", "?", ")")


@dataclass(frozen=True, slots=True)
class Marking:
    """A mark over characters `start` to `end` of a part; an insertion comes at `end` and has words."""

    part: Part
    mark: Mark
    start: int
    end: int
    words: str = ""


def find_marks(
    request: Request, paragraphs: Sequence[Sequence[Piece]]
) -> tuple[list[Marking], list[Diagnostic]]:
    """Find what the spec marks within an excerpt, by the same folds as the quotation itself.

    Each text of `sic` and `emphasis` is marked wherever it occurs; that of an insertion must occur once.
    """
    parts = list(parts_of(paragraphs))
    marks: list[Marking] = []
    findings: list[Diagnostic] = []
    for mark, texts in ((Mark.SIC, request.spec.sic), (Mark.EMPHASIS, request.spec.emphasis)):
        for number, text in enumerate(texts):
            places = [Marking(part, mark, *span) for part in parts for span in _occurrences(part.text, text)]
            if not places:
                place = request.place(mark.value, number)
                findings.append(report("mark-not-found", place, id=request.id, text=text, field=mark.value))
            marks += places
    for number, insertion in enumerate(request.spec.insert):
        places = [
            Marking(part, Mark.INSERTION, *span, insertion.text)
            for part in parts
            for span in _occurrences(part.text, insertion.after)
        ]
        if len(places) != 1:
            place = request.place("insert", number, "after")
            code = "insertion-ambiguous" if places else "mark-not-found"
            words, count = insertion.after, len(places)
            findings.append(report(code, place, id=request.id, text=words, field="insert", count=count))
        marks += places
    return marks, findings


def to_segments(pieces: Sequence[Piece], marks: Sequence[Marking]) -> tuple[Segment, ...]:
    """Turn the pieces of a paragraph into segments.

    Spaces beside an omission and before an insertion are segments of their own: they are not the source's.
    There is none between an omission and the mark that closes its clause.
    Where sic falls within emphasis, sic counts.
    """
    segments: list[Segment] = []
    for number, piece in enumerate(pieces):
        if number and not (piece is not None and piece.text.startswith(_CLOSERS)):
            segments.append(Segment(Mark.TEXT, " "))
        if piece is None:
            segments.append(Segment(Mark.OMISSION))
        else:
            segments += _part_segments(piece, [one for one in marks if one.part is piece])
    return tuple(segments)


def _occurrences(text: str, wanted: str) -> list[tuple[int, int]]:
    """List where a text occurs in another as whole words, without overlap."""
    folded, needle = fold(text), fold(wanted).text
    found: list[tuple[int, int]] = []
    at = folded.text.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        whole = not cuts_letters(folded.text, at) and not cuts_letters(folded.text, end)
        if whole:
            found.append(folded.origin(at, end))
        at = folded.text.find(needle, end if whole else at + 1)
    return found


def _part_segments(part: Part, marks: Sequence[Marking]) -> Iterator[Segment]:
    """Paint emphasis and then sic over a part, and cut it where the paint changes or words come in."""
    if not marks:
        yield Segment(Mark.TEXT, part.text)
        return
    paint: list[tuple[Mark, int]] = [(Mark.TEXT, 0)] * len(part.text)
    for mark in (Mark.EMPHASIS, Mark.SIC):
        for number, one in enumerate(marks):
            if one.mark is mark:
                paint[one.start : one.end] = [(mark, number)] * (one.end - one.start)
    insertions: dict[int, list[str]] = {}
    for one in marks:
        if one.mark is Mark.INSERTION:
            insertions.setdefault(one.end, []).append(one.words)
    cuts = sorted(insertions)
    for _, group in groupby(range(len(paint)), key=lambda at: (paint[at], sum(cut <= at for cut in cuts))):
        places = list(group)
        first, last = places[0], places[-1] + 1
        yield Segment(paint[first][0], part.text[first:last])
        for words in insertions.get(last, ()):
            if part.text[last - 1] not in _OPENERS:
                yield Segment(Mark.TEXT, " ")
            yield Segment(Mark.INSERTION, words)
