"""The lines of a page that is laid out, each with what it stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes

from bronbrief.pdf.engine_types import Box, HtmlElement


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page's own flow. `around` are the boxes that it stands in, the outermost first."""

    box: Box
    around: tuple[Box, ...] = field(repr=False)

    @property
    def home(self) -> Box | None:
        """Return the block that it stands in."""
        return next((box for box in reversed(self.around) if isinstance(box, boxes.BlockContainerBox)), None)

    @property
    def text(self) -> str:
        """Return what it says."""
        return text_of(self.box)

    @property
    def top(self) -> float:
        """Return the place of its upper edge on the page, in CSS pixels."""
        return float(self.box.position_y)

    @property
    def bottom(self) -> float:
        """Return the place of its lower edge on the page, in CSS pixels."""
        return float(self.box.position_y + self.box.height)

    def element(self, *tags: str) -> HtmlElement | None:
        """Return the innermost element around it with one of these tags."""
        return next((box.element for box in reversed(self.around) if box.element_tag in tags), None)

    def selector(self) -> str:
        """Return the elements around it that have a class, and the innermost, as a selector of CSS."""
        named: list[str] = []
        for box in self.around:
            tag = box.element_tag
            if box.element is None or not tag or "::" in tag or tag in ("html", "body"):
                continue
            classes = "".join(f".{name}" for name in box.element.get("class", "").split())
            if not named or named[-1] != f"{tag}{classes}":
                named.append(f"{tag}{classes}")
        outer = [name for name in named[:-1] if "." in name][-1:]
        return " ".join([*outer, *named[-1:]])


def lines_of(page: Box) -> list[Line]:
    """Return the lines of a page in reading order; its heads and feet are left out."""
    found: list[Line] = []
    own = (child for child in reversed(page.children) if not isinstance(child, boxes.MarginBox))
    stack: list[tuple[Any, tuple[Box, ...]]] = [(child, ()) for child in own]
    while stack:
        box, around = stack.pop()
        box = getattr(box, "_box", None) or box
        if isinstance(box, boxes.LineBox):
            found.append(Line(box, around))
            continue
        stack.extend((child, (*around, box)) for child in reversed(list(box.all_children())))
    return found


def columns_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part the lines of a page where they go on higher up: at the head of the next column."""
    column: list[Line] = []
    for line in lines:
        if column and line.bottom < column[-1].top and line.box.position_x > column[-1].box.position_x:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def text_of(box: Box) -> str:
    """Return the text of a box."""
    return "".join(piece.text for piece in box.descendants() if isinstance(piece, boxes.TextBox))
