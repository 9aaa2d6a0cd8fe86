"""The text that a page draws, whatever it says of itself: the other half of `glyph_text` (ISO 32000-1, 9.3).

ActualText is left out, and so is text that no reader sees: drawn in an invisible mode, too small, in the
colour of its ground, off the page, cut off or covered. The graphics state is followed, so that the typeface
is the one that a viewer uses.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pikepdf
from pikepdf import Matrix

from bronbrief.pdf.engine_types import PdfObject
from bronbrief.verify.allow_lists import allow_list
from bronbrief.verify.canvas import SAME, Canvas, Paint, Stretch, matrix_of
from bronbrief.verify.glyph_text import Decoder, decoders_of, read_mark

_SMALLEST = 3.5
_NARROWEST = 0.7
_NARROW, _WIDE = 0.85, 1.2
"""How much letters may be squeezed or stretched against their height."""
_LEVEL = 0.01
_TEXT = frozenset({"BT", "Tf", "Tr", "Tc", "Tz", "Tm", "Td", "TD", "Ts"})
_OPERATORS, _PROPERTIES = allow_list("pdf", "operators"), allow_list("pdf", "properties")
_HYPHEN_AS_DRAWN = {"\u00ad", "-", "\u2010"}


@dataclass(frozen=True, slots=True)
class _State:
    font: str = ""
    size: float = 0.0
    mode: int = 0
    spacing: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    matrix: Matrix = SAME
    line: Matrix = SAME


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that a reader can see: in which marked content, if any, with which tag, and where."""

    mcid: int | None
    tag: str
    text: str
    stretch: Stretch


@dataclass(slots=True)
class Painter:
    """Reads what the content of a page draws and a reader of the page can see."""

    decoders: Mapping[str, Decoder]
    canvas: Canvas
    pieces: list[Piece] = field(default_factory=list)
    marks: list[tuple[int | None, bool, str]] = field(default_factory=list)
    """The MCID of each open marked-content sequence, whether its ActualText is a soft hyphen, and its tag."""
    unknown: set[str] = field(default_factory=set)
    """Operators, tags and properties that Bronbrief does not write."""
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
        self.state = replace(state, matrix=state.matrix.translated(width, 0))
        if not data:
            return
        stretch = self.canvas.write(state.matrix, width, state.size)
        mcid, tag = next(
            ((mcid, tag) for mcid, _, tag in reversed(self.marks) if mcid is not None), (None, "")
        )
        if state.mode or state.rise or stretch.size < _SMALLEST or not _upright(stretch.whole):
            return
        if letters > 1 and own > 0 and abs(width) < abs(own) * _NARROWEST:
            return  # the letters lie over each other
        if self.marks and self.marks[-1][1] and text in _HYPHEN_AS_DRAWN:
            text = "\u00ad"  # a hyphen at the end of a line, said to be one
        self.pieces.append(Piece(mcid, tag or (self.marks[-1][2] if self.marks else ""), text, stretch))

    def begin(self, tag: str, properties: PdfObject) -> None:
        """Open a marked-content sequence."""
        mcid, actual = read_mark(properties)
        keys = properties.keys() if isinstance(properties, pikepdf.Dictionary) else ()
        self.unknown |= {str(key) for key in keys if str(key)[1:] not in _PROPERTIES}
        self.unknown |= {tag} & {"/OC", "/ReversedChars"}
        if tag == "/Artifact" and (mcid is not None or any(one is not None for one, _, _ in self.marks)):
            self.unknown.add(tag)  # words that a reader is told to pass over
        named = f"{tag}{properties.get('/Subtype', '')}" if "/Subtype" in keys else tag
        self.marks.append((mcid, actual == "\u00ad", named))

    def end(self) -> None:
        """Close the sequence that opened last."""
        if self.marks:
            self.marks.pop()

    def set_state(self, operator: str, operands: list[PdfObject]) -> None:
        """Follow an operator that changes how text is drawn, or what lies over it."""
        if operator not in _OPERATORS:
            self.unknown.add(operator)
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
                return replace(now, matrix=SAME, line=SAME)
            case "Tf":
                return replace(now, font=str(operands[0]), size=float(operands[1]))
            case "Tr":
                return replace(now, mode=int(operands[0]))
            case "Tc":
                return replace(now, spacing=float(operands[0]))
            case "Tz":
                return replace(now, stretch=float(operands[0]) / 100)
            case "Ts":
                return replace(now, rise=float(operands[0]))
            case "Tm":
                return replace(now, matrix=matrix_of(operands), line=matrix_of(operands))
            case _:
                line = now.line.translated(float(operands[0]), float(operands[1]))
                return replace(now, matrix=line, line=line)

    def texts(self) -> dict[int, str]:
        """Return the text that can be seen of each marked-content sequence, by MCID."""
        found: dict[int, list[str]] = {}
        for one in self.pieces:
            if one.stretch.seen and one.mcid is not None:
                found.setdefault(one.mcid, []).append(one.text)
        return {mcid: "".join(pieces) for mcid, pieces in found.items()}


def painter_of(page: pikepdf.Page, decoders: Mapping[str, Decoder] | None = None) -> Painter:
    """Return a reader for what a page draws."""
    left, low, right, high = (float(one) for one in page.mediabox)
    canvas = Canvas((min(left, right), min(low, high), max(left, right), max(low, high)), page.resources)
    return Painter(decoders_of(page) if decoders is None else decoders, canvas)


def _upright(whole: Matrix) -> bool:
    """Tell whether letters stand upright, not mirrored, and about as wide as they are drawn."""
    level = max(abs(whole.b), abs(whole.c)) <= _LEVEL * abs(whole.a)
    return level and whole.a > 0 and whole.d > 0 and _NARROW <= whole.a / whole.d <= _WIDE
