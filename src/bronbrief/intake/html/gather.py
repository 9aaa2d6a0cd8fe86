"""The text of a page as it is gathered: blocks, headings, list items, and what was left out or added."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bronbrief.intake.html.lists import BULLET, Lists
from bronbrief.intake.html.style import Styles

LINE, CELL = "\x00", "\x01"
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACE_IN_ROW = re.compile(" {2,}")
_LINES = re.compile(r"\x00\s*\x00[\s\x00]*")
_EDGE = f" {CELL}"
_BEFORE = 6


@dataclass(slots=True)
class Gathered:
    """What was gathered so far.

    `levels` are those of the blocks that are headings, by index; `within` counts the rows and headings that
    are being read, whose words stay on one line. `left_out` are texts of the page with the reason, `told`
    what stands in attributes and style sheets, and `added` what the page shows without holding it.
    """

    styles: Styles
    blocks: list[str] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    lists: Lists = field(init=False)
    opening: str = ""
    within: int = 0
    quoted: int = 0
    raised: str = ""
    case: str = ""

    def __post_init__(self) -> None:
        self.lists = Lists(self.styles.own)

    def write(self, words: str) -> None:
        """Write words that the page shows without holding them."""
        self.line.append(words)
        self.added.append(words)

    def end_block(self) -> None:
        """Close the block at hand: white space squeezed, line breaks kept, doubled ones opening another."""
        if self.within:
            self.line.append(" ")
            return
        text = "".join(self.line)
        self.line.clear()
        for part in _LINES.split(text):
            lines = [_SPACE.sub(" ", line).strip(_EDGE) for line in part.split(LINE)]
            block = "\n".join(line for line in lines if line)
            if block:
                self.added += ["|" * block.count(CELL), self.opening]
                self.blocks.append(self.opening + _SPACE_IN_ROW.sub(" ", block.replace(CELL, " | ")))
                self.opening = ""

    def open_item(self, element: Element) -> None:
        """Begin an item of a list with what a browser shows before it."""
        shown = self.lists.item(element)
        if self.within:
            self.write(shown)
        else:
            self.opening += shown

    def end_heading(self, level: int) -> None:
        """Close a heading, if it has words."""
        self.opening = "" if self.opening == BULLET else self.opening
        count = len(self.blocks)
        self.end_block()
        if len(self.blocks) > count:
            self.levels[count] = level

    def before(self) -> str:
        """Return the end of the line at hand, without white space after it."""
        return "".join(self.line[-_BEFORE:]).rstrip()
