"""Which elements of a page are a quotation, belong to one, or stand around one.

To a quotation belong its number, its attribution and its translation; a note belongs to what it carries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bronbrief.verify.declarations import Reach
from bronbrief.verify.quotations import plain, unmarked

_OF_ITS_OWN = frozenset({"head", "header", "footer", "nav", "figure", "img", "svg"})
"""Elements that say nothing of what stands beside them."""


@dataclass(slots=True)
class QuotedPage:
    """A page with what belongs to its quotations."""

    root: Element
    parents: dict[Element, Element] = field(default_factory=dict)
    reaches: dict[Element, Reach] = field(default_factory=dict)
    quotes: dict[Element, str] = field(default_factory=dict)

    def reach(self, element: Element) -> Reach:
        """Tell what a declaration reaches that reaches an element."""
        own = element.tag in _OF_ITS_OWN or tag_of(element).startswith("{")
        beside = not own and self.parents.get(element) in self.reaches
        return self.reaches.get(element, Reach.BESIDE if beside else Reach.OTHER)

    def words(self, element: Element) -> str:
        """Return the words of the quotation that an element is, belongs to or holds."""
        above = next((one for one in self.up(element) if one in self.quotes), None)
        if above is not None:
            return self.quotes[above]
        held = next((one for one in element.iter() if one in self.quotes), None)
        return self.quotes[held] if held is not None else plain("".join(element.itertext()))

    def up(self, element: Element) -> Iterator[Element]:
        """Yield an element, and all that it stands in."""
        at: Element | None = element
        while at is not None:
            yield at
            at = self.parents.get(at)

    def in_notes(self, element: Element) -> bool:
        """Tell whether an element stands among the notes, or holds them."""
        return any(one.get("role") == "doc-endnotes" for one in self.up(element))


def quoted_page(root: Element) -> QuotedPage:
    """Find what belongs to the quotations of a page."""
    page = QuotedPage(root, {kid: parent for parent in root.iter() for kid in parent})
    for element in root.iter():
        if element.tag in ("blockquote", "q"):
            _mark_quotation(page, element)
        elif element.tag == "li" and page.in_notes(element):
            _mark(page, element, Reach.PART)
            page.quotes.setdefault(element, plain("".join(element.itertext())))
    for element in tuple(page.reaches):
        for above in page.up(element):
            page.reaches.setdefault(above, Reach.AROUND)
    return page


def _mark_quotation(page: QuotedPage, element: Element) -> None:
    page.quotes[element] = unmarked(plain("".join(element.itertext())))
    _mark(page, element, Reach.WORDS)
    parent = page.parents.get(element)
    if element.tag != "blockquote" or parent is None:
        return
    page.reaches[element] = Reach.PART
    siblings = list(parent)
    at = siblings.index(element)
    for sibling in (*siblings[max(at - 1, 0) : at], *_until_next(siblings[at + 1 :])):
        _mark(page, sibling, Reach.PART)
        page.quotes.setdefault(sibling, page.quotes[element])


def _until_next(siblings: Sequence[Element]) -> Iterator[Element]:
    """Yield what stands after a quotation and belongs to it: two elements at most."""
    for one in siblings[:2]:
        if one.tag in ("blockquote", "section", "h2", "h3"):
            return
        yield one


def _mark(page: QuotedPage, element: Element, reach: Reach) -> None:
    for one in element.iter():
        if page.reaches.get(one) is not Reach.WORDS and one.get("role") != "doc-backlink":
            page.reaches[one] = reach


def tag_of(element: Element) -> str:
    """Return the tag of an element; nothing for a comment."""
    return element.tag if isinstance(element.tag, str) else ""
