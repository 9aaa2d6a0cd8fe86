"""From lines to groups: the lines that belong together as one paragraph, heading, caption or item."""

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
class Group:
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
        """Tell whether the group opens with a label of one of these kinds."""
        return self.label is not None and self.label.opening in openings


def group_lines(text: str, lines: Sequence[Line]) -> list[Group]:
    """Group the lines of a text, and say of each group what it is, dialogue left aside."""
    groups = _Grouper(text, lines, measure(lines)).group()
    for group in groups:
        _name(text, group)
    _find_headings(text, groups)
    return groups


@dataclass(slots=True)
class _Grouper:
    text: str
    lines: Sequence[Line]
    layout: Layout
    groups: list[Group] = field(default_factory=list)
    motion: bool | None = None
    last: dict[Opening, int] = field(default_factory=lambda: {Opening.NUMBER: 0, Opening.LETTER: 0})

    def group(self) -> list[Group]:
        at = 0
        while at < len(self.lines):
            more = self._continuation(at) if self.groups else 0
            if not more:
                self._open(self.lines[at])
            else:
                self.groups[-1].lines += self.lines[at : at + more]
            at += more or 1
        return self.groups

    def _open(self, line: Line) -> None:
        label = None if line.ruling else read_label(self.text, line.start, line.end)
        if label and label.opening in self.last:
            self.last[label.opening] = label.number or 0
        self.groups.append(Group([line], label, Unit.LINE if line.ruling else Unit.PARAGRAPH))

    def _continuation(self, at: int) -> int:
        """Return how many lines from this one on go on with the last group."""
        group, below = self.groups[-1], self.lines[at]
        if group.unit is Unit.LINE or below.ruling or group.opens_with(Opening.HASHES):
            return 0
        if below.breaks <= 1 and not below.page_break:
            return int(self._wraps(group, below))
        if self._resumes(group, below):
            return 1
        return 2 if self._surrounds(group, at) else 0

    def _surrounds(self, group: Group, at: int) -> bool:
        """Tell whether a sentence runs on over a figure that has a line to itself."""
        line = self.lines[at]
        if at + 1 >= len(self.lines) or not is_figure(self.text[line.start : line.end]):
            return False
        return self._resumes(group, self.lines[at + 1], figure=True)

    def _wraps(self, group: Group, below: Line) -> bool:
        above, first = group.lines[-1], len(group.lines) == 1
        if first and group.label and group.label.alone:
            return group.opens_with(Opening.NUMBER)
        if self._closes_bracket(above, below):
            return True
        label = read_label(self.text, below.start, below.end)
        if label and self._starts_item(group, below, label):
            return False
        if above.end_kind is End.OPEN and _ends_with_credit(self.text, group):
            return False
        labelled = group.label is not None
        return self.layout.wraps(self.text, above, below, first=first, labelled=labelled)

    def _starts_item(self, group: Group, below: Line, label: Label) -> bool:
        above = group.lines[-1]
        ended = above.end_kind is not End.OPEN or self.text[above.end - 1] == ","
        apart = ended or self.layout.has_room(self.text, above, below)
        if (last := self.last.get(label.opening)) is not None:
            return apart or (last > 0 and label.number == last + 1)
        if label.opening is Opening.DASH:
            return apart or group.opens_with(Opening.DASH)
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

    def _resumes(self, group: Group, below: Line, *, figure: bool = False) -> bool:
        label = read_label(self.text, below.start, below.end)
        if (label and label.opening is not Opening.CLAUSE) or _ends_with_credit(self.text, group):
            return False
        single = len(group.lines) == 1
        return self.layout.resumes(self.text, group.lines[-1], below, single=single, figure=figure)


def _ends_with_credit(text: str, group: Group) -> bool:
    if group.end - group.start > _CAPTION_LENGTH:
        return False
    return _CREDIT_TAIL.search(text, max(group.start, group.end - _TAIL), group.end) is not None


def _name(text: str, group: Group) -> None:
    """Recognise lone numbers, headings with hashes, captions, and whether the group ends in a question mark.

    The hashes are no part of a heading's words.
    """
    group.asks = text[max(group.start, group.end - 4) : group.end].rstrip(CLOSERS).endswith("?")
    if len(group.lines) == 1 and is_lone_number(text[group.start : group.end]):
        group.unit = Unit.LINE
    if group.unit is Unit.LINE:
        return
    if group.opens_with(Opening.HASHES):
        group.unit = Unit.HEADING
        hashes = HASHES.match(text, group.start, group.end)
        group.lines[0].start = hashes.end() if hashes else group.start
    elif group.end - group.start <= _CAPTION_LENGTH and (
        group.opens_with(Opening.CREDIT) or _ends_with_credit(text, group)
    ):
        group.unit = Unit.CAPTION
    elif group.label and group.label.alone and group.opens_with(Opening.QUESTION, Opening.ANSWER):
        group.unit = Unit.HEADING


def _find_headings(text: str, groups: Sequence[Group]) -> None:
    """Recognise plain headings: short lines that stand alone, with text below, not many in a row."""
    found = [at for at, group in enumerate(groups) if _may_head(text, groups, at, group)]
    rows: list[list[int]] = []
    for at in found:
        if rows and rows[-1][-1] == at - 1:
            rows[-1].append(at)
        else:
            rows.append([at])
    last = next((at for at in reversed(range(len(groups))) if groups[at].unit is not Unit.LINE), 0)
    for row in rows:
        if len(row) <= HEADINGS_IN_A_ROW and row[-1] < last:
            for at in row:
                groups[at].unit = Unit.HEADING


def _may_head(text: str, groups: Sequence[Group], at: int, group: Group) -> bool:
    if (
        group.unit is not Unit.PARAGRAPH
        or len(group.lines) > 1
        or not looks_like_heading(text, group.lines[0])
    ):
        return False
    if at and _heads_turn(groups[at - 1], group):
        return False
    beside = [groups[near] for near in (at - 1, at + 1) if 0 <= near < len(groups)]
    if group.label is None:
        return not (_has_cells(text, group) and any(_has_cells(text, near) for near in beside))
    return group.opens_with(Opening.NUMBER) and not any(near.label for near in beside)


def _heads_turn(above: Group, group: Group) -> bool:
    """Tell whether a group is what is asked or answered under a label of its own, however short."""
    label = above.label
    if label is None or not label.alone or not above.opens_with(Opening.QUESTION, Opening.ANSWER):
        return False
    return label.number is not None or group.lines[0].breaks == 1


def _has_cells(text: str, group: Group) -> bool:
    """Tell whether a group may be a row of a table, with bars or tabs between its cells."""
    return len(group.lines) == 1 and any(text.find(mark, group.start, group.end) >= 0 for mark in _CELL_MARKS)
