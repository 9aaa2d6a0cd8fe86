"""Edits that may mend a YAML file, and how what is typed must be written for YAML to read it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.yaml.layout import Line

_PLAIN = re.compile(r"\w[\w ./()’–-]*")
_NAME = re.compile(r"[\w-]+")

Edit = tuple[int, int, str]
"""Characters from and up to, and what comes in their place."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Edits that may mend a file, in the order of their places, and the finding that asks for them."""

    edits: tuple[Edit, ...]
    diagnostic: Diagnostic

    def applied(self, text: str) -> str:
        """Return a text with the edits made."""
        return replaced(text, self.edits)


def replaced(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits made that follow each other and do not overlap."""
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


def in_quotes(value: str) -> str:
    """Write a value in straight quotation marks, such that YAML reads the same characters."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def in_brackets(text: str) -> str:
    """Write text such that it may stand between brackets, in quotation marks where YAML wants them."""
    plain = " ".join(text.split())
    return plain if _PLAIN.fullmatch(plain) else in_quotes(plain)


def listed(text: str) -> str:
    """Write text as a list between brackets: names with commas as several items, all else as one."""
    parts = [part.strip() for part in text.split(",")]
    return f"[{', '.join(parts) if all(map(_NAME.fullmatch, parts)) else in_brackets(text)}]"


def indented(line: Line, spaces: int) -> Edit:
    """Return the edit that gives a line another indentation."""
    return line.start, line.start + line.indent, " " * spaces


def inserted(at: int, new: str) -> Edit:
    """Return the edit that puts characters in at an offset."""
    return at, at, new
