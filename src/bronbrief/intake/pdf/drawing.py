"""Draw a page, or only some of what is on it, into an image."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from bronbrief.intake.pdf.objects import Box, PageObject, lies_in, read_objects

_SCALE, _MOST_PIXELS = 1.5, 6_000_000
_LEAST_SIZE = 1.0


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
