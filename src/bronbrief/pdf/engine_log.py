"""Turn what the typesetting engine logs into findings: it never raises for a missing image or a bad font."""

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from bronbrief.core.diagnostics import Diagnostic, Place, report

LOGGER = logging.getLogger("weasyprint")

# How the engine's own messages start, the code of the finding, and which of the values names the thing.
KNOWN = (
    ("Failed to load image", "pdf-image-not-loaded", 0),
    ("Failed to render SVG image", "pdf-image-not-loaded", 0),
    ("Failed to load stylesheet", "pdf-style-not-loaded", 0),
    ("Font-face", "pdf-font-not-loaded", 0),
    (".notdef glyph", "pdf-missing-glyph", 0),
    ("No anchor", "pdf-dead-link", 0),
)


class _Collector(logging.Handler):
    """Keep the warnings and errors of one thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.records.append(record)


@contextmanager
def collected() -> Iterator[list[logging.LogRecord]]:
    """Collect what the engine logs in this thread while the block runs."""
    collector = _Collector()
    LOGGER.addHandler(collector)
    try:
        yield collector.records
    finally:
        LOGGER.removeHandler(collector)


def diagnostics(
    records: Iterable[logging.LogRecord], place: Place | None, refused: Iterable[str]
) -> Iterator[Diagnostic]:
    """Yield a finding for each record, each once; those about a refused address have been reported before.

    The engine's errors are errors. Its warnings speak of style sheets, and are warnings.
    """
    told = set()
    addresses = tuple(refused)
    for record in records:
        message = record.getMessage()
        if message in told or any(address in message for address in addresses):
            continue
        told.add(message)
        yield _diagnostic(record, message, place)


def _diagnostic(record: logging.LogRecord, message: str, place: Place | None) -> Diagnostic:
    template = str(record.msg)
    for start, code, which in KNOWN:
        if template.startswith(start):
            values = record.args if isinstance(record.args, tuple) else ()
            return report(code, place, detail=message, name=values[which] if values else message)
    code = "pdf-engine-error" if record.levelno >= logging.ERROR else "pdf-engine-warning"
    return report(code, place, detail=message, message=message)
