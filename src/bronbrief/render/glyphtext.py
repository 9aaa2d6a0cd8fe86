"""The text of the marked content of a page: what the bytes in its content mean (ISO 32000-1, 9.10 and 14.6).

Only what the file says is used: ToUnicode maps and ActualText, no guessing from positions.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pikepdf

from bronbrief.render.enginetypes import PdfObject

SHOWING = {"Tj", "TJ", "'", '"'}
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9a-fA-F\s]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(<[0-9a-fA-F\s]*>|\[[^\]]*\])")


@dataclass(frozen=True, slots=True)
class Decoder:
    """How the bytes of one font become text: bytes a code, and the text of each code."""

    width: int
    texts: Mapping[int, str]

    def decode(self, data: bytes) -> str:
        """Return the text of a string operand; codes without text become U+FFFD."""
        codes = (data[at : at + self.width] for at in range(0, len(data), self.width))
        return "".join(self.texts.get(int.from_bytes(code, "big"), "\ufffd") for code in codes)


@dataclass(slots=True)
class _Mark:
    """One open marked-content sequence."""

    mcid: int | None
    actual: str | None


@dataclass(slots=True)
class _Reader:
    decoders: Mapping[str, Decoder]
    texts: dict[int, list[str]] = field(default_factory=dict)
    marks: list[_Mark] = field(default_factory=list)
    font: str = ""

    def say(self, text: str) -> None:
        """Add text to the marked content that is open, unless its ActualText speaks for it."""
        for mark in reversed(self.marks):
            if mark.actual is not None:
                return
            if mark.mcid is not None:
                self.texts.setdefault(mark.mcid, []).append(text)
                return

    def begin(self, properties: PdfObject) -> None:
        """Open a marked-content sequence; its ActualText is said at once."""
        known = isinstance(properties, pikepdf.Dictionary)
        mcid = int(properties["/MCID"]) if known and "/MCID" in properties else None
        actual = str(properties["/ActualText"]) if known and "/ActualText" in properties else None
        if actual is not None:
            self.marks.append(_Mark(mcid, None))
            self.say(actual)
            self.marks.pop()
        self.marks.append(_Mark(mcid, actual))


def marked_text(page: pikepdf.Page) -> dict[int, str]:
    """Return the text of each marked-content sequence of a page, by MCID."""
    resources = page.resources
    fonts = resources.get("/Font", pikepdf.Dictionary())
    properties = resources.get("/Properties", pikepdf.Dictionary())
    reader = _Reader({str(name): decoder_of(font) for name, font in fonts.items()})
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = list(instruction.operands), str(instruction.operator)
        if operator == "Tf":
            reader.font = str(operands[0])
        elif operator == "BMC":
            reader.begin(None)
        elif operator == "BDC":
            named = isinstance(operands[1], pikepdf.Name)
            reader.begin(properties.get(str(operands[1])) if named else operands[1])
        elif operator == "EMC" and reader.marks:
            reader.marks.pop()
        elif operator in SHOWING and reader.font in reader.decoders:
            data = b"".join(strings_of(operands[-1]))
            reader.say(reader.decoders[reader.font].decode(data))
    return {mcid: "".join(pieces) for mcid, pieces in reader.texts.items()}


def strings_of(operand: PdfObject) -> Iterator[bytes]:
    """Yield the strings that the operand of a text-showing operator holds."""
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    return (bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))


def decoder_of(font: PdfObject) -> Decoder:
    """Make the decoder of a font from its ToUnicode map, or for a simple font without one from cp1252."""
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    stream = font.get("/ToUnicode")
    if isinstance(stream, pikepdf.Stream):
        return Decoder(width, _to_unicode(stream.read_bytes()))
    plain = {code: bytes([code]).decode("cp1252", "replace") for code in range(256)}
    return Decoder(width, plain if width == 1 else {})


def _to_unicode(cmap: bytes) -> dict[int, str]:
    texts: dict[int, str] = {}
    for kind, body in _SECTION.findall(cmap):
        if kind == b"bfchar":
            words = _HEX.findall(body)
            for code, text in zip(words[::2], words[1::2], strict=False):
                texts[int(code, 16)] = _utf16(text)
            continue
        for first, last, target in _RANGE.findall(body):
            texts.update(_range(int(first, 16), int(last, 16), target))
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
