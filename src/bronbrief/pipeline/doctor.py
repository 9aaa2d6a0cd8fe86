"""What `bronbrief doctor` looks at: each thing that a build needs, whether it is there, and how to get it."""

import ctypes
import ctypes.util
import shutil
import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from bronbrief.core.confine import offered
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace, find_workspace
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import hint
from bronbrief.pdf.engine import load_engine

PYTHON_LEAST = (3, 11)
ENGINE_LEAST, ENGINE_BELOW = 70, 71
FONT_PACKAGES = (
    "fontpkg-atkinson-hyperlegible",
    "fontpkg-ibm-plex-sans-condensed",
    "fontpkg-ibm-plex-serif",
)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
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


def examine(start: Path, lang: str) -> tuple[Check, ...]:
    """Look at everything that a build in the folder `start` needs, and at what is of use beside it.

    Names and cures are in the language asked for.
    """
    return (
        _python(lang),
        _pango(lang),
        _library("pangoft2", PANGO_FREETYPE, lang),
        _subsetter(lang),
        _engine(lang),
        *(_package(name, lang) for name in FONT_PACKAGES),
        *_workspace(start, lang),
        *_confinement(lang),
        *_extras(start, lang),
    )


def can_build(checks: tuple[Check, ...]) -> bool:
    """Tell whether nothing is missing that a build needs."""
    return all(check.state is not State.MISSING for check in checks)


def _python(lang: str) -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    return _verdict("Python", version, _cure("python", lang), fits=sys.version_info >= PYTHON_LEAST)


def _pango(lang: str) -> Check:
    version = pango_version() or ()
    shown = ".".join(map(str, version))
    return _verdict("Pango", shown, _packages("library", PANGO, lang), fits=version >= PANGO_LEAST)


def _library(name: str, library: Library, lang: str) -> Check:
    there = open_library(library) is not None
    found = library.file if there else ""
    return _verdict(_name(name, lang), found, _packages("library", library, lang), fits=there)


def _subsetter(lang: str) -> Check:
    """Look for the library that subsets fonts; without it fontTools does, in five times the time."""
    name = _name("subsetter", lang)
    if open_library(SUBSETTER) is not None:
        return Check(name, State.READY, SUBSETTER.file)
    return Check(name, State.OPTIONAL, "", _packages("subsetter", SUBSETTER, lang))


def _packages(key: str, library: Library, lang: str) -> str:
    return _cure(key, lang, apt=library.apt, dnf=library.dnf, brew=library.brew)


def _engine(lang: str) -> Check:
    loaded = load_engine()
    if loaded.value is None:
        finding = loaded.diagnostics[0]
        library = finding.params.get("library")
        cure = _cure("engine-after", lang, library=library) if library else hint(finding, lang)
        return Check("WeasyPrint", State.MISSING, "", cure)
    major = int(loaded.value.split(".")[0])
    fits = ENGINE_LEAST <= major < ENGINE_BELOW
    return _verdict("WeasyPrint", loaded.value, _cure("engine-version", lang), fits=fits)


def _package(name: str, lang: str) -> Check:
    try:
        return Check(name, State.READY, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Check(name, State.MISSING, "", _cure("package", lang, name=name))


def _workspace(start: Path, lang: str) -> tuple[Check, ...]:
    """Look for the workspace; a machine without one is healthy, but has nothing to build yet."""
    root = find_workspace(start)
    name = _name("workspace", lang)
    if root is None:
        return (Check(name, State.OPTIONAL, "", _cure("workspace", lang)),)
    target = root / BUILD if (root / BUILD).is_dir() else root
    cure = _cure("writing", lang, folder=target)
    writable = _verdict(
        _name("writing", lang), str(target), cure, fits=_is_inside(root) and _can_write(target)
    )
    return Check(name, State.READY, str(root)), writable


def _confinement(lang: str) -> tuple[Check, ...]:
    """Say what this system can keep a process from that reads strangers' files."""
    found = offered()
    wanted = (("files", found.files, "Landlock"), ("network", found.network, "seccomp"))
    return tuple(
        Check(_name(key, lang), State.READY, by)
        if there
        else Check(_name(key, lang), State.OPTIONAL, "", _cure("confinement", lang))
        for key, there, by in wanted
    )


def _is_inside(root: Path) -> bool:
    try:
        return bool(Workspace(root).resolve(BUILD))
    except FileProblemError:
        return False


def _can_write(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _extras(start: Path, lang: str) -> tuple[Check, ...]:
    """Look for what only tests use."""
    jars = (find_workspace(start) or start) / ".tools" / "verapdf"
    wanted = (
        ("Chromium", _program(*CHROMIUM_NAMES), "apt-get install chromium"),
        ("Java", _program("java"), "apt-get install default-jre-headless"),
        ("veraPDF", _program("verapdf") or (str(jars) if jars.is_dir() else ""), "make validators"),
    )
    return tuple(
        Check(name, State.READY, found)
        if found
        else Check(name, State.OPTIONAL, "", _cure("extra", lang, how=how))
        for name, found, how in wanted
    )


def _program(*names: str) -> str:
    return next((found for name in names if (found := shutil.which(name))), "")


def _verdict(name: str, found: str, cure: str, *, fits: bool) -> Check:
    return Check(name, State.READY, found) if fits else Check(name, State.MISSING, found, cure)


def _name(key: str, lang: str) -> str:
    return i18n.say("doctor", f"name.{key}", lang)


def _cure(key: str, lang: str, **values: object) -> str:
    return i18n.say("doctor", f"cure.{key}", lang, **values)


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
