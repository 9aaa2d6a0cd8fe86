"""Split a source into passages: text with its lines joined, a locator, and the way back to the file."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bronbrief.sources.blocks import Block, group_lines
from bronbrief.sources.dialogue import Turn, find_turns
from bronbrief.sources.lines import OPENERS, Line, scan_lines
from bronbrief.sources.model import Locator, Passage, Run, Unit

_HEADER = re.compile(r"\s?date \d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?(?=\s|\Z)")
HYPHENS = "-\u2010"
SOFT_HYPHEN = "\u00ad"
# After these words a hyphen stands for the rest of a compound: land- en tuinbouw.
_SUSPENDED_BY = "en of tot als noch maar dan respectievelijk resp alsook alsmede evenals"
SUSPENDING = frozenset(_SUSPENDED_BY.split())
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-‐][^\W\d_]++)+")
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_REACH = 60


def header_end(text: str) -> int:
    """Return where a leading ` date YYYY-MM` ends, which is not part of the text; 0 if there is none."""
    found = _HEADER.match(text)
    return found.end() if found else 0


def split_passages(text: str) -> tuple[Passage, ...]:
    """Split a decoded source into passages, in order.

    Every visible character stands in a passage, except a leading date header, a page number in the middle
    of a sentence, and the hashes before a heading. No two passages have the same locator. Takes time in
    proportion to the text.
    """
    blocks = group_lines(text, scan_lines(text, header_end(text)))
    joiner = Joiner(text)
    passages: list[Passage] = []
    for index, (block, locator) in enumerate(zip(blocks, _locators(blocks), strict=True)):
        view, runs = joiner.join(block.lines)
        passages.append(Passage(index, locator, view, runs, block.start, block.end))
    return tuple(passages)


def _locators(blocks: Sequence[Block]) -> list[Locator]:
    """Count as a reader would: headings, captions and running paragraphs each by themselves."""
    turns = find_turns(blocks)
    sizes = Counter(turn for turn in turns if turn)
    units: Counter[Unit] = Counter()
    within: Counter[Turn] = Counter()
    locators: list[Locator] = []
    for block, turn in zip(blocks, turns, strict=True):
        if turn is None:
            units[block.unit] += 1
            locators.append(Locator(block.unit, units[block.unit]))
            continue
        within[turn] += 1
        unit, number = turn
        locators.append(Locator(unit, number, within[turn] if sizes[turn] > 1 else None))
    return locators


@dataclass(slots=True)
class Joiner:
    """Joins the lines of one source. The words that it writes with a hyphen are found once, when needed."""

    text: str
    _compounds: frozenset[str] | None = None

    def join(self, lines: Sequence[Line]) -> tuple[str, tuple[Run, ...]]:
        """Return the lines as one text, and the runs that map it to the source."""
        parts: list[str] = []
        runs: list[Run] = []
        view = 0
        for at, line in enumerate(lines):
            below = lines[at + 1] if at + 1 < len(lines) else None
            end, joint = self._joint(line, below) if below else (line.end, "")
            length = end - line.start
            runs.append(Run(view, length, line.start, length))
            parts.append(self.text[line.start : end])
            view += length
            if below:
                runs.append(Run(view, len(joint), end, below.start - end))
                parts.append(joint)
                view += len(joint)
        return "".join(parts), tuple(runs)

    def _joint(self, above: Line, below: Line) -> tuple[int, str]:
        """Return where the text of the line above ends, and what stands for the line break."""
        last, text = self.text[above.end - 1], self.text
        if above.width == 1 or not text[above.end - 2].isalnum() or not text[below.start].isalnum():
            return above.end, " "
        if last == SOFT_HYPHEN:
            return above.end - 1, ""
        if last == "/":
            return above.end, ""
        return self._hyphen(above, below) if last in HYPHENS else (above.end, " ")

    def _hyphen(self, above: Line, below: Line) -> tuple[int, str]:
        left = self.text[max(above.start, above.end - _REACH) : above.end - 1].split()[-1].lstrip(OPENERS)
        right = self.text[below.start : min(below.end, below.start + _REACH)]
        word = _WORD.match(right)
        if word and word.group() in SUSPENDING:
            return above.end, " "
        if not word or not word.group()[0].islower() or not _COMPOUND.fullmatch(left):
            return above.end, ""
        letters = len(left) - 1 - max(left.rfind(hyphen) for hyphen in HYPHENS)
        found = _COMPOUND.match(right)
        whole = f"{left}-{found.group() if found else ''}"
        return (above.end, "") if letters == 1 or self._writes(whole) else (above.end - 1, "")

    def _writes(self, compound: str) -> bool:
        """Tell whether the source writes this compound with its hyphen on one line."""
        if self._compounds is None:
            self._compounds = frozenset(_plain(word) for word in _HYPHENATED.findall(self.text))
        return _plain(compound) in self._compounds


def _plain(word: str) -> str:
    return word.replace("\u2010", "-").casefold()
