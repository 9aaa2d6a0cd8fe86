"""The structure tree of a document before it is written: elements, marked content, artifacts.

Artifacts are what readers pass over: furniture of the page, repeated table heads, ornaments (ISO 32000-1,
14.8.2.2).
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bronbrief.pdf.engine_types import Box

Value = str | int | tuple[str, ...] | tuple[float, ...]
"""A value of an attribute: a name ("/Column"), a number, or an array of byte strings or of numbers."""

_SPEAKING = ("Lu", "Ll", "Lo", "Lt", "Lm", "Nd", "Nl", "No", "Pi", "Pf")
"""Unicode categories of letters, digits and quotation marks."""


@dataclass(eq=False, slots=True)
class Run:
    """A stretch that the engine marks: one piece of text on one line, or an image.

    `text` is what the document says there and `shown` what the engine drew: they may differ by letter case
    and by a `hyphen` at the line's end. `space` tells that a space comes after it in the text of the block,
    `dropped` that the engine did not draw that space.
    """

    box: Box
    page: int
    element: Element | None
    shown: str = ""
    text: str = ""
    hyphen: bool = False
    space: bool = False
    dropped: bool = False
    generated: bool = False
    mcid: int | None = None


@dataclass(eq=False, slots=True)
class Fragment:
    """A link annotation: the part of a link that stands on one line."""

    box: Box
    page: int


@dataclass(eq=False, slots=True)
class Node:
    """A structure element, under construction."""

    type: str
    element: Element | None = None
    kids: "list[Node | Run | Fragment]" = field(default_factory=list)
    lang: str | None = None
    alt: str | None = None
    expansion: str | None = None
    id: str | None = None
    attributes: dict[str, dict[str, Value]] = field(default_factory=dict)

    def nodes(self) -> "Iterator[Node]":
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()

    def runs(self) -> Iterator[Run]:
        """Yield the marked content in and below this element, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.runs()
            elif isinstance(kid, Run):
                yield kid

    def text(self) -> str:
        """Return the text of this element, in reading order."""
        return "".join(run.text + " " * run.space for run in self.runs()).strip()

    def set(self, owner: str, **values: Value) -> None:
        """Add attributes under an owner such as "Table" or "Layout"."""
        self.attributes.setdefault(owner, {}).update(values)


@dataclass(slots=True)
class Artifact:
    """A marked stretch that says nothing; `kind` is "Header" or "Footer" for the furniture of a page."""

    run: Run
    kind: str


@dataclass(slots=True)
class Structure:
    """A document's tree, what stands outside it, and which elements are set in a line of text."""

    root: Node
    artifacts: list[Artifact] = field(default_factory=list)
    inline: set[Element] = field(default_factory=set)
    boxed: set[Element] = field(default_factory=set)


def furniture(box: Box) -> str:
    """Return the artifact subtype of a margin box, "Header" or "Footer"; those at the sides have none."""
    keyword = box.at_keyword
    if keyword.startswith("@top"):
        return "Header"
    return "Footer" if keyword.startswith("@bottom") else "Pagination"


def repeats(box: Box, first_page: dict[Element, int], page: int) -> bool:
    """Tell whether a box is a table head or foot that an earlier page showed already.

    `first_page` remembers where each was first seen, and is brought up to date.
    """
    if not (getattr(box, "is_header", False) or getattr(box, "is_footer", False)):
        return False
    return first_page.setdefault(box.element, page) != page


def is_ornament(box: Box) -> bool:
    """Tell whether text that a style sheet generated says nothing: no letter, digit or quotation mark."""
    return not any(unicodedata.category(char)[:2] in _SPEAKING or char in "\"'" for char in box.text)
