"""What is laid upon a page: fields of forms with their values and notes that show become part of it.

Comments, and what is set not to be shown, are named.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from bronbrief.intake.pdf.drawing import Box, lies_in
from bronbrief.intake.pdf.glyphs import Glyph

_NOT_SHOWN = pdfium.FPDF_ANNOT_FLAG_INVISIBLE | pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_COMMENTS = frozenset({pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_POPUP})
_WRITTEN = frozenset({pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP})
_OTHER = _WRITTEN | {pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_POPUP}
_TICKS = frozenset({pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON})
_TICKED, _EMPTY = "☒", "☐"


@dataclass(slots=True)
class Laid:
    """Tick boxes with their state, lines through words, and what is not part of the page with its reason."""

    ticks: list[tuple[Box, str]] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    strikes: list[Box] = field(default_factory=list)


def lay_down(document: Any, number: int) -> tuple[Any, Laid]:  # noqa: ANN401 - pypdfium2 has no types
    """Return a page with what is laid upon it made part of it, as it shows on a screen."""
    page, laid = document[number], Laid()
    count = pdfium.FPDFPage_GetAnnotCount(page)
    gone = [at for at in range(count) if _read(document, page, at, laid)]
    for at in reversed(gone):
        pdfium.FPDFPage_RemoveAnnot(page, at)
    if (
        count > len(gone)
        and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
    ):
        page.close()
        page = document[number]
    return page, laid


def _read(document: Any, page: Any, at: int, laid: Laid) -> bool:  # noqa: ANN401
    """Note what one annotation says, and tell whether it is to be taken off the page."""
    annotation = pdfium.FPDFPage_GetAnnot(page, at)
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    said = _text(partial(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents"))
    value = _value(document, annotation) if kind == pdfium.FPDF_ANNOT_WIDGET else ""
    hidden = bool(pdfium.FPDFAnnot_GetFlags(annotation) & _NOT_SHOWN)
    shown = pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2  # noqa: PLR2004 - an empty string ends in two zeros
    if hidden:
        laid.left_out += [("hidden", text) for text in (said, value) if text]
    elif kind == pdfium.FPDF_ANNOT_WIDGET and _field(document, annotation) in _TICKS:
        ticked = pdfium.FPDFAnnot_IsChecked(document.formenv, annotation)
        laid.ticks.append((_rectangle(annotation), _TICKED if ticked else _EMPTY))
    elif value and not shown:
        laid.left_out.append(("form", value))
    elif said and kind in _WRITTEN:
        if not shown:
            laid.left_out.append(("annotation", said))
    elif kind == pdfium.FPDF_ANNOT_STRIKEOUT:
        laid.strikes += _through(annotation)
    if not hidden and said and kind not in _OTHER:
        laid.left_out.append(("comment", said))
    pdfium.FPDFPage_CloseAnnot(annotation)
    return hidden or kind in _COMMENTS


def _value(document: Any, annotation: Any) -> str:  # noqa: ANN401
    if document.formenv is None or _field(document, annotation) in _TICKS:
        return ""
    return _text(partial(pdfium.FPDFAnnot_GetFormFieldValue, document.formenv, annotation))


def _text(get: Callable[[Any, int], int]) -> str:
    """Return what a function of the library writes into a buffer, which it first tells the size of."""
    size = get(None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    get(buffer, size)
    return " ".join(bytes(buffer)[:size].decode("utf-16-le", "replace").rstrip("\0").split())


def _through(annotation: Any) -> Iterator[Box]:  # noqa: ANN401
    """Yield a line through the middle of each stretch of words that an annotation is laid upon."""
    corners = pdfium.FS_QUADPOINTSF()
    for at in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, corners):
            xs = corners.x1, corners.x2, corners.x3, corners.x4
            middle = (corners.y1 + corners.y2 + corners.y3 + corners.y4) / 4
            yield min(xs), middle, max(xs), middle


def _field(document: Any, annotation: Any) -> int:  # noqa: ANN401
    if document.formenv is None:
        return -1
    return int(pdfium.FPDFAnnot_GetFormFieldType(document.formenv, annotation))


def _rectangle(annotation: Any) -> Box:  # noqa: ANN401
    found = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, found)
    return found.left, min(found.bottom, found.top), found.right, max(found.bottom, found.top)


def with_ticks(glyphs: list[Glyph], ticks: list[tuple[Box, str]]) -> list[Glyph]:
    """Put a character for each tick box in the place of what is drawn within it."""
    return [
        *(one for one in glyphs if not any(lies_in(one.box, box) for box, _ in ticks)),
        *_drawn(glyphs, ticks),
    ]


def _drawn(glyphs: list[Glyph], ticks: list[tuple[Box, str]]) -> Iterator[Glyph]:
    """Yield a character for each tick box, on the base line of the words beside it."""
    order = max((one.order for one in glyphs), default=0) + 2
    for at, (box, char) in enumerate(ticks):
        beside = [one for one in glyphs if not one.turn and box[1] <= one.base + one.height / 4 <= box[3]]
        near = min(beside, key=lambda one: abs(one.left - box[2]), default=None)
        base, height = (near.base, near.height) if near else (box[1], box[3] - box[1])
        yield Glyph(char, box[0], box[2], base, height, box, order + 2 * at, spaced=True)
