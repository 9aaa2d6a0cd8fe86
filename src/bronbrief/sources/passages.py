"""Split a source into passages: text with its lines joined, a locator, and the way back to the file."""

import re
from collections import Counter
from collections.abc import Sequence

from bronbrief.sources.blocks import Block, group_lines
from bronbrief.sources.dialogue import Turn, find_turns
from bronbrief.sources.lines import scan_lines
from bronbrief.sources.model import Locator, Passage, Unit
from bronbrief.sources.view import Joiner

_HEADER = re.compile(r"\s?date \d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?(?=\s|\Z)")


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
