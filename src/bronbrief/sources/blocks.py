"""From lines to blocks: the lines that belong together as one paragraph, heading, caption or item."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bronbrief.sources.labels import HASHES, Label, Opening, read_label
from bronbrief.sources.layout import Layout, looks_like_heading, measure
from bronbrief.sources.lines import CLOSERS, End, Line
from bronbrief.sources.model import Unit
from bronbrief.sources.page_marks import is_figure, is_lone_number

HEADINGS_IN_A_ROW = 4
CELL_MARK = " | "
_CELL_MARKS = (CELL_MARK, "\t")
_CAPTION_LENGTH = 600
_CLAUSES = 3
_TAIL = 160
_SOURCE = r"(?:Rechten|Foto(?:'s|’s)?|Beeld|Afbeelding|Illustratie|Fotograaf|Bron foto|Photo|Image|Credit)"
_CLOSES = re.compile(r"\w{1,6}\)")
_CREDIT_TAIL = re.compile(
    rf"(?:\((?:{_SOURCE}\s*:?|©)\s*[^()]*\)|[.!?]\s+(?:Foto|Beeld|©)\s*:?\s*[^.]*)\Z", re.IGNORECASE
)


@dataclass(slots=True)
class Block:
    """The lines of one passage and what it opens with; `unit` is what it is taken for."""

    lines: list[Line]
    label: Label | None = None
    unit: Unit = Unit.PARAGRAPH
    asks: bool = False

    @property
    def start(self) -> int:
        """Return the offset of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Return the offset after the last character."""
        return self.lines[-1].end

    def opens_with(self, *openings: Opening) -> bool:
        """Tell whether the block opens with a label of one of these kinds."""
        return self.label is not None and self.label.opening in openings


def group_lines(text: str, lines: Sequence[Line]) -> list[Block]:
    """Group the lines of a text into blocks, and say of each what it is, dialogue left aside."""
    blocks = _Grouper(text, lines, measure(lines)).group()
    for block in blocks:
        _name(text, block)
    _find_headings(text, blocks)
    return blocks


@dataclass(slots=True)
class _Grouper:
    text: str
    lines: Sequence[Line]
    layout: Layout
    blocks: list[Block] = field(default_factory=list)
    motion: bool | None = None
    last: dict[Opening, int] = field(default_factory=lambda: {Opening.NUMBER: 0, Opening.LETTER: 0})

    def group(self) -> list[Block]:
        at = 0
        while at < len(self.lines):
            more = self._continuation(at) if self.blocks else 0
            if not more:
                self._open(self.lines[at])
            else:
                self.blocks[-1].lines += self.lines[at : at + more]
            at += more or 1
        return self.blocks

    def _open(self, line: Line) -> None:
        label = None if line.ruling else read_label(self.text, line.start, line.end)
        if label and label.opening in self.last:
            self.last[label.opening] = label.number or 0
        self.blocks.append(Block([line], label, Unit.LINE if line.ruling else Unit.PARAGRAPH))

    def _continuation(self, at: int) -> int:
        """Return how many lines from this one on go on with the last block."""
        block, below = self.blocks[-1], self.lines[at]
        if block.unit is Unit.LINE or below.ruling or block.opens_with(Opening.HASHES):
            return 0
        if below.breaks <= 1 and not below.page_break:
            return int(self._wraps(block, below))
        if self._resumes(block, below):
            return 1
        return 2 if self._surrounds(block, at) else 0

    def _surrounds(self, block: Block, at: int) -> bool:
        """Tell whether a sentence runs on over a figure that has a line to itself."""
        line = self.lines[at]
        if at + 1 >= len(self.lines) or not is_figure(self.text[line.start : line.end]):
            return False
        return self._resumes(block, self.lines[at + 1], figure=True)

    def _wraps(self, block: Block, below: Line) -> bool:
        above, first = block.lines[-1], len(block.lines) == 1
        if first and block.label and block.label.alone:
            return block.opens_with(Opening.NUMBER)
        if self._closes_bracket(above, below):
            return True
        label = read_label(self.text, below.start, below.end)
        if label and self._starts_item(block, below, label):
            return False
        if above.end_kind is End.OPEN and _ends_with_credit(self.text, block):
            return False
        labelled = block.label is not None
        return self.layout.wraps(self.text, above, below, first=first, labelled=labelled)

    def _starts_item(self, block: Block, below: Line, label: Label) -> bool:
        above = block.lines[-1]
        ended = above.end_kind is not End.OPEN or self.text[above.end - 1] == ","
        apart = ended or self.layout.has_room(self.text, above, below)
        if (last := self.last.get(label.opening)) is not None:
            return apart or (last > 0 and label.number == last + 1)
        if label.opening is Opening.DASH:
            return apart or block.opens_with(Opening.DASH)
        if label.opening is Opening.CLAUSE:
            return apart and self._is_motion()
        return apart or label.opening in {Opening.BULLET, Opening.HASHES} or label.alone

    def _closes_bracket(self, above: Line, below: Line) -> bool:
        """Tell whether a line begins with the end of what was put between brackets above: "(nr. / 4074)"."""
        opened, closed = (self.text.rfind(sign, above.start, above.end) for sign in "()")
        return opened > closed and _CLOSES.match(self.text, below.start) is not None

    def _is_motion(self) -> bool:
        """Tell whether the text has the parts of a motion, each on a line of its own."""
        if self.motion is None:
            labels = (read_label(self.text, line.start, line.end) for line in self.lines)
            clauses = sum(label is not None and label.opening is Opening.CLAUSE for label in labels)
            self.motion = clauses >= _CLAUSES
        return self.motion

    def _resumes(self, block: Block, below: Line, *, figure: bool = False) -> bool:
        label = read_label(self.text, below.start, below.end)
        if (label and label.opening is not Opening.CLAUSE) or _ends_with_credit(self.text, block):
            return False
        single = len(block.lines) == 1
        return self.layout.resumes(self.text, block.lines[-1], below, single=single, figure=figure)


def _ends_with_credit(text: str, block: Block) -> bool:
    if block.end - block.start > _CAPTION_LENGTH:
        return False
    return _CREDIT_TAIL.search(text, max(block.start, block.end - _TAIL), block.end) is not None


def _name(text: str, block: Block) -> None:
    """Recognise lone numbers, headings with hashes, captions, and whether the block ends in a question mark.

    The hashes are no part of a heading's words.
    """
    block.asks = text[max(block.start, block.end - 4) : block.end].rstrip(CLOSERS).endswith("?")
    if len(block.lines) == 1 and is_lone_number(text[block.start : block.end]):
        block.unit = Unit.LINE
    if block.unit is Unit.LINE:
        return
    if block.opens_with(Opening.HASHES):
        block.unit = Unit.HEADING
        hashes = HASHES.match(text, block.start, block.end)
        block.lines[0].start = hashes.end() if hashes else block.start
    elif block.end - block.start <= _CAPTION_LENGTH and (
        block.opens_with(Opening.CREDIT) or _ends_with_credit(text, block)
    ):
        block.unit = Unit.CAPTION
    elif block.label and block.label.alone and block.opens_with(Opening.QUESTION, Opening.ANSWER):
        block.unit = Unit.HEADING


def _find_headings(text: str, blocks: Sequence[Block]) -> None:
    """Recognise plain headings: short lines that stand alone, with text below, not many in a row."""
    found = [at for at, block in enumerate(blocks) if _may_head(text, blocks, at, block)]
    rows: list[list[int]] = []
    for at in found:
        if rows and rows[-1][-1] == at - 1:
            rows[-1].append(at)
        else:
            rows.append([at])
    last = next((at for at in reversed(range(len(blocks))) if blocks[at].unit is not Unit.LINE), 0)
    for row in rows:
        if len(row) <= HEADINGS_IN_A_ROW and row[-1] < last:
            for at in row:
                blocks[at].unit = Unit.HEADING


def _may_head(text: str, blocks: Sequence[Block], at: int, block: Block) -> bool:
    if (
        block.unit is not Unit.PARAGRAPH
        or len(block.lines) > 1
        or not looks_like_heading(text, block.lines[0])
    ):
        return False
    if at and _heads_turn(blocks[at - 1], block):
        return False
    beside = [blocks[near] for near in (at - 1, at + 1) if 0 <= near < len(blocks)]
    if block.label is None:
        return not (_has_cells(text, block) and any(_has_cells(text, near) for near in beside))
    return block.opens_with(Opening.NUMBER) and not any(near.label for near in beside)


def _heads_turn(above: Block, block: Block) -> bool:
    """Tell whether a block is what is asked or answered under a label of its own, however short."""
    label = above.label
    if label is None or not label.alone or not above.opens_with(Opening.QUESTION, Opening.ANSWER):
        return False
    return label.number is not None or block.lines[0].breaks == 1


def _has_cells(text: str, block: Block) -> bool:
    """Tell whether a block may be a row of a table, with bars or tabs between its cells."""
    return len(block.lines) == 1 and any(text.find(mark, block.start, block.end) >= 0 for mark in _CELL_MARKS)
