"""Near misses: the passage most like a quotation that is not there, and how the two differ, word by word."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bronbrief.core.text import fold
from bronbrief.evidence.characters import spelled_differences, visible
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.searchable import Searchable
from bronbrief.sources.model import Locator

_CANDIDATES = 4
_SCAN_LIMIT = 300_000
_CONTEXT_WORDS = 5
_MARGIN = 4
_SLACK = 30
_WORD = re.compile(r"\S+")
_WORD_PROPER = re.compile(r"\w+")
_MARKS = re.compile(r"[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Near:
    """The stretch of a source most like a text: `similarity` runs from 0 to 100 (normalised indel)."""

    locator: Locator
    span: Span
    text: str
    similarity: float


def nearest(searchable: Searchable, typed: str) -> Near | None:
    """Return the stretch of one passage most like a text, or None where nothing is like it."""
    wanted = fold(typed).text
    aligned = (
        (found, at)
        for at in _candidates(searchable, wanted)
        if (found := fuzz.partial_ratio_alignment(wanted, searchable.folded_text(at)))
    )
    best = max(aligned, key=lambda pair: pair[0].score, default=None)
    if best is None:
        return None
    found, at = best
    text = searchable.folded_text(at)
    shorter = len(wanted) < len(text)
    start, end = _fit(text, found.dest_start, found.dest_end, wanted) if shorter else (0, len(text))
    offset, locator = searchable.offsets[at], searchable.passages[at].locator
    piece = text[start:end]
    return Near(locator, Span(offset + start, offset + end), piece, fuzz.ratio(wanted, piece))


def _candidates(searchable: Searchable, wanted: str) -> list[int]:
    """Choose passages that share words with the text, rare words counting most."""
    words = searchable.words()
    scores: Counter[int] = Counter()
    for word in set(wanted.casefold().split()):
        found = words.get(word, ())
        for at in found:
            scores[at] += 1_000_000 // len(found)
    best = [at for at, _ in sorted(scores.items(), key=lambda item: (-item[1], item[0]))]
    if not best and len(searchable.text) <= _SCAN_LIMIT:
        return list(range(len(searchable.passages)))
    return best[:_CANDIDATES]


def word_diff(mine: str, theirs: str) -> str:
    """Show how two texts differ, in plain lines: "- " is the author's, "+ " the source's.

    What only one has stands in [-these-] or {+these+}. Long stretches that agree are shortened. Characters
    that look alike are spelled out below.
    """
    own, other = fold(mine).text.split(), fold(theirs).text.split()
    left: list[str] = []
    right: list[str] = []
    spelled: list[str] = []
    for agrees, group in groupby(Levenshtein.opcodes(own, other), key=lambda code: code.tag == "equal"):
        codes = list(group)
        a = own[codes[0].src_start : codes[-1].src_end]
        b = other[codes[0].dest_start : codes[-1].dest_end]
        if agrees:
            shown = _shortened(a, first=codes[0].src_start == 0, last=codes[-1].src_end == len(own))
            left += shown
            right += shown
            continue
        left += [f"[-{' '.join(a)}-]"] if a else []
        right += [f"{{+{' '.join(b)}+}}"] if b else []
        pairs = zip(a, b, strict=True) if len(a) == len(b) else [(" ".join(a), " ".join(b))]
        spelled += [line for one, another in pairs for line in spelled_differences(one, another)]
    lines = [f"- {visible(' '.join(left))}", f"+ {visible(' '.join(right))}"]
    return "\n".join([*lines, *(f"  {line}" for line in dict.fromkeys(spelled))])


def _shortened(words: list[str], *, first: bool, last: bool) -> list[str]:
    """Keep the words beside a difference, and a few at the outer edges."""
    head, tail = (0 if first else _CONTEXT_WORDS), (0 if last else _CONTEXT_WORDS)
    if (first and last) or len(words) <= head + tail + 1:
        return words
    return [*words[:head], "…", *(words[-tail:] if tail else [])]


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
