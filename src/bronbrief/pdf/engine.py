"""The typesetting engine as installed; importing this module loads it, in a third of a second.

Raises OSError on import where Pango is not installed, ImportError where WeasyPrint is not. Whoever needs the
engine imports this module first: it finds the engine's libraries without asking other programs for them.
"""

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _by_file_name() -> Iterator[None]:
    """Open libraries by the names of their files alone, as the engine does after other names.

    For each of those other names, ctypes asks ldconfig, gcc and ld, two dozen programs in all: on Linux as
    much time as loading the engine.
    """
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _load() -> str:
    import weasyprint  # noqa: PLC0415 - in two ways

    import bronbrief.pdf.balanced_columns  # noqa: F401, PLC0415 - the one function of it that is ours

    return str(weasyprint.__version__)


def _find() -> str:
    if not sys.platform.startswith("linux"):
        return _load()
    try:
        with _by_file_name():
            return _load()
    except OSError:
        return _load()


VERSION: str = _find()
