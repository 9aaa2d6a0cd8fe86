"""The numbers of footnotes and endnotes, as Word computes them (ECMA-376, 17.11)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bronbrief.intake.numerals import format_number
from bronbrief.intake.word.styles import number, value

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


class NoteNumbers:
    """Counts the calls to notes in one document, each kind by itself.

    `unknown` tells that notes are counted anew on each page, which a document does not know.
    """

    def __init__(self, settings: Element | None, body: Element | None) -> None:
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


def _properties(kind: str, settings: Element | None, body: Element | None) -> Iterator[Element]:
    """Yield what says how notes are counted: of a section, then of the whole document."""
    sections = body.iter("w:sectPr") if body is not None else ()
    for element in (*sections, settings):
        found = element.find(f"w:{kind}Pr") if element is not None else None
        if found is not None:
            yield found
