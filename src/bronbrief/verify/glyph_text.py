"""The text of the marked content of a page: what the bytes in its content mean (ISO 32000-1, 9.10 and 14.6).

Only what the file says is used: ToUnicode maps and ActualText, no guessing from positions.
"""

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

import pikepdf

from bronbrief.pdf.engine_types import PdfObject

_KERNED = (-2000.0, 250.0)
"""How far letters may be moved apart, or over each other, in thousandths of their size."""
SHOWING = {"Tj", "TJ", "'", '"'}
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)(?:end\1|\Z)", re.DOTALL)
_HEX = re.compile(rb"<([0-9a-fA-F\s]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(<[0-9a-fA-F\s]*>|\[[^\[\]]*\])")
CODES_LIMIT, MARKS_LIMIT = 1 << 18, 500
"""Codes that a font may map, each time counted, and marked-content sequences that may lie in one another."""


@dataclass(frozen=True, slots=True)
class Decoder:
    """How the bytes of one font become text: bytes a code, and the text of each code."""

    width: int
    texts: Mapping[int, str]
    advances: Mapping[int, float] = field(default_factory=dict)
    usual: float = 500.0

    def decode(self, data: bytes) -> str:
        """Return the text of a string operand; codes without text become U+FFFD."""
        return "".join([self.texts.get(code, "\ufffd") for code in self._codes(data)])

    def advance(self, data: bytes) -> float:
        """Return how far a string moves on, in thousandths of the size of the letters."""
        return sum([self.advances.get(code, self.usual) for code in self._codes(data)])

    def _codes(self, data: bytes) -> Sequence[int]:
        if self.width == 1:
            return data
        return struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])


class Reader(Protocol):
    """Somebody who hears of the text in the content of a page, operator by operator."""

    def begin(self, tag: str, properties: PdfObject) -> None:
        """Hear that a marked-content sequence opens: its tag and properties, None where it has none."""

    def end(self) -> None:
        """Hear that the sequence that opened last ends."""

    def show(self, data: bytes, shift: float) -> None:
        """Hear the bytes of text that is shown, and how far it is moved back, in thousandths of its size."""

    def set_state(self, operator: str, operands: list[PdfObject]) -> None:
        """Hear of any other operator: some change how text is shown."""


def read_content(page: pikepdf.Page, *readers: Reader) -> None:
    """Tell readers of all operators in the content of a page, in order."""
    named = page.resources.get("/Properties", pikepdf.Dictionary())
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = list(instruction.operands), str(instruction.operator)
        if operator in ("BMC", "BDC"):
            properties = operands[1] if operator == "BDC" else None
            properties = named.get(str(properties)) if isinstance(properties, pikepdf.Name) else properties
        shown = list(_shown(operands[-1])) if operator in SHOWING else []
        for reader in readers:
            if operator in ("BMC", "BDC"):
                reader.begin(str(operands[0]), properties)
            elif operator == "EMC":
                reader.end()
            elif operator not in ("Tj", "TJ"):  # the others move on first, and may set distances
                reader.set_state(operator, operands)
            for data, shift in shown:
                reader.show(data, shift)


def read_mark(properties: PdfObject) -> tuple[int | None, str | None]:
    """Return the MCID and the ActualText of a marked-content sequence, as far as it has them."""
    if not isinstance(properties, pikepdf.Dictionary):
        return None, None
    mcid = int(properties["/MCID"]) if "/MCID" in properties else None
    return mcid, str(properties["/ActualText"]) if "/ActualText" in properties else None


@dataclass(slots=True)
class Marked:
    """Reads what marked content says: its ActualText, else what its glyphs mean."""

    decoders: Mapping[str, Decoder]
    texts: dict[int, list[str]] = field(default_factory=dict)
    marks: list[tuple[int | None, str | None]] = field(default_factory=list)
    font: str = ""

    def begin(self, tag: str, properties: PdfObject) -> None:  # noqa: ARG002
        """Open a marked-content sequence; its ActualText is said at once. Raises ValueError if too deep."""
        if len(self.marks) > MARKS_LIMIT:
            raise ValueError("nested too deeply")
        mcid, actual = read_mark(properties)
        if actual is not None:
            self.marks.append((mcid, None))
            self._say(actual)
            self.marks.pop()
        self.marks.append((mcid, actual))

    def end(self) -> None:
        """Close the sequence that opened last."""
        if self.marks:
            self.marks.pop()

    def show(self, data: bytes, shift: float) -> None:  # noqa: ARG002
        """Say what glyphs mean."""
        if self.font in self.decoders:
            self._say(self.decoders[self.font].decode(data))

    def set_state(self, operator: str, operands: list[PdfObject]) -> None:
        """Follow the typeface."""
        if operator == "Tf":
            self.font = str(operands[0])

    def all_texts(self) -> dict[int, str]:
        """Return the text of each marked-content sequence, by MCID."""
        return {mcid: "".join(pieces) for mcid, pieces in self.texts.items()}

    def _say(self, text: str) -> None:
        """Add text to the marked content that is open, unless its ActualText speaks for it."""
        for mcid, actual in reversed(self.marks):
            if actual is not None:
                return
            if mcid is not None:
                self.texts.setdefault(mcid, []).append(text)
                return


Known = dict[tuple[int, int], Decoder]
"""Decoders by the number of their font in the file."""


def decoders_of(page: pikepdf.Page, known: Known | None = None) -> dict[str, Decoder]:
    """Return the decoders of the fonts of a page, by the names that its content has for them."""
    fonts = page.resources.get("/Font", pikepdf.Dictionary())
    return {str(name): _decoder(font, {} if known is None else known) for name, font in fonts.items()}


def _decoder(font: PdfObject, known: Known) -> Decoder:
    if not font.is_indirect:
        return decoder_of(font)
    if font.objgen not in known:
        known[font.objgen] = decoder_of(font)
    return known[font.objgen]


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


def decoder_of(font: PdfObject) -> Decoder:
    """Make the decoder of a font from its ToUnicode map, or for a simple font without one from cp1252."""
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    stream = font.get("/ToUnicode")
    if isinstance(stream, pikepdf.Stream):
        return Decoder(width, _to_unicode(stream.read_bytes()), _advances(font))
    plain = {code: bytes([code]).decode("cp1252", "replace") for code in range(256)}
    return Decoder(width, plain if width == 1 else {}, _advances(font))


def _advances(font: PdfObject) -> dict[int, float]:
    """Return the widths of the glyphs that a font names (ISO 32000-1, 9.7.4.3)."""
    if "/DescendantFonts" not in font:
        first = int(font.get("/FirstChar", 0))
        return {first + at: float(one) for at, one in enumerate(font.get("/Widths", []))}
    found: dict[int, float] = {}
    entries = list(font["/DescendantFonts"][0].get("/W", []))
    at, left = 0, CODES_LIMIT
    while at + 1 < len(entries):
        first, second = int(entries[at]), entries[at + 1]
        if isinstance(second, pikepdf.Array):
            found.update({first + step: float(one) for step, one in enumerate(second)})
            at += 2
        elif at + 2 < len(entries):
            span = range(first, min(int(second), first + 0xFFFF) + 1)
            left -= len(span)
            if left < 0:
                raise ValueError("too many widths")
            found.update(dict.fromkeys(span, float(entries[at + 2])))
            at += 3
        else:
            break
    return found


def _to_unicode(cmap: bytes) -> dict[int, str]:
    texts: dict[int, str] = {}
    left = CODES_LIMIT
    for kind, body in _SECTION.findall(cmap):
        if kind == b"bfchar":
            words = _HEX.findall(body)
            for code, text in zip(words[::2], words[1::2], strict=False):
                texts[int(code, 16)] = _utf16(text)
            continue
        for first, last, target in _RANGE.findall(body):
            mapped = dict(_range(int(first, 16), int(last, 16), target))
            left -= len(mapped)
            if left < 0:
                raise ValueError("too many codes")
            texts.update(mapped)
    return texts


def _range(first: int, last: int, target: bytes) -> Iterator[tuple[int, str]]:
    span = range(first, min(last, first + 0xFFFF) + 1)
    words = [_utf16(word) for word in _HEX.findall(target)]
    if target.startswith(b"["):
        yield from zip(span, words, strict=False)
    elif words and words[0]:
        for step, code in enumerate(span):
            yield code, words[0][:-1] + chr(ord(words[0][-1]) + step)


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
