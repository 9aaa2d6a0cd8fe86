"""What blocks need to make their part of a brief: the writer, the workspace, and anchors of their own."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from bronbrief.brief.writer import Writer
from bronbrief.core.places import Path
from bronbrief.core.workspace import Workspace

DEEPEST = 6
"""The heading levels that HTML and PDF know."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block stands: its path in the spec, and the level and the words of its section's heading."""

    path: Path
    level: int
    heading: str


class Builder:
    """What the blocks of one brief share; anchors are unique within it."""

    def __init__(self, writer: Writer, workspace: Workspace) -> None:
        self.writer = writer
        self.workspace = workspace
        self.anchors: set[str] = set()
        self._numbers: Counter[str] = Counter()

    def numbered_anchor(self, name: str) -> str:
        """Make an id from a name and the next number, such as "vraag-3"."""
        self._numbers[name] += 1
        anchor = f"{name}-{self._numbers[name]}"
        self.anchors.add(anchor)
        return anchor

    def heading_anchor(self, heading: str) -> str:
        """Make an id from a heading, such as "deel-aanleiding"; the next of that name gets a number."""
        plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
        base = f"deel-{re.sub(r'[^a-z0-9]+', '-', plain).strip('-') or 'zonder-naam'}"
        anchor, number = base, 1
        while anchor in self.anchors:
            number += 1
            anchor = f"{base}-{number}"
        self.anchors.add(anchor)
        return anchor
