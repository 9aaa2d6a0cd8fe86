"""The text that a page draws, whatever it says of itself: the other half of `glyphtext` (ISO 32000-1, 9.3).

ActualText is left out, and so is text that leaves no mark: drawn in an invisible mode or in no size. The
graphics state is followed, so that the typeface is the one that a viewer uses.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pikepdf

from bronbrief.pdf.engine_types import PdfObject
from bronbrief.verify.glyph_text import Decoder, decoders_of, read_content, read_mark

_UNSEEN = (3, 7)  # text rendering modes that paint nothing (Table 106)
_SMALLEST = 1.0
_HYPHEN_AS_DRAWN = {"\u00ad", "-", "\u2010"}


@dataclass(frozen=True, slots=True)
class _State:
    font: str = ""
    size: float = 0.0
    mode: int = 0
    scale: float = 1.0


@dataclass(slots=True)
class _Painter:
    decoders: Mapping[str, Decoder]
    texts: dict[int, list[str]] = field(default_factory=dict)
    marks: list[tuple[int | None, bool]] = field(default_factory=list)
    """The MCID of each open marked-content sequence, and whether its ActualText is a soft hyphen."""
    state: _State = _State()
    saved: list[_State] = field(default_factory=list)

    def show(self, data: bytes) -> None:
        """Add what a string draws to the marked content that is open."""
        state = self.state
        if state.mode in _UNSEEN or abs(state.size * state.scale) < _SMALLEST:
            return
        mcid = next((mcid for mcid, _ in reversed(self.marks) if mcid is not None), None)
        decoder = self.decoders.get(state.font)
        if mcid is None or decoder is None:
            return
        text = decoder.decode(data)
        if self.marks[-1][1] and text in _HYPHEN_AS_DRAWN:
            text = "\u00ad"  # a hyphen at the end of a line, said to be one
        self.texts.setdefault(mcid, []).append(text)

    def begin(self, properties: PdfObject) -> None:
        """Open a marked-content sequence."""
        mcid, actual = read_mark(properties)
        self.marks.append((mcid, actual == "\u00ad"))

    def end(self) -> None:
        """Close the sequence that opened last."""
        if self.marks:
            self.marks.pop()

    def set_state(self, operator: str, operands: list[PdfObject]) -> None:
        """Follow an operator that changes how text is drawn."""
        now = self.state
        if operator == "q":
            self.saved.append(now)
        elif operator == "Q" and self.saved:
            self.state = self.saved.pop()
        elif operator == "Tf":
            self.state = _State(str(operands[0]), float(operands[1]), now.mode, now.scale)
        elif operator == "Tr":
            self.state = _State(now.font, now.size, int(operands[0]), now.scale)
        elif operator == "Tm":
            scale = max(abs(float(operands[0])), abs(float(operands[1])))
            self.state = _State(now.font, now.size, now.mode, scale)
        elif operator == "BT":
            self.state = _State(now.font, now.size, now.mode)


def painted_text(page: pikepdf.Page) -> dict[int, str]:
    """Return the text that each marked-content sequence of a page draws, by MCID."""
    painter = _Painter(decoders_of(page))
    read_content(page, painter)
    return {mcid: "".join(pieces) for mcid, pieces in painter.texts.items()}
