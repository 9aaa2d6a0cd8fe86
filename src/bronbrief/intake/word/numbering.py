"""Numbers that Word computes: of lists, headings and articles (ECMA-376, 17.9), and of notes (17.11)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bronbrief.intake.numerals import box, format_number, shown_symbol
from bronbrief.intake.word.package import descend
from bronbrief.intake.word.styles import Styles, font, is_on, number, said, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_NONE = Element("none")
_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph: its number or bullet as shown, and what comes between it and the text.

    `unknown` names a kind of number that is not computed here; then nothing stands before the paragraph.
    """

    text: str
    gap: str
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list of the document: the definition that it counts with, and the levels that it sets anew."""

    definition: str
    levels: dict[int, Element]
    starts: dict[int, int]


class Numbering:
    """The lists of a document. Counters are those of one story of text; `fresh` gives them to another."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {said(one, "w:abstractNumId"): one for one in root.findall("w:abstractNum")}
        self._lists = {said(one, "w:numId"): self._list(one) for one in root.findall("w:num")}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def fresh(self) -> "Numbering":
        """Return the same lists, uncounted."""
        other = Numbering(_NONE, self._styles)
        other._definitions, other._lists = self._definitions, self._lists
        return other

    def mark(self, direct: Element | None, style: str) -> Mark | None:
        """Count a paragraph, and return its mark; None where it is in no list.

        `direct` is the paragraph's own `w:numPr`.
        """
        placed = self._place(direct, style)
        if placed is None:
            return None
        list_id, at = placed
        found = self._levels(list_id)
        if at not in found:
            return None
        definition = self._definition(list_id)
        counts = self._counts[definition]
        self._count(list_id, definition, at, found)
        level = found[at]
        if is_on(descend(level, "w:rPr/w:vanish")):
            return None
        gap = {"nothing": "", "space": " "}.get(value(level.find("w:suff")), "\t")
        if value(level.find("w:numFmt")) == "bullet":
            return Mark(_bullet(level), " ")
        text, unknown = _written(level, found, counts)
        capitals = is_on(descend(level, "w:rPr/w:caps"))
        return Mark(text.upper() if capitals else text, gap, unknown)

    def _place(self, direct: Element | None, style: str) -> tuple[str, int] | None:
        """Return the list and the level that a paragraph is in, by itself or by its style."""
        of_style = self._styles.paragraph(style, "w:numPr")
        own_id = descend(direct, "w:numId")
        list_id = value(own_id if own_id is not None else descend(of_style, "w:numId"))
        if list_id not in self._lists:  # 0 takes a paragraph out of a list
            return None
        own_level = descend(direct, "w:ilvl")
        if own_level is None and own_id is None and of_style is not None:
            linked = self._linked(list_id, style)
            own_level = of_style.find("w:ilvl") if linked is None else None
            if linked is not None:
                return list_id, linked
        return list_id, min(number(value(own_level)), _LEVELS - 1)

    def _linked(self, list_id: str, style: str) -> int | None:
        """Return the level that names a paragraph's style, or one that it is based on, as its own."""
        names = {one.get("w:styleId") for one in self._styles.chain(self._styles.paragraph_style(style))}
        own = self._styles.paragraph_style(style)
        found = {
            value(level.find("w:pStyle")): at
            for at, level in self._levels(list_id).items()
            if value(level.find("w:pStyle")) in names
        }
        return found.get(own, next(iter(found.values()), None))

    def _count(self, list_id: str, definition: str, at: int, levels: dict[int, Element]) -> None:
        counts = self._counts[definition]
        begins = self._lists[list_id].starts
        anew = at in begins and (list_id, at) not in self._begun
        self._begun.add((list_id, at))
        if anew or at not in counts:
            counts[at] = begins.get(at, _start(levels[at]))
        else:
            counts[at] += 1
        for deeper in [one for one in counts if one > at]:
            restart = levels[deeper].find("w:lvlRestart") if deeper in levels else None
            after = deeper if restart is None else number(value(restart))
            if at < after:
                del counts[deeper]

    def _levels(self, list_id: str) -> dict[int, Element]:
        """Return the levels of a list: those of its definition, with those that it sets anew."""
        definition = self._definitions.get(self._definition(list_id), _NONE)
        found = {number(one.get("w:ilvl")): one for one in definition.findall("w:lvl")}
        return found | self._lists[list_id].levels

    def _definition(self, list_id: str) -> str:
        """Return the id of the definition that a list counts with, through a style of lists if need be."""
        seen: set[str] = set()
        while list_id in self._lists and list_id not in seen:
            seen.add(list_id)
            name = self._lists[list_id].definition
            linked = value(descend(self._definitions.get(name), "w:numStyleLink"))
            if not linked:
                return name
            list_id = value(self._styles.paragraph(linked, "w:numPr/w:numId"))
        return ""

    @staticmethod
    def _list(element: Element) -> _List:
        anew = [(number(one.get("w:ilvl")), one) for one in element.iter("w:lvlOverride")]
        levels = {at: level for at, one in anew for level in one.findall("w:lvl")[:1]}
        starts = {
            at: number(value(start)) for at, one in anew for start in one.findall("w:startOverride")[:1]
        }
        return _List(value(element.find("w:abstractNumId")), levels, starts)


def _written(level: Element, levels: dict[int, Element], counts: dict[int, int]) -> tuple[str, str]:
    """Return the text of a number, and the kind of number in it that is not known here."""
    unknown: list[str] = []
    plain = is_on(level.find("w:isLgl"))

    def one(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        if at not in levels:
            return ""
        form = levels[at].find("w:numFmt")
        kind = value(form, "decimal")
        kind = "decimal" if plain and kind != "none" else kind
        text = format_number(counts.get(at, _start(levels[at])), kind, said(form, "w:format"))
        unknown.extend([kind] if text is None else [])
        return text or ""

    text = _PLACE.sub(one, value(level.find("w:lvlText"))).strip()
    return ("", unknown[0]) if unknown else (text, "")


def _bullet(level: Element) -> str:
    """Return a dash for a bullet, or what says something: a box that may be ticked, a word."""
    named, text = font(descend(level, "w:rPr/w:rFonts")), value(level.find("w:lvlText"))
    says = len(text) > 1 and any(map(str.isalnum, text)) and shown_symbol(named, "a") == "a"
    return text if says or not text else box(named, text) or "-"


def _start(level: Element) -> int:
    return number(value(level.find("w:start")), 0)


class NoteNumbers:
    """Counts the calls to notes in one document, each kind by itself.

    `unknown` tells that notes are counted anew on each page, which a document does not know.
    """

    def __init__(self, settings: Element, body: Element) -> None:
        self._settings = {kind: list(_properties(kind, settings, body)) for kind in _FORMS}
        self._counts = {kind: self._first(kind) for kind in _FORMS}
        self.unknown = any(self._said(kind, "numRestart") == "eachPage" for kind in _FORMS)

    def next(self, kind: str) -> str:
        """Return the number of the next note of a kind, empty where it is not known."""
        count = self._counts[kind]
        self._counts[kind] += 1
        if self._said(kind, "numRestart") == "eachPage":
            return ""
        return format_number(count, self._said(kind, "numFmt") or _FORMS[kind]) or ""

    def end_section(self) -> None:
        """Begin to count anew where the document says so."""
        for kind in _FORMS:
            if self._said(kind, "numRestart") == "eachSect":
                self._counts[kind] = self._first(kind)

    def _first(self, kind: str) -> int:
        return number(self._said(kind, "numStart"), 1)

    def _said(self, kind: str, name: str) -> str:
        return next(filter(None, (value(one.find(f"w:{name}")) for one in self._settings[kind])), "")


def _properties(kind: str, settings: Element, body: Element) -> Iterator[Element]:
    """Yield what says how notes are counted: of a section, then of the whole document."""
    for element in (*body.iter("w:sectPr"), settings):
        found = element.find(f"w:{kind}Pr")
        if found is not None:
            yield found
