"""What a page of HTML says, in order, and what it is made of: the measure for the PDF of the same brief."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

UNSEEN = frozenset({"script", "style", "head"})
IN_LINE = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "em", "i", "img", "q", "s", "small", "span", "strong"}
    | {"sub", "sup", "time", "u"}
)
STRUCTURE = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "blockquote": "BlockQuote",
    "table": "Table",
    "caption": "Caption",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "q": "Quote",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "dl": "L",
    "dt": "LI",
    "img": "Figure",
}


def read_page(path: Path) -> HtmlElement:
    """Read the body of a page, without what is for the screen alone, and what is said twice."""
    body = html.document_fromstring(path.read_bytes()).body
    for name in ("skip", "outline", "cell-head", "unseen", "scroll-hint"):
        for one in body.find_class(name):
            one.drop_tree()
    return body


def words(body: HtmlElement) -> list[str]:
    """Return all words in order; images say their alternative text, and soft hyphens say nothing."""
    return "".join(_said(body)).replace("\u00ad", "").split()


def _said(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    edge = "" if element.tag in IN_LINE - {"br"} else " "
    alternative = {"img": element.get("alt"), "svg": element.get("aria-label")}.get(element.tag)
    yield edge + (f" {alternative} " if alternative else element.text or "")
    if alternative:
        return
    children = list(element)
    if element.tag == "figure":  # an image comes before its caption, wherever this stands
        children.sort(key=lambda child: child.tag == "figcaption")
    for child in children:
        yield from _said(child)
        yield child.tail or ""
    yield edge


def structure(body: HtmlElement) -> Counter[str]:
    """Count the elements that a structure tree must have too, by its names for them."""
    found = Counter(STRUCTURE[element.tag] for element in body.iter() if element.tag in STRUCTURE)
    figures = len(body.xpath("//figure[img or *[local-name()='svg']]/figcaption"))
    notes = len(body.xpath("//*[@role='doc-endnotes']//li[contains(@class,'note')]"))
    calls = len(body.xpath("//a[@role='doc-noteref']"))
    drawings = len(body.xpath("//*[local-name()='svg'][@role='img']"))
    found.update(Caption=figures, Note=notes, Reference=calls, Figure=drawings)
    return found
