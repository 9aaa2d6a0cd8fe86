"""Near misses: the stretch of a source most like a quotation that is not there."""

import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bronbrief.core.text import fold
from bronbrief.evidence.boundaries import cuts
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.searchable import Searchable
from bronbrief.sources.model import Locator

_CANDIDATES = 4
_SCAN_LIMIT = 300_000
_MARGIN = 4
_SLACK = 30
# How far outside a stretch the first and last words of a text are sought, and how long a single one must be.
_OUTSIDE = 400
_TELLING = 6
_WORD = re.compile(r"\S+")
_WORD_PROPER = re.compile(r"\w+")
_MARKS = re.compile(r"[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Near:
    """The stretch of a source most like a text, in its own characters.

    `similarity` runs from 0 to 100 (normalised indel).

    The stretch runs on to the words with which the text begins and ends where they stand a little further
    off, as words were left out before them; what lies between does not count for the similarity.
    """

    locator: Locator
    span: Span
    text: str
    similarity: float


def nearest(searchable: Searchable, typed: str) -> Near | None:
    """Return the stretch of one passage most like a text, or None where nothing is like it."""
    wanted = fold(typed).text
    aligned = (
        (found, at)
        for at in candidates(searchable, wanted)
        if (found := fuzz.partial_ratio_alignment(wanted, searchable.folded_text(at)))
    )
    best = max(aligned, key=lambda pair: pair[0].score, default=None)
    if best is None:
        return None
    found, at = best
    text = searchable.folded_text(at)
    shorter = len(wanted) < len(text)
    start, end = _fit(text, found.dest_start, found.dest_end, wanted) if shorter else (0, len(text))
    similarity = fuzz.ratio(wanted, text[start:end])
    start, end = _reach(text, start, end, wanted)
    offset, locator = searchable.offsets[at], searchable.passages[at].locator
    span = Span(offset + start, offset + end)
    return Near(locator, span, searchable.own_text(span), similarity)


def candidates(searchable: Searchable, wanted: str) -> list[int]:
    """Choose passages that share words with a folded text, rare words counting most."""
    words = searchable.words
    scores: Counter[int] = Counter()
    for word in set(wanted.casefold().split()):
        found = words.get(word, ())
        for at in found:
            scores[at] += 1_000_000 // len(found)
    best = [at for at, _ in sorted(scores.items(), key=lambda item: (-item[1], item[0]))]
    if not best and len(searchable.text) <= _SCAN_LIMIT:
        return list(range(len(searchable.passages)))
    return best[:_CANDIDATES]


def _fit(text: str, start: int, end: int, wanted: str) -> tuple[int, int]:
    """Move both edges of a stretch to the words that make it most like the text sought.

    Marks that stand outside its first and last word are left out.
    """
    words = [match.span() for match in _WORD.finditer(text, *_widen(text, start, end))]
    heads = [first for first, _ in words if first <= start + _SLACK] or [words[0][0]]
    tails = [last for _, last in words if last >= end - _SLACK and last > heads[0]] or [words[-1][1]]
    end = max(tails, key=lambda tail: _likeness(wanted, text[min(start, tail) : tail]))
    start = max((head for head in heads if head < end), key=lambda head: _likeness(wanted, text[head:end]))
    own, shown = wanted.split(), text[start:end].split()
    head, tail = shown[0].removesuffix(own[0]), shown[-1].removeprefix(own[-1])
    begin = start + (len(head) if head != shown[0] and _MARKS.fullmatch(head) else 0)
    return begin, end - (len(tail) if tail != shown[-1] and _MARKS.fullmatch(tail) else 0)


def _reach(text: str, start: int, end: int, wanted: str) -> tuple[int, int]:
    """Widen a stretch to the first and last words of the text sought that it lacks, if they stand near it.

    Capitals do not count: who begins with words of the middle of a sentence often changes them.
    """
    if len(text.lower()) == len(text):
        text, wanted = text.lower(), wanted.lower()
    words = wanted.split(" ")
    codes = Levenshtein.opcodes(words, text[start:end].split(" "))
    equal = [code for code in codes if code.tag == "equal" and _tells(words[code.src_start : code.src_end])]
    head, tail = (equal[0].src_start, len(words) - equal[-1].src_end) if equal else (0, 0)
    begin, stop = max(start - _OUTSIDE, 0), min(end + _OUTSIDE, len(text))
    for run in (words[:count] for count in range(head, 0, -1)):
        at = text.rfind(" ".join(run), begin, start)
        if at >= 0 and _stands_whole(text, at, run):
            start = at
            break
    for run in (words[-count:] for count in range(tail, 0, -1)):
        at = text.find(" ".join(run), end, stop)
        if at >= 0 and _stands_whole(text, at, run):
            end = at + len(" ".join(run))
            break
    return start, end


def _stands_whole(text: str, at: int, run: list[str]) -> bool:
    """Tell whether words stand uncut at `at`; a single one counts only if it is long and alone."""
    whole = " ".join(run)
    alone = len(run) > 1 or text.count(whole) == 1
    return _tells(run) and alone and not cuts(text, at) and not cuts(text, at + len(whole))


def _tells(run: list[str]) -> bool:
    """Tell whether words are more than any text has: several, or a long one."""
    return len(run) > 1 or len(run[0]) >= _TELLING


def _likeness(wanted: str, piece: str) -> tuple[float, float]:
    """Measure by whole words, and where that is the same by characters."""
    own, other = _WORD_PROPER.findall(wanted), _WORD_PROPER.findall(piece)
    return Levenshtein.normalized_similarity(own, other), fuzz.ratio(wanted, piece)


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch by a few whole words at both sides."""
    for _ in range(_MARGIN):
        start = text.rfind(" ", 0, max(start - 1, 0)) + 1
        stop = text.find(" ", min(end + 1, len(text)))
        end = len(text) if stop < 0 else stop
    return start, end
