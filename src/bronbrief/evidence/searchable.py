"""A source made ready for searching: folded once, found in by the string search of the machine."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from bronbrief.core.hyphenation import (
    Joint,
    Loose,
    Reading,
    has_line_end_hyphen,
    hyphens_in,
    loosen,
    loosen_typed,
    readings,
)
from bronbrief.core.text import LINE_BREAKS, Folded, fold, fold_texts
from bronbrief.evidence.boundaries import cuts
from bronbrief.sources.model import Passage, Source, Unit

PLACES_LIMIT = 1000
_TRIES_LIMIT = 1_000_000
# From so many searches in so many characters on, a list of the words pays.
_OFTEN, _LONG = 40, 200_000
_RARE = 3
_HYPHENS = "-\u2010"


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


@dataclass(frozen=True, slots=True)
class Hits:
    """Where a text stands: as whole words within a passage, within words, or over passages' ends."""

    spans: tuple[Span, ...] = ()
    cut: tuple[Span, ...] = ()
    crossing: tuple[Span, ...] = ()


@dataclass(slots=True)
class Searchable:
    """A source whose passages are folded and joined by single spaces into `text`.

    `offsets` holds where each passage starts in it. Page numbers and rulings, which are passages but not
    text, come last, so that a text which runs over them is found. The way back from a folded passage to its
    own characters is made when it is first needed.
    """

    source: Source
    passages: tuple[Passage, ...] = field(init=False)
    offsets: tuple[int, ...] = field(init=False)
    text: str = field(init=False)
    _folds: dict[int, Folded] = field(init=False, default_factory=dict)
    _words: dict[str, list[int]] | None = field(init=False, default=None)
    _searches: int = field(init=False, default=0)
    _loose: Loose | None = field(init=False, default=None)
    _breaks_words: bool | None = field(init=False, default=None)
    _marks: tuple[int, ...] = field(init=False, default=())
    _bytes: tuple[int, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        self.passages = tuple(sorted(self.source.passages, key=lambda one: one.locator.unit is Unit.LINE))
        folded = fold_texts([passage.text for passage in self.passages])
        self.offsets = tuple(accumulate((len(text) + 1 for text in folded), initial=0))[:-1]
        self.text = " ".join(folded)

    def passage_at(self, position: int) -> int:
        """Return which of `passages` holds a character of the text."""
        return bisect_right(self.offsets, position) - 1

    def whole(self, at: int) -> Span:
        """Return the span of a whole passage, one of `passages`."""
        end = self.offsets[at + 1] - 1 if at + 1 < len(self.offsets) else len(self.text)
        return Span(self.offsets[at], end)

    def folded_text(self, at: int) -> str:
        """Return the text of a passage, one of `passages`, as it stands in `text`."""
        start, end, _ = self.whole(at)
        return self.text[start:end]

    def find(self, typed: str) -> Hits:
        """Find every place where a text stands, but for what the folds and line ends allow."""
        folded = fold(typed)
        if not folded.text:
            return Hits()
        length = len(folded.text)
        places = self._listed(typed, folded.text) or _places(self.text, folded.text)
        hits = self._sorted_out((Span(at, at + length) for at in places), typed, folded)
        if hits.spans or not (has_line_end_hyphen(typed) or self._has_line_end_hyphens()):
            return hits
        loose = self._sorted_out(self._find_loosely(typed), typed, folded)
        return hits if hits.cut and not loose.spans else loose

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

    def _listed(self, typed: str, wanted: str) -> list[int]:
        """Return the places of a text within single passages, found by its rarest words; none where unsure.

        A long source that is searched often is quicker searched so. The words at the edges do not count:
        they may be parts of words.
        """
        self._searches += 1
        inner = wanted.casefold().split()[1:-1]
        seldom = self._words is None and (self._searches < _OFTEN or len(self.text) < _LONG)
        if seldom or not inner or any(char in LINE_BREAKS for char in typed):
            return []
        words = self.words()
        rarest, *others = sorted((words.get(word, ()) for word in set(inner)), key=len)[:_RARE]
        common = set(rarest).intersection(*others)
        if len(common) > PLACES_LIMIT:
            return []
        edges = (self.whole(at) for at in sorted(common))
        return [place for start, end, _ in edges for place in _places(self.text, wanted, start, end)]

    def _folded(self, at: int) -> Folded:
        if at not in self._folds:
            self._folds[at] = fold(self.passages[at].text)
        return self._folds[at]

    def _sorted_out(self, spans: Iterable[Span], typed: str, folded: Folded) -> Hits:
        good: list[Span] = []
        cut: list[Span] = []
        crossing: list[Span] = []
        for span in spans:
            if len(good) == PLACES_LIMIT:
                break
            if self._is_cut(span):
                cut.append(span)
            elif self._crosses(span, typed, folded):
                crossing.append(span)
            else:
                good.append(span)
        return Hits(tuple(good), tuple(cut), tuple(crossing))

    def _is_cut(self, span: Span) -> bool:
        first, last = self.passage_at(span.start), self.passage_at(span.end - 1)
        return cuts(self.folded_text(first), span.start - self.offsets[first]) or cuts(
            self.folded_text(last), span.end - self.offsets[last]
        )

    def _crosses(self, span: Span, typed: str, folded: Folded) -> bool:
        """Tell whether a span runs over the end of a passage where the author typed no line break."""
        first, last = self.passage_at(span.start), self.passage_at(span.end - 1)
        for at in range(first, last):
            gap = self.offsets[at + 1] - 1 - span.start
            if span.readings or len(folded.text) != span.end - span.start:
                return True
            if not any(char in LINE_BREAKS for char in typed[folded.starts[gap] : folded.ends[gap]]):
                return True
        return False

    def _find_loosely(self, typed: str) -> Iterator[Span]:
        author = loosen_typed(typed)
        source = self._loosened()
        for at in _places(source.text, author.text):
            read = readings(author, source, at)
            if read is not None:
                yield Span(*source.folded_span(at, at + len(author.text)), read)

    def _has_line_end_hyphens(self) -> bool:
        if self._breaks_words is None:
            self._breaks_words = has_line_end_hyphen(self.source.text)
        return self._breaks_words

    def _loosened(self) -> Loose:
        if self._loose is None:
            joints = (
                replace(joint, start=joint.start + offset, end=joint.end + offset)
                for at, (passage, offset) in enumerate(zip(self.passages, self.offsets, strict=True))
                for joint in self._joints(passage, self._folded(at))
            )
            self._loose = loosen(self.text, joints)
        return self._loose

    def _joints(self, passage: Passage, folded: Folded) -> list[Joint]:
        """List the hyphens in a passage's words, and those that its view has dropped, in order."""
        text, joints = self.source.text, []
        for start, end in hyphens_in(folded.text):
            begin, _ = passage.origin(folded.starts[start], folded.starts[start] + 1)
            after, _ = passage.origin(folded.starts[end], folded.starts[end] + 1)
            broken = any(char in text[begin:after] for char in LINE_BREAKS)
            joints.append(Joint(start, end, folded.text[start:end], broken))
        for run in passage.runs:
            if run.length == 0 and run.span and text[run.origin] in _HYPHENS:
                at = bisect_left(folded.starts, run.view)
                joints.append(Joint(at, at, "", at_line_end=True, dropped=text[run.origin]))
        return sorted(joints, key=lambda joint: joint.start)

    @staticmethod
    def _unfolded(folded: Folded, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return folded.origin(start, end)
        return folded.starts[start], folded.starts[start]


def _places(text: str, needle: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where a text stands in another, or in a stretch of it, overlaps included."""
    at = text.find(needle, start, end)
    for _ in range(_TRIES_LIMIT):
        if at < 0:
            return
        yield at
        at = text.find(needle, at + 1, end)
