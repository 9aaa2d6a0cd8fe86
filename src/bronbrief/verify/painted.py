"""The text that a page draws, whatever it says of itself: the other half of `glyph_text` (ISO 32000-1, 9.3).

ActualText is left out, and so is text that no reader sees: drawn in an invisible mode, too small, in the
colour of its ground, off the page, cut off or covered. The graphics state is followed, so that the typeface
is the one that a viewer uses.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pikepdf

from bronbrief.pdf.engine_types import PdfObject
from bronbrief.verify.canvas import SAME, Canvas, Matrix, Paint, Stretch, matrix_of
from bronbrief.verify.glyph_text import Decoder, decoders_of, read_mark

_UNSEEN = (3, 7)  # text rendering modes that paint nothing (Table 106)
_SMALLEST = 3.5
_NARROWEST = 0.12
_TEXT = frozenset({"BT", "Tf", "Tr", "Tc", "Tz", "Tm", "Td", "TD"})
_HYPHEN_AS_DRAWN = {"\u00ad", "-", "\u2010"}


@dataclass(frozen=True, slots=True)
class _State:
    font: str = ""
    size: float = 0.0
    mode: int = 0
    spacing: float = 0.0
    stretch: float = 1.0
    matrix: Matrix = SAME


@dataclass(slots=True)
class Painter:
    """Reads what the content of a page draws and a reader of the page can see."""

    decoders: Mapping[str, Decoder]
    canvas: Canvas
    pieces: list[tuple[int, str, Stretch]] = field(default_factory=list)
    marks: list[tuple[int | None, bool]] = field(default_factory=list)
    """The MCID of each open marked-content sequence, and whether its ActualText is a soft hyphen."""
    state: _State = _State()
    saved: list[tuple[_State, Paint]] = field(default_factory=list)

    def show(self, data: bytes, shift: float) -> None:
        """Add what a string draws to the marked content that is open."""
        state, decoder = self.state, self.decoders.get(self.state.font)
        if decoder is None:
            return
        text = decoder.decode(data)
        letters = max(len(data) // decoder.width, 1)
        own = decoder.advance(data) / 1000 * state.size
        width = (own - shift / 1000 * state.size + state.spacing * letters) * state.stretch
        stretch = self.canvas.write(state.matrix, width, state.size)
        self.state = replace(state, matrix=_moved(state.matrix, width, 0))
        mcid = next((mcid for mcid, _ in reversed(self.marks) if mcid is not None), None)
        if mcid is None or state.mode in _UNSEEN or stretch.size < _SMALLEST:
            return
        if letters > 1 and own > 0 and abs(width) < abs(own) * _NARROWEST:
            return  # the letters lie over each other
        if self.marks[-1][1] and text in _HYPHEN_AS_DRAWN:
            text = "\u00ad"  # a hyphen at the end of a line, said to be one
        self.pieces.append((mcid, text, stretch))

    def begin(self, properties: PdfObject) -> None:
        """Open a marked-content sequence."""
        mcid, actual = read_mark(properties)
        self.marks.append((mcid, actual == "\u00ad"))

    def end(self) -> None:
        """Close the sequence that opened last."""
        if self.marks:
            self.marks.pop()

    def set_state(self, operator: str, operands: list[PdfObject]) -> None:
        """Follow an operator that changes how text is drawn, or what lies over it."""
        if operator == "q":
            self.saved.append((self.state, self.canvas.paint))
        elif operator == "Q":
            if self.saved:
                self.state, self.canvas.paint = self.saved.pop()
        elif operator in _TEXT:
            self.state = self._of_text(operator, operands)
        elif operator != "ET":
            self.canvas.set_state(operator, operands)

    def _of_text(self, operator: str, operands: list[PdfObject]) -> _State:  # noqa: PLR0911 - a table
        now = self.state
        match operator:
            case "BT":
                return replace(now, matrix=SAME)
            case "Tf":
                return replace(now, font=str(operands[0]), size=float(operands[1]))
            case "Tr":
                return replace(now, mode=int(operands[0]))
            case "Tc":
                return replace(now, spacing=float(operands[0]))
            case "Tz":
                return replace(now, stretch=float(operands[0]) / 100)
            case "Tm":
                return replace(now, matrix=matrix_of(operands))
            case _:
                return replace(now, matrix=_moved(now.matrix, float(operands[0]), float(operands[1])))

    def texts(self) -> dict[int, str]:
        """Return the text that can be seen of each marked-content sequence, by MCID."""
        found: dict[int, list[str]] = {}
        for mcid, text, stretch in self.pieces:
            if stretch.seen:
                found.setdefault(mcid, []).append(text)
        return {mcid: "".join(pieces) for mcid, pieces in found.items()}


def painter_of(page: pikepdf.Page, decoders: Mapping[str, Decoder] | None = None) -> Painter:
    """Return a reader for what a page draws."""
    left, low, right, high = (float(one) for one in page.mediabox)
    canvas = Canvas((min(left, right), min(low, high), max(left, right), max(low, high)), page.resources)
    return Painter(decoders_of(page) if decoders is None else decoders, canvas)


def _moved(matrix: Matrix, x: float, y: float) -> Matrix:
    a, b, c, d, e, f = matrix
    return a, b, c, d, a * x + c * y + e, b * x + d * y + f
