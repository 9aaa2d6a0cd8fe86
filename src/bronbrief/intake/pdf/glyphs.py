"""The characters of a page, each with where it stands and what drew it, before anything is made of them."""

import ctypes
import math
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any, TypeVar

import pypdfium2.raw as pdfium

from bronbrief.intake.pdf.drawing import Box, address

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
_T = TypeVar("_T")
_LEAST = 5
# In heights of the typeface.
_APART, _FARTHEST, _SPACE, _EVEN = 0.12, 1.5, 0.2, 0.03
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as it stands on a page.

    `left`, `right` and `base` are in the direction of its line, in points, and `height` is that of its
    typeface; `box` is where it stands on the page. `order` counts as the file draws, `spaced` tells that
    there is a space before it, `typed` that the file has that as a character, `owner` is the object that
    draws it, `turn` the direction in degrees. A `hidden` one only holds its place.
    """

    char: str
    left: float
    right: float
    base: float
    height: float
    box: Box
    order: int = 0
    spaced: bool = False
    owner: int = 0
    turn: int = 0
    hidden: bool = False
    typed: bool = False

    @property
    def leftward(self) -> bool:
        """Tell whether the character is read from right to left."""
        return unicodedata.bidirectional(self.char) in _RIGHT_TO_LEFT


def grouped(items: Iterable[_T], joins: Callable[[_T, _T], bool]) -> list[list[_T]]:
    """Put items together with the one before where the two join."""
    groups: list[list[_T]] = []
    for one in items:
        if groups and joins(groups[-1][-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def read_glyphs(textpage: Any) -> list[Glyph]:  # noqa: ANN401 - pypdfium2 has no types
    """Return the characters that show something, in the order of the file, right-to-left words as read.

    A character drawn twice at one place, as typesetters do for bold, counts once.
    """
    reader = _Reader(textpage)
    glyphs: list[Glyph] = []
    places: dict[tuple[str, int, int], list[Glyph]] = {}
    spaced = typed = False
    for at in range(pdfium.FPDFText_CountChars(textpage)):
        char = reader.character(at)
        if char.isspace() or unicodedata.category(char) == "Cf":
            spaced = spaced or char == " "
            typed = typed or pdfium.FPDFText_IsGenerated(textpage, at) != 1
            continue
        glyph = replace(reader.glyph(at, char, spaced=spaced), typed=typed)
        if not _drawn_before(glyph, places):
            glyphs.append(glyph)
            spaced = typed = False
    return glyphs


class _Reader:
    """Reads the characters of a page; the library writes what it is asked for into the same few places."""

    def __init__(self, textpage: Any) -> None:  # noqa: ANN401
        self.textpage = textpage
        self.sides = [ctypes.c_double() for _ in range(4)]
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.loose, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def character(self, at: int) -> str:
        code = pdfium.FPDFText_GetUnicode(self.textpage, at)
        char = chr(code) if code <= 0x10FFFF else UNKNOWN  # noqa: PLR2004 - the last of Unicode
        if char in _HYPHENS:
            return "-"
        if char.isspace():
            return "\n" if char in "\r\n" else " "
        char = char.translate(_SYMBOLS)
        unknown = unicodedata.category(char) in {"Cc", "Co", "Cs", "Cn"}
        return UNKNOWN if unknown or pdfium.FPDFText_HasUnicodeMapError(self.textpage, at) == 1 else char

    def glyph(self, at: int, char: str, *, spaced: bool) -> Glyph:
        """Return where a character stands, along its line whatever the direction of that is."""
        page, loose = self.textpage, self.loose
        pdfium.FPDFText_GetCharBox(page, at, *self.sides)
        left, right, bottom, top = (side.value for side in self.sides)
        pdfium.FPDFText_GetLooseCharBox(page, at, loose)
        pdfium.FPDFText_GetCharOrigin(page, at, self.x, self.y)
        owner = address(pdfium.FPDFText_GetTextObject(page, at))
        box = (left, bottom, right, top)
        pdfium.FPDFText_GetMatrix(page, at, self.matrix)
        turn = round(math.degrees(math.atan2(self.matrix.b, self.matrix.a))) % 360
        if not turn:
            height = loose.top - loose.bottom
            return Glyph(char, loose.left, loose.right, self.y.value, height, box, at, spaced, owner)
        along, up = _turned(turn)
        corners = [(x, y) for x in (loose.left, loose.right) for y in (loose.bottom, loose.top)]
        if turn % 90:
            corners = [(self.x.value, self.y.value), ((left + right) / 2, (bottom + top) / 2)]
        reach = [x * along[0] + y * along[1] for x, y in corners]
        rise = [x * up[0] + y * up[1] for x, y in corners]
        height = pdfium.FPDFText_GetFontSize(page, at) if turn % 90 else max(rise) - min(rise)
        base = self.x.value * up[0] + self.y.value * up[1]
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


def spread(glyphs: Sequence[Glyph]) -> frozenset[int]:
    """Return the orders of the letters that go on with the one before, though a space would fit between.

    Letters that the file itself parts by a space stay apart, and so do figures.
    """
    found: set[int] = set()
    for run in grouped(glyphs, _follows):
        if len(run) < _LEAST:
            continue
        height = run[0].height
        gaps = [glyph.left - above.right for above, glyph in pairwise(run)]
        steps = [glyph.left - above.left for above, glyph in pairwise(run)]
        usual = median(gaps)
        loose = sum(gap > _APART * height for gap in gaps) >= _MOSTLY * len(gaps)
        even = max(steps) - min(steps) <= _EVEN * height
        for glyph, gap in zip(run[1:], gaps, strict=True):
            if even or (loose and gap <= usual + _SPACE * height):
                found.add(glyph.order)
    return frozenset(found)


def _follows(above: Glyph, glyph: Glyph) -> bool:
    """Tell whether a letter follows another one on a line, not far from it."""
    letters = all(one.char.isalpha() and not one.leftward for one in (above, glyph))
    level = abs(above.base - glyph.base) < 1 and above.height == glyph.height and above.hidden == glyph.hidden
    near = 0 < glyph.left - above.right < _FARTHEST * glyph.height
    return letters and level and near and not glyph.typed
