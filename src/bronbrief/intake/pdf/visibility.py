"""Which characters of a page a reader sees, and which are struck out.

The page is drawn with and without its text, and compared. A character counts as seen where drawing it changes
the page about as much as it would on an empty one. That holds whatever hides it: its colour, a box above it,
an edge, a layer or the way it is drawn. Why it is not seen is then told from what draws it.
"""

import ctypes
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from PIL import Image, ImageStat

from bronbrief.intake.pdf.drawing import Box, Drawing, Mask, PageObject, difference, lies_in
from bronbrief.intake.pdf.glyphs import Glyph, grouped

_CONTRAST, _COVERAGE, _SEEN = 20, 64, 0.35
_LEAST_HEIGHT, _LEAST_PIXELS = 1.5, 3
_SHARED, _MOST_APART, _CELL = 0.4, 60, 6
_UNSEEN_MODES = frozenset({3, 7})
_CLEAR, _ALIKE = 8, 24
_SCAN, _INK = 0.5, 48
_PLAIN = (0, (0, 0, 0, 255))
# Of a line that strikes out, in heights of the typeface: where it runs, how thick it is, how far beyond.
_LOWEST, _HIGHEST, _THICKEST, _BEYOND = 0.1, 0.42, 0.2, 0.6
_LEAST = 2  # letters and figures under a line that is drawn
_TALLEST = 60  # points above the base line


@dataclass(frozen=True, slots=True)
class Seen:
    """The characters that a reader sees, those that none does with the reason, and whether OCR read them."""

    visible: list[Glyph]
    hidden: list[tuple[Glyph, str]]
    ocr: bool = False


def look(drawing: Drawing, glyphs: Sequence[Glyph]) -> Seen:
    """Tell which characters of a page are seen; an invisible layer over a picture of a page is, as OCR."""
    texts = drawing.texts
    whole, bare = drawing.draw(), drawing.draw(without=texts)
    change = Mask(difference(whole, bare), _CONTRAST)
    apart = _on_others(glyphs, set(texts))
    changes = {key: Mask(difference(whole, drawing.draw(without=[key])), _CONTRAST) for key in apart}
    reasons = _Reasons(drawing, bare)
    full = Mask(drawing.draw_black(texts), _COVERAGE)
    fulls = {key: Mask(drawing.draw_black([key]), _COVERAGE) for key in apart}
    plain = change.covers(full)
    visible: list[Glyph] = []
    hidden: list[tuple[Glyph, str]] = []
    for glyph in glyphs:
        key = glyph.owner
        if plain and key not in fulls:
            seen = _is_drawn(drawing, glyph, full, full)
        else:
            seen = _is_drawn(drawing, glyph, changes.get(key, change), fulls.get(key, full))
        reason = reasons.plain(glyph) or ("" if seen else reasons.told(glyph))
        if reason:
            hidden.append((glyph, reason))
        else:
            visible.append(glyph)
    return _with_scan(drawing, bare, Seen(visible, hidden))


def _is_drawn(drawing: Drawing, glyph: Glyph, change: Mask, full: Mask) -> bool:
    place = drawing.pixels(_ink_box(glyph))
    if min(place[2] - place[0], place[3] - place[1]) < _LEAST_PIXELS:  # a thin stroke may fall beside it
        place = place[0] - 1, place[1] - 1, place[2] + 1, place[3] + 1
    if not full.touches(place):
        return drawing.scale < 1 and drawing.shows(glyph.box)  # too coarse to tell
    return change is full or change.count(place) >= _SEEN * full.count(place)


def _ink_box(glyph: Glyph) -> Box:
    left, bottom, right, top = glyph.box
    if glyph.turn or (right > left and top > bottom):
        return glyph.box
    return glyph.left, glyph.base - glyph.height / 4, glyph.right, glyph.base + glyph.height * 3 / 4


def _on_others(glyphs: Sequence[Glyph], known: set[int]) -> list[int]:
    """Return the objects whose characters stand upon those of others, which may hide one another."""
    cells: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    found: dict[int, None] = {}
    for glyph in glyphs:
        left, bottom, right, top = (int(side // _CELL) for side in glyph.box)
        if (right - left) * (top - bottom) > _MOST_APART:
            continue
        for cell in [(x, y) for x in range(left, right + 1) for y in range(bottom, top + 1)]:
            for other in cells[cell]:
                if other.owner != glyph.owner and _share(glyph.box, other.box) > _SHARED:
                    found |= {glyph.owner: None, other.owner: None}
            cells[cell].append(glyph)
    return [key for key in found if key in known][:_MOST_APART]


def _share(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width * height / least if width > 0 and height > 0 and least > 0 else 0.0


class _Reasons:
    """Why the characters of a page are not seen."""

    def __init__(self, drawing: Drawing, bare: Image.Image) -> None:
        self.drawing, self.bare = drawing, bare
        self.by_key = {one.key: (at, one) for at, one in enumerate(drawing.objects)}
        self.covers = [
            (at, one.box)
            for at, one in enumerate(drawing.objects)
            if one.kind not in {pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM}
        ]
        self.looks = {key: _look(self.by_key[key][1]) for key in drawing.texts}

    def plain(self, glyph: Glyph) -> str:
        """Return why a character is hidden that its own state hides, wherever it stands."""
        if glyph.height < _LEAST_HEIGHT:
            return "too-small"
        mode, colour = self.looks.get(glyph.owner, _PLAIN)
        return "invisible" if mode in _UNSEEN_MODES or (mode == 0 and colour[3] < _CLEAR) else ""

    def told(self, glyph: Glyph) -> str:
        """Return why a character that is drawn is not seen."""
        if not self.drawing.shows(glyph.box):
            return "off-page"
        at, one = self.by_key.get(glyph.owner, (0, None))
        if one and one.on_layer:
            return "layer-off"
        if any(later > at and lies_in(glyph.box, box) for later, box in self.covers):
            return "covered"
        place = self.drawing.pixels(glyph.box)
        ground = ImageStat.Stat(self.bare.crop(place)).mean
        colour = self.looks.get(glyph.owner, _PLAIN)[1]
        alike = max(abs(one - other) for one, other in zip(ground, colour[:3], strict=True)) <= _ALIKE
        return "white" if alike else "covered"


def _look(one: PageObject) -> tuple[int, tuple[int, ...]]:
    """Return the mode in which an object draws text, and its colour with how opaque it is."""
    colour = [ctypes.c_uint(255) for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(one.handle, *colour)
    return pdfium.FPDFTextObj_GetTextRenderMode(one.handle), tuple(side.value for side in colour)


def _with_scan(drawing: Drawing, bare: Image.Image, seen: Seen) -> Seen:
    """Take the characters in that lie unseen on the picture of a page, where it shows something."""
    scans = [one.box for one in drawing.pictures if one.area >= _SCAN * drawing.area]
    layer = [glyph for glyph, reason in seen.hidden if reason in {"invisible", "covered"}]
    if not scans or len(layer) <= len(seen.visible):
        return seen
    inked = _inked(drawing, bare, layer, scans)
    visible = sorted([*seen.visible, *inked], key=lambda glyph: glyph.order)
    taken = {glyph.order for glyph in inked}
    hidden = [(glyph, reason) for glyph, reason in seen.hidden if glyph.order not in taken]
    return Seen(visible, hidden, ocr=bool(inked))


def _inked(drawing: Drawing, bare: Image.Image, layer: Iterable[Glyph], scans: Sequence[Box]) -> list[Glyph]:
    """Return the words of a layer that lie where the picture below shows light and dark."""
    found: list[Glyph] = []
    for word in grouped(layer, _in_word):
        box = _around(glyph.box for glyph in word)
        grey_levels = bare.crop(drawing.pixels(box)).convert("L").histogram()
        shades = [level for level, count in enumerate(grey_levels) if count]
        if shades[-1] - shades[0] >= _INK and any(_share(box, scan) > _SHARED for scan in scans):
            found += word
    return found


def _around(boxes: Iterable[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _in_word(last: Glyph, glyph: Glyph) -> bool:
    return not glyph.spaced and last.order + 1 == glyph.order and abs(last.base - glyph.base) < 1


def struck(glyphs: Iterable[Glyph], lines: Iterable[Box], laid: Iterable[Box]) -> set[int]:
    """Return the orders of the characters that drawn lines strike out, and lines `laid` upon the page.

    A rule of a table and a line below or above words run elsewhere, or farther than the words beside them.
    """
    level = sorted((one for one in glyphs if not one.turn), key=lambda one: one.base)
    found = {one.order for line in laid for one in _through(level, line)}
    for line in lines:
        through = _through(level, line)
        if sum(one.char.isalnum() for one in through) >= _LEAST:
            most = _BEYOND * max(one.height for one in through)
            left, right = min(one.left for one in through), max(one.right for one in through)
            found |= {one.order for one in through} if max(left - line[0], line[2] - right) <= most else set()
    return found


def _through(level: Sequence[Glyph], line: Box) -> list[Glyph]:
    """Return the characters, in the order of their base lines, that a line runs through."""
    left, bottom, right, top = line
    middle = (bottom + top) / 2
    first = bisect_left(level, middle - _TALLEST, key=lambda one: one.base)
    last = bisect_right(level, middle, key=lambda one: one.base)
    return [
        one
        for one in level[first:last]
        if left <= (one.left + one.right) / 2 <= right
        and _LOWEST < (middle - one.base) / one.height < _HIGHEST
        and top - bottom <= _THICKEST * one.height
    ]
