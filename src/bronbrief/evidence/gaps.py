"""Words left out without […]: where a text joins what its source has apart, and the quotation with marks."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from bronbrief.core.text import fold
from bronbrief.evidence.boundaries import cuts
from bronbrief.evidence.differences import inserted, shortened, visible
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.nearest import candidates
from bronbrief.evidence.request import Request, Typed, parts_of_quote
from bronbrief.evidence.searchable import Searchable, places

MOST_PARTS = 4
# About sixty words: who leaves out more at once is hardly mistaken about the mark alone.
LONGEST_GAP = 400
_PLACES = 20
_SHORTER = 3
_WORDS_A_PART = 2
_WORDS_IN_ONE = 3
_WORD = re.compile(r"[^\W_]")
# A word, or the marks that end a clause: words may be left out before them.
_CLOSING = ".,;:!?"
_UNIT = re.compile(r"(?:[.,;:!?]*+[^\s.,;:!?]++)++|[.,;:!?]++")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of a folded text, and the span of the source at which they stand."""

    start: int
    end: int
    span: Span


def find_gaps(searchable: Searchable, typed: str) -> tuple[Piece, ...]:
    """Return the pieces of a text that leaves out words between them, in order; none where it is not so.

    Every word of the text is in a piece. The pieces stand in one passage in this order, with words of the
    source between each two. A text of scattered words, such as any long passage holds, is none.
    """
    wanted = fold(typed).text
    chains = (
        chain
        for at in candidates(searchable, wanted)
        for chain in _chains_in(searchable.folded_text(at), _Units(wanted), searchable.offsets[at])
    )
    return min(chains, key=lambda chain: (len(chain), chain[-1].span.end - chain[0].span.start), default=())


def with_marks(typed: str, pieces: Sequence[Piece]) -> str:
    """Write a text as its author typed it, with […] between its pieces."""
    folded = fold(typed)
    written = ""
    for piece in pieces:
        start, end = folded.origin(piece.start, piece.end)
        gap = " […]" if typed[start] in _CLOSING else " […] "
        written += (gap if written else "") + typed[start:end]
    return written


def gap_diff(searchable: Searchable, typed: str, pieces: Sequence[Piece]) -> str:
    """Show a text and its source as `word_diff` does, with what is left out as insertions of the source's."""
    wanted = fold(typed).text
    gaps = [*(searchable.piece(one.span.end, two.span.start) for one, two in pairwise(pieces)), ""]
    own = theirs = ""
    for number, (piece, gap) in enumerate(zip(pieces, gaps, strict=True)):
        words = wanted[piece.start : piece.end].split(" ")
        shown = " ".join(shortened(words, first=number == 0, last=number == len(pieces) - 1))
        before = wanted[pieces[number - 1].end : piece.start] if number else ""
        own += before + shown
        bare = gap.strip()
        theirs += shown + (gap.replace(bare, inserted(bare.split())) if bare else "")
    return f"- {visible(own)}\n+ {visible(theirs)}"


def with_omissions(request: Request) -> str | None:
    """Return the quotation of an excerpt with […] at each of its gaps; None where there is nothing to offer.

    Whether what is returned is a quotation, and whether what it leaves out turns it, is for the proof to say.
    """
    whole = request.spec.quote
    if whole is None:
        return None
    offered = whole
    for part in reversed(parts_of_quote(Typed("quote", whole))):
        if not request.searchable.find(part.text).spans:
            pieces = find_gaps(request.searchable, part.text)
            if not pieces:
                return None
            marked = with_marks(part.text, pieces)
            offered = offered[: part.start] + marked + offered[part.start + len(part.text) :]
    flat = " ".join(offered.split())
    return flat if offered != whole and visible(flat) == flat else None


class _Units:
    """A folded text in units, which belong together in pieces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.edges = [match.span() for match in _UNIT.finditer(text)]

    def __len__(self) -> int:
        return len(self.edges)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of units `first` to `last`."""
        return self.edges[first][0], self.edges[last - 1][1]

    def run(self, first: int, last: int) -> str:
        """Return the text of units `first` to `last`."""
        return self.text[slice(*self.span(first, last))]


# Units `first` to `last`, and where they stand in a passage.
_Run = tuple[int, int, Span]


def _chains_in(text: str, units: _Units, offset: int) -> Iterator[tuple[Piece, ...]]:
    """Yield the ways in which a passage has all units in few pieces; its text begins at `offset`."""
    for first in _runs(text, units, 0):
        window = text[: first[2].end + len(units.text) + MOST_PARTS * LONGEST_GAP]
        for chain in _continued(window, units, (first,)):
            pieces = tuple(Piece(*units.span(one, other), span) for one, other, span in chain)
            if _is_sensible(text, units.text, pieces):
                yield tuple(
                    replace(one, span=Span(one.span.start + offset, one.span.end + offset)) for one in pieces
                )


def _continued(text: str, units: _Units, begun: tuple[_Run, ...]) -> Iterator[tuple[_Run, ...]]:
    _, done, span = begun[-1]
    if done == len(units):
        yield begun
    elif len(begun) < MOST_PARTS:
        seen = set()
        for following in _runs(text, units, done, span.end):
            if following[1] not in seen:
                seen.add(following[1])
                yield from _continued(text, units, (*begun, following))


def _runs(text: str, units: _Units, first: int, start: int = 0) -> Iterator[_Run]:
    """Yield where the longest run of units from `first` stands whole after `start`, then shorter ones."""
    longest = _longest(text, units, first, start)
    for last in range(longest, max(longest - _SHORTER, first), -1):
        run = units.run(first, last)
        for at in islice(places(text, run, start), _PLACES):
            if not cuts(text, at) and not cuts(text, at + len(run)):
                yield first, last, Span(at, at + len(run))


def _longest(text: str, units: _Units, first: int, start: int) -> int:
    """Return up to which unit those from `first` stand together after `start`."""
    lasts = range(first + 1, len(units) + 1)
    return first + bisect_left(lasts, x=True, key=lambda last: text.find(units.run(first, last), start) < 0)


def _is_sensible(text: str, wanted: str, pieces: Sequence[Piece]) -> bool:
    """Tell whether words are left out between all pieces, not many, and the pieces are not mere words."""
    counts = [len(wanted[one.start : one.end].split()) for one in pieces]
    gaps = [text[one.span.end : other.span.start] for one, other in pairwise(pieces)]
    return (
        len(pieces) > 1
        and sum(counts) >= _WORDS_A_PART * len(pieces)
        and max(counts) >= _WORDS_IN_ONE
        and all(_WORD.search(gap) and len(gap) <= LONGEST_GAP for gap in gaps)
        and not any(map(_repeats, (wanted[one.start : one.end] for one in pieces), gaps))
    )


def _repeats(piece: str, gap: str) -> bool:
    """Tell whether a gap ends with the last word of the piece before it, but for its case.

    Then nothing was left out: the word beside the next piece is the one that was meant, and it is capital.
    """
    last, beside = piece.split()[-1:], gap.split()[-1:]
    return last != beside and [word.casefold() for word in last] == [word.casefold() for word in beside]
