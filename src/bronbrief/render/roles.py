"""Which structure type an HTML element becomes (ISO 32000-1, 14.8.4; no other types are used).

An element answers with a chain of types, outermost first: `("LI", "LBody")` for a list item, `()` for an
element that means nothing to a reader and hands its content to its parent.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}svg"

GROUPING = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "L", "LI", "TOC", "TOCI"}
    | {"Table", "THead", "TBody", "TFoot", "TR"}
)
"""Types that hold other elements and no text of their own: text in them gets a P."""

INLINE = frozenset({"Span", "Quote", "Link", "Reference", "Code"})
"""Types that live in a line of text."""

SIMPLE = {
    "article": "Art",
    "section": "Sect",
    "aside": "Sect",
    "nav": "Sect",
    "blockquote": "BlockQuote",
    "q": "Quote",
    "p": "P",
    "pre": "P",
    "address": "P",
    "code": "Code",
    "caption": "Caption",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "dt": "Lbl",
    "dd": "LBody",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
}


@dataclass(slots=True)
class Dom:
    """An HTML tree that also knows the way up."""

    root: Any
    parents: dict[Element, Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.parents = {child: parent for parent in self.root.iter() for child in parent}

    def ancestors(self, element: Element) -> Iterator[Element]:
        """Yield the element's parent, its parent, and so on to the root."""
        while (parent := self.parents.get(element)) is not None:
            yield parent
            element = parent

    def closest(self, element: Element, matches: Callable[[Element], bool]) -> Element | None:
        """Return the nearest ancestor that matches, or None."""
        return next(filter(matches, self.ancestors(element)), None)


def role(element: Element) -> str:
    """Return the first token of the element's ARIA role, or nothing."""
    return next(iter((element.get("role") or "").split()), "")


def is_decoration(element: Element) -> bool:
    """Tell whether an element is there for the eye only: hidden from readers, or an image without a say."""
    if element.get("aria-hidden") == "true":
        return True
    presentational = role(element) in ("presentation", "none")
    return element.tag == "img" and (element.get("alt") == "" or presentational)


def is_image(element: Element) -> bool:
    """Tell whether an element is an image that says something."""
    return (element.tag in ("img", SVG) or role(element) == "img") and not is_decoration(element)


def alternative(element: Element) -> str:
    """Return the text that stands for an image: `alt`, `aria-label`, or the title of an SVG."""
    title = element.find("{http://www.w3.org/2000/svg}title")
    spoken = element.get("alt") or element.get("aria-label") or (title.text if title is not None else "")
    return " ".join((spoken or "").split())


def sole_image(figure: Element) -> Element | None:
    """Return the image of a figure that holds exactly one and neither table nor quotation, else None."""
    images = [part for part in figure.iter() if is_image(part)]
    other = any(part.tag in ("table", "blockquote") for part in figure.iter())
    return images[0] if len(images) == 1 and not other else None


def in_contents(dom: Dom, element: Element) -> bool:
    """Tell whether an element stands in a table of contents."""
    return dom.closest(element, lambda above: role(above) == "doc-toc") is not None


def is_note(dom: Dom, element: Element) -> bool:
    """Tell whether an element is a note: by its role, or an item of a list of endnotes."""
    if role(element) in ("doc-endnote", "doc-footnote"):
        return True
    if element.tag != "li" and "note" not in (element.get("class") or "").split():
        return False
    home = dom.closest(element, lambda above: above.tag in ("ol", "ul", "section"))
    if home is not None and element.tag == "li":
        home = dom.closest(home, lambda above: above.tag in ("ol", "ul", "section"))
    return home is not None and role(home) == "doc-endnotes"


def chain(dom: Dom, element: Element) -> tuple[str, ...]:
    """Return the structure types that an element opens, outermost first."""
    tag, kind = element.tag, role(element)
    if kind == "heading" and (element.get("aria-level") or "") in set("123456"):
        return (f"H{element.get('aria-level')}",)
    if tag == "a":
        return _link_chain(dom, element)
    if tag == "li" or kind == "listitem":
        return _item_chain(dom, element)
    if is_image(element):
        above = dom.closest(element, lambda part: part.tag == "figure")
        return () if above is not None and sole_image(above) is element else ("Figure",)
    if tag in ("figure", "figcaption"):
        return _figure_chain(dom, element)
    if kind in ("presentation", "none"):
        return ()
    if tag in ("ol", "ul") and in_contents(dom, element):
        return ("TOC",)
    if is_note(dom, element):
        return ("Note",)
    if tag == "td" and dom.closest(element, lambda above: above.tag == "thead") is not None:
        return ("TH",)
    if tag == "div" and dom.parents.get(element) is not None and dom.parents[element].tag == "dl":
        return ()
    if kind in ("region", "group", "note", "doc-endnotes") and tag in ("div", "header", "footer"):
        return ("Sect",)
    if tag == "abbr" and element.get("title"):
        return ("Span",)
    return (SIMPLE[tag],) if tag in SIMPLE else ()


def _link_chain(dom: Dom, element: Element) -> tuple[str, ...]:
    if not element.get("href"):
        return ()
    called = role(element) in ("doc-noteref", "doc-biblioref") or in_contents(dom, element)
    return ("Reference", "Link") if called else ("Link",)


def _item_chain(dom: Dom, element: Element) -> tuple[str, ...]:
    if in_contents(dom, element):
        return ("TOCI",)
    return ("LI", "LBody", "Note") if is_note(dom, element) else ("LI", "LBody")


def _figure_chain(dom: Dom, element: Element) -> tuple[str, ...]:
    if element.tag == "figure":
        return ("Figure",) if sole_image(element) is not None else ()
    above = dom.closest(element, lambda part: part.tag == "figure")
    if above is None:
        return ("P",)
    captions = above.find(".//table") is not None and above.find(".//caption") is None
    return ("Caption",) if sole_image(above) is not None or captions else ("P",)
