"""What `bronbrief doctor` looks at: each thing that a build needs, whether it is there, and how to get it."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from bronbrief.core.findings import hint
from bronbrief.core.workspace import BUILD, find_workspace
from bronbrief.pipeline.engine import load_engine
from bronbrief.pipeline.libraries import (
    PANGO,
    PANGO_FREETYPE,
    PANGO_LEAST,
    SUBSETTER,
    Library,
    open_library,
    pango_version,
)

PYTHON_LEAST = (3, 11)
ENGINE_LEAST, ENGINE_BELOW = (70,), (71,)
FONT_PACKAGES = ("fontpkg-atkinson-hyperlegible", "fontpkg-ibm-plex-serif")
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


class State(StrEnum):
    """Whether a build can do with what was found."""

    READY = "ready"
    MISSING = "missing"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and the cure where that does not do."""

    name: str
    state: State
    found: str
    cure: str = ""


def examine(start: Path) -> tuple[Check, ...]:
    """Look at everything that a build in the folder `start` needs, and at what is of use beside it."""
    return (
        _python(),
        _pango(),
        _library(PANGO_FREETYPE, State.MISSING),
        _library(SUBSETTER, State.OPTIONAL, " PDFs are written more slowly without it."),
        _engine(),
        *(_package(name) for name in FONT_PACKAGES),
        *_workspace(start),
        *_extras(start),
    )


def can_build(checks: tuple[Check, ...]) -> bool:
    """Tell whether nothing is missing that a build needs."""
    return all(check.state is not State.MISSING for check in checks)


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    fits = sys.version_info >= PYTHON_LEAST
    return _verdict("Python", version, "Install Python 3.11 or newer.", fits=fits)


def _pango() -> Check:
    version = pango_version()
    if version is None:
        return Check(PANGO.name, State.MISSING, "", PANGO.cure)
    shown = ".".join(map(str, version))
    return _verdict(PANGO.name, shown, f"Pango 1.44 or newer: {PANGO.cure}", fits=version >= PANGO_LEAST)


def _library(library: Library, otherwise: State, note: str = "") -> Check:
    if open_library(library) is not None:
        return Check(library.name, State.READY, library.file)
    return Check(library.name, otherwise, "", library.cure + note)


def _engine() -> Check:
    loaded = load_engine()
    if loaded.value is None:
        finding = loaded.diagnostics[0]
        library = finding.params.get("library")
        cure = f"It loads once {library} is installed; see above." if library else hint(finding)
        return Check("WeasyPrint", State.MISSING, "", cure)
    major = (int(loaded.value.split(".")[0]),)
    cure = "Install the version that Bronbrief is tested with: pip install 'weasyprint>=70,<71'"
    return _verdict("WeasyPrint", loaded.value, cure, fits=ENGINE_LEAST <= major < ENGINE_BELOW)


def _package(name: str) -> Check:
    try:
        return Check(name, State.READY, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Check(name, State.MISSING, "", f"pip install {name}")


def _workspace(start: Path) -> tuple[Check, ...]:
    """Look for the workspace; a machine without one is healthy, but has nothing to build yet."""
    root = find_workspace(start)
    if root is None:
        return (Check("Workspace", State.OPTIONAL, "", "bronbrief init FOLDER makes one"),)
    target = root / BUILD if (root / BUILD).is_dir() else root
    cure = f"Give yourself permission to write in {target}"
    writable = _verdict("Writing to build/", str(target), cure, fits=_can_write(target))
    return Check("Workspace", State.READY, str(root)), writable


def _can_write(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _extras(start: Path) -> tuple[Check, ...]:
    """Look for what only the project's own tests use."""
    jars = (find_workspace(start) or start) / ".tools" / "verapdf"
    verapdf = shutil.which("verapdf") or (str(jars) if jars.is_dir() else None)
    wanted: tuple[tuple[str, Callable[[], str | None], str], ...] = (
        (
            "Chromium",
            lambda: next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None),
            "apt-get install chromium",
        ),
        ("Java", lambda: shutil.which("java"), "apt-get install default-jre-headless"),
        ("veraPDF", lambda: verapdf, "make validators, in a clone of the project"),
    )
    found = ((name, look(), cure) for name, look, cure in wanted)
    return tuple(
        Check(name, State.READY, path)
        if path
        else Check(name, State.OPTIONAL, "", f"{cure} (for the tests only)")
        for name, path, cure in found
    )


def _verdict(name: str, found: str, cure: str, *, fits: bool) -> Check:
    return Check(name, State.READY, found) if fits else Check(name, State.MISSING, found, cure)
