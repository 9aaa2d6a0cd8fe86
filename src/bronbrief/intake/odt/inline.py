"""The text in a paragraph of an OpenDocument file: runs, spaces, fields, and what nobody sees of it."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from bronbrief.intake.odt.names import is_shown, raw_text
from bronbrief.intake.odt.numbering import Numbering
from bronbrief.intake.odt.styles import Properties, Styles, look_of
from bronbrief.intake.page_writer import LINE, TAB, Look, PageWriter

PARAGRAPHS = frozenset(["text:p", "text:h"])
ALTERNATIVES = frozenset(["svg:title", "svg:desc", "table:title", "table:desc"])
_SPACES = {"text:s": " ", "text:tab": TAB, "text:line-break": LINE}
PARTS = frozenset(
    """
    text:change text:change-start text:change-end text:note office:annotation draw:a draw:frame draw:control
    draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:polyline draw:polygon draw:path
    draw:regular-polygon draw:connector draw:caption draw:measure draw:g draw:page-thumbnail
    """.split()
)


@dataclass(slots=True)
class Inline:
    """Writes text as it is shown; `accept` tells whether tracked changes hold.

    `regions` are the tracked changes by id, `objects` the documents within the document by name. `open` are
    the insertions that are being read, `told` the deletions that were; `unseen` is why nothing of the
    paragraph at hand is seen.
    """

    styles: Styles
    numbering: Numbering
    objects: Callable[[str], Element | None]
    regions: Mapping[str, Element]
    accept: bool
    writer: PageWriter = field(default_factory=PageWriter)
    open: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    unseen: str = ""

    @abstractmethod
    def part(self, element: Element) -> None:
        """Read what stands in the text or beside it: a change, a note, a comment, a frame or a shape."""

    @property
    def left(self) -> str:
        """Return why nothing is seen here: the paragraph is hidden, or inserted where changes do not hold."""
        return self.unseen or ("inserted" if self.open and not self.accept else "")

    def _say(self, words: str, look: Look, *, counted: bool = True) -> None:
        """Write words as they look, unless they are inserted in the version that has no insertions."""
        shown = replace(look, reason=self.left or look.reason)
        if counted:
            self.writer.text(words, shown)
        else:
            self.writer.add(words, shown)

    def leave_out(self, element: Element, reason: str) -> None:
        """Leave out all the text in an element, as one thing."""
        self.writer.flush()
        self._say(raw_text(element), Look(reason=reason))
        self.writer.flush()

    def _inline(self, element: Element, said: Properties) -> None:
        """Read the text in an element, whose properties hold unless something in it says otherwise."""
        look = look_of(said)
        if element.text:
            self._say(element.text, look)
        for child in element:
            if is_shown(child.tag):
                self._within(child, said, look)
            if child.tail:
                self._say(child.tail, look)

    def _within(self, child: Element, said: Properties, look: Look) -> None:
        tag = child.tag
        if tag == "text:span":
            self._inline(child, said | self.styles.properties("text", child.get("text:style-name", "")))
        elif tag in _SPACES:
            self._say(_SPACES[tag], look)
        elif tag in ALTERNATIVES:
            self.leave_out(child, "image")
        elif tag in {"text:ruby", "text:ruby-text"}:
            name = "ruby" if tag == "text:ruby" else "rt"
            self.writer.inline(f"<{name}>")
            self._inline(child, said)
            self.writer.inline(f"</{name}>")
        elif tag == "text:hidden-text":
            self._hidden_text(child, look)
        elif tag in PARTS:
            self.part(child)
        elif tag == "text:script":
            self.leave_out(child, "script")
        elif tag in PARAGRAPHS:  # in what should hold text only
            self._say(" ", look)
            self._inline(child, said)
        elif child.get("text:display") == "none":
            self._inline(child, said | {"text:display": "none"})
        else:
            self._inline(child, said)

    def _hidden_text(self, child: Element, look: Look) -> None:
        hidden = child.get("text:is-hidden", "true") == "true"
        look = Look(reason="hidden") if hidden else look
        if words := raw_text(child):
            self._say(words, look)
        else:
            self._say(child.get("text:string-value", ""), look, counted=False)
