"""Limits on what a PDF from elsewhere may unfold to: a small file can be made to fill a machine."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from bronbrief.pdf.engine_types import PdfObject

STREAM_LIMIT = 4 * 1024 * 1024
CONTENT_LIMIT = 16 * 1024 * 1024
PAGES_LIMIT = 2000


class TooLargeError(ValueError):
    """A PDF that unfolds to more than is read."""


@contextmanager
def bounded(data: bytes) -> Iterator[None]:
    """Refuse a PDF with more pages or content than is read, and bound each stream while the body runs.

    Raises TooLargeError, and the library's own errors for a stream over its limit. The library keeps its
    limits for the whole process, so what they were is put back.
    """
    before = pikepdf.settings.set_qpdf_limits(
        flate_max_memory=STREAM_LIMIT, png_max_memory=STREAM_LIMIT, run_length_max_memory=STREAM_LIMIT
    )
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > PAGES_LIMIT or sum(map(_content_size, pdf.pages)) > CONTENT_LIMIT:
                raise TooLargeError("too large")
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(**before)  # type: ignore[arg-type]


def _content_size(page: pikepdf.Page) -> int:
    contents: PdfObject = page.obj.get("/Contents", [])
    streams = contents if isinstance(contents, pikepdf.Array) else [contents]
    return sum(len(stream.read_bytes()) for stream in streams if isinstance(stream, pikepdf.Stream))
