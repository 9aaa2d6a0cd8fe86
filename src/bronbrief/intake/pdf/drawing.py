"""The objects that a page is drawn with: text, pictures, lines and boxes, and drawings of some of them."""

import ctypes
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops
from pypdfium2 import PdfMatrix

_SCALE, _MOST_PIXELS = 1.5, 6_000_000
_LEAST_SIZE = 1.0
Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""

_DEPTH = 12
_LAYER, _ACTUAL = "OC", b"ActualText"
_THIN, _BOX_SEGMENTS = 2.5, 5


def lies_in(box: Box, around: Box) -> bool:
    """Tell whether the middle of a box lies within another."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return around[0] <= x <= around[2] and around[1] <= y <= around[3]


@dataclass(frozen=True, slots=True)
class PageObject:
    """An object, where it stands on the page, and the names of the marked content that it is part of."""

    handle: Any
    kind: int
    box: Box
    marks: tuple[str, ...]

    @property
    def key(self) -> int:
        """Return what tells this object from others of the page."""
        return address(self.handle)

    @property
    def area(self) -> float:
        """Return the area of the box, in square points."""
        left, bottom, right, top = self.box
        return max(0.0, right - left) * max(0.0, top - bottom)

    @property
    def on_layer(self) -> bool:
        """Tell whether the object belongs to a layer, which may be off."""
        return _LAYER in self.marks


def address(handle: Any) -> int:  # noqa: ANN401 - a pointer of ctypes
    """Return the address that a pointer holds."""
    return int(ctypes.cast(handle, ctypes.c_void_p).value or 0)


def read_objects(page: Any) -> tuple[PageObject, ...]:  # noqa: ANN401 - pypdfium2 has no types
    """Return all that is drawn on a page, in the order of drawing."""
    count, get = pdfium.FPDFPage_CountObjects(page), pdfium.FPDFPage_GetObject
    return tuple(_walk([get(page, at) for at in range(count)], PdfMatrix(), _DEPTH))


def _walk(
    handles: list[Any], placed: PdfMatrix, depth: int, within: tuple[str, ...] = ()
) -> Iterator[PageObject]:
    for handle in handles:
        kind = pdfium.FPDFPageObj_GetType(handle)
        marks = (*within, *map(_name, _marks(handle)))
        sides = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(handle, *sides)
        yield PageObject(handle, kind, placed.on_rect(*(side.value for side in sides)), marks)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            count = pdfium.FPDFFormObj_CountObjects(handle)
            inside = [pdfium.FPDFFormObj_GetObject(handle, at) for at in range(count)]
            own = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
            pdfium.FPDFPageObj_GetMatrix(handle, own)
            yield from _walk(inside, PdfMatrix.from_raw(own).multiply(placed), depth - 1, marks)


def _marks(handle: Any) -> list[Any]:  # noqa: ANN401
    """Return the marked content that an object is part of."""
    count = pdfium.FPDFPageObj_CountMarks(handle)
    return [pdfium.FPDFPageObj_GetMark(handle, at) for at in range(count)]


def _name(mark: Any) -> str:  # noqa: ANN401
    length, buffer = ctypes.c_ulong(), (ctypes.c_ushort * 32)()
    done = pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
    return _decoded(buffer, length) if done else ""


def take_actual_texts(objects: Iterable[PageObject]) -> dict[int, str]:
    """Return what a file says that its glyphs stand for, by object, and make the library forget it."""
    said = {}
    for one in objects:
        for mark in _marks(one.handle):
            length = ctypes.c_ulong()
            if pdfium.FPDFPageObjMark_GetParamStringValue(mark, _ACTUAL, None, 0, length):
                buffer = (ctypes.c_ushort * (length.value // 2 + 1))()
                pdfium.FPDFPageObjMark_GetParamStringValue(mark, _ACTUAL, buffer, length.value, length)
                said[one.key] = _repaired(_decoded(buffer, length))
                pdfium.FPDFPageObj_RemoveMark(one.handle, mark)
    return said


def _decoded(buffer: Any, length: ctypes.c_ulong) -> str:  # noqa: ANN401
    return bytes(buffer)[: length.value].decode("utf-16-le", "replace").rstrip("\0")


def _repaired(text: str) -> str:
    """Read a text of which the library took each byte of UTF-16 for a character."""
    if any(char < " " for char in text) and all(char <= "\xff" for char in text):
        return text.encode("latin-1").decode("utf-16-be", "replace")
    return text


def thin_lines(objects: Iterable[PageObject]) -> list[Box]:
    """Return what is drawn from left to right and is hardly thicker than a line."""
    paths = (one.box for one in objects if one.kind == pdfium.FPDF_PAGEOBJ_PATH)
    return [box for box in paths if box[2] - box[0] > _THIN >= box[3] - box[1]]


def level_lines(objects: Sequence[PageObject]) -> list[Box]:
    """Return the lines that are drawn from left to right, those around boxes too."""
    found = thin_lines(objects)
    for one in objects:
        left, bottom, right, top = one.box
        box = one.kind == pdfium.FPDF_PAGEOBJ_PATH and min(right - left, top - bottom) > _THIN
        if box and pdfium.FPDFPath_CountSegments(one.handle) <= _BOX_SEGMENTS:
            found += [(left, bottom, right, bottom), (left, top, right, top)]
    return found


class Drawing:
    """A page to be drawn in part. It is drawn upright as its own coordinates have it, whatever its turn."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - pypdfium2 has no types
        self.page = page
        page.set_rotation(0)
        page.set_cropbox(*self.crop)  # which may lie beside the page, or have its corners exchanged
        self.objects = read_objects(page)
        width, height = (max(_LEAST_SIZE, size) for size in page.get_size())
        self.scale = min(_SCALE, (_MOST_PIXELS / (width * height)) ** 0.5)

    @cached_property
    def crop(self) -> Box:
        """Return what of the page is shown."""
        inner, outer = _ordered(self.page.get_cropbox()), _ordered(self.page.get_mediabox())
        left, bottom = max(inner[0], outer[0]), max(inner[1], outer[1])
        right, top = min(inner[2], outer[2]), min(inner[3], outer[3])
        return (left, bottom, right, top) if left < right and bottom < top else outer

    @property
    def area(self) -> float:
        """Return the area of what is shown, in square points."""
        return (self.crop[2] - self.crop[0]) * (self.crop[3] - self.crop[1])

    @cached_property
    def texts(self) -> list[int]:
        """Return the keys of the objects that draw text."""
        return [one.key for one in self.objects if one.kind == pdfium.FPDF_PAGEOBJ_TEXT]

    @cached_property
    def pictures(self) -> list[PageObject]:
        """Return the pictures of the page."""
        return [one for one in self.objects if one.kind == pdfium.FPDF_PAGEOBJ_IMAGE]

    def shows(self, box: Box) -> bool:
        """Tell whether the middle of a box is on the page."""
        return lies_in(box, self.crop)

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """Return a box of the page as left, top, right and bottom in the image, a pixel wide at least."""
        left, top = round((box[0] - self.crop[0]) * self.scale), round((self.crop[3] - box[3]) * self.scale)
        right, bottom = (
            round((box[2] - self.crop[0]) * self.scale),
            round((self.crop[3] - box[1]) * self.scale),
        )
        return left, top, max(right, left + 1), max(bottom, top + 1)

    def draw(self, without: Collection[int] = ()) -> Image.Image:
        """Draw the page without some objects, in colour."""
        gone = set(without)
        with self._inactive(one for one in self.objects if one.key in gone):
            return self._image()

    def draw_black(self, texts: Iterable[int]) -> Image.Image:
        """Draw some texts alone, as ink on nothing. Their colours are lost for good."""
        kept = set(texts)
        for one in self.objects:
            if one.key in kept:
                pdfium.FPDFPageObj_SetFillColor(one.handle, 0, 0, 0, 255)
        with self._inactive(
            one for one in self.objects if one.key not in kept and one.kind != pdfium.FPDF_PAGEOBJ_FORM
        ):
            return ImageChops.invert(self._image(grayscale=True))

    def _image(self, *, grayscale: bool = False) -> Image.Image:
        made = self.page.render(
            scale=self.scale,
            draw_annots=False,
            may_draw_forms=False,
            grayscale=grayscale,
            rev_byteorder=not grayscale,  # as the image library has it, so that nothing is copied
        )
        image: Image.Image = made.to_pil()
        return image

    @contextmanager
    def _inactive(self, objects: Iterable[PageObject]) -> Iterator[None]:
        changed = [one.handle for one in objects]
        for handle in changed:
            pdfium.FPDFPageObj_SetIsActive(handle, False)  # noqa: FBT003 - the library's own
        try:
            yield
        finally:
            for handle in changed:
                pdfium.FPDFPageObj_SetIsActive(handle, True)  # noqa: FBT003


def _ordered(box: Box) -> Box:
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


def difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return how much two images differ in the colour in which they differ most."""
    red, green, blue = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


class Mask:
    """Which pixels of a grey image have at least a value."""

    def __init__(self, image: Image.Image, least: int) -> None:
        self.width, self.height = image.size
        self.pixels = image.point([1 if value >= least else 0 for value in range(256)]).tobytes()

    def count(self, place: tuple[int, int, int, int]) -> int:
        """Count those in a box: left, top, right and bottom."""
        return sum([self.pixels.count(1, start, end) for start, end in self._rows(place)])

    def touches(self, place: tuple[int, int, int, int]) -> bool:
        """Tell whether there is one in a box."""
        return any(self.pixels.find(1, start, end) >= 0 for start, end in self._rows(place))

    def _rows(self, place: tuple[int, int, int, int]) -> list[tuple[int, int]]:
        """Return where each row of a box begins and ends, as far as it lies in the image."""
        left, right = max(0, place[0]), min(self.width, place[2])
        rows = range(max(0, place[1]), min(self.height, place[3]) if left < right else 0)
        return [(row * self.width + left, row * self.width + right) for row in rows]

    def covers(self, other: "Mask") -> bool:
        """Tell whether each of the pixels of another mask is here too."""
        here, there = (int.from_bytes(mask.pixels, "little") for mask in (self, other))
        return here | there == here
