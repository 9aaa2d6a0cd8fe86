"""What the structure of a page says and plain text does not: rows of a table, and what is a heading."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from xml.etree.ElementTree import Element

from bronbrief.sources.labels import Opening, read_label
from bronbrief.sources.model import Unit
from bronbrief.sources.passages import split_passages

HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
CELLS = frozenset(["td", "th"])
BETWEEN = "\n\n"
_LAYOUT = frozenset(
    ["table", "pre", "article", "section", "main", "header", "footer", "form", "figure", *HEADINGS]
)
_PARTS = frozenset(["p", "div", "li", "dd", "dt", "blockquote"])
_ROW_LENGTH = 1000
_RECOGNISED = frozenset([Unit.HEADING, Unit.QUESTION, Unit.ANSWER])


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
