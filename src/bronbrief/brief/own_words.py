"""The author's own words: a Markdown text cut into what stands alone, with what is cited in each piece."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bronbrief.brief.references import Kind, Reference, Target, mark

GAP = "\x1f"

_LINK = re.compile(r"\]\([^()\n]*\)|<[^<>\s]+>|(?:https?://|www\.)[^\s)]+|`[^`\n]+`")
_ITEM = re.compile(r"[ ]{0,12}(?:[-*+]|\d{1,3}[.)])[ ]+|[ ]{0,3}#{1,6}[ ]")
DELIMITER = re.compile(r"[ ]*(?:\|[ ]*)?:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*(?:\|[ ]*)?")
"""The line below the head of a Markdown table."""
_NUMBERED = re.compile(r"(?m)^[ ]{0,12}\d{1,3}[.)](?=[ ])")
_CELL = re.compile(r"(?:\\\||[^|])+")
_AFTER_STOP = re.compile(r"[.!?][\s]*$")
_REACH = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, list item, heading or cell at characters `start` to `end` of a Markdown text.

    `text` is the whole Markdown text, equally long, with references and addresses blotted out. `cited` is
    what the piece cites, `near` what it cites for want of that: the rest of its table row. A piece without
    own words (`is_quotation`) is an excerpt that is set off; `cited` names it. `beside` is what is set off
    directly before and after.
    """

    start: int
    end: int
    text: str
    cited: tuple[Target, ...]
    near: tuple[Target, ...] = ()
    beside: tuple[Target, ...] = ()
    is_quotation: bool = False

    @property
    def words(self) -> str:
        """Return the piece's own words, everything else blotted out."""
        return self.text[self.start : self.end]


def pieces(markdown: str) -> tuple[Piece, ...]:
    """Cut a Markdown text into pieces, in order."""
    references = mark(markdown).references
    text = _blotted(markdown, references)
    found = [piece for block in _blocks(markdown) for piece in _pieces(markdown, text, block, references)]
    return tuple(_with_neighbours(found))


def _blotted(markdown: str, references: tuple[Reference, ...]) -> str:
    """Blot out references, addresses and list numbers; a quotation ends its sentence as its words do."""
    text = _LINK.sub(lambda match: GAP * len(match[0]), markdown)
    text = _NUMBERED.sub(lambda match: " " * len(match[0]), text)
    parts: list[str] = []
    done, ended = 0, False
    for reference in references:
        length = reference.end - reference.start
        before = text[done : reference.start]
        ended = bool(_AFTER_STOP.search(before[-_REACH:])) or (ended and not before.strip())
        if reference.kind is Kind.QUOTATION:
            blot, ended = GAP * (length - 2) + ". ", True
        else:
            blot = (" " if ended else GAP) * length
        parts += (before, blot)
        done = reference.end
    return "".join((*parts, text[done:]))


def _blocks(markdown: str) -> Iterator[tuple[int, int]]:
    """Yield where paragraphs, list items, headings and table rows begin and end."""
    start, at, in_table = 0, 0, False
    lines = markdown.split("\n")
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        in_table = "|" in line and (in_table or bool("|" in following and DELIMITER.fullmatch(following)))
        if not line.strip() or in_table or _ITEM.match(line):
            if start < at:
                yield start, at
            start = at
        if not line.strip() or in_table:
            if in_table:
                yield at, at + len(line)
            start = at + len(line) + 1
        at += len(line) + 1
    if start < len(markdown):
        yield start, len(markdown)


def _pieces(
    markdown: str, text: str, block: tuple[int, int], references: tuple[Reference, ...]
) -> Iterator[Piece]:
    start, end = block
    first, last = (bisect_left(references, at, key=lambda one: one.start) for at in (start, end))
    inside = references[first:last]
    targets = tuple(target for reference in inside for target in reference.targets)
    line = markdown[start:end]
    if DELIMITER.fullmatch(line.strip("\n")):
        return
    rest = line
    for reference in inside:
        rest = rest.replace(reference.literal, "", 1)
    alone = inside and not rest.strip() and all(reference.kind is Kind.QUOTATION for reference in inside)
    if alone:
        yield from (Piece(start, end, text, reference.targets, is_quotation=True) for reference in inside)
    elif _is_row(line):
        for cell in _CELL.finditer(line):
            here = start + cell.start(), start + cell.end()
            own = tuple(target for target in targets if here[0] <= target.start < here[1])
            yield Piece(*here, text, own, targets)
    elif text[start:end].strip(f" \n{GAP}"):
        yield Piece(start, end, text, targets)


def _is_row(line: str) -> bool:
    return "|" in line and "\n" not in line.strip("\n")


def _with_neighbours(found: list[Piece]) -> Iterator[Piece]:
    """Add to each piece of own words the excerpts that are set off directly before and after it."""
    for number, piece in enumerate(found):
        if piece.is_quotation:
            yield piece
            continue
        beside: list[Target] = []
        for step in (-1, 1):
            at = number + step
            while 0 <= at < len(found) and found[at].is_quotation:
                beside.extend(found[at].cited)
                at += step
        yield replace(piece, beside=tuple(beside))
