"""The line that a finding is about, with the place marked, as a terminal can show it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from bronbrief.core.diagnostics import Place
from bronbrief.core.hidden import hidden_in
from bronbrief.core.workspace import (
    SPEC_LIMIT,
    FileProblemError,
    Workspace,
    packaged_templates,
)


def cell_len(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    from rich.cells import cell_len as cells  # noqa: PLC0415 - only where lines are measured

    return cells(text)


TAB = "    "
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")

REACH = 1000
"""How many characters around a mark are looked at: a line of a megabyte shows no more than another."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of a file, made safe to print, and the cells of it that are marked."""

    number: int
    text: str
    indent: int
    width: int

    @property
    def parts(self) -> tuple[str, str, str]:
        """Return what stands before the mark, what is marked, and what stands after."""
        start = _characters(self.text, self.indent)
        end = start + _characters(self.text[start:], self.width)
        return self.text[:start], self.text[start:end], self.text[end:]


class Lines:
    """The lines of the files that findings point at, each file read once."""

    def __init__(self, workspace: Workspace | None) -> None:
        self._workspace = Workspace(workspace.root) if workspace else None
        self._read: dict[str, tuple[str, ...]] = {}

    def marked(self, place: Place, width: int) -> Marked | None:
        """Return the line at a place, cut to `width` cells around the mark; None where there is none."""
        lines = self._lines(place.file)
        if not 0 < place.line <= len(lines):
            return None
        line = lines[place.line - 1]
        start = min(max(place.column, 1) - 1, len(line))
        end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
        return _mark(place.line, line, start, max(end, start), width)

    def _lines(self, file: str) -> tuple[str, ...]:
        if file not in self._read:
            text = self._text(file)
            self._read[file] = () if text is None else tuple(text.split("\n"))
        return self._read[file]

    def _text(self, file: str) -> str | None:
        if self._workspace is None:
            return None
        shipped = Workspace(packaged_templates().parent)
        name = file.replace("templates/", f"{packaged_templates().name}/", 1)
        for workspace, path in ((self._workspace, file), (shipped, name)):
            try:
                data = workspace.read(path, SPEC_LIMIT)
            except FileProblemError:
                continue
            return (
                data.decode(errors="replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
            )
        return None


def printable(text: str) -> str:
    """Make text safe for a terminal: tabs as blanks, and no character that steers the screen or is unseen."""
    if text.isprintable():
        return text
    unseen = {at for at in hidden_in(text) if text[at] != "\u00ad"}
    return "".join("\ufffd" if at in unseen else _shown(one) for at, one in enumerate(text))


def _shown(character: str) -> str:
    if character == "\t":
        return TAB
    if character in BIDI_CONTROLS or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}:
        return "\ufffd"
    return character


def _mark(number: int, line: str, start: int, end: int, width: int) -> Marked:
    near = (line[max(start - REACH, 0) : start], line[start:end][:REACH], line[end : end + REACH])
    before, inside, after = (printable(part) for part in near)
    before = _keep_end(before, max(width // 2, width - cell_len(inside) - 10))
    inside = _keep_start(inside, width - cell_len(before))
    after = _keep_start(after, width - cell_len(before) - cell_len(inside))
    return Marked(number, before + inside + after, cell_len(before), max(cell_len(inside), 1))


def _characters(text: str, cells: int) -> int:
    """Count the characters that fill so many cells."""
    taken = 0
    for at, character in enumerate(text):
        if taken >= cells:
            return at
        taken += cell_len(character)
    return len(text)


def _keep_start(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return text[: _fitting(text, width)] + "…" if width > 0 else ""


def _keep_end(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return "…" + text[len(text) - _fitting(reversed(text), width) :]


def _fitting(characters: Iterable[str], width: int) -> int:
    """Count the characters that fill fewer cells than `width`."""
    taken = at = 0
    for character in characters:
        taken += cell_len(character)
        if taken >= width:
            break
        at += 1
    return at
