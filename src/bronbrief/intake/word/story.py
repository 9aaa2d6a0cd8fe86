"""A story of a Word document (its body, a note, a box) as blocks: paragraphs, headings, rows of tables."""

from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from bronbrief.intake.converted import join_apart
from bronbrief.intake.word.fields import paired
from bronbrief.intake.word.look import fill
from bronbrief.intake.word.numbering import Mark, Numbering
from bronbrief.intake.word.package import UNCHOSEN, descend, raw_text
from bronbrief.intake.word.reading import Paragraph, Piece, Reading, Setting
from bronbrief.intake.word.runs import Runs
from bronbrief.intake.word.styles import number, said, value

_CLOSEST = 40  # twentieths of a point between lines: two points
_FARTHEST = 23_820  # twentieths of a point: the long side of A3
_WIDEST = 7_000  # of what a document places itself
_ROW_LENGTH = 1000
_CELL = " | "
_MERGES = ("w:vMerge", "w:hMerge")


@dataclass(slots=True)
class Story:
    """Reads blocks. `levels` are those of the blocks that are headings, by index.

    `plain` tells that the blocks hold nothing but short paragraphs, so that they may be read on one line.
    """

    reading: Reading
    part: str
    numbering: Numbering
    runs: Runs
    blocks: list[str] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)
    plain: bool = True
    _open: Paragraph | None = None
    _unseen: str = ""
    _kept_properties: bool = False

    @classmethod
    def over(cls, reading: Reading, part: str, root: Element, numbering: Numbering) -> "Story":
        """Begin a story whose fields open and close within `root`."""
        return cls(reading, part, numbering, Runs(reading, part, paired(root)))

    def read(self, container: Element, setting: Setting) -> "Story":
        """Read all blocks of a container, and close the last paragraph."""
        self._read(container, setting)
        self._close()
        return self

    def _read(self, container: Element, setting: Setting) -> None:
        for child in container:
            if child.tag == "w:p":
                self._paragraph(child, setting)
            elif child.tag == "w:tbl":
                self._close()
                self._table(child, setting)
            elif self._holds_blocks(child):
                self._read(child, setting)
            elif child.tag == "w:sectPr":
                self.reading.numbers.end_section()
            elif not child.tag.endswith("Pr"):
                self._loose(child, setting)

    def _holds_blocks(self, element: Element) -> bool:
        """Tell whether an element stands around blocks that are read: a content control, an insertion."""
        known = not element.tag.startswith("{") and not self.reading.dropped_for(element)
        return known and next(element.iter("w:p"), None) is not None

    def _loose(self, child: Element, setting: Setting) -> None:
        """Read what stands between paragraphs as if it stood in one of its own."""
        holder = Element("w:p")
        holder.append(child)
        if raw_text(child).strip() or child.tag in {UNCHOSEN, "w:altChunk", "w:subDoc"} or len(child):
            self._paragraph(holder, setting)

    def _paragraph(self, element: Element, setting: Setting) -> None:
        properties = self.reading.now(element.find("w:pPr"))
        properties = properties if properties is not None else Element("w:pPr")
        style = value(properties.find("w:pStyle"))
        setting = self._within(properties, replace(setting, style=style))
        if self._open is None:
            self._open = Paragraph(properties)
        elif self._open.empty or not self._kept_properties:
            self._open.properties = properties
        self._unseen = setting.unseen
        self.runs.read(element, self._open, setting)
        marks = properties.find("w:rPr")
        look = self.reading.styles.run(marks, style, setting.table)
        large_capital = said(properties.find("w:framePr"), "w:dropCap") in {"drop", "margin"}
        self._kept_properties = look.on("w:vanish")
        if properties.find("w:sectPr") is not None:
            self.reading.numbers.end_section()
        if not (self.reading.marked(marks) or self._kept_properties or large_capital):
            self._close()

    def _within(self, properties: Element, setting: Setting) -> Setting:
        """Return the setting of a paragraph's runs: its shading, and why nobody sees it."""
        styles = self.reading.styles

        def found(name: str) -> Element | None:
            own = properties.find(name)
            return own if own is not None else styles.paragraph(setting.style, name)

        spacing, behind = found("w:spacing"), fill(found("w:shd"))
        low = said(spacing, "w:lineRule") == "exact" and number(said(spacing, "w:line"), _CLOSEST) < _CLOSEST
        indent = found("w:ind")
        beyond = abs(number(said(indent, "w:left") or said(indent, "w:start"))) > _FARTHEST
        unseen = setting.unseen or ("too-small" if low else "off-page" if beyond else "")
        unseen = unseen or _off_page(properties.find("w:framePr"), "w:x", "w:y")
        return replace(setting, background=behind or setting.background, unseen=unseen)

    def _close(self) -> None:
        """End the paragraph that is open: its number, its text, then the boxes anchored in it."""
        paragraph, self._open = self._open, None
        if paragraph is None:
            return
        self.plain = self.plain and not paragraph.boxes
        style = value(paragraph.properties.find("w:pStyle"))
        level = self.reading.styles.level(paragraph.properties.find("w:outlineLvl"), style)
        mark = self._mark(paragraph)
        text = paragraph.text(one_line=bool(level))
        self.reading.added.append(paragraph.brackets)
        for reason, words in paragraph.left_out():
            self.reading.leave_out(reason, words)
        self._put(_marked(mark, text, self.reading), level if text else 0)
        for box, behind in paragraph.boxes:
            story = Story.over(self.reading, self.part, box, self.numbering)
            inner = story.read(box, Setting(background=behind, unseen=self._unseen))
            self._take(inner)

    def _mark(self, paragraph: Paragraph) -> Mark | None:
        """Count a paragraph in a list, unless all of it is unseen, and return what stands before it."""
        properties = paragraph.properties
        direct = properties.find("w:numPr")
        if direct is not None and self.reading.marked(direct):
            direct = None
        gone = paragraph.empty and any(piece.text.strip() for piece in paragraph.pieces)
        marks = properties.find("w:rPr")
        dropped = gone and bool(self._unseen or self.reading.marked(marks))
        if dropped:
            return None
        mark = self.numbering.mark(direct, value(properties.find("w:pStyle")))
        if mark is not None and mark.unknown:
            paragraph.pieces.append(Piece(mark.unknown, reason="unsupported"))
            self.reading.added.append(mark.unknown)
        return mark

    def _put(self, block: str, level: int) -> None:
        if block:
            self.plain = self.plain and not level
            if level:
                self.levels[len(self.blocks)] = level
            self.blocks.append(block)

    def _take(self, inner: "Story") -> None:
        for at, block in enumerate(inner.blocks):
            self._put(block, inner.levels.get(at, 0))

    def _table(self, table: Element, setting: Setting) -> None:
        style = value(descend(table, "w:tblPr/w:tblStyle"))
        behind = fill(descend(table, "w:tblPr/w:shd"))
        behind = behind or ("unknown" if self.reading.styles.shaded(style) else setting.background)
        unseen = setting.unseen or _off_page(descend(table, "w:tblPr/w:tblpPr"), "w:tblpX", "w:tblpY")
        setting = replace(setting, background=behind, table=style, unseen=unseen)
        for row in _parts(table, "w:tr"):
            self._row(row, setting)
        self.plain = False

    def _row(self, row: Element, setting: Setting) -> None:
        hidden = descend(row, "w:trPr/w:hidden") is not None
        height = descend(row, "w:trPr/w:trHeight")
        low = said(height, "w:hRule") == "exact" and number(value(height), _CLOSEST) < _CLOSEST
        reason = self.reading.marked(row.find("w:trPr"))
        reason = reason or ("hidden" if hidden else "too-small" if low else setting.unseen)
        if reason:
            self._drop(row, reason)
            return
        cells = [
            one for one in (self._cell(cell, setting) for cell in _parts(row, "w:tc")) if one is not None
        ]
        texts = [join_apart([" ".join(block.split("\n")) for block in cell.blocks]) for cell in cells]
        short = sum(map(len, texts)) <= _ROW_LENGTH or all(len(cell.blocks) < 2 for cell in cells)  # noqa: PLR2004
        if len(cells) > 1 and short and all(cell.plain for cell in cells):
            while texts and not texts[0]:
                del texts[0]
            while texts and not texts[-1]:
                del texts[-1]
            self.reading.added.append(_CELL * (len(texts) - 1))
            self._put(_CELL.join(texts), 0)
        else:
            for cell in cells:
                self._take(cell)

    def _cell(self, cell: Element, setting: Setting) -> "Story | None":
        """Read a cell; None for one that is not in this version, or that a cell above it covers."""
        merges = [descend(cell, f"w:tcPr/{name}") for name in _MERGES]
        reason = self.reading.marked(cell.find("w:tcPr"))
        covered = any(one is not None and value(one, "continue") == "continue" for one in merges)
        if reason:
            self._drop(cell, reason)
            return None
        shading = fill(descend(cell, "w:tcPr/w:shd"))
        setting = replace(setting, background=shading or setting.background)
        inner = Story(self.reading, self.part, self.numbering, self.runs)
        if covered:
            self._drop(cell, "hidden")
            return inner
        return inner.read(cell, setting)

    def _drop(self, element: Element, reason: str) -> None:
        holder = Paragraph(element)
        self.runs.drop(element, holder, reason)
        for one, words in holder.left_out():
            self.reading.leave_out(one, words)


def _off_page(placed: Element | None, *edges: str) -> str:
    """Tell whether what a document places itself lies off any page."""
    at = [number(said(placed, edge)) for edge in edges]
    return "off-page" if any(one > _FARTHEST or one < -_WIDEST for one in at) else ""


def _parts(element: Element, tag: str) -> list[Element]:
    """Return the rows of a table or the cells of a row, through controls and other elements around them."""
    found: list[Element] = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif not child.tag.endswith("Pr"):
            found += _parts(child, tag)
    return found


def _marked(mark: Mark | None, text: str, reading: Reading) -> str:
    """Put the number or the bullet before a paragraph; a bullet before nothing is nothing."""
    if mark is None or not mark.text or (mark.text == "-" and not text):
        return text
    reading.added.append(mark.text)
    if not text:
        return mark.text
    gap = mark.gap
    if gap == "\t":
        gap = "\t" if mark.text[-1].isdigit() and text[0].isdigit() else " "
    return f"{mark.text}{gap}{text}"
