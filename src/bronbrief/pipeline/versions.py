"""What this installation builds with: versions of packages, its own code, the system's libraries.

Asked on every build, so it must cost little: versions are read from the names of the folders that installers
leave (PyPA, Recording installed projects), not from the metadata in them.
"""

import os
import re
import sys
from collections.abc import Iterator

PACKAGES = frozenset(
    (
        "babel", "bronbrief", "brotli", "cffi", "cssselect2", "edtf", "fontpkg", "fonttools", "jinja2",
        "markdown", "markdown_it_py", "markupsafe", "nh3", "pillow", "pydantic", "pydantic_core", "pydyf",
        "pyphen", "pyyaml", "rapidfuzz", "regex", "tinycss2", "tinyhtml5", "weasyprint", "zopfli",
    )
)  # fmt: skip
"""The packages that what is built depends on; typefaces are followed file by file."""
_INSTALLED = re.compile(r"(?P<name>[A-Za-z0-9._-]+?)-(?P<version>[^-]+)(?:-[^-]+)*\.(?:dist|egg)-info")
_MAPPED = re.compile(
    r"(/\S*/lib(?:pango|harfbuzz|fontconfig|freetype|glib|gobject)[\w.+-]*\.(?:so|dylib)\S*)"
)
_SONAME = re.compile(r".*?\.so\.\d+")


def package_versions() -> dict[str, str]:
    """Return the versions of Python and of the packages that what is built depends on."""
    found = {"python": ".".join(map(str, sys.version_info[:3]))}
    for folder in reversed(sys.path):
        if not folder.endswith(("site-packages", "dist-packages")):
            continue
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            if name.endswith("-info") and (match := _INSTALLED.fullmatch(name)):
                package = match["name"].lower().replace("-", "_")
                if package in PACKAGES:
                    found[package] = match["version"]
    return found


def code_files() -> Iterator[str]:
    """Yield the files of Bronbrief's own code, and of the words and patterns that it reads."""
    folders = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".toml", ".txt", ".gz")):
                    yield entry.path
                elif entry.is_dir() and not entry.name.startswith("__"):
                    folders.append(entry.path)


def loaded_libraries() -> tuple[str, ...]:
    """Return the system libraries of typesetting that this process has loaded, by the names they go by.

    Linux tells; elsewhere there are none, and only the packages count.
    """
    try:
        with open("/proc/self/maps", encoding="utf-8", errors="replace") as stream:
            mapped = set(_MAPPED.findall(stream.read()))
    except OSError:
        return ()
    return tuple(sorted(_known_as(path) for path in mapped))


def _known_as(path: str) -> str:
    """Return the name that programs load a library by, where it leads to this file."""
    short = _SONAME.match(path)
    name = short.group() if short else path
    return name if os.path.realpath(name) == os.path.realpath(path) else path
