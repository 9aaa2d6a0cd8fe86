"""Near misses: the passage most like a quotation that is not there, and how the two differ, word by word."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bronbrief.core.text import fold
from bronbrief.evidence.characters import spelled_differences, visible
from bronbrief.evidence.searchable import Searchable, Span
from bronbrief.sources.model import Locator

_CANDIDATES = 4
_SCAN_LIMIT = 300_000
_CONTEXT_WORDS = 5


@dataclass(frozen=True, slots=True)
class Near:
    """The stretch of a source most like a text: `similarity` runs from 0 to 100 (normalised indel)."""

    locator: Locator
    span: Span
    text: str
    similarity: float


@dataclass(slots=True)
class WordIndex:
    """In which passages of a source each word stands; made once, when the first near miss is sought."""

    searchable: Searchable
    _where: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for at, folded in enumerate(self.searchable.folds):
            for word in folded.text.casefold().split():
                self._where[word].add(at)

    def nearest(self, typed: str) -> Near | None:
        """Return the stretch of one passage most like a text, or None where nothing is like it."""
        wanted = fold(typed).text
        near = [self._align(wanted, at) for at in self._candidates(wanted)]
        return max((one for one in near if one), key=lambda one: one.similarity, default=None)

    def _candidates(self, wanted: str) -> list[int]:
        """Choose passages that share words with the text, rare words counting most."""
        scores: Counter[int] = Counter()
        for word in set(wanted.casefold().split()):
            found = self._where.get(word, ())
            for at in found:
                scores[at] += 1_000_000 // len(found)
        best = [at for at, _ in sorted(scores.items(), key=lambda item: (-item[1], item[0]))]
        if not best and len(self.searchable.text) <= _SCAN_LIMIT:
            return list(range(len(self.searchable.folds)))
        return best[:_CANDIDATES]

    def _align(self, wanted: str, at: int) -> Near | None:
        text = self.searchable.folds[at].text
        found = fuzz.partial_ratio_alignment(wanted, text)
        if found is None:
            return None
        start, end = (
            _widen(text, found.dest_start, found.dest_end) if len(wanted) < len(text) else (0, len(text))
        )
        offset = self.searchable.offsets[at]
        passage = self.searchable.passages[at]
        piece = text[start:end]
        return Near(passage.locator, Span(offset + start, offset + end), piece, fuzz.ratio(wanted, piece))


def word_diff(mine: str, theirs: str) -> str:
    """Show how two texts differ, in plain lines: "- " is the author's, "+ " the source's.

    What only one has stands in [-these-] or {+these+}. Long stretches that agree are shortened. Characters
    that look alike are spelled out below.
    """
    own, other = fold(mine).text.split(), fold(theirs).text.split()
    left: list[str] = []
    right: list[str] = []
    spelled: list[str] = []
    codes = Levenshtein.opcodes(own, other)
    for number, code in enumerate(codes):
        a, b = own[code.src_start : code.src_end], other[code.dest_start : code.dest_end]
        if code.tag == "equal":
            shown = _shortened(a, first=number == 0, last=number == len(codes) - 1)
            left += shown
            right += shown
            continue
        left += [f"[-{' '.join(a)}-]"] if a else []
        right += [f"{{+{' '.join(b)}+}}"] if b else []
        if len(a) == len(b):
            for x, y in zip(a, b, strict=True):
                spelled += spelled_differences(x, y)
    lines = [f"- {visible(' '.join(left))}", f"+ {visible(' '.join(right))}"]
    return "\n".join([*lines, *(f"  {line}" for line in dict.fromkeys(spelled))])


def _shortened(words: list[str], *, first: bool, last: bool) -> list[str]:
    keep = _CONTEXT_WORDS
    if first and last:
        return words
    if first:
        return words if len(words) <= keep + 1 else ["…", *words[-keep:]]
    if last:
        return words if len(words) <= keep + 1 else [*words[:keep], "…"]
    return words if len(words) <= 2 * keep + 1 else [*words[:keep], "…", *words[-keep:]]


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole words, leaving out a word of which only an edge was caught."""
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    first = text.rfind(" ", 0, start) + 1
    stop = text.find(" ", end)
    return first, len(text) if stop < 0 else stop
