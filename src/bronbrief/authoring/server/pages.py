"""The pages of a PDF as images, made one by one when somebody looks at them."""

from collections import OrderedDict
from io import BytesIO
from threading import Lock
from typing import TypeVar

import pypdfium2

K = TypeVar("K")
V = TypeVar("V")

SCALES = (1.0, 1.5, 2.0, 3.0)
"""Pixels to a point; 1.5 is 108 to the inch."""
KEPT = 80


class PageImages:
    """Images of pages, the latest kept. The library behind it may be entered by one thread at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._images: OrderedDict[tuple[str, int, float], bytes] = OrderedDict()
        self._sizes: OrderedDict[str, tuple[tuple[int, int], ...]] = OrderedDict()

    def sizes(self, version: str, pdf: bytes) -> tuple[tuple[int, int], ...]:
        """Return the width and height of each page in points; none for a file that is not a PDF."""
        with self._lock:
            if version not in self._sizes:
                self._sizes[version] = _sizes(pdf)
            return _kept(self._sizes, version)

    def image(self, version: str, pdf: bytes, number: int, scale: float) -> bytes | None:
        """Return page `number`, from 1, as PNG; None for a page or a scale that there is not."""
        if scale not in SCALES:
            return None
        key = (version, number, scale)
        with self._lock:
            if key not in self._images:
                made = _image(pdf, number, scale)
                if made is None:
                    return None
                self._images[key] = made
            return _kept(self._images, key)


def _kept(cache: OrderedDict[K, V], key: K) -> V:
    cache.move_to_end(key)
    while len(cache) > KEPT:
        cache.popitem(last=False)
    return cache[key]


def _sizes(pdf: bytes) -> tuple[tuple[int, int], ...]:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return ()
    try:
        found = (document.get_page_size(index) for index in range(len(document)))
        return tuple((round(width), round(height)) for width, height in found)
    finally:
        document.close()


def _image(pdf: bytes, number: int, scale: float) -> bytes | None:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return None
    try:
        if not 1 <= number <= len(document):
            return None
        page = document[number - 1]
        out = BytesIO()
        page.render(scale=scale).to_pil().save(out, "PNG", compress_level=1)
        return out.getvalue()
    finally:
        document.close()
