"""Where quotations stand on a page of a PDF, found by their letters: its picture leads to the sources.

A page is read letter by letter, as it is painted. White space, hyphens and what stands between brackets do
not count: lines are broken elsewhere than in the source, and brackets are the author's.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

ENOUGH = 24
"""Letters of a quotation that continues on another page: fewer may stand on a page by chance."""
SHORT = 16
"""Letters up to which words count as a quotation only between quotation marks."""
FURNITURE = 160
"""Letters of running heads and feet at most: but for these, a broken quotation is first or last on a page."""
APART = 12
"""Letters between two pieces of one quotation at most: a bracket's words, the number of a note."""

_IGNORED = re.compile(r"[\s\x02\xad\u200b-]")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_OPENING, _CLOSING = "‘“\"'„«", "’”\"'»"

Box = tuple[float, float, float, float]
"""Left, top, width and height, as parts of the width and height of the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation's place on a page: a box for each of its lines, in reading order."""

    id: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a page that count, and for each the number of the character that it is."""

    text: str
    numbers: tuple[int, ...]


def find_places(page: pypdfium2.PdfPage, quotations: Sequence[tuple[str, str]]) -> tuple[Place, ...]:
    """Find quotations, each an id and its text, on a page; in the order in which they stand there."""
    reader = page.get_textpage()
    try:
        letters = _letters(reader)
        found = [
            (start, name, _boxes(page, reader, letters.numbers[start:end]))
            for name, text in quotations
            for start, end in stretches(letters.text, text)
        ]
    finally:
        reader.close()
    return tuple(Place(name, boxes) for _, name, boxes in sorted(found) if boxes)


def stretches(page: str, quotation: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where a quotation stands among the letters of a page, or as much as there is."""
    pieces = [piece for piece in map(bare, _BRACKETS.split(quotation)) if piece]
    if not pieces:
        return
    at = page.find(pieces[0])
    if at < 0:
        yield from _in_part(page, "".join(pieces))
    while at >= 0:
        end = at + len(pieces[0])
        for piece in pieces[1:]:
            next_at = page.find(piece, end)
            if not 0 <= next_at - end <= APART:
                break
            end = next_at + len(piece)
        if end - at > SHORT or _is_between_marks(page, at, end):
            yield at, end
        at = page.find(pieces[0], end)


def bare(text: str) -> str:
    """Return the letters of a text that count."""
    return _IGNORED.sub("", text)


def _in_part(page: str, quotation: str) -> Iterator[tuple[int, int]]:
    """Yield where a quotation begins that goes on overleaf, or ends that began there."""
    begins = _most(len(quotation), lambda count: quotation[:count] in page)
    ends = _most(len(quotation), lambda count: quotation[len(quotation) - count :] in page)
    at = page.rfind(quotation[:begins])
    if begins >= ENOUGH and len(page) - at - begins <= FURNITURE:
        yield at, at + begins
    at = page.find(quotation[len(quotation) - ends :])
    if ends >= ENOUGH and at <= FURNITURE:
        yield at, at + ends


def _most(length: int, holds: Callable[[int], bool]) -> int:
    """Return the largest count up to a length that holds, where each smaller one does too."""
    low, high = 0, length
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _is_between_marks(page: str, start: int, end: int) -> bool:
    return page[start - 1 : start] in tuple(_OPENING) and page[end : end + 1] in tuple(_CLOSING)


def _letters(reader: pypdfium2.PdfTextPage) -> Letters:
    characters = [chr(raw.FPDFText_GetUnicode(reader.raw, at)) for at in range(reader.count_chars())]
    counted = [(char, at) for at, char in enumerate(characters) if not _IGNORED.match(char)]
    return Letters("".join(char for char, _ in counted), tuple(at for _, at in counted))


def _boxes(page: pypdfium2.PdfPage, reader: pypdfium2.PdfTextPage, numbers: Sequence[int]) -> tuple[Box, ...]:
    """Join the boxes of characters that stand on one line."""
    width, height = page.get_size()
    lines: list[list[float]] = []
    for number in numbers:
        left, bottom, right, top = reader.get_charbox(number, loose=True)
        middle = (bottom + top) / 2
        if lines and lines[-1][1] < middle < lines[-1][3]:
            line = lines[-1]
            line[:] = min(line[0], left), min(line[1], bottom), max(line[2], right), max(line[3], top)
        else:
            lines.append([left, bottom, right, top])
    return tuple(
        (left / width, 1 - top / height, (right - left) / width, (top - bottom) / height)
        for left, bottom, right, top in lines
    )
