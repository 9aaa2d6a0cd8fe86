"""Where a page draws, in what colour, and what lies over it: whether a reader can see a stretch of text.

Of the graphics state (ISO 32000-1, 8.4) as much is followed as tells that: transformations, clipping, colour
of fill, opacity. A box stands for every shape that is filled, so that a curved one counts as larger.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pikepdf
from pikepdf import Matrix

from bronbrief.core.colours import contrast_of
from bronbrief.pdf.engine_types import PdfObject

Box = tuple[float, float, float, float]
Colour = tuple[float, float, float] | None
"""Red, green and blue from 0 to 1; None for what is not one colour: an image, a pattern."""

SAME = Matrix()
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
WHITE: Colour = (1.0, 1.0, 1.0)
LEAST_CONTRAST = 1.6
LEAST_OPACITY = 0.35
MOST_OVERLAP = 0.4
"""How much of the size of the letters may be cut off or covered at either end of a stretch."""
_DEEPEST = 4
_SLANT = 0.5
WORK_LIMIT = 4_000_000
"""Comparisons of what is painted with what is written, and operators in forms, that a page may ask for."""
_FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
_ENDS_PATH = _FILLS | {"n", "S", "s"}
_STATE = frozenset("cm w gs RG G K SC SCN rg g k cs sc scn".split())
_DEVICE = frozenset({"rg", "g", "k"})
_UNSTROKED = frozenset(("f", "F", "f*", "n"))
_THICK = 1.0
_ROUNDED = 24.0
"""From which width and height, in points, a box with round corners is no letter beside text."""


@dataclass(frozen=True, slots=True)
class Paint:
    """The part of the graphics state that decides what can be seen."""

    matrix: Matrix = SAME
    clip: Box = EVERYWHERE
    fill: Colour = (0.0, 0.0, 0.0)
    opacity: float = 1.0
    line: float = 1.0
    stroke: Colour = (0.0, 0.0, 0.0)
    masked: bool = False
    lightness: bool = False
    """Whether the first part of a colour is its lightness (CIELAB)."""


@dataclass(slots=True)
class Stretch:
    """Text that was shown: its box in the page, its size there, and whether it can still be seen.

    `whole` leads from the text's own space to the page; `colour` is what it is filled with.
    """

    box: Box
    size: float
    whole: Matrix
    colour: Colour
    seen: bool = True


@dataclass(slots=True)
class Canvas:
    """A page as it fills: boxes that were painted, in order, and the stretches of text on them."""

    sheet: Box
    resources: PdfObject
    paint: Paint = field(default_factory=Paint)
    stretches: list[Stretch] = field(default_factory=list)
    drawings: list[tuple[Box, bool]] = field(default_factory=list)
    """What was painted besides text, each with whether it is a plain rule or box."""
    _painted: list[tuple[Box, Colour]] = field(default_factory=list)
    _slanted: bool = False
    _curved: bool = False
    _parts: list[list[tuple[float, float]]] = field(default_factory=list)
    """The path so far, as the points of each of its parts."""
    _clips: bool = False
    _left: int = WORK_LIMIT

    def write(self, matrix: Matrix, width: float, size: float) -> Stretch:
        """Add a stretch of text; `matrix` leads from the text's own space to the page's current one."""
        whole = matrix @ self.paint.matrix
        box = _box([whole.transform((0, 0)), whole.transform((width, size * 0.6))])
        height = abs(size) * max(abs(whole.a), abs(whole.b))
        stretch = Stretch(box, height, whole, self.paint.fill)
        stretch.seen = self._can_be_seen(stretch)
        self.stretches.append(stretch)
        return stretch

    def set_state(self, operator: str, operands: list[PdfObject], depth: int = 0) -> None:
        """Follow an operator that paints, or changes how things are painted."""
        if operator in ("m", "l", "c", "v", "y", "re"):
            self._draw(operator, [float(one) for one in operands])
        elif operator in _ENDS_PATH:
            self._end_path(operator)
        elif operator in ("W", "W*"):
            self._clips = True
        elif operator in _STATE:
            self.paint = self._styled(operator, operands)
        elif operator == "sh":
            self.drawings.append((self.paint.clip, False))
            self._cover(self.paint.clip, None)
        elif operator == "Do" and depth < _DEEPEST:
            self._place(str(operands[0]), depth)

    def _styled(self, operator: str, operands: list[PdfObject]) -> Paint:
        now = self.paint
        match operator:
            case "cm":
                return replace(now, matrix=matrix_of(operands) @ now.matrix)
            case "w":
                return replace(now, line=float(operands[0]))
            case "gs":
                state = self.resources.get("/ExtGState", pikepdf.Dictionary()).get(str(operands[0]), {})
                masked = isinstance(state.get("/SMask"), pikepdf.Dictionary)
                return replace(now, opacity=float(state.get("/ca", 1)), masked=masked)
            case "RG" | "G" | "K" | "SC" | "SCN":
                return replace(now, stroke=_colour(operands))
            case "cs":
                return replace(now, fill=None, lightness=str(operands[0]).startswith("/lab-"))
            case _:
                known = _colour if operator in _DEVICE else _grey if now.lightness else _unknown
                return replace(now, fill=known(operands), lightness=now.lightness and operator not in _DEVICE)

    def _draw(self, operator: str, numbers: list[float]) -> None:
        if operator == "re":
            x, y, width, height = numbers
            numbers = [x, y, x + width, y, x + width, y + height, x, y + height]
        pairs = zip(numbers[::2], numbers[1::2], strict=False)
        points = [self.paint.matrix.transform(pair) for pair in pairs]
        if operator in ("m", "re") or not self._parts:
            self._parts.append([])
        part = self._parts[-1]
        self._slanted |= operator == "l" and bool(part) and _slants(part[-1], points[0])
        self._curved |= operator in ("c", "v", "y")
        part += points

    def _end_path(self, operator: str) -> None:
        parts, clips = self._parts, self._clips
        straight = not self._slanted and (not self._curved or all(map(_is_rounded_box, parts)))
        self._parts, self._clips, self._slanted, self._curved = [], False, False, False
        path = [point for part in parts for point in part]
        if not path:
            return
        if operator != "n":
            self.drawings.append((_common(_box(path), self.paint.clip), straight))
        frame = operator.endswith("*") and len(parts) > 1  # an outline within another: a border
        if operator in _FILLS and not frame:
            self._cover(_common(_box(path), self.paint.clip), self.paint.fill)
        if operator not in _UNSTROKED:
            self._stroke(path)
        if clips:
            self.paint = replace(self.paint, clip=_common(_box(path), self.paint.clip))

    def _stroke(self, path: list[tuple[float, float]]) -> None:
        """Cover what thick lines run over, one after the other; thin ones are held against the words."""
        now = self.paint.matrix
        half = self.paint.line * abs(now.a * now.d - now.b * now.c) ** 0.5 / 2
        if half < _THICK:
            return
        for one, other in pairwise(path):
            left, low, right, high = _box([one, other])
            box = (left - half, low - half, right + half, high + half)
            self._cover(_common(box, self.paint.clip), self.paint.stroke)

    def _place(self, name: str, depth: int) -> None:
        """Paint an image, or what another stream of content paints."""
        held = self.resources.get("/XObject", pikepdf.Dictionary()).get(name)
        if held is None:
            return
        if held.get("/Subtype") == "/Image":
            corners = [self.paint.matrix.transform(one) for one in ((0, 0), (1, 0), (0, 1), (1, 1))]
            self.drawings.append((_common(_box(corners), self.paint.clip), False))
            self._cover(self.drawings[-1][0], None)
            return
        before, resources, saved = self.paint, self.resources, list[Paint]()
        self.resources = held.get("/Resources", resources)
        own = matrix_of(held.Matrix) if "/Matrix" in held else SAME
        self.paint = replace(before, matrix=own @ before.matrix)
        content = pikepdf.parse_content_stream(held)
        self._spend(len(content))
        for instruction in content:
            operator = str(instruction.operator)
            if operator == "q":
                saved.append(self.paint)
            elif operator == "Q":
                self.paint = saved.pop() if saved else self.paint
            else:
                self.set_state(operator, list(instruction.operands), depth + 1)
        self.paint, self.resources = before, resources

    def _cover(self, box: Box, colour: Colour) -> None:
        """Paint a box; the text under it cannot be seen any more."""
        if self.paint.opacity < LEAST_OPACITY or box[0] >= box[2] or box[1] >= box[3]:
            return
        self._painted.append((box, colour))
        self._spend(len(self.stretches))
        for one in self.stretches:
            middle = (one.box[1] + one.box[3]) / 2
            overlap = min(box[2], one.box[2]) - max(box[0], one.box[0])
            if box[1] <= middle <= box[3] and overlap > min(MOST_OVERLAP * one.size, one.box[2] - one.box[0]):
                one.seen = False

    def _can_be_seen(self, one: Stretch) -> bool:
        inside = _common(one.box, _common(self.sheet, self.paint.clip))
        lost = (one.box[2] - one.box[0]) - (inside[2] - inside[0])
        if lost > MOST_OVERLAP * one.size or inside[3] - inside[1] < (one.box[3] - one.box[1]) / 2:
            return False
        if self.paint.opacity < LEAST_OPACITY or self.paint.masked:
            return False
        ground = self._ground(one)
        if self.paint.fill is None or ground is None:
            return self.paint.fill is not None
        return contrast_of(self.paint.fill, ground) >= LEAST_CONTRAST

    def _ground(self, one: Stretch) -> Colour:
        x, y = (one.box[0] + one.box[2]) / 2, (one.box[1] + one.box[3]) / 2
        for steps, (box, colour) in enumerate(reversed(self._painted)):
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                self._spend(steps)
                return colour
        self._spend(len(self._painted))
        return WHITE

    def _spend(self, work: int) -> None:
        """Count work, and raise ValueError for a page that asks for more than it may."""
        self._left -= work + 1
        if self._left < 0:
            raise ValueError("too much drawn over each other")


def _slants(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return min(abs(one[0] - other[0]), abs(one[1] - other[1])) > _SLANT


def _is_rounded_box(part: Sequence[tuple[float, float]]) -> bool:
    """Tell whether all points of a part lie on the edges of a large box, as those of round corners do."""
    left, low, right, high = _box(part)
    on_edge = (min(x - left, right - x, y - low, high - y) < _SLANT for x, y in part)
    return min(right - left, high - low) >= _ROUNDED and all(on_edge)


def _colour(operands: list[PdfObject]) -> Colour:
    if any(isinstance(one, pikepdf.Name) for one in operands):
        return None
    match [float(one) for one in operands]:
        case [grey]:
            return grey, grey, grey
        case [red, green, blue]:
            return red, green, blue
        case [cyan, magenta, yellow, black]:
            return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
        case _:
            return None


def _unknown(_: list[PdfObject]) -> Colour:
    return None


def _grey(operands: list[PdfObject]) -> Colour:
    """Return the grey that is as light as a colour by its lightness from 0 to 100 (CIELAB)."""
    light = ((float(operands[0]) + 16) / 116) ** 3
    value = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004 - sRGB
    return value, value, value


def matrix_of(operands: PdfObject) -> Matrix:
    """Return the six numbers of a matrix."""
    return Matrix(*(float(one) for one in operands))


def _box(points: Sequence[tuple[float, float]]) -> Box:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _common(one: Box, other: Box) -> Box:
    left, low = max(one[0], other[0]), max(one[1], other[1])
    return left, low, max(min(one[2], other[2]), left), max(min(one[3], other[3]), low)
