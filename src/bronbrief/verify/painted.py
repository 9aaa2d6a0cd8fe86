"""What the content of a page says, and what a reader of the page sees of it (ISO 32000-1, 9.3 and 14.6).

Marked content says its ActualText, else what its glyphs mean. What is drawn leaves ActualText out, and text
that no reader sees: drawn in an invisible mode, too small, in the colour of its ground, off the page, cut off
or covered. The graphics state is followed, so that the typeface is the one that a viewer uses.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

import pikepdf
from pikepdf import Matrix

from bronbrief.pdf.engine_types import PdfObject
from bronbrief.verify.allow_lists import allow_list
from bronbrief.verify.canvas import SAME, Canvas, Paint, Stretch, matrix_of
from bronbrief.verify.glyph_text import Decoder, Known, decoders_of

_SMALLEST = 3.5
_NARROWEST = 0.7
_NARROW, _WIDE = 0.85, 1.2
"""How much letters may be squeezed or stretched against their height."""
_LEVEL = 0.01
_TEXT = frozenset({"BT", "Tf", "Tr", "Tc", "Tz", "Tm", "Td", "TD", "Ts"})
_OPERATORS, _PROPERTIES = allow_list("pdf", "operators"), allow_list("pdf", "properties")
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_KERNED = (-2000.0, 250.0)
"""How far letters may be moved apart, or over each other, in thousandths of their size."""
_MARKS_LIMIT = 500
"""Marked-content sequences that may lie in one another."""
_SOFT_HYPHEN = "\u00ad"
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
    """Reads what the content of a page says, and what it draws and a reader of the page can see."""

    decoders: Mapping[str, Decoder]
    canvas: Canvas
    pieces: list[Piece] = field(default_factory=list)
    words: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What each marked-content sequence says, by its MCID."""
    marks: list[tuple[int | None, str | None, str]] = field(default_factory=list)
    """The MCID, the ActualText and the tag of each open marked-content sequence."""
    unknown: set[str] = field(default_factory=set)
    """Operators, tags and properties that Bronbrief does not write."""
    state: _State = _State()
    saved: list[tuple[_State, Paint]] = field(default_factory=list)

    def read(self, page: pikepdf.Page) -> None:
        """Follow all operators in the content of a page, in order."""
        named = page.resources.get("/Properties", pikepdf.Dictionary())
        for instruction in pikepdf.parse_content_stream(page):
            operands, operator = list(instruction.operands), str(instruction.operator)
            if operator in ("BMC", "BDC"):
                properties = operands[1] if operator == "BDC" else None
                is_named = isinstance(properties, pikepdf.Name)
                self.begin(str(operands[0]), named.get(str(properties)) if is_named else properties)
            elif operator == "EMC":
                self.end()
            elif operator not in ("Tj", "TJ"):  # the others move on first, and may set distances
                self.set_state(operator, operands)
            for data, shift in _shown(operands[-1]) if operator in _SHOWING else ():
                self.show(data, shift)

    def show(self, data: bytes, shift: float) -> None:
        """Add what a string draws to the marked content that is open."""
        state, decoder = self.state, self.decoders.get(self.state.font)
        if decoder is None:
            return
        text = decoder.decode(data)
        self._say(text)
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
        if self.marks and self.marks[-1][1] == _SOFT_HYPHEN and text in _HYPHEN_AS_DRAWN:
            text = _SOFT_HYPHEN  # a hyphen at the end of a line, said to be one
        self.pieces.append(Piece(mcid, tag or (self.marks[-1][2] if self.marks else ""), text, stretch))

    def begin(self, tag: str, properties: PdfObject) -> None:
        """Open a marked-content sequence; its ActualText is said at once. Raises ValueError if too deep."""
        if len(self.marks) > _MARKS_LIMIT:
            raise ValueError("nested too deeply")
        held = properties if isinstance(properties, pikepdf.Dictionary) else pikepdf.Dictionary()
        mcid = int(held["/MCID"]) if "/MCID" in held else None
        actual = str(held["/ActualText"]) if "/ActualText" in held else None
        keys = held.keys()
        self.unknown |= {str(key) for key in keys if str(key)[1:] not in _PROPERTIES}
        self.unknown |= {tag} & {"/OC", "/ReversedChars"}
        if tag == "/Artifact" and (mcid is not None or any(one is not None for one, _, _ in self.marks)):
            self.unknown.add(tag)  # words that a reader is told to pass over
        self.marks.append((mcid, None, f"{tag}{held.get('/Subtype', '')}"))
        if actual is not None:
            self._say(actual)
            self.marks[-1] = mcid, actual, self.marks[-1][2]

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

    def _say(self, text: str) -> None:
        """Add text to the marked content that is open, unless its ActualText speaks for it."""
        for mcid, actual, _ in reversed(self.marks):
            if actual is not None:
                return
            if mcid is not None:
                self.words[mcid].append(text)
                return

    def said(self) -> dict[int, str]:
        """Return what each marked-content sequence says, by MCID."""
        return {mcid: "".join(words) for mcid, words in self.words.items()}

    def drawn(self) -> dict[int, str]:
        """Return the text that can be seen of each marked-content sequence, by MCID."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for one in self.pieces:
            if one.stretch.seen and one.mcid is not None:
                found[one.mcid].append(one.text)
        return {mcid: "".join(pieces) for mcid, pieces in found.items()}


def painter_of(page: pikepdf.Page, known: Known) -> Painter:
    """Read what a page says and draws; `known` are the fonts that were read for other pages."""
    left, low, right, high = (float(one) for one in page.mediabox)
    canvas = Canvas((min(left, right), min(low, high), max(left, right), max(low, high)), page.resources)
    painter = Painter(decoders_of(page, known), canvas)
    painter.read(page)
    return painter


def _shown(operand: PdfObject) -> Iterator[tuple[bytes, float]]:
    """Yield the strings in the operand of a text-showing operator, each with how far it moves back after it.

    Letters that are kerned stay together; where a string is set somewhere else, another stretch begins.
    """
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    strings, shift = [], 0.0
    for piece in pieces:
        if not isinstance(piece, int | Decimal):
            strings.append(bytes(piece))
        elif _KERNED[0] < piece < _KERNED[1]:
            shift += float(piece)
        else:
            yield b"".join(strings), shift
            yield b"", float(piece)
            strings, shift = [], 0.0
    if strings:
        yield b"".join(strings), shift


def _upright(whole: Matrix) -> bool:
    """Tell whether letters stand upright, not mirrored, and about as wide as they are drawn."""
    level = max(abs(whole.b), abs(whole.c)) <= _LEVEL * abs(whole.a)
    return level and whole.a > 0 and whole.d > 0 and _NARROW <= whole.a / whole.d <= _WIDE
