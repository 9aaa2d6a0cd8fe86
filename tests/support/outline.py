"""A page of HTML as its elements and its words, for tests of structure."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "img", "link", "hr", "input"}
UNSEEN = {"head", "style", "script", "title"}


@dataclass
class Element:
    """An element: its tag, attributes, the tags around it, and the words within it."""

    tag: str
    attributes: dict[str, str | None]
    around: tuple[str, ...]
    words: str = ""


@dataclass
class Outline(HTMLParser):
    """Every element of a page in order, and the page's words without its skip link."""

    elements: list[Element] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        element = Element(tag, dict(attrs), tuple(above.tag for above in self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close an element; anything but proper nesting is an error."""
        closed = self._open.pop()
        assert closed.tag == tag, f"{tag} closes {closed.tag}"

    def handle_data(self, data: str) -> None:
        """Note words."""
        for element in self._open:
            element.words += data
        unseen = any(above.tag in UNSEEN or above.attributes.get("class") == "skip" for above in self._open)
        if not unseen:
            self.words += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements with a tag and attributes; `class_` matches one of the classes."""
        return [element for element in self.elements if element.tag == tag and _fits(element, attributes)]

    @property
    def spoken(self) -> str:
        """Return the page's words with all white space alike."""
        return " ".join(self.words.split())


def _fits(element: Element, wanted: dict[str, str]) -> bool:
    for name, value in wanted.items():
        own = element.attributes.get(name.rstrip("_")) or ""
        if value not in (own.split() if name == "class_" else [own]):
            return False
    return True


def outline(html: str) -> Outline:
    """Read a page."""
    made = Outline()
    made.feed(html)
    made.close()
    return made
