"""Which of the system libraries that typesetting needs are installed, asked without loading the engine."""

import ctypes
import ctypes.util
from dataclasses import dataclass

PANGO_LEAST = (1, 44)
"""The oldest Pango that WeasyPrint 70 works with (its documentation, “First Steps”)."""


@dataclass(frozen=True, slots=True)
class Library:
    """A system library, and the packages that bring it with apt, dnf and brew."""

    file: str
    short: str
    apt: str
    dnf: str
    brew: str


PANGO = Library("libpango-1.0.so.0", "pango-1.0", "libpango-1.0-0", "pango", "pango")
PANGO_FREETYPE = Library("libpangoft2-1.0.so.0", "pangoft2-1.0", "libpangoft2-1.0-0", "pango", "pango")
SUBSETTER = Library(
    "libharfbuzz-subset.so.0", "harfbuzz-subset", "libharfbuzz-subset0", "harfbuzz", "harfbuzz"
)


def open_library(library: Library) -> ctypes.CDLL | None:
    """Open a library under any of the names that systems give it; None where it is not installed."""
    for name in (library.file, ctypes.util.find_library(library.short)):
        if name:
            try:
                return ctypes.CDLL(name)
            except OSError:
                continue
    return None


def pango_version() -> tuple[int, ...] | None:
    """Return the version of the installed Pango, such as (1, 50, 12), or None where there is none."""
    pango = open_library(PANGO)
    if pango is None:
        return None
    number = int(pango.pango_version())
    return number // 10_000, number // 100 % 100, number % 100
