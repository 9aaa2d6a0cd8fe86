"""Text that is written from right to left, drawn in the order in which it is read (ISO 32000-1, 14.8.2.3.3).

The engine draws the glyphs of a line from left to right, so that whoever reads the content reads such words
backwards. Here each glyph keeps its place on the page, and they are drawn in the order of the text.
"""

import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bronbrief.pdf.engine_types import PdfObject

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
BRACKETS = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))
"""Characters that are drawn as their mirror image in text from right to left (UAX 9, L4)."""
_MATRIX = re.compile(rb"(.*) (\S+) (\S+) Tm$", re.DOTALL)
_FONT = re.compile(rb"/(\S+) (\S+) Tf$")
_RISE = re.compile(rb"(\S+) Ts$")
_SHOWN = re.compile(rb"<([0-9a-f]*)>|(-?[\d.]+)")
_CODE = struct.Struct(">H")


@dataclass(slots=True)
class _Glyph:
    """A glyph with those that stand upon it: what it says, and how and where each is drawn."""

    text: str
    drawn: list[tuple[bytes, bytes, bytes, float]] = field(default_factory=list)
    """Typeface and size, rise, code, and how far it stands from where the text begins."""


def in_logical_order(
    body: Sequence[PdfObject],
    said: str,
    texts: Mapping[str, Mapping[int, str]],
    widths: Mapping[str, Mapping[int, float]],
) -> list[PdfObject] | None:
    """Return the content of one piece of text drawn in the order of what it says, or None where it cannot.

    `texts` and `widths`, in thousandths of the size, are those of the glyphs, by font.
    """
    places = [at for at, item in enumerate(body) if isinstance(item, bytes) and item.endswith((b"Tm", b"TJ"))]
    matrix = _MATRIX.match(body[places[0]]) if places else None
    if matrix is None:
        return None
    glyphs = _read(body[places[0] : places[-1] + 1], texts, widths)
    order = _ordered(glyphs, said)
    if order is None:
        return None
    scale, start = float(matrix[1].split()[0]), float(matrix[2])
    made, font, rise = [], b"", b"0"
    for own, height, code, pen in (one for glyph in order for one in glyph.drawn):
        if own != font:
            made.append(own)
        if height != rise:
            made.append(height + b" Ts")
        font, rise = own, height
        made += (b"%s %.4f %s Tm" % (matrix[1], start + scale * pen, matrix[3]), b"[<" + code + b">] TJ")
    return [*body[: places[0]], *made, *([b"0 Ts"] if rise != b"0" else []), *body[places[-1] + 1 :]]


def _read(
    items: Sequence[PdfObject],
    texts: Mapping[str, Mapping[int, str]],
    widths: Mapping[str, Mapping[int, float]],
) -> list[_Glyph]:
    """Read the glyphs from left to right; one that says nothing stands upon the one before it."""
    glyphs: list[_Glyph] = []
    pen, font, name, size, rise = 0.0, b"", "", 0.0, b"0"
    for item in filter(lambda one: isinstance(one, bytes), items):
        if match := _FONT.match(item):
            font, name, size = item, match[1].decode(), float(match[2])
        elif match := _RISE.match(item):
            rise = match[1]
        elif item.endswith(b"TJ"):
            for codes, shift in _SHOWN.findall(item):
                pen -= float(shift or 0) / 1000 * size
                for (code,) in _CODE.iter_unpack(bytes.fromhex(codes.decode())):
                    text = texts[name].get(code, "\ufffd")
                    if text or not glyphs:
                        glyphs.append(_Glyph(text))
                    glyphs[-1].drawn.append((font, rise, b"%04x" % code, pen))
                    pen += widths[name].get(code, 0) / 1000 * size
    return glyphs


def _ordered(glyphs: list[_Glyph], said: str) -> list[_Glyph] | None:
    """Put glyphs in the order of a text: the neighbour on the left first, else the nearest that goes on."""
    left, order, at, last = set(range(len(glyphs))), [], 0, len(glyphs)
    while left:
        fitting = [one for one in left if _goes_on(said, at, glyphs[one].text)]
        if fitting:
            last = min(fitting, key=lambda one: (one != last - 1, one != last + 1, abs(one - last)))
            at += len(glyphs[last].text)
            left.remove(last)
            order.append(glyphs[last])
        elif at < len(said) and not said[at].isalnum():
            at += 1  # a space that is not drawn, or a character that says nothing
        elif all(not glyphs[one].text.strip() for one in left):
            order += [glyphs[one] for one in sorted(left, reverse=True)]
            break
        else:
            return None
    return order


def _goes_on(said: str, at: int, text: str) -> bool:
    if text.isspace():
        return said[at : at + 1].isspace()
    return said.startswith(text, at) or (text in BRACKETS and said.startswith(BRACKETS[text], at))
