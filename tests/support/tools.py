"""Which third-party validators stand ready, and what a test does when one does not."""

import importlib.util
import os
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NoReturn, TypeVar

import pytest

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".tools"
VERAPDF_JARS = TOOLS / "verapdf"
VNU_JAR = TOOLS / "npm" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
AXE_SCRIPT = TOOLS / "npm" / "node_modules" / "axe-core" / "axe.min.js"
MDTO_SCHEMA = Path(__file__).parent / "schemas" / "MDTO-XML1.0.1.xsd"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

TEMPORARY = "PYTEST_DEBUG_TEMPROOT"
"""The variable by which pytest finds the folder for all that a run writes; it is cleared at the end."""

ABSENT = "validator absent: "
"""Begins the reason of every test skipped for want of a validator, so that the summary finds them."""

CURES = {
    "verapdf": "make validators (veraPDF from Maven Central; needs Java 11 or newer and Maven)",
    "nu": "make validators (the Nu Html Checker from npm; needs Java 11 or newer and npm)",
    "axe": "make validators (axe-core from npm, driven by Playwright in the system's Chromium)",
    "siegfried": "make test installs it (pygfried from PyPI)",
    "mdto": "make test installs it (lxml from PyPI)",
    "desktop": "make validators (desktop-file-validate, and gio of GLib)",
    "poppler": "make validators (pdftotext and pdftoppm, from poppler-utils)",
}


def chromium() -> str | None:
    """Return the path of the system's Chromium, if there is one."""
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def in_ci() -> bool:
    """Tell whether all is to be tried."""
    return os.environ.get("CI") == "true"


def sized(whole: int, part: int) -> int:
    """Return how much of a generated corpus to try: the whole of it where CI=true, else a fixed part."""
    return whole if in_ci() else part


def some(cases: Sequence[T], part: int) -> Sequence[T]:
    """Return each `part`-th of the cases of one kind, the first always; all of them where CI=true."""
    return cases[:: sized(1, part)]


@cache
def available(name: str) -> bool:
    """Tell whether a validator named in `CURES` can run here. Raises KeyError for any other name."""
    java = shutil.which("java") is not None
    ready = {
        "verapdf": lambda: java and any(VERAPDF_JARS.glob("greenfield-apps-*.jar")),
        "nu": lambda: java and VNU_JAR.is_file(),
        "axe": lambda: AXE_SCRIPT.is_file() and chromium() is not None and _installed("playwright"),
        "siegfried": lambda: _installed("pygfried"),
        "mdto": lambda: MDTO_SCHEMA.is_file() and _installed("lxml"),
        "desktop": lambda: all(shutil.which(tool) for tool in ("desktop-file-validate", "gio")),
        "poppler": lambda: all(shutil.which(tool) for tool in ("pdftotext", "pdftoppm", "pdfinfo")),
    }
    return bool(ready[name]())


def require(name: str) -> None:
    """Skip the running test where a validator is absent; with CI=true its absence is a failure."""
    if not available(name):
        refuse(f"{ABSENT}{name}; to install it: {CURES[name]}")


def refuse(reason: str) -> NoReturn:
    """Skip the running test, or fail it where CI=true: there nothing may be left unchecked."""
    if in_ci():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _installed(module: str) -> bool:
    return importlib.util.find_spec(module) is not None
