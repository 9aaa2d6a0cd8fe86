"""A source with its passages folded and joined into one text, and the way back to its own characters."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from bronbrief.core.hyphenation import Reading
from bronbrief.core.text import Folded, fold, fold_texts
from bronbrief.sources.model import Passage, Source

_CELLS = re.compile(r"(?<=\d)[ \t]*\t[ \t]*(?=\d)")
_CELL_END = "\x1f"


def fold_cells(text: str) -> Folded:
    """Fold a text; a tab between two numbers stays: they are in two cells of a table."""
    folded = fold(_marked(text))
    return folded if _CELL_END not in folded.text else replace(folded, text=_unmarked(folded.text))


def _marked(text: str) -> str:
    if "\t" not in text:
        return text
    return _CELLS.sub(lambda found: found[0].replace("\t", _CELL_END), text)


def _unmarked(text: str) -> str:
    return text.replace(_CELL_END, "\t")


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


class FoldedSource:
    """A source whose passages are folded and joined by single spaces into `text`.

    `offsets` holds where each passage starts in it, and then where the next one would. The way back from a
    folded passage to its own characters is made when it is first needed.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.passages = source.passages
        folded = [_unmarked(one) for one in fold_texts([_marked(one.text) for one in self.passages])]
        self.text = " ".join(folded)
        self.offsets = tuple(accumulate((len(text) + 1 for text in folded), initial=0))
        self._folds: dict[int, Folded] = {}

    def passage_at(self, position: int) -> int:
        """Return which of `passages` holds a character of the text."""
        return bisect_right(self.offsets, position, hi=len(self.passages)) - 1

    def whole(self, at: int) -> Span:
        """Return the span of a whole passage, one of `passages`."""
        return Span(self.offsets[at], self.offsets[at + 1] - 1)

    def folded_text(self, at: int) -> str:
        """Return the text of a passage, one of `passages`, as it stands in `text`."""
        start, end, _ = self.whole(at)
        return self.text[start:end]

    def piece(self, start: int, end: int) -> str:
        """Return characters `start` to `end` of the text, as far as there are such."""
        return self.text[max(start, 0) : max(end, 0)]

    def own_text(self, span: Span) -> str:
        """Return the source's own characters for a span, a space between passages."""
        pieces = (one.passage.text[one.start : one.end] for one in self.stretches(span))
        return " ".join(pieces)

    @cached_property
    def words(self) -> Mapping[str, Sequence[int]]:
        """Return in which of `passages` each word stands, without regard to capitals."""
        words: dict[str, list[int]] = defaultdict(list)
        for at in range(len(self.passages)):
            for word in set(self.folded_text(at).casefold().split()):
                words[word].append(at)
        return dict(words)

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
        """Return the offsets of a stretch in bytes of the file."""
        text = self.source.text
        start, end = stretch.passage.origin(stretch.start, stretch.end)
        characters, octets = self._starts
        nearest = bisect_right(characters, start) - 1
        begin = octets[nearest] + len(text[characters[nearest] : start].encode())
        return begin, begin + len(text[start:end].encode())

    @cached_property
    def _starts(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return where the file and each passage begins in it, in characters and in bytes."""
        first, _ = self.source.byte_span(0, 0)
        characters = (0, *sorted(passage.origin_start for passage in self.passages))
        sizes = (len(self.source.text[start:end].encode()) for start, end in pairwise(characters))
        return characters, tuple(accumulate(sizes, initial=first))

    def _folded(self, at: int) -> Folded:
        if at not in self._folds:
            self._folds[at] = fold_cells(self.passages[at].text)
        return self._folds[at]

    @staticmethod
    def _unfolded(folded: Folded, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return folded.origin(start, end)
        return folded.starts[start], folded.starts[start]
