"""What the bytes of text in the content of a page mean, and how far they move on (ISO 32000-1, 9.7 and 9.10).

Only what the file says is used: ToUnicode maps, no guessing from positions.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf

from bronbrief.core.to_unicode import CODES_LIMIT, read_to_unicode
from bronbrief.pdf.engine_types import PdfObject


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


Known = dict[tuple[int, int], Decoder]
"""Decoders by the number of their font in the file."""


def decoders_of(page: pikepdf.Page, known: Known) -> dict[str, Decoder]:
    """Return the decoders of the fonts of a page, by the names that its content has for them."""
    fonts = page.resources.get("/Font", pikepdf.Dictionary())
    return {str(name): _decoder(font, known) for name, font in fonts.items()}


def _decoder(font: PdfObject, known: Known) -> Decoder:
    if not font.is_indirect:
        return decoder_of(font)
    if font.objgen not in known:
        known[font.objgen] = decoder_of(font)
    return known[font.objgen]


def decoder_of(font: PdfObject) -> Decoder:
    """Make the decoder of a font from its ToUnicode map, or for a simple font without one from cp1252."""
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    stream = font.get("/ToUnicode")
    if isinstance(stream, pikepdf.Stream):
        return Decoder(width, read_to_unicode(stream.read_bytes()), _advances(font))
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
