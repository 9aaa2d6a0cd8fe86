"""The pages of a PDF as images, with the places of quotations, made when somebody looks or is about to."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Any

import pypdfium2

from bronbrief.serve.places import Place, find_places

SCALES = (1.0, 1.5, 2.0, 3.0)
"""Pixels to a point; 1.5 is 108 to the inch."""
KEPT = 80


class PageImages:
    """Images of pages, the latest kept.

    One thread makes them, in the order in which they were asked for: the library behind it may be entered
    by one at a time.
    """

    def __init__(self) -> None:
        self._maker = ThreadPoolExecutor(1, "preview-pages")
        self._made: OrderedDict[object, Future[Any]] = OrderedDict()
        self._lock = Lock()

    def sizes(self, version: str, pdf: bytes) -> tuple[tuple[int, int], ...]:
        """Return the width and height of each page in points; none for a file that is not a PDF."""
        return self._measure(version, pdf).result()

    def image(self, version: str, pdf: bytes, number: int, scale: float) -> bytes | None:
        """Return page `number`, from 1, as PNG; None for a page or a scale that there is not."""
        if scale not in SCALES:
            return None
        return self._draw(version, pdf, number, scale).result()

    def places(
        self, version: str, pdf: bytes, number: int, quotations: tuple[tuple[str, str], ...]
    ) -> tuple[Place, ...] | None:
        """Return where quotations, ids and texts, stand on a page; None for a page that there is not."""
        key = (version, number, quotations)
        found: Future[tuple[Place, ...] | None] = self._have(key, lambda: _places(pdf, number, quotations))
        return found.result()

    def prepare(self, version: str, pdf: bytes, number: int, scale: float) -> None:
        """Begin to measure the pages, and then to make the image of one, without waiting for either."""
        self._measure(version, pdf)
        self._draw(version, pdf, number, scale)

    def _measure(self, version: str, pdf: bytes) -> "Future[tuple[tuple[int, int], ...]]":
        return self._have(version, lambda: _sizes(pdf))

    def _draw(self, version: str, pdf: bytes, number: int, scale: float) -> "Future[bytes | None]":
        return self._have((version, number, scale), lambda: _image(pdf, number, scale))

    def _have(self, key: object, make: Callable[[], object]) -> "Future[Any]":
        with self._lock:
            if key not in self._made:
                self._made[key] = self._maker.submit(make)
            self._made.move_to_end(key)
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
            return self._made[key]


def _sizes(pdf: bytes) -> tuple[tuple[int, int], ...]:
    with _opened(pdf) as document:
        found = (document.get_page_size(index) for index in range(len(document))) if document else ()
        return tuple((round(width), round(height)) for width, height in found)


def _image(pdf: bytes, number: int, scale: float) -> bytes | None:
    with _opened(pdf) as document:
        if document is None or not 1 <= number <= len(document):
            return None
        out = BytesIO()
        document[number - 1].render(scale=scale).to_pil().save(out, "PNG", compress_level=1)
        return out.getvalue()


def _places(pdf: bytes, number: int, quotations: tuple[tuple[str, str], ...]) -> tuple[Place, ...] | None:
    with _opened(pdf) as document:
        if document is None or not 1 <= number <= len(document):
            return None
        return find_places(document[number - 1], quotations)


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument | None]:
    """Open a PDF for as long as the block lasts; None for what is not one."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield document
    finally:
        document.close()
