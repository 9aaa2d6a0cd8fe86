"""Split a source into passages: text with its lines joined, a locator, and the way back to the file."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bronbrief.sources.dialogue import find_turns
from bronbrief.sources.groups import Group, group_lines
from bronbrief.sources.hyphens import HYPHENS, Hyphens
from bronbrief.sources.lines import Line, scan_lines
from bronbrief.sources.model import Doubt, Locator, Passage, Run, Unit
from bronbrief.sources.page_marks import find_page_marks, leave_out

_HEADER = re.compile(r"\s?date \d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?(?=\s|\Z)")
SOFT_HYPHEN = "\u00ad"


def header_end(text: str) -> int:
    """Return where a leading ` date YYYY-MM` ends, which is not part of the text; 0 if there is none."""
    found = _HEADER.match(text)
    return found.end() if found else 0


def split_passages(text: str) -> tuple[Passage, ...]:
    """Split a decoded source into passages, in order.

    Every visible character stands in a passage, except a leading date header, page numbers and the hashes
    before a heading. No two passages have the same locator. Takes time in proportion to the text.
    """
    lines = scan_lines(text, header_end(text))
    groups = group_lines(text, leave_out(lines, find_page_marks(text, lines)))
    joiner = _Joiner(text)
    passages: list[Passage] = []
    for index, (group, locator) in enumerate(zip(groups, _locators(text, groups), strict=True)):
        view, runs = joiner.join(group.lines)
        passages.append(Passage(index, locator, view, runs, group.start, group.end))
    return tuple(passages)


def page_marks(text: str) -> tuple[tuple[int, int], ...]:
    """Return the page numbers that the view of a decoded source leaves out, in order, in characters."""
    lines = scan_lines(text, header_end(text))
    return tuple((lines[at].start, lines[at].end) for at in sorted(find_page_marks(text, lines)))


@lru_cache(maxsize=8)
def without_page_marks(text: str) -> str:
    """Return a decoded source with spaces in place of its page numbers: no character moves."""
    pieces: list[str] = []
    done = 0
    for start, end in page_marks(text):
        pieces += (text[done:start], " " * (end - start))
        done = end
    return "".join([*pieces, text[done:]])


def _locators(text: str, groups: Sequence[Group]) -> list[Locator]:
    """Count as a reader would: headings, captions and running paragraphs each by themselves."""
    turns = find_turns(text, groups)
    sizes = Counter(turn for turn in turns if turn)
    units: Counter[Unit] = Counter()
    within: Counter[Locator] = Counter()
    locators: list[Locator] = []
    for group, turn in zip(groups, turns, strict=True):
        if turn is None:
            units[group.unit] += 1
            locators.append(Locator(group.unit, units[group.unit]))
            continue
        within[turn] += 1
        single = sizes[turn] == 1 and turn.unit is not Unit.SPEAKER
        locators.append(replace(turn, paragraph=None if single else within[turn]))
    return locators


class _Joiner:
    """Joins the lines of one source."""

    def __init__(self, text: str) -> None:
        self.text, self.hyphens = text, Hyphens(text)

    def join(self, lines: Sequence[Line]) -> tuple[str, tuple[Run, ...]]:
        """Return the lines as one text, and the runs that map it to the source."""
        parts: list[str] = []
        runs: list[Run] = []
        view = 0
        for at, line in enumerate(lines):
            below = lines[at + 1] if at + 1 < len(lines) else None
            end, joint, doubt = self._joint(line, below) if below else (line.end, "", Doubt.NONE)
            length = end - line.start
            runs.append(Run(view, length, line.start, length))
            parts.append(self.text[line.start : end])
            view += length
            if below:
                runs.append(Run(view, len(joint), end, below.start - end, doubt))
                parts.append(joint)
                view += len(joint)
        return "".join(parts), tuple(runs)

    def _joint(self, above: Line, below: Line) -> tuple[int, str, Doubt]:
        """Return where the text of the line above ends, what stands for the line break, and the doubt."""
        last, text = self.text[above.end - 1], self.text
        if above.width == 1 or not text[above.end - 2].isalnum() or not text[below.start].isalnum():
            return above.end, " ", Doubt.NONE
        if last == SOFT_HYPHEN:
            return above.end - 1, "", Doubt.NONE
        if last in "/\u2011":
            return above.end, "", Doubt.NONE
        if last not in HYPHENS:
            return above.end, " ", Doubt.NONE
        kept, joint, doubt = self.hyphens.read((above.start, above.end), (below.start, below.end))
        return above.end if kept else above.end - 1, joint, doubt
