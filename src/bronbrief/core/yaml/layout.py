"""The lines of a YAML file as an author sees them: how far each is indented, its dash, its key, its value."""

import re
from dataclasses import dataclass

from bronbrief.core.places import FileText
from bronbrief.core.text import OTHER_SPACES

_INDENT = re.compile(f"[ {OTHER_SPACES}]*")
_KEY = re.compile(r"(\"[^\"]*\"|'[^']*'|[^\s:#\[{\"'-](?:[^:#]*[^:# \t])?)[ \t]*+:(?=\s|$)[ \t]*")
_DASHES = re.compile(r"(?:-[ ]+)*")
_BLOCK = re.compile(r"[|>][0-9+-]*[ \t]*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start` and `end` bound it in the file, its break left out.

    `indent` counts the white space before anything else, `column` that before what follows the dashes.
    `value` is the offset at which a value begins, after the dashes and the key.
    """

    start: int
    end: int
    indent: int
    column: int
    key: str
    value: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Tell whether the line has nothing that YAML reads."""
        return not self.text or self.text.startswith("#")

    @property
    def has_dash(self) -> bool:
        """Tell whether the line begins an item of a list."""
        return self.column > self.indent or self.text == "-"

    @property
    def opens(self) -> bool:
        """Tell whether the line is a key with nothing behind it: what belongs to it stands below."""
        return bool(self.key) and self.value >= self.end

    @property
    def opens_text(self) -> bool:
        """Tell whether a text begins below the line, after | or >."""
        rest = self.text[self.value - self.start - self.indent :]
        return bool(self.key or self.has_dash) and bool(_BLOCK.match(rest))

    @property
    def is_text(self) -> bool:
        """Tell whether the line has neither a dash nor a key."""
        return not (self.key or self.has_dash or self.is_blank)


def read_lines(origin: FileText) -> list[Line]:
    """Read all lines of a file."""
    return [line_at(origin, start) for start in origin.starts]


def line_at(origin: FileText, offset: int) -> Line:
    """Read the line on which a character stands."""
    start = offset - origin.place(offset, offset).column + 1
    end = origin.line_end(start) if start < len(origin.text) else len(origin.text)
    raw = origin.text[start:end]
    indent = _INDENT.match(raw)
    spaces = indent.end() if indent else 0
    dashes = _DASHES.match(raw, spaces)
    column = dashes.end() if dashes else spaces
    key = _KEY.match(raw, column)
    value = key.end() if key else column
    name = key.group(1).strip("\"'") if key else ""
    return Line(start, end, spaces, column, name, start + value, raw[spaces:].rstrip())


def text_before(lines: list[Line], number: int) -> Line | None:
    """Return the line that opens the text which ends just before a line, or None where no text ends there."""
    indents: list[int] = []
    for line in reversed(lines[:number]):
        if line.opens_text:
            return line if all(indent > line.column for indent in indents) else None
        if line.text:
            indents.append(line.indent)
    return None


def block_end(lines: list[Line], number: int, indent: int | None = None) -> int:
    """Return the line after the last one below a line that is indented deeper than it, or than `indent`."""
    level = lines[number].indent if indent is None else indent
    end = number + 1
    for below in range(number + 1, len(lines)):
        if lines[below].is_blank and not lines[below].text:
            continue
        if lines[below].indent <= level:
            break
        end = below + 1
    return end
