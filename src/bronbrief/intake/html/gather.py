"""The text of a page as it is gathered: blocks, headings, rows, numbered items, what was left out or added.

Numbers are those that a browser shows (HTML, 4.4.5 and 4.4.8; CSS Counter Styles 3).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from xml.etree.ElementTree import Element

from bronbrief.intake.html.style import Styles
from bronbrief.intake.numerals import roman
from bronbrief.sources.labels import Opening, read_label
from bronbrief.sources.model import Unit
from bronbrief.sources.passages import split_passages

LINE, CELL = "\x00", "\x01"
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACE_IN_ROW = re.compile(" {2,}")
_LINES = re.compile(r"\x00\s*\x00[\s\x00]*")
_EDGE = f" {CELL}"
_BEFORE = 6
BULLET = "- "
_TYPES: Mapping[str, str] = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
    "disc": "disc",
    "circle": "disc",
    "square": "disc",
    "none": "none",
}
_NUMBERED = frozenset(
    """
    decimal decimal-leading-zero lower-alpha upper-alpha lower-latin upper-latin lower-roman upper-roman
    """.split()
)
_INTEGER = re.compile(r"\s*[+-]?[0-9]{1,9}")
_ROMAN_MOST = 3999
_LETTERS = 26
HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
CELLS = frozenset(["td", "th"])
BETWEEN = "\n\n"
_LAYOUT = frozenset(
    ["table", "pre", "article", "section", "main", "header", "footer", "form", "figure", *HEADINGS]
)
_PARTS = frozenset(["p", "div", "li", "dd", "dt", "blockquote"])
_ROW_LENGTH = 1000
_RECOGNISED = frozenset([Unit.HEADING, Unit.QUESTION, Unit.ANSWER])


@dataclass(slots=True)
class _Open:
    style: str
    number: int
    step: int
    declared: str = ""


def is_known(style: str) -> bool:
    """Tell whether a kind of number or bullet is known here by its name."""
    return style.lower() in _NUMBERED or style.lower() in _TYPES


def marker(number: int, style: str) -> str:
    """Write the number of an item, with what follows it; one that a style cannot write is decimal."""
    if style not in _NUMBERED:
        return "" if style == "none" else BULLET
    text = str(number)
    if style == "decimal-leading-zero":
        text = f"{number:02d}"
    elif style.endswith(("alpha", "latin")) and number > 0:
        text = _alphabetic(number)
    elif style.endswith("roman") and 0 < number <= _ROMAN_MOST:
        text = roman(number)
    return f"{text.upper() if style.startswith('upper') else text}. "


def _alphabetic(number: int) -> str:
    text = ""
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        text = chr(ord("a") + letter) + text
    return text


def _integer(text: str | None) -> int | None:
    """Read a whole number as HTML does (2.3.4.1), at most of nine digits."""
    found = _INTEGER.match(text or "")
    return int(found[0]) if found else None


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
    lists: list[_Open] = field(default_factory=list)
    opening: str = ""
    within: int = 0
    quoted: int = 0
    raised: str = ""
    case: str = ""

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

    def open_list(self, element: Element) -> None:
        """Open a list: where it starts, which way it counts, and in what."""
        ordered = element.tag == "ol"
        style = self._list_style(element) or ("decimal" if ordered else "disc")
        backwards = ordered and element.get("reversed") is not None
        items = sum(child.tag == "li" for child in element)
        start = _integer(element.get("start")) if ordered else None
        first = start if start is not None else (items if backwards else 1)
        self.lists.append(_Open(style, first, -1 if backwards else 1, self._declared(element)))

    def close_list(self) -> None:
        """Close the innermost list."""
        if self.lists:
            self.lists.pop()

    def count_item(self, element: Element) -> str:
        """Return what a browser shows before an item."""
        if not self.lists:
            return BULLET
        inner = self.lists[-1]
        value = _integer(element.get("value"))
        number = inner.number if value is None else value
        inner.number = number + inner.step
        return marker(number, self._list_style(element) or inner.style)

    def declared_marker(self, element: Element) -> str:
        """Return what style sheets say of what stands before an item."""
        return self._declared(element) or (self.lists[-1].declared if self.lists else "")

    def _declared(self, element: Element) -> str:
        return self.styles.own.get(element, {}).get("list-style-type", "")

    def _list_style(self, element: Element) -> str:
        known = [one for one in self._declared(element).lower().split() if len(one) > 1 and is_known(one)]
        return known[0] if known else _TYPES.get(element.get("type", ""), "")

    def open_item(self, element: Element) -> None:
        """Begin an item of a list with what a browser shows before it."""
        shown = self.count_item(element)
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


def is_row(element: Element) -> bool:
    """Tell whether a row of a table is one to read across, and not a frame for the layout of a page.

    Frames hold tables, headings or sections, have one cell, or hold long texts of several paragraphs.
    """
    cells = [one for one in element if one.tag in CELLS]
    if len(cells) < 2 or any(one.tag in _LAYOUT for one in element.iter()):  # noqa: PLR2004
        return False
    if sum(map(len, element.itertext())) <= _ROW_LENGTH:
        return True
    return all(sum(one.tag in _PARTS for one in cell.iter()) < 2 for cell in cells)  # noqa: PLR2004


def join_blocks(blocks: Sequence[str], levels: Mapping[int, int]) -> str:
    """Join blocks with a blank line between; headings, by index in `levels`, open with hashes.

    Headings of questions and answers ("Vraag 2", "1. Wat kost het?") say by themselves what they are. Only
    where they turn out to be taken for something else do they get hashes too.
    """
    plain = {at for at in levels if _may_ask(blocks[at])}
    text, starts = _joined(blocks, {at: level for at, level in levels.items() if at not in plain})
    if plain:
        units = {passage.origin_start: passage.locator.unit for passage in split_passages(text)}
        left = {at for at in plain if units.get(starts[at]) in _RECOGNISED}
        text, _ = _joined(blocks, {at: level for at, level in levels.items() if at not in left})
    return text


def _joined(blocks: Sequence[str], levels: Mapping[int, int]) -> tuple[str, list[int]]:
    """Return the text, and where each block begins in it."""
    marked = [f"{'#' * levels[at]} {block}" if at in levels else block for at, block in enumerate(blocks)]
    starts = accumulate((len(block) + len(BETWEEN) for block in marked), initial=0)
    return BETWEEN.join(marked) + "\n" if marked else "", list(starts)


def _may_ask(heading: str) -> bool:
    label = read_label(heading, 0, len(heading))
    if label is None:
        return False
    asks = label.opening is Opening.NUMBER and heading.endswith("?")
    return asks or label.opening in {Opening.QUESTION, Opening.ANSWER}
