"""A paragraph as it is gathered: pieces of text, each shown or left out for a reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from bronbrief.intake.raised import scripted

_SPACES = re.compile(" {2,}")
# Reasons for which letters are left out, and not things.
RUNNING = frozenset(
    ["hidden", "deleted", "inserted", "struck", "white", "covered", "too-small", "invisible", "off-page"]
)


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


def join_apart(texts: Sequence[str]) -> str:
    """Join texts with a space, or a tab where a space would make one number of two."""
    whole = ""
    for text in filter(None, texts):
        gap = "\t" if whole[-1:].isdigit() and text[0].isdigit() else " "
        whole = f"{whole}{gap}{text}" if whole else text
    return whole
