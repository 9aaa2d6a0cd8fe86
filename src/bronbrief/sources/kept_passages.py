"""The passages of a long source, kept between runs: splitting it takes seconds, reading it back does not.

What is kept is numbers only: which passages there are and which stretches of the source they are made of.
Their text is cut from the source anew.
"""

import struct
from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from bronbrief.core.user_cache import keep, recall, recipe
from bronbrief.sources.model import Locator, Passage, Run, Unit
from bronbrief.sources.passages import split_passages

LEAST = 256 * 1024
"""Characters from which a source is worth keeping."""

_KIND, _CODE = "passages", "bronbrief.sources"
_UNITS = tuple(Unit)
_HEAD = struct.Struct("<QQ")
_A_PASSAGE, _A_RUN = 6, 4
_NONE = 0xFFFFFFFF


class KeptRuns(Sequence[Run]):
    """Runs in a table, each made when it is asked for."""

    __slots__ = ("_count", "_first", "_table")

    def __init__(self, table: "array[int]", first: int, count: int) -> None:
        """Take `count` runs of a table from number `first`."""
        self._table, self._first, self._count = table, first, count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Run: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Run, ...]: ...
    def __getitem__(self, at: int | slice) -> Run | tuple[Run, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(self._count)))
        if not -self._count <= at < self._count:
            raise IndexError(at)
        start = (self._first + at % self._count) * _A_RUN
        return Run(*self._table[start : start + _A_RUN])


def passages_of(text: str, sha256: str) -> tuple[Passage, ...]:
    """Split a decoded source, or recall how it was split; `sha256` is the hash of its bytes."""
    if len(text) < LEAST:
        return split_passages(text)
    name = f"{sha256}-{recipe(_CODE)}"
    kept = recall(_KIND, name)
    if kept is not None:
        return unpack(kept, text)
    passages = split_passages(text)
    keep(_KIND, name, pack(passages))
    return passages


def pack(passages: Sequence[Passage]) -> bytes:
    """Write the numbers of passages: a head, a table of passages and a table of runs."""
    rows = array("I")
    runs = array("I")
    for passage in passages:
        where, edges = passage.locator, (passage.origin_start, passage.origin_end)
        paragraph = _NONE if where.paragraph is None else where.paragraph
        rows.extend((_UNITS.index(where.unit), where.number, paragraph, *edges, len(passage.runs)))
        for run in passage.runs:
            runs.extend((run.view, run.length, run.origin, run.span))
    return _HEAD.pack(len(rows), len(runs)) + rows.tobytes() + runs.tobytes()


def unpack(data: bytes, text: str) -> tuple[Passage, ...]:
    """Read passages back, cutting their text from the source."""
    cut = _HEAD.size + _HEAD.unpack_from(data)[0] * array("I").itemsize
    rows, runs = array("I", data[_HEAD.size : cut]), array("I", data[cut:])
    return tuple(_passages(rows, runs, text))


def _passages(rows: "array[int]", runs: "array[int]", text: str) -> Iterator[Passage]:
    first = 0
    for index in range(len(rows) // _A_PASSAGE):
        start = index * _A_PASSAGE
        unit, number, paragraph, begin, end, count = rows[start : start + _A_PASSAGE]
        locator = Locator(_UNITS[unit], number, None if paragraph == _NONE else paragraph)
        view = _view(text, runs[first * _A_RUN : (first + count) * _A_RUN])
        yield Passage(index, locator, view, KeptRuns(runs, first, count), begin, end)
        first += count


def _view(text: str, runs: "array[int]") -> str:
    """Join the lines of a passage: every second run is a joint, one space or none."""
    lengths, origins = runs[1::_A_RUN], runs[2::_A_RUN]
    parts = [text[origin : origin + length] for origin, length in zip(origins, lengths, strict=True)]
    parts[1::2] = [" " * length for length in lengths[1::2]]
    return "".join(parts)
