"""Read a finished web page by its structure, with the parser that the HTML standard describes.

The page is read into the same elements as a PDF's structure tree, so that one rule finds the quotations.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import tinyhtml5

from bronbrief.html.inspection import DATA
from bronbrief.verify.reading import Node

_TYPES = {"blockquote": "BlockQuote", "q": "Quote", "p": "P", "a": "Link", "li": "LI", "em": "Em"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SVG = "{http://www.w3.org/2000/svg}svg"
_NOT_SHOWN = frozenset({"script", "style", "template", "title", "head"})
ASIDE = frozenset({("caption", "unseen"), ("span", "cell-head"), ("nav", "outline"), ("p", "scroll-hint")})
"""Elements, each with its first class, that say again what stands elsewhere."""
_DEPTH_LIMIT = 200
_ATTRIBUTES_LIMIT, _OPEN_LIMIT = 200, 500
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)", re.IGNORECASE)
_PARTS = re.compile(r"\"[^\"]*\"|'[^']*'|[^\s/\"']+")
_NEED_NO_END = frozenset(
    """
    area base br col embed hr img input link meta source track wbr html head body
    p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp
    """.split()
)


class NotAPageError(ValueError):
    """A file that is not a web page that can be read."""


def data_in(root: Element) -> Iterator[object]:
    """Yield what a page, or one element of it, tells search engines: JSON-LD, or a text that is none."""
    for one in root.iter("script"):
        if one.get("type") == DATA:
            text = "".join(one.itertext())
            try:
                yield json.loads(text)
            except (ValueError, RecursionError):
                yield text


def parse(text: str) -> Element:
    """Parse a page, or a part of one, into elements without a namespace. Raises NotAPageError."""
    _refuse_overload(text)
    root: Element = tinyhtml5.parse(text, namespace_html_elements=False)
    if _too_deep(root):
        raise NotAPageError("nested too deeply")
    return root


def tree_of(root: Element) -> Node:
    """Return the body of a page as structure elements."""
    body = root.find("body")
    return _node(root if body is None else body, in_notes=False)


def _refuse_overload(text: str) -> None:
    """Raise NotAPageError for what the parser takes a time over that grows with its square."""
    opened: Counter[str] = Counter()
    for end, name, attributes in _TAG.findall(text):
        if len(_PARTS.findall(attributes)) > _ATTRIBUTES_LIMIT:
            raise NotAPageError("too many attributes")
        kind = name.lower()
        if kind not in _NEED_NO_END:
            opened[kind] = max(0, opened[kind] - 1) if end else opened[kind] + 1
            if opened[kind] > _OPEN_LIMIT:
                raise NotAPageError("nested too deeply")


def _too_deep(root: Element) -> bool:
    level = [root]
    for _ in range(_DEPTH_LIMIT):
        level = [kid for one in level for kid in one]
        if not level:
            return False
    return True


def is_aside(element: Element) -> bool:
    """Tell whether an element says again what stands elsewhere, for the screen alone."""
    return (element.tag, (element.get("class") or "").partition(" ")[0]) in ASIDE


def _node(element: Element, *, in_notes: bool) -> Node:
    """Turn an element into a structure element, as a PDF made from it would have it."""
    notes = in_notes or element.get("role") == "doc-endnotes"
    kids: list[Node | str] = [element.text or ""]
    for kid in element:
        if isinstance(kid.tag, str) and kid.tag not in _NOT_SHOWN and not is_aside(kid):
            kids.append(" " if kid.tag == "br" else _node(kid, in_notes=notes))
        kids.append(kid.tail or "")
    kind = "H" if element.tag in _HEADINGS else _TYPES.get(element.tag, "NonStruct")
    if in_notes and element.tag == "li":
        kind = "Note"
    if element.tag in ("img", _SVG):
        alt = element.get("alt") or element.get("aria-label")
        return Node("Figure", ("".join(element.itertext()),), alt=alt)
    label = element.get("aria-label") if element.tag == "a" else None
    links, ways = ((label,) if label else ()), tuple(filter(None, (element.get("href"),)))
    held = tuple(kid for kid in kids if kid != "")
    if element.tag == "figure":  # of a PDF the picture is said before what is written about it
        held = tuple(sorted(held, key=lambda kid: isinstance(kid, str) or kid.type != "Figure"))
    named = {"class": element.get("class", "")} if element.tag == "span" else {}
    lang = element.get("lang")
    return Node(kind, held, lang=lang, id=element.get("id"), links=links, targets=ways, attributes=named)
