"""Read a finished web page by its structure, with the parser of the standard library.

The page is read into the same elements as a PDF's structure tree, so that one rule finds the quotations.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from bronbrief.html.inspection import forbidden
from bronbrief.verify.reading import Node

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_TYPES = {"blockquote": "BlockQuote", "q": "Quote", "p": "P", "a": "Link", "li": "LI"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOT_SHOWN = frozenset({"script", "style", "template", "title", "head"})
_DEPTH_LIMIT = 200
_CLOSES_P = frozenset("p ul ol table blockquote div section h1 h2 h3 h4 h5 h6".split())  # noqa: SIM905
_WORDS_IN_STYLE = re.compile(r"content\s*:[^;}]*?(\"[^\"]*\w[^\"]*\"|'[^']*\w[^']*'|attr\()", re.IGNORECASE)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class NotAPageError(ValueError):
    """A file that is not a web page that can be read."""


@dataclass(slots=True)
class _Element:
    tag: str
    attributes: dict[str, str]
    kids: "list[_Element | str]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class WebPage:
    """A web page: its title, its body as a tree, and what in it can show other words than the tree has."""

    title: str
    tree: Node
    active: tuple[str, ...]


class _Builder(HTMLParser):
    """Build a tree of elements; an end tag closes the nearest element of its name."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = _Element("document", {})
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if self.open[-1].tag == "p" and tag in _CLOSES_P:
            self.open.pop()
        element = _Element(tag, {name: value or "" for name, value in reversed(attrs)})
        self.open[-1].kids.append(element)
        if tag not in _VOID:
            self.open.append(element)
        if len(self.open) > _DEPTH_LIMIT:
            raise NotAPageError("nested too deeply")

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest open element of this name."""
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].tag == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.open[-1].kids.append(data)


def read_page(data: bytes) -> WebPage:
    """Read the bytes of a web page. Raises NotAPageError."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise NotAPageError("not UTF-8") from error
    builder = _Builder()
    builder.feed(text)
    builder.close()
    elements = list(_walk(builder.top))
    body = next((one for one in elements if one.tag == "body"), None)
    title = next((_text(one) for one in elements if one.tag == "title"), "")
    active = (*(one.shown for one in forbidden(text, beside=True)), *_active(elements))
    return WebPage(title, _node(body or builder.top, in_notes=False), tuple(dict.fromkeys(active)))


def _walk(element: _Element) -> "Iterator[_Element]":
    yield element
    for kid in element.kids:
        if isinstance(kid, _Element):
            yield from _walk(kid)


def _text(element: _Element) -> str:
    return "".join(kid if isinstance(kid, str) else _text(kid) for kid in element.kids)


def _node(element: _Element, *, in_notes: bool) -> Node:
    """Turn an element into a structure element, as a PDF made from it would have it."""
    attributes = element.attributes
    notes = in_notes or attributes.get("role") == "doc-endnotes"
    kids = tuple(
        kid if isinstance(kid, str) else _node(kid, in_notes=notes)
        for kid in element.kids
        if isinstance(kid, str) or kid.tag not in _NOT_SHOWN
    )
    kind = "H" if element.tag in _HEADINGS else _TYPES.get(element.tag, "NonStruct")
    if in_notes and element.tag == "li":
        kind = "Note"
    links = (attributes["aria-label"],) if element.tag == "a" and "aria-label" in attributes else ()
    return Node(kind, kids, id=attributes.get("id"), links=links)


def _active(elements: "list[_Element]") -> Iterator[str]:
    """Name what in style can show other words than those in the text, or hide some."""
    for element in elements:
        if element.tag == "style":
            style = re.sub(r"/\*.*?\*/", "", _text(element), flags=re.DOTALL)
            yield from (found.group()[:60] for found in _WORDS_IN_STYLE.finditer(style))
        if _HIDING.search(element.attributes.get("style", "")):
            yield "style"
