"""The pages of a PDF as images, with the places of quotations, made when somebody looks or is about to."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from threading import Lock
from typing import Any, TypeVar

import pypdfium2

from bronbrief.pipeline.pool import FAILURES, WorkerPool
from bronbrief.serve.places import Place, find_places

T = TypeVar("T")

SCALES = (1.0, 1.5, 2.0, 3.0)
"""Pixels to a point; 1.5 is 108 to the inch."""
KEPT = 80
MOST_PIXELS = 40_000_000
"""A page that would have more is drawn smaller."""
SECONDS, MEMORY = 60.0, 2 << 30
"""What one page may take: it may be of a PDF that came along with somebody else's workspace."""


class PageImages:
    """Images of pages, the latest kept.

    One worker process makes them, in the order in which they were asked for. What it cannot make within its
    limits is as good as not there.
    """

    def __init__(self, begin: Callable[[], Executor] | None = None) -> None:
        """`begin` starts who makes them."""
        self._begin = begin or partial(WorkerPool, 1, SECONDS, int, memory=MEMORY)
        self._maker: Executor | None = None
        self._made: OrderedDict[object, Future[Any]] = OrderedDict()
        self._lock = Lock()

    def start(self) -> None:
        """Start the worker now, before anybody asks for a page."""
        with self._lock:
            self._maker = self._maker or self._begin()

    def stop(self) -> None:
        """End the worker at once."""
        if self._maker is not None:
            self._maker.shutdown(cancel_futures=True)

    def sizes(self, version: str, pdf: bytes) -> tuple[tuple[int, int], ...]:
        """Return the width and height of each page in points; none for a file that is not a PDF."""
        return _result(self._measure(version, pdf)) or ()

    def image(self, version: str, pdf: bytes, number: int, scale: float) -> bytes | None:
        """Return page `number`, from 1, as PNG; None for a page or a scale that there is not."""
        if scale not in SCALES:
            return None
        return _result(self._draw(version, pdf, number, scale))

    def places(
        self, version: str, pdf: bytes, number: int, quotations: tuple[tuple[str, str], ...]
    ) -> tuple[Place, ...] | None:
        """Return where quotations, ids and texts, stand on a page; None for a page that there is not."""
        key = (version, number, quotations)
        return _result(self._have(key, _places, pdf, number, quotations))

    def prepare(self, version: str, pdf: bytes, number: int, scale: float) -> None:
        """Begin to measure the pages, and then to make the image of one, without waiting for either."""
        self._measure(version, pdf)
        self._draw(version, pdf, number, scale)

    def _measure(self, version: str, pdf: bytes) -> "Future[tuple[tuple[int, int], ...]]":
        return self._have(version, _sizes, pdf)

    def _draw(self, version: str, pdf: bytes, number: int, scale: float) -> "Future[bytes | None]":
        return self._have((version, number, scale), _image, pdf, number, scale)

    def _have(self, key: object, make: Callable[..., object], *given: object) -> "Future[Any]":
        with self._lock:
            if key not in self._made:
                self._maker = self._maker or self._begin()
                self._made[key] = self._maker.submit(make, *given)
            self._made.move_to_end(key)
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
            return self._made[key]


def _result(made: "Future[T]") -> T | None:
    """Return what was made; None where its worker took too much, or was ended."""
    try:
        return made.result()
    except FAILURES:
        return None


def _sizes(pdf: bytes) -> tuple[tuple[int, int], ...]:
    with _opened(pdf) as document:
        found = (document.get_page_size(index) for index in range(len(document))) if document else ()
        return tuple((round(width), round(height)) for width, height in found)


def _image(pdf: bytes, number: int, scale: float) -> bytes | None:
    with _opened(pdf) as document:
        if document is None or not 1 <= number <= len(document):
            return None
        out = BytesIO()
        page = document[number - 1]
        width, height = page.get_size()
        fits = (MOST_PIXELS / max(width * height, 1)) ** 0.5
        page.render(scale=min(scale, fits)).to_pil().save(out, "PNG", compress_level=1)
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
