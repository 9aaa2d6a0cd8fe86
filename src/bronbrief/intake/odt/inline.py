"""The text in a paragraph of an OpenDocument file, the changes in it, and what stands beside it."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from bronbrief.intake.odt.names import is_shown, raw_text
from bronbrief.intake.odt.numbering import Numbering, OpenList
from bronbrief.intake.odt.styles import Properties, Styles, look_of
from bronbrief.intake.page_writer import LINE, TAB, Look, PageWriter, mathml

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
    """Writes text as it is shown, frames behind the paragraph in which they hang, and notes behind the text.

    `accept` tells whether tracked changes hold. `regions` are those changes by id, `objects` the documents
    within the document by name. `open` are the insertions that are being read, `told` the deletions that
    were; `unseen` is why nothing of the paragraph at hand is seen.
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
    def blocks(self, element: Element, within: OpenList | None = None) -> None:
        """Read the blocks in an element, in order."""

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

    def _note(self, element: Element) -> None:
        citation, body = element.find("text:note-citation"), element.find("text:note-body")
        label = raw_text(citation) if citation is not None else ""
        self._say(label, Look(reason="note-call"))
        if body is None:
            return
        if self.left:
            self._say(raw_text(body), Look())
            return
        self.writer.open_note(label)
        self.blocks(body)
        self.writer.close_note()

    def _frame(self, frame: Element) -> None:
        """Read what a frame shows: the first of its contents that can be shown (ODF 1.3, part 3, 10.4.2)."""
        contents = [
            one for one in frame if one.tag not in ALTERNATIVES and not one.tag.startswith("draw:glue")
        ]
        shown = contents[0] if contents else None
        for one in frame:
            if one.tag in ALTERNATIVES:
                self.leave_out(one, "image")
            elif one.tag == "draw:text-box":
                self._beside(one)
            elif one.tag == "draw:object" and one is shown:
                self._object(one)
            elif one.tag == "draw:image" and one is shown:
                self.writer.inline("<img>")
            elif one is not shown and is_shown(one.tag):
                self.leave_out(one, "hidden")
            elif one.tag not in {"draw:image", "draw:object"}:
                self._beside(one)

    def _object(self, element: Element) -> None:
        """Read a formula; of a chart or a sheet, what it says is left out as a drawing."""
        name = element.get("xlink:href", "").removeprefix("./")
        inner = next(iter(element), None) if len(element) else self.objects(name)
        if inner is None:
            self.writer.tell("unsupported", name or "draw:object")
        elif formula := next(inner.iter("math:math"), None):
            if self.left:
                self._say(raw_text(formula), Look())
            else:
                self.writer.inline(mathml(formula))
        else:
            body = next(inner.iter("office:body"), inner)
            self.leave_out(body, "drawing")

    def _beside(self, element: Element) -> None:
        """Read what lies beside the text, and put it behind the paragraph at hand."""
        self.writer.open_aside()
        for child in element:
            if child.tag in ALTERNATIVES:
                self.leave_out(child, "image")
            else:
                self.blocks(only(child))
        self.writer.put_after(self.writer.close_aside())

    def _forms(self, element: Element) -> None:
        """Tell what the fields of a form say."""
        self.leave_out(element, "form")
        for one in element.iter():
            for key in ("form:label", "form:current-value", "form:value"):
                if words := one.get(key, ""):
                    self.writer.tell("form", words)
                    break

    def part(self, element: Element) -> None:
        """Read what stands in the text or beside it: a change, a note, a comment, a frame or a shape."""
        tag = element.tag
        if tag.startswith("text:change"):
            self._change(element)
        elif tag == "text:note":
            self._note(element)
        elif tag == "office:annotation":
            self.leave_out(element, "comment")
        elif tag == "draw:a":
            for child in element:
                self.part(child)
        elif tag == "draw:frame":
            self._frame(element)
        elif tag == "draw:control":
            pass
        else:
            self._beside(element)

    def _change(self, element: Element) -> None:
        """Follow a tracked change (ODF 1.3, part 3, 5.5): new text, or the place of text that is gone."""
        name = element.get("text:change-id", "")
        region = self.regions.get(name)
        if element.tag == "text:change-end":
            self.open.discard(name)
        elif region is None:
            return
        elif element.tag == "text:change-start":
            if region.find("text:insertion") is not None:
                self.open.add(name)
        elif (deletion := region.find("text:deletion")) is not None and name not in self.told:
            self.told.add(name)
            if self.accept:
                self.leave_out(deletion, "deleted")
            else:
                self._restore([one for one in deletion if is_shown(one.tag)])

    def _restore(self, blocks: list[Element]) -> None:
        """Write text that is gone where it stood: its ends belong to the paragraph that is open."""
        for at, one in enumerate(blocks):
            if one.tag not in PARAGRAPHS:
                self.blocks(only(one))
                continue
            if at:
                self.writer.close()
                self.writer.open()
            self._inline(one, self.styles.properties("paragraph", one.get("text:style-name", "")))

    def left_over(self) -> None:
        """Leave out deleted text that has no place in the document."""
        for name, region in self.regions.items():
            deletion = region.find("text:deletion")
            if deletion is not None and name not in self.told:
                self.writer.text(raw_text(deletion), Look(reason="deleted"))


def only(child: Element) -> Element:
    """Return an element that holds another one and nothing else."""
    around = Element("only")
    around.append(child)
    return around
