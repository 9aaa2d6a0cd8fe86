"""The XML of officielebekendmakingen.nl and wetten.overheid.nl to the text that those sites show of it.

Elements are known by their names; others are blocks or runs of text by what stands in them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bronbrief.intake.archive import parse_xml
from bronbrief.intake.converted import Converted, read_versions
from bronbrief.intake.extractors import Answer, ExtractionError
from bronbrief.intake.official_facts import official_facts
from bronbrief.intake.page_writer import TAB, Look, PageWriter, mathml
from bronbrief.intake.second_reading import xml_texts

_ROOTS = frozenset(
    """
    officiele-publicatie gemeenteblad staatscourant staatsblad tractatenblad provinciaalblad waterschapsblad
    kamerstuk kamerwrk handelingen handeling vraagdoc toestand
    """.split()
)
_NOT_SHOWN = frozenset(["metadata", "meta-data"])
_TITLES = frozenset(["titel", "intitule", "item-titel"])
_NUMBERS = frozenset(["li.nr", "lidnr", "nr"])
_ON_ONE_LINE = frozenset(["kop", "naam", "dossiernummer", "spreker", "wie"])
_BLOCKS = frozenset(
    ["lijst", "table", "al", "plaatje", "tgroup", "lid", "artikel", "tussenkop", "definitielijst"]
)
_TAGS = {"tgroup": "table", "row": "tr", "entry": "td"}
_SCRIPTS = {"sup": "sup", "inf": "sub"}
_GONE = frozenset(["del", "verwijderdetekst"])
_NEW = frozenset(["ins", "nieuwetekst"])
_DEEPEST = 6


def read_official(data: bytes, changes: str = "") -> Answer:
    """Read a publication."""
    root = parse_xml(data)
    for one in root.iter():
        one.tag = str(one.tag).rpartition("}")[2]
    if root.tag not in _ROOTS and next(root.iter("al"), None) is None:
        raise ExtractionError("document-xml", root.tag)
    facts = official_facts(root)
    texts = xml_texts(data, (), _NOT_SHOWN | {"math:annotation", "math:annotation-xml"})

    def convert(accept: bool) -> Converted:  # noqa: FBT001 - one of the two versions
        story = _Story(accept)
        story.block(root)
        return Converted(story.writer.page(), story.writer.added, facts=facts)

    return read_versions(convert, texts, changes, "XML")


@dataclass(slots=True)
class _Story:
    """Writes a publication; `depth` is how many heads stand above, `look` how the text at hand is shown.

    `called` is the number of the note at hand, which stands at its call.
    """

    accept: bool
    writer: PageWriter = field(default_factory=PageWriter)
    depth: int = 0
    look: Look = field(default_factory=Look)
    called: Element | None = None

    def block(self, element: Element, within: str = "") -> None:
        """Read an element that begins on a line of its own; `within` is the name of the one around it."""
        tag, writer = element.tag, self.writer
        if tag in _NOT_SHOWN or element is self.called:
            return
        if tag in {"kop", "tussenkop"} or (tag in _TITLES and within not in {"table", "plaatje"}):
            level = 1 if tag in _TITLES else self.depth + 1
            self._paragraph(element, f"h{min(level, _DEEPEST)}")
        elif tag in _TAGS:
            writer.markup(f"<{_TAGS[tag]}>")
            self._content(element)
            writer.markup(f"</{_TAGS[tag]}>")
        elif tag == "illustratie":
            writer.markup("<img>")
        elif tag in _NUMBERS:
            self._number(element)
        elif tag in _ON_ONE_LINE or _has_words(element) or self._special(element):
            self._paragraph(element, "div")
        elif tag == "li" and element.get("nr") and element.find("li.nr") is None:
            writer.open()
            writer.add(f"{element.get('nr')}{TAB}")
            writer.close(joins=True)
            self._content(element)
        else:
            self._children(element)

    def _content(self, element: Element) -> None:
        """Read what is in an element, be it blocks or a run of text."""
        self._inline(element) if _has_words(element) else self._children(element)
        self.writer.close()

    def _children(self, element: Element) -> None:
        headed = element.find("kop") is not None
        for child in element:
            below = headed and child.tag != "kop"
            self.depth += below
            self.block(child, element.tag)
            self.depth -= below

    def _number(self, element: Element) -> None:
        """Read the number of an item or a paragraph of law, which the text behind it goes on with."""
        words = "".join(element.itertext()).strip()
        self.writer.open()
        self._inline(element)
        joins = element.tag != "nr" or not any(map(str.isalpha, words))
        self.writer.text(TAB if joins else "")
        self.writer.close(joins=joins)

    def _paragraph(self, element: Element, tag: str) -> None:
        self.writer.open(tag)
        self._read(element)
        self.writer.close()

    def _read(self, element: Element) -> None:
        special = self._special(element)
        special(element) if special else self._inline(element)

    def _inline(self, element: Element) -> None:
        one_line = element.tag in _ON_ONE_LINE
        self.writer.text(element.text or "", self.look)
        for at, child in enumerate(element):
            if child.tag in _BLOCKS and not one_line:
                self.block(child, element.tag)
            else:
                self.writer.text(" " if at and one_line else "", self.look)
                self._read(child)
            self.writer.text(child.tail or "", self.look)

    def _special(self, element: Element) -> Callable[[Element], None] | None:
        """Return what reads an element within a line that is no plain run of text; None for most."""
        tag, kind = element.tag.lower(), element.get("type", "")
        if element is self.called:
            return lambda _: None
        if tag in _SCRIPTS or (tag == "nadruk" and kind in _SCRIPTS):
            script = _SCRIPTS.get(tag) or _SCRIPTS[kind]
            return lambda one: self._shown(one, Look(script=script))
        if tag == "nadruk" and kind.startswith(("doorhal", "doorgehaald", "strike")):
            return lambda one: self._shown(one, Look(struck=True))
        if tag in _GONE | _NEW:
            reason = "deleted" if tag in _GONE else "inserted"
            here = self.accept if tag in _NEW else not self.accept
            return lambda one: self._shown(one, self.look if here else Look(reason=reason))
        if tag == "naam" and element.get("weergave") == "nee":
            return lambda one: self._shown(one, Look(reason="hidden"))
        return {
            "noot": self._note,
            "nootref": lambda one: self._shown(one, Look(reason="note-call")),
            "math": lambda one: self.writer.inline(mathml(one)),
            "illustratie": lambda _: self.writer.inline("<img>"),
            "spreker": self._speaker,
            "politiek": self._party,
        }.get(tag)

    def _shown(self, element: Element, look: Look) -> None:
        before = self.look
        self.look = Look(
            script=look.script or before.script,
            struck=look.struck or before.struck,
            reason=before.reason or look.reason,
        )
        self._inline(element)
        self.look = before

    def _note(self, note: Element) -> None:
        """Leave the call out, and put the note behind the text."""
        number = note.find("noot.nr")
        label = "".join(number.itertext()).strip() if number is not None else note.get("nr", "")
        if number is not None:
            self.writer.text(label, Look(reason="note-call"))
        self.writer.open_note(label)
        around = self.look, self.called
        self.look, self.called = Look(), number
        self._content(note)
        self.look, self.called = around
        self.writer.close_note()

    def _speaker(self, element: Element) -> None:
        """Read who speaks; the colon that the site puts behind it is put there."""
        self._inline(element)
        if not "".join(element.itertext()).rstrip().endswith(":"):
            self.writer.add(":", self.look)

    def _party(self, element: Element) -> None:
        self.writer.add("(", self.look)
        self._inline(element)
        self.writer.add(")", self.look)


def _has_words(element: Element) -> bool:
    """Tell whether text stands in an element itself, beside what else is in it."""
    return any(one and one.strip() for one in (element.text, *(child.tail for child in element)))
