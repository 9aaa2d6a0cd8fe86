"""What the stories of one Word document share, and a paragraph as it is gathered.

Styles, lists, the version wanted and what was left out are shared. A paragraph is pieces of text, each shown
or left out for a reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from bronbrief.intake.converted import join_apart
from bronbrief.intake.raised import scripted
from bronbrief.intake.word.look import PAPER
from bronbrief.intake.word.numbering import NoteNumbers, Numbering
from bronbrief.intake.word.package import Package
from bronbrief.intake.word.styles import Styles

_SPACES = re.compile(" {2,}")
# Reasons for which letters are left out, and not things.
RUNNING = frozenset(
    ["hidden", "deleted", "inserted", "struck", "white", "covered", "too-small", "invisible", "off-page"]
)


class NoteCall(NamedTuple):
    """A call to a note: its kind, its id, and its number as shown, empty for a mark of its own."""

    kind: str
    id: str
    number: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a run stands: the colour behind it, styles of table and paragraph, and why none of it is seen."""

    background: str = PAPER
    table: str = ""
    style: str = ""
    unseen: str = ""


@dataclass(slots=True)
class Reading:
    """One reading of a document, in the version in which tracked changes hold (`accept`) or the other.

    `added` are strings in the text or in what was left out that no letter of the document says (numbers that
    are computed, marks); `taken` are letters that stand there in another form.
    """

    package: Package
    accept: bool
    styles: Styles
    numbering: Numbering
    numbers: NoteNumbers
    left_out: list[tuple[str, str]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    calls: list[NoteCall] = field(default_factory=list)
    dropped: dict[tuple[str, str], str] = field(default_factory=dict)

    def dropped_for(self, element: Element) -> str:
        """Return why an element of tracked changes is not in this version; empty where it is in it.

        Works for `w:ins`, `w:del` and their like around text, and where they mark a paragraph or a row.
        """
        gone = {"w:del": "deleted", "w:moveFrom": "deleted", "w:cellDel": "deleted"}
        new = {"w:ins": "inserted", "w:moveTo": "inserted", "w:cellIns": "inserted"}
        return (gone if self.accept else new).get(element.tag, "")

    def marked(self, properties: Element | None) -> str:
        """Return why what has these properties is not in this version; empty where it is in it."""
        reasons = (self.dropped_for(one) for one in properties) if properties is not None else ()
        return next(filter(None, reasons), "")

    def now(self, properties: Element | None) -> Element | None:
        """Return properties as they are in this version: those before a tracked change, if it is rejected."""
        if properties is None or self.accept:
            return properties
        change = properties.find(f"{properties.tag}Change")
        if change is None:
            return properties
        before = change.find(properties.tag)
        return before if before is not None else Element(properties.tag)

    def leave_out(self, reason: str, text: str, *, counted: bool = True) -> None:
        """Note what the text does not have; `counted` tells whether the words are letters of the document."""
        self.left_out.append((reason, " ".join(text.split())))
        if not counted:
            self.added.append(text)

    def replace(self, letters: str, shown: str) -> str:
        """Note that letters stand in the text in another form, and return that."""
        self.taken.append(letters)
        self.added.append(shown)
        return shown


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, raised (`^`), lowered (`_`) or neither; `reason` says why it is left out, if so."""

    text: str
    script: str = ""
    reason: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph that is open: the properties that it will have, its pieces, and the boxes anchored in it.

    `brackets` are those that its text got around raised and lowered signs.
    """

    properties: Element
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[tuple[Element, str]] = field(default_factory=list)
    brackets: str = ""

    @property
    def empty(self) -> bool:
        """Tell whether nothing of it shows yet."""
        return not any(piece.text.strip() and not piece.reason for piece in self.pieces)

    def text(self, *, one_line: bool) -> str:
        """Return what shows: lines without white space at their ends, or all on one line."""
        shown = ""
        for script, group in groupby(
            (piece for piece in self.pieces if not piece.reason), key=lambda piece: piece.script
        ):
            text = "".join(piece.text for piece in group)
            written = scripted(shown, text, script) if script else text
            self.brackets += f"{script}()" * (len(written) > len(text))
            shown += written
        lines = [_SPACES.sub(" ", line).strip(" \t") for line in shown.replace("\r", "\n").split("\n")]
        lines = [line for line in lines if line]
        return join_apart(lines) if one_line else "\n".join(lines)

    def left_out(self) -> Iterator[tuple[str, str]]:
        """Yield what does not show: reason and text, with neighbours of one reason together."""
        for reason, group in groupby(self.pieces, key=lambda piece: piece.reason):
            texts = [piece.text for piece in group]
            texts = ["".join(texts)] if reason in RUNNING else texts
            for text in (" ".join(text.split()) for text in texts if reason):
                if text or reason not in RUNNING:
                    yield reason, text
