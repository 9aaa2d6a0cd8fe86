"""What an RTF document shows, as a page: paragraphs, numbers of lists, notes, rows of tables.

RTF has no tables: paragraphs say how deep in one they stand.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from bronbrief.intake.numerals import BOXES, format_number
from bronbrief.intake.page_writer import TAB, Look, PageWriter
from bronbrief.intake.rtf.state import State
from bronbrief.intake.rtf.words import NOTE_FORMS

_DEEPEST = 6


@dataclass(slots=True)
class Tables:
    """Gathers the cells of the rows that are open, by depth, and writes each row when it ends."""

    writer: PageWriter
    cells: dict[int, list[str]] = field(default_factory=dict)
    open_cells: int = 0
    in_row: bool = False
    grounds: list[str] = field(default_factory=list)
    ground: str = ""

    def define(self, word: str, ground: str) -> None:
        """Follow the definition of a row (`trowd`), the ground of a cell (`clcbpat`) and its end."""
        if word == "trowd":
            self.in_row, self.grounds, self.ground = True, [], ""
        elif word == "clcbpat":
            self.ground = ground
        else:
            self.grounds.append(self.ground)
            self.ground = ""

    def enter(self, depth: int) -> None:
        """Go on at a depth: what is open below it ends."""
        while self.open_cells > depth:
            self.end_cell(self.open_cells)
            self._write(self.open_cells + 1)
        if not depth:
            self._write_below(0)
        while self.open_cells < depth:
            self.writer.open_aside()
            self.open_cells += 1

    def end_cell(self, depth: int) -> None:
        """End a cell (`cell`, `nestcell`), with rows within it that nothing had ended."""
        self.enter(depth)
        self._write_below(depth)
        self.open_cells -= 1
        self.cells.setdefault(depth, []).append(self.writer.close_aside())

    def end_row(self, depth: int) -> None:
        """End a row (`row`, `nestrow`), with what no cell had ended."""
        if self.open_cells >= depth:
            self.end_cell(depth)
        if depth > 1:
            self.enter(depth - 1)
        else:
            self.in_row = False
        self._write(depth)

    def _write_below(self, depth: int) -> None:
        for one in sorted(one for one in self.cells if one > depth):
            self._write(one)

    def _write(self, depth: int) -> None:
        cells = self.cells.pop(depth, [])
        if cells:
            grounds = [*(self.grounds if depth == 1 else ()), *([""] * len(cells))]
            styled = (f' style="background-color:{one}"' if one else "" for one in grounds)
            row = "".join(f"<td{style}>{cell}</td>" for style, cell in zip(styled, cells, strict=False))
            self.writer.markup(f"<table><tr>{row}</tr></table>")


@dataclass(slots=True)
class Shown:
    """Writes what is shown; `taken` are letters that stand there in another form.

    `called` tells that a call to the next note was read, `restarts` which notes are counted anew in each
    section. `number` is that of the list item which begins next, `signs` its bullet in a font of signs.
    """

    writer: PageWriter = field(default_factory=PageWriter)
    tables: Tables = field(init=False)
    around: list[Tables] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    forms: dict[str, str] = field(default_factory=dict)
    restarts: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    endnotes: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    called: bool = False
    label: str | None = None
    kind: str = "ftn"
    number: tuple[str, Look] | None = None
    signs: str = ""

    def __post_init__(self) -> None:
        self.tables = Tables(self.writer)

    def text(self, words: str, look: Look, state: State, level: int) -> None:
        """Show text, in a paragraph that is open or begins with it; `level` is that of a heading."""
        self._begin(state, level)
        self.writer.text(words, look)

    def end_paragraph(self, look: Look, state: State, level: int) -> None:
        """End a paragraph; where its mark is not there in this version, the next one goes on with it."""
        if self.number is not None:
            self._begin(state, level)
        self.writer.close(joins=look.reason in {"deleted", "inserted", "hidden"})

    def end_section(self) -> None:
        """End a section, and count notes anew where the document says so."""
        self.writer.close()
        for kind in self.restarts:
            self.counts[kind] = 0

    def put_number(self, words: str, look: Look) -> None:
        """Keep the number of a list, as the document has it, for the paragraph that begins next."""
        self._number_alone()
        if words.strip(f" {TAB}") or self.signs:
            self.number = words.strip(f" {TAB}"), Look(reason=look.reason)

    def _begin(self, state: State, level: int) -> None:
        if not self.writer.is_open:
            self.tables.enter(max(state.depth, int(state.in_table or self.tables.in_row)))
        goes_on = self.writer.goes_on
        if goes_on or not self.writer.is_open:
            self.writer.open(f"h{min(level, _DEEPEST)}" if level else "div")
        if self.number is not None:
            (words, look), self.number = self.number, None
            signs, self.signs = self.signs.strip(), ""
            if any(map(str.isalnum, words)) or (words and words in BOXES):
                self.writer.text(f"{words}{TAB}", replace(look, reason=look.reason or goes_on * "hidden"))
            else:
                self.taken.append(words)
                if not (goes_on or look.reason):
                    self.writer.add(f"{signs if signs and signs in BOXES else '-'}{TAB}")

    def _number_alone(self) -> None:
        """Write the number of an item that has no text."""
        if self.number is not None:
            self._begin(State(), 0)
            self.writer.close()

    def call_note(self, state: State, level: int) -> None:
        """Follow the sign of a note's number: a call in the text, or its number in the note."""
        if not self.around:
            self.called = True
        elif label := self._label():
            self._begin(state, level)
            self.writer.add(f"{label}.{TAB}")

    def _label(self) -> str:
        """Return the number of the note at hand, counting it once."""
        if self.label is None:
            self.counts[self.kind] += 1
            form = self.forms.get(self.kind, "decimal")
            known = self.kind not in self.unknown
            self.label = (format_number(self.counts[self.kind], form) or "") if known else ""
            if not known:
                self.writer.tell("unsupported", f"\\{self.kind}rstpg")
        return self.label

    def define_notes(self, word: str, number: int) -> None:
        """Follow a word on how notes are numbered."""
        if word in NOTE_FORMS:
            kind, form = NOTE_FORMS[word]
            self.forms[kind] = form
        elif word in {"ftnstart", "aftnstart"}:
            self.counts[word.removesuffix("start")] = number - 1
        elif word in {"ftnrestart", "aftnrestart"}:
            self.restarts.add(word.removesuffix("restart"))
        elif word == "ftnrstpg":
            self.unknown.add("ftn")

    def open_aside(self) -> None:
        """Begin a note or a box."""
        self.writer.open_aside()
        self.around.append(self.tables)
        self.tables, self.kind, self.label = Tables(self.writer), "ftn", None

    def close_aside(self, *, note: bool) -> None:
        """End a note or a box, and put it behind the text or the paragraph."""
        self.tables.enter(0)
        self.tables = self.around.pop()
        written = self.writer.close_aside()
        if not note:
            self.writer.put_after(written)
            return
        (self.writer.notes if self.kind == "ftn" else self.endnotes).append(written)
        if self.called:
            self.writer.tell("note-call", self._label())
        self.called = False

    def finish(self) -> None:
        """End what is open."""
        self._number_alone()
        while self.around:
            self.close_aside(note=False)
        self.tables.enter(0)
        self.writer.notes += self.endnotes
