"""A source with its passages folded and joined into one text, and the way back to its own characters."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

from bronbrief.core.hyphenation import Reading
from bronbrief.core.text import Folded, fold, fold_texts
from bronbrief.core.user_cache import recipe
from bronbrief.sources.model import Passage, Source, Unit

_CODE = (
    "bronbrief.evidence",
    "bronbrief.sources",
    "bronbrief.core.text",
    "bronbrief.core.hyphenation",
    "regex",
)


class Span(NamedTuple):
    """Characters `start` to `end` of a searchable text, and how the author reads the line ends in it."""

    start: int
    end: int
    readings: tuple[Reading, ...] = ()


class Stretch(NamedTuple):
    """Characters `start` to `end` of one passage's text, and how the author reads the line ends in it."""

    passage: Passage
    start: int
    end: int
    readings: tuple[Reading, ...] = ()


def code() -> str:
    """Return the hash of the code that notes about places stand on."""
    return recipe(*_CODE)


@dataclass(slots=True)
class FoldedSource:
    """A source whose passages are folded and joined by single spaces into `text`.

    `offsets` holds where each passage starts in it, and then where the next one would. Page numbers and
    rulings, which are passages but not text, come last, so that a text which runs over them is found. The
    text, and the way back from a folded passage to its own characters, are made when they are first needed:
    of a long source, the notes have the offsets.
    """

    source: Source
    passages: tuple[Passage, ...] = field(init=False)
    offsets: Sequence[int] = field(init=False)
    _text: str | None = field(init=False, default=None)
    _folds: dict[int, Folded] = field(init=False, default_factory=dict)
    _words: dict[str, list[int]] | None = field(init=False, default=None)
    _marks: tuple[int, ...] = field(init=False, default=())
    _bytes: tuple[int, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        self.passages = tuple(sorted(self.source.passages, key=lambda one: one.locator.unit is Unit.LINE))
        known = self.source.notes.about("layout", code())
        if not known:
            folded = fold_texts([passage.text for passage in self.passages])
            known["offsets"] = tuple(accumulate((len(text) + 1 for text in folded), initial=0))
            self._text = " ".join(folded)
        self.offsets = known["offsets"]

    @property
    def text(self) -> str:
        """Return the folded passages as one text."""
        if self._text is None:
            self._text = " ".join(fold_texts([passage.text for passage in self.passages]))
        return self._text

    def passage_at(self, position: int) -> int:
        """Return which of `passages` holds a character of the text."""
        return bisect_right(self.offsets, position, hi=len(self.passages)) - 1

    def whole(self, at: int) -> Span:
        """Return the span of a whole passage, one of `passages`."""
        return Span(self.offsets[at], self.offsets[at + 1] - 1)

    def folded_text(self, at: int) -> str:
        """Return the text of a passage, one of `passages`, as it stands in `text`."""
        if self._text is None:
            return self._folded(at).text
        start, end, _ = self.whole(at)
        return self._text[start:end]

    def piece(self, start: int, end: int) -> str:
        """Return characters `start` to `end` of the text, as far as there are such; no more is folded."""
        start, end = max(start, 0), min(end, self.offsets[-1] - 1)
        if start >= end:
            return ""
        first, last = self.passage_at(start), self.passage_at(end - 1)
        whole = " ".join(self.folded_text(at) for at in range(first, last + 1)) + " "
        return whole[start - self.offsets[first] : end - self.offsets[first]]

    def words(self) -> Mapping[str, Sequence[int]]:
        """Return in which of `passages` each word stands, without regard to capitals; made once."""
        if self._words is None:
            words: dict[str, list[int]] = defaultdict(list)
            for at in range(len(self.passages)):
                for word in set(self.folded_text(at).casefold().split()):
                    words[word].append(at)
            self._words = dict(words)
        return self._words

    def stretches(self, span: Span) -> Iterator[Stretch]:
        """Cut a span into stretches of passages, in their own characters."""
        for at in range(self.passage_at(span.start), self.passage_at(span.end - 1) + 1):
            offset, folded = self.offsets[at], self._folded(at)
            first = max(span.start - offset, 0)
            last = min(span.end - offset, len(folded.text))
            start, end = folded.origin(first, last)
            local = tuple(
                Reading(*self._unfolded(folded, one.start - offset, one.end - offset), one.text)
                for one in span.readings
                if first <= one.start - offset <= last
            )
            yield Stretch(self.passages[at], start, end, local)

    def byte_span(self, stretch: Stretch) -> tuple[int, int]:
        """Return the offsets of a stretch in bytes of the file; adds up the source's lengths only once."""
        text = self.source.text
        if not self._marks:
            first, _ = self.source.byte_span(0, 0)
            self._marks = (0, *sorted(passage.origin_start for passage in self.passages))
            sizes = (len(text[start:end].encode()) for start, end in pairwise(self._marks))
            self._bytes = tuple(accumulate(sizes, initial=first))
        start, end = stretch.passage.origin(stretch.start, stretch.end)
        nearest = bisect_right(self._marks, start) - 1
        begin = self._bytes[nearest] + len(text[self._marks[nearest] : start].encode())
        return begin, begin + len(text[start:end].encode())

    def _folded(self, at: int) -> Folded:
        if at not in self._folds:
            self._folds[at] = fold(self.passages[at].text)
        return self._folds[at]

    @staticmethod
    def _unfolded(folded: Folded, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return folded.origin(start, end)
        return folded.starts[start], folded.starts[start]
