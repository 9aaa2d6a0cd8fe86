"""Editing marks as data: insertions, sic, emphasis, a first letter, laid over the source's characters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.text import fold
from bronbrief.evidence.boundaries import cuts_letters
from bronbrief.evidence.cutting import Piece, parts_of
from bronbrief.evidence.model import Mark, Part, Segment
from bronbrief.evidence.request import Request

_OPENERS = " \t\u00a0(["
_CLOSERS = (".", ",", ";", ":", "!", "?", ")")


@dataclass(frozen=True, slots=True)
class Marking:
    """A mark over characters `start` to `end` of a part.

    An insertion comes at `end` and has words; a first letter is printed as its words have it.
    """

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
    letter = initial(parts[0].text, request.spec.initial)
    if letter:
        marks.append(Marking(parts[0], Mark.INITIAL, 0, len(letter), letter))
    elif letter is not None:
        place, first = request.place("initial"), parts[0].text.split()[0]
        findings.append(
            report("initial-useless", place, id=request.id, word=first, value=request.spec.initial)
        )
    return marks, findings


def initial(text: str, case: str | None) -> str | None:
    """Return the first letter of a text as a small one or a capital; "" where it is that already.

    Where `case` is None nothing was asked. The Dutch IJ is one letter.
    """
    if case is None:
        return None
    letter = text[:2] if text[:2] in ("IJ", "ij") else text[:1]
    changed = letter.lower() if case == "lower" else letter.upper()
    return changed if changed != letter and len(changed) == len(letter) else ""


def with_either_initial(text: str) -> Iterator[str]:
    """Yield a text as it is, and with its first letter in the other case."""
    yield text
    for case in ("lower", "upper"):
        if letter := initial(text, case):
            yield letter + text[len(letter) :]


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
            letters = (one.words for one in marks if one.part is piece and one.mark is Mark.INITIAL)
            segments += (Segment(Mark.INITIAL, letter) for letter in letters)
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
    begin = sum(one.end for one in marks if one.mark is Mark.INITIAL)
    paint: list[tuple[Mark, int]] = [(Mark.TEXT, 0)] * len(part.text)
    for mark in (Mark.EMPHASIS, Mark.SIC):
        for number, one in enumerate(marks):
            if one.mark is mark:
                paint[one.start : one.end] = [(mark, number)] * (one.end - one.start)
    added = [one for one in marks if one.mark is Mark.INSERTION]
    cuts = sorted({one.end for one in added})
    for _, group in groupby(
        range(begin, len(paint)), key=lambda at: (paint[at], sum(cut <= at for cut in cuts))
    ):
        places = list(group)
        first, last = places[0], places[-1] + 1
        yield Segment(paint[first][0], part.text[first:last])
        for one in added:
            if one.end == last:
                if part.text[last - 1] not in _OPENERS:
                    yield Segment(Mark.TEXT, " ")
                yield Segment(Mark.INSERTION, one.words)
