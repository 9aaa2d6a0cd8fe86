"""The text within a paragraph: runs, fields, links, controls, equations, in the version wanted."""

from collections import Counter
from unicodedata import normalize
from xml.etree.ElementTree import Element

from bronbrief.intake.numerals import shown_symbol
from bronbrief.intake.word import graphics
from bronbrief.intake.word.equations import Equation, joined
from bronbrief.intake.word.fields import Field
from bronbrief.intake.word.look import Look, look_of
from bronbrief.intake.word.package import UNCHOSEN, raw_text, symbol
from bronbrief.intake.word.reading import NoteCall, Paragraph, Piece, Reading, Setting
from bronbrief.intake.word.styles import value

_SPACES = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n"}
_TURNED = {"rtl": "\u202e", "ltr": "\u202d"}
_TURN_ENDS = "\u202c"
_CHANGES = frozenset(["w:ins", "w:del", "w:moveFrom", "w:moveTo"])
_LEFT_OUT = frozenset(["w:subDoc", "w:altChunk", UNCHOSEN, "w:t", "w:delText", "m:t"])
_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
# What Word works out each time that a document is opened.
_MADE = frozenset(
    f"w:{name}"
    for name in ("pgNum", "dayLong", "dayShort", "monthLong", "monthShort", "yearLong", "yearShort")
)


class Runs:
    """Reads what stands in paragraphs of one story, in order."""

    def __init__(self, reading: Reading, part: str, paired: frozenset[int]) -> None:
        self._reading = reading
        self._part = part
        self._paired = paired
        self._fields: list[Field] = []

    def read(self, element: Element, paragraph: Paragraph, setting: Setting) -> None:
        """Read what stands in an element into a paragraph."""
        for child in element:
            self._inline(child, paragraph, setting)

    def drop(self, element: Element, paragraph: Paragraph, reason: str) -> None:
        """Leave an element out: its letters, and the notes that it calls."""
        paragraph.pieces.append(Piece(raw_text(element), reason=reason))
        for one in element.iter():
            if one.tag in _NOTES:
                self._reading.dropped[_NOTES[one.tag], one.get("w:id", "")] = reason
            else:
                self._is_field(one, paragraph, reason)

    def _inline(self, child: Element, paragraph: Paragraph, setting: Setting) -> None:
        reason = self._reading.dropped_for(child)
        if reason:
            self.drop(child, paragraph, reason)
        elif child.tag == "w:r":
            self._run(child, paragraph, setting)
        elif child.tag in {"m:oMath", "m:oMathPara"}:
            self._equation(child, paragraph, setting)
        elif child.tag == "w:bdo" and value(child) in _TURNED:
            paragraph.pieces.append(Piece(_TURNED[value(child)]))
            self.read(child, paragraph, setting)
            paragraph.pieces.append(Piece(_TURN_ENDS))
        elif child.tag == "w:fldSimple":
            self._fields.append(Field(child, child.get("w:instr", ""), in_result=len(child) > 0))
            self.read(child, paragraph, setting)
            self._end_field(paragraph, setting.unseen)
        elif child.tag.startswith("{"):  # Word leaves out what it does not know, with all that is in it
            self.drop(child, paragraph, "unsupported")
            self._foreign(child, paragraph)
        elif child.tag in graphics.DRAWN:
            self._drawing(child, paragraph)
        elif child.tag in _LEFT_OUT:
            self._leave_out(child, paragraph)
        elif not child.tag.endswith("Pr"):
            self.read(child, paragraph, setting)
            self._foreign(child, paragraph)

    def _leave_out(self, child: Element, paragraph: Paragraph) -> None:
        """Leave out what is imported, what only another branch has, and letters outside of any run."""
        if child.tag in {"w:subDoc", "w:altChunk"}:
            relation = self._reading.package.relations(self._part).get(child.get("r:id", ""))
            self._name(paragraph, "unsupported", relation.target if relation else child.tag)
        else:
            reason = "hidden" if child.tag == UNCHOSEN else "unsupported"
            paragraph.pieces.append(Piece(child.text or "", reason=reason))

    def _foreign(self, element: Element, paragraph: Paragraph) -> None:
        """Name text that stands right in an element, where Word has none."""
        text = " ".join(filter(None, (element.text, *(child.tail for child in element))))
        if text.strip():
            self._name(paragraph, "unsupported", text)

    def _run(self, run: Element, paragraph: Paragraph, setting: Setting) -> None:
        direct = self._reading.now(run.find("w:rPr"))
        look = look_of(self._reading.styles.run(direct, setting.style, setting.table), setting.background)
        struck = "struck" if look.struck and self._reading.accept else ""
        own_mark = False
        self._foreign(run, paragraph)
        for child in run:
            unseen = setting.unseen or look.hidden or struck
            if child.tag == "w:rPr" or self._is_field(child, paragraph, unseen):
                continue
            reason = "hidden" if self._in_code() else unseen
            if reason and child.tag not in _SPACES:
                self.drop(child, paragraph, reason)
            elif child.tag in _NOTES:
                own_mark = child.get("w:customMarkFollows") in {"1", "true", "on"}
                self._call(child, paragraph, own_mark=own_mark)
            elif own_mark or (look.script == "^" and any(one.calls_note for one in self._fields)):
                paragraph.pieces.append(Piece(raw_text(child), reason="note-call"))
            else:
                self._shown(child, paragraph, setting, look)

    def _in_code(self) -> bool:
        """Tell whether the code of a field is being read, which nobody sees."""
        return any(not one.in_result for one in self._fields)

    def _shown(self, child: Element, paragraph: Paragraph, setting: Setting, look: Look) -> None:
        tag = child.tag
        for one in self._fields:
            one.shows = True
        if tag in {"w:t", "w:delText"} or tag == "m:t":
            self._text(child.text or "", paragraph, look)
        elif tag in _SPACES:
            paragraph.pieces.append(Piece(_SPACES[tag]))
        elif tag == "w:noBreakHyphen":
            paragraph.pieces.append(Piece("\u2011", look.script))
        elif tag == "w:sym":
            self._signs(symbol(child), child.get("w:font", ""), paragraph, look)
        elif tag == "w:ruby":
            self._ruby(child, paragraph, setting)
        elif tag in _MADE:
            self._name(paragraph, "unsupported", tag.partition(":")[2])
        else:
            self._inline(child, paragraph, setting)

    def _text(self, text: str, paragraph: Paragraph, look: Look) -> None:
        text = " ".join(text.split("\n"))
        if look.font:
            self._signs(text, look.font, paragraph, look)
        else:
            paragraph.pieces.append(Piece(text.upper() if look.capitals else text, look.script))

    def _signs(self, text: str, font: str, paragraph: Paragraph, look: Look) -> None:
        """Put the signs of a font in the text as characters; name those that are not known here."""
        for char in text:
            shown = shown_symbol(font, char)
            if shown is not None:
                shown = shown if shown == char else self._reading.replace(char, shown)
                paragraph.pieces.append(Piece(shown, look.script))
            else:
                self._reading.taken.append(char)
                self._name(paragraph, "unsupported", f"{font} {ord(char):04X}")

    def _ruby(self, ruby: Element, paragraph: Paragraph, setting: Setting) -> None:
        """Read words with the signs above them, which say how they sound, behind them in brackets."""
        for name, opening, closing in (("w:rubyBase", "", ""), ("w:rt", "(", ")")):
            part = ruby.find(name)
            if part is not None:
                paragraph.pieces.append(Piece(opening))
                self.read(part, paragraph, setting)
                paragraph.pieces.append(Piece(closing))
                self._reading.added.append(opening + closing)

    def _equation(self, element: Element, paragraph: Paragraph, setting: Setting) -> None:
        inner = Paragraph(element)
        letters: list[str] = []

        def run(one: Element) -> str:
            if one.tag in _CHANGES and not self._reading.dropped_for(one):
                return equation.write(one)
            start = len(inner.pieces)
            if one.tag == "m:r":
                self._run(one, inner, setting)
            else:
                self._inline(one, inner, setting)
            shown = "".join(piece.text for piece in inner.pieces[start:] if not piece.reason)
            inner.pieces[start:] = [piece for piece in inner.pieces[start:] if piece.reason]
            letters.append(shown)
            return shown

        equation = Equation(run, lambda one: self.drop(one, inner, "hidden"))
        text = equation.write(element)
        before = next((piece.text for piece in reversed(paragraph.pieces) if not piece.reason), "")
        if next(element.iter("m:f"), None) is not None:
            text = joined(before, text, apart=True)[len(before) :]
        paragraph.pieces += [*inner.pieces, Piece(text)]
        paragraph.boxes += inner.boxes
        signs = Counter(normalize("NFKC", text)) - Counter(normalize("NFKC", "".join(letters)))
        self._reading.added.append("".join(signs.elements()))

    def _drawing(self, drawing: Element, paragraph: Paragraph) -> None:
        unseen = graphics.why_unseen(drawing)
        if unseen:
            self.drop(drawing, paragraph, unseen)
            return
        paragraph.boxes += graphics.boxes(drawing)
        for reason, text in graphics.named(drawing, self._reading.package, self._part):
            self._name(paragraph, reason, text)

    def _call(self, reference: Element, paragraph: Paragraph, *, own_mark: bool) -> None:
        kind = _NOTES[reference.tag]
        shown = "" if own_mark else self._reading.numbers.next(kind)
        self._reading.calls.append(NoteCall(kind, reference.get("w:id", ""), shown))
        if not own_mark:
            self._name(paragraph, "note-call", shown)

    def _is_field(self, child: Element, paragraph: Paragraph, unseen: str) -> bool:
        """Read what makes a field; return whether it was that."""
        if child.tag == "w:fldChar":
            self._field(child, paragraph, unseen)
        elif child.tag in {"w:instrText", "w:delInstrText"}:
            if self._fields:
                self._fields[-1].code += child.text or ""
        else:
            return False
        return True

    def _field(self, char: Element, paragraph: Paragraph, unseen: str) -> None:
        if id(char) not in self._paired:
            return
        kind = char.get("w:fldCharType")
        if kind == "begin":
            self._fields.append(Field(char))
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._end_field(paragraph, unseen)

    def _end_field(self, paragraph: Paragraph, unseen: str) -> None:
        """Close a field, and put in the text what it shows without a result."""
        shown, unknown = self._fields.pop().stands_for()
        if unseen or self._in_code():
            return
        if shown:
            paragraph.pieces.append(Piece(shown))
            self._reading.added.append(shown)
        if unknown:
            self._name(paragraph, "unsupported", unknown)

    def _name(self, paragraph: Paragraph, reason: str, text: str) -> None:
        """Leave something out whose words are no letters of the document's text."""
        paragraph.pieces.append(Piece(text, reason=reason))
        self._reading.added.append(text)
