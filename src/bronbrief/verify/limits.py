"""Limits on what a PDF from elsewhere may unfold to: a small file can be made to fill a machine."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from bronbrief.pdf.engine_types import PdfObject

STREAM_LIMIT = 4 * 1024 * 1024
CONTENT_LIMIT = 16 * 1024 * 1024
PAGES_LIMIT = 2000
STREAMS_LIMIT = 10_000


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
            _refuse_overload(pdf)
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(**before)  # type: ignore[arg-type]


def _refuse_overload(pdf: pikepdf.Pdf) -> None:
    """Add up what the pages unfold to, each stream unpacked once and counted each time that it is used."""
    sizes: dict[tuple[int, int], int] = {}
    left, streams_left = CONTENT_LIMIT, STREAMS_LIMIT
    if len(pdf.pages) > PAGES_LIMIT:
        raise TooLargeError("too many pages")
    for page in pdf.pages:
        contents: PdfObject = page.obj.get("/Contents")
        streams = contents if isinstance(contents, pikepdf.Array) else [contents]
        streams_left -= len(streams)
        if streams_left < 0:
            raise TooLargeError("too much content")
        for stream in streams:
            if isinstance(stream, pikepdf.Stream):
                if stream.objgen not in sizes:
                    sizes[stream.objgen] = len(stream.read_bytes())
                left -= sizes[stream.objgen]
                if left < 0:
                    raise TooLargeError("too much content")
