"""What the stories of one Word document share: styles, lists, the version wanted, and what was left out."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple
from xml.etree.ElementTree import Element

from bronbrief.intake.word.look import PAPER
from bronbrief.intake.word.numbering import NoteNumbers, Numbering
from bronbrief.intake.word.package import Package
from bronbrief.intake.word.styles import Styles


class Changes(StrEnum):
    """Which of its two versions a document with tracked changes or struck text is read in."""

    ACCEPT = "accept"
    REJECT = "reject"


class LeftOut(NamedTuple):
    """What the text does not have: the reason, and the words."""

    reason: str
    text: str


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
    """One reading of a document, in one version.

    `added` are strings in the text or in what was left out that no letter of the document says (numbers that
    are computed, marks); `taken` are letters that stand there in another form.
    """

    package: Package
    changes: Changes
    styles: Styles
    numbering: Numbering
    numbers: NoteNumbers
    left_out: list[LeftOut] = field(default_factory=list)
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
        return (gone if self.changes is Changes.ACCEPT else new).get(element.tag, "")

    def marked(self, properties: Element | None) -> str:
        """Return why what has these properties is not in this version; empty where it is in it."""
        reasons = (self.dropped_for(one) for one in properties) if properties is not None else ()
        return next(filter(None, reasons), "")

    def now(self, properties: Element | None) -> Element | None:
        """Return properties as they are in this version: those before a tracked change, if it is rejected."""
        if properties is None or self.changes is Changes.ACCEPT:
            return properties
        change = properties.find(f"{properties.tag}Change")
        if change is None:
            return properties
        before = change.find(properties.tag)
        return before if before is not None else Element(properties.tag)

    def leave_out(self, reason: str, text: str, *, counted: bool = True) -> None:
        """Note what the text does not have; `counted` tells whether the words are letters of the document."""
        self.left_out.append(LeftOut(reason, " ".join(text.split())))
        if not counted:
            self.added.append(text)

    def replace(self, letters: str, shown: str) -> str:
        """Note that letters stand in the text in another form, and return that."""
        self.taken.append(letters)
        self.added.append(shown)
        return shown
