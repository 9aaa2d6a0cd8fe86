"""What this installation builds with: versions of packages, its own code, the system's libraries.

Asked by every process that builds, so it must cost little: versions are read from the names of the folders
that installers leave (PyPA, Recording installed projects), not from the metadata in them.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256

from bronbrief.core.digests import digest_of

CODE = "code"
"""The name under which the hash of all of Bronbrief's own files stands among the versions."""
_INSTALLED = re.compile(r"(?P<name>[A-Za-z0-9._-]+?)-(?P<version>[^-]+)(?:-[^-]+)*\.(?:dist|egg)-info")
_LIBRARY = re.compile(
    r"(/\S*/lib(?:pango|harfbuzz|fontconfig|freetype|glib|gobject)[\w.+-]*\.(?:so|dylib)\S*)"
)
_SONAME = re.compile(r".*?\.so\.\d+")


@cache
def installation() -> Mapping[str, str]:
    """Return the versions of all that is installed, and under CODE a hash of Bronbrief's own files.

    As they were when this process first asked: what is installed while it runs is not what it works with.
    """
    whole = sha256()
    for path in sorted(_own_files()):
        whole.update(f"{path}\0{digest_of(path)}\0".encode(errors="surrogateescape"))
    return {**package_versions(), CODE: whole.hexdigest()}


def package_versions() -> dict[str, str]:
    """Return the versions of Python and of all that is installed beside it.

    All of it, and not what we know to be used: who uses what changes more often than any list of ours. What
    is installed in vain costs a build when it changes.
    """
    found = {"python": ".".join(map(str, sys.version_info[:3]))}
    for folder in reversed(sys.path):
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            if name.endswith("-info") and (match := _INSTALLED.fullmatch(name)):
                found[match["name"].lower().replace("-", "_")] = match["version"]
    return found


def _own_files() -> Iterator[str]:
    """Yield all files of Bronbrief as it is installed: its code, its words, its lists and its templates."""
    folders = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_file():
                    yield entry.path
                elif entry.name != "__pycache__":
                    folders.append(entry.path)


@cache
def loaded_libraries() -> dict[str, str]:
    """Return the system libraries of typesetting that this process has loaded, and the digest of each.

    They go by the names that programs load them by. Linux tells; elsewhere there are none, and only the
    packages count.
    """
    try:
        with open("/proc/self/maps", encoding="utf-8", errors="replace") as stream:
            mapped = set(_LIBRARY.findall(stream.read()))
    except OSError:
        return {}
    return {path: digest_of(path) for path in sorted(map(_known_as, mapped))}


def is_library(path: str) -> bool:
    """Tell a system library of typesetting from a file of our own."""
    return _LIBRARY.fullmatch(path) is not None


def _known_as(path: str) -> str:
    """Return the name that programs load a library by, where it leads to this file."""
    short = _SONAME.match(path)
    name = short.group() if short else path
    return name if os.path.realpath(name) == os.path.realpath(path) else path
