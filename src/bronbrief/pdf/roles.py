"""Which structure type an HTML element becomes (ISO 32000-1, 14.8.4, with Em and Strong of ISO 32000-2).

An element answers with a chain of types, outermost first: `("LI", "LBody")` for a list item, `()` for an
element that means nothing to a reader and hands its content to its parent. A list also says how its items are
numbered (ISO 32000-1, table 347).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bronbrief.pdf.engine_types import Box, HtmlElement

SVG = "{http://www.w3.org/2000/svg}svg"

GROUPING = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "L", "LI", "TOC", "TOCI"}
    | {"Table", "THead", "TBody", "TFoot", "TR"}
)
"""Types that hold other elements and no text of their own: text in them gets a P."""

INLINE = frozenset({"Span", "Quote", "Link", "Reference", "Code", "Em", "Strong"})
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
    "em": "Em",
    "strong": "Strong",
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


ROLES = {"Em": "Span", "Strong": "Span"}
"""What readers that know ISO 32000-1 only take the types of ISO 32000-2 for (14.7.3)."""

NUMBERINGS = {
    "disc": "/Disc",
    "circle": "/Circle",
    "square": "/Square",
    "decimal": "/Decimal",
    "decimal-leading-zero": "/Decimal",
    "lower-alpha": "/LowerAlpha",
    "lower-latin": "/LowerAlpha",
    "upper-alpha": "/UpperAlpha",
    "upper-latin": "/UpperAlpha",
    "lower-roman": "/LowerRoman",
    "upper-roman": "/UpperRoman",
    "none": "/None",
}


@dataclass(slots=True)
class Dom:
    """An HTML tree that also knows the way up."""

    root: HtmlElement
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


def numbering(element: Element, box: Box) -> str:
    """Return the ListNumbering of a list; others count as a bullet, or a number in `ol`."""
    if element.tag == "dl":
        return "/None"
    style = box.style["list_style_type"]
    own = "/Decimal" if element.tag == "ol" else "/Disc"
    return NUMBERINGS.get(style, own) if isinstance(style, str) else own


def chain(dom: Dom, element: Element) -> tuple[str, ...]:
    """Return the structure types that an element opens, outermost first."""
    for rule in (_heading, _link, _item, _picture, _silent, _contents, _note, _cell, _named):
        types = rule(dom, element)
        if types is not None:
            return types
    return (SIMPLE[element.tag],) if element.tag in SIMPLE else ()


def _heading(_: Dom, element: Element) -> tuple[str, ...] | None:
    level = element.get("aria-level") or ""
    return (f"H{level}",) if role(element) == "heading" and level in set("123456") else None


def _link(dom: Dom, element: Element) -> tuple[str, ...] | None:
    """Take a link; one that calls a note or stands in a table of contents is a reference."""
    if element.tag != "a":
        return None
    if not element.get("href"):
        return ()
    calls = role(element) in ("doc-noteref", "doc-biblioref") or in_contents(dom, element)
    return ("Reference", "Link") if calls else ("Link",)


def _item(dom: Dom, element: Element) -> tuple[str, ...] | None:
    if element.tag != "li" and role(element) != "listitem":
        return None
    if in_contents(dom, element):
        return ("TOCI",)
    return ("LI", "LBody", "Note") if is_note(dom, element) else ("LI", "LBody")


def _picture(dom: Dom, element: Element) -> tuple[str, ...] | None:
    """Take images, figures and their captions; an image alone in its figure is the figure."""
    figure = dom.closest(element, lambda above: above.tag == "figure")
    if is_image(element):
        return () if figure is not None and sole_image(figure) is element else ("Figure",)
    if element.tag == "figure":
        return ("Figure",) if sole_image(element) is not None else ()
    if element.tag != "figcaption":
        return None
    return ("Caption",) if figure is not None and _takes_caption(figure) else ("P",)


def _takes_caption(figure: Element) -> bool:
    """Tell whether the caption of a figure belongs to an image or to a table without one of its own."""
    table = figure.find(".//table")
    return sole_image(figure) is not None or (table is not None and table.find("caption") is None)


def _silent(_: Dom, element: Element) -> tuple[str, ...] | None:
    return () if role(element) in ("presentation", "none") else None


def _contents(dom: Dom, element: Element) -> tuple[str, ...] | None:
    return ("TOC",) if element.tag in ("ol", "ul") and in_contents(dom, element) else None


def _note(dom: Dom, element: Element) -> tuple[str, ...] | None:
    return ("Note",) if is_note(dom, element) else None


def _cell(dom: Dom, element: Element) -> tuple[str, ...] | None:
    """Take a cell of a table's head as a header, even where its author wrote `td`."""
    in_head = element.tag == "td" and dom.closest(element, lambda above: above.tag == "thead") is not None
    return ("TH",) if in_head else None


def _named(_: Dom, element: Element) -> tuple[str, ...] | None:
    """Take what only a role or a title makes more than a wrapper."""
    if role(element) in ("note", "doc-endnotes") and element.tag in ("div", "header", "footer"):
        return ("Sect",)
    if role(element) == "group":
        return ("Div",)
    return ("Span",) if element.tag == "abbr" and element.get("title") else None
