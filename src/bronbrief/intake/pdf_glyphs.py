"""The characters of a page, each with where it stands and what drew it, before anything is made of them."""

import ctypes
import math
import unicodedata
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from bronbrief.intake.pdf_objects import Box, address

UNKNOWN = "\ufffd"
"""Stands for a glyph of which the file does not say what character it is."""

# What the library puts for a hyphen at the end of a line, and soft hyphens that are drawn.
_HYPHENS = frozenset("\x02\xad\ufffe")
# Bullets and ticks of Symbol and Wingdings, which have no code of their own.
_SYMBOLS = str.maketrans(
    {
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf0d8": "➢",
        "\uf0fc": "✓",
        "\uf0fb": "✗",
        "\uf0fe": "☑",
        "\uf0a8": "☐",
        "\uf06f": "☐",
        "\uf0e0": "→",
    }
)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_SAME_PLACE, _LIGATURE = 0.1, 3


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as it stands on a page.

    `left`, `right` and `base` are in the direction of its line, in points, and `height` is that of its
    typeface; `box` is where it stands on the page. `order` counts as the file draws, `spaced` tells that the
    file sets a space before it, `owner` is the object that draws it, `turn` the direction in degrees. A
    `hidden` one only holds its place.
    """

    char: str
    left: float
    right: float
    base: float
    height: float
    box: Box = (0, 0, 0, 0)
    order: int = 0
    spaced: bool = False
    owner: int = 0
    turn: int = 0
    hidden: bool = False

    @property
    def leftward(self) -> bool:
        """Tell whether the character is read from right to left."""
        return unicodedata.bidirectional(self.char) in _RIGHT_TO_LEFT


def read_glyphs(textpage: Any) -> list[Glyph]:  # noqa: ANN401 - pypdfium2 has no types
    """Return the characters that show something, in the order of the file, right-to-left words as read.

    A character drawn twice at one place, as typesetters do for bold, counts once.
    """
    glyphs: list[Glyph] = []
    places: dict[tuple[str, int, int], list[Glyph]] = {}
    spaced = False
    for at in range(pdfium.FPDFText_CountChars(textpage)):
        char = _character(textpage, at)
        if char.isspace() or unicodedata.category(char) == "Cf":
            spaced = spaced or char == " "
            continue
        glyph = _placed(textpage, at, char, spaced=spaced)
        if not _drawn_before(glyph, places):
            glyphs.append(glyph)
            spaced = False
    return glyphs


def _character(textpage: Any, at: int) -> str:  # noqa: ANN401
    code = pdfium.FPDFText_GetUnicode(textpage, at)
    char = chr(code) if code <= 0x10FFFF else UNKNOWN  # noqa: PLR2004 - the last of Unicode
    if char in _HYPHENS:
        return "-"
    if char.isspace():
        return "\n" if char in "\r\n" else " "
    char = char.translate(_SYMBOLS)
    unknown = unicodedata.category(char) in {"Cc", "Co", "Cs", "Cn"}
    return UNKNOWN if unknown or pdfium.FPDFText_HasUnicodeMapError(textpage, at) == 1 else char


def _placed(textpage: Any, at: int, char: str, *, spaced: bool) -> Glyph:  # noqa: ANN401
    """Return where a character stands, along its line whatever the direction of that is."""
    sides = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(textpage, at, *sides)
    left, right, bottom, top = (side.value for side in sides)
    loose, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(textpage, at, loose)
    pdfium.FPDFText_GetCharOrigin(textpage, at, x, y)
    owner = address(pdfium.FPDFText_GetTextObject(textpage, at))
    matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium.FPDFText_GetMatrix(textpage, at, matrix)
    turn = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
    box = (left, bottom, right, top)
    if not turn:
        height = loose.top - loose.bottom
        return Glyph(char, loose.left, loose.right, y.value, height, box, at, spaced, owner)
    along, up = _turned(turn)
    corners = [(h, v) for h in (loose.left, loose.right) for v in (loose.bottom, loose.top)]
    if turn % 90:
        corners = [(x.value, y.value), ((left + right) / 2, (bottom + top) / 2)]
    reach = [h * along[0] + v * along[1] for h, v in corners]
    rise = [h * up[0] + v * up[1] for h, v in corners]
    base = x.value * up[0] + y.value * up[1]
    height = max(rise) - min(rise) if turn % 90 == 0 else pdfium.FPDFText_GetFontSize(textpage, at)
    return Glyph(char, min(reach), max(reach), base, height, box, at, spaced, owner, turn)


def _turned(turn: int) -> tuple[tuple[float, float], tuple[float, float]]:
    angle = math.radians(turn)
    return (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))


def _drawn_before(glyph: Glyph, places: dict[tuple[str, int, int], list[Glyph]]) -> bool:
    """Tell whether the same character stands at the same place already; note it if not."""
    x, y = round(glyph.left), round(glyph.base)
    near = _SAME_PLACE * glyph.height
    for column in (x - 1, x, x + 1):
        for row in (y - 1, y, y + 1):
            for other in places.get((glyph.char, column, row), ()):
                beside = abs(other.left - glyph.left) <= near and abs(other.base - glyph.base) <= near
                ligature = other.owner == glyph.owner and glyph.order - other.order < _LIGATURE
                if beside and not ligature:
                    return True
    places.setdefault((glyph.char, x, y), []).append(glyph)
    return False
