"""What stands beside the text of an OpenDocument file: notes, frames, shapes, formulas, forms."""

from abc import abstractmethod
from xml.etree.ElementTree import Element

from bronbrief.intake.odt.inline import ALTERNATIVES, Inline
from bronbrief.intake.odt.names import is_shown, raw_text
from bronbrief.intake.odt.numbering import OpenList
from bronbrief.intake.page_writer import TAB, Look, mathml


class Beside(Inline):
    """Puts frames behind the paragraph in which they hang, and notes behind the text."""

    @abstractmethod
    def blocks(self, element: Element, within: OpenList | None = None) -> None:
        """Read the blocks in an element, in order."""

    def _note(self, element: Element) -> None:
        citation, body = element.find("text:note-citation"), element.find("text:note-body")
        label = raw_text(citation) if citation is not None else ""
        self._say(label, Look(reason="note-call"))
        if body is None:
            return
        if self.left:
            self._say(raw_text(body), Look())
            return
        self.writer.open_aside()
        if label:
            self.writer.open()
            self.writer.add(f"{label}.{TAB}")
            self.writer.close(joins=True)
        self.blocks(body)
        self.writer.notes.append(self.writer.close_aside())

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


def only(child: Element) -> Element:
    """Return an element that holds another one and nothing else."""
    around = Element("only")
    around.append(child)
    return around
