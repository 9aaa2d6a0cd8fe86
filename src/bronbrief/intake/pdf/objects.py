"""The objects that a page is drawn with, those of forms within it too: text, pictures, lines and boxes."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfMatrix

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
    marks: tuple[str, ...] = ()

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
