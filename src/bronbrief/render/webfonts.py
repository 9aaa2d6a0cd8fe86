"""Typefaces inside the page: Latin subsets in WOFF2 for the web page, font files for print."""

import base64
import hashlib
import os
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import NamedTemporaryFile

from bronbrief.render.coverage import FEATURES, LATIN
from bronbrief.render.fonts import Face, FontSet

RECIPE = "1"


def print_faces(fonts: FontSet) -> str:
    """Return the font-face rules for print: whole static files, at addresses that only our fetcher serves."""
    return "".join(
        _rule(family, face, f'url("bronbrief:font/{typeface.slug}/{face.path.name}")')
        for family, typeface in fonts.typefaces
        for face in typeface.faces
    )


def screen_faces(fonts: FontSet) -> str:
    """Return the font-face rules for the web page: Latin subsets, in the page itself."""
    return "".join(
        _rule(family, face, f'url("data:font/woff2;base64,{_encoded(face.path)}") format("woff2")')
        for family, typeface in fonts.typefaces
        for face in typeface.faces
    )


def cache_folder() -> Path | None:
    """Return the user's own folder for typefaces that were cut, or None where the user has no home.

    It is not in the workspace: what came along with somebody else's must not decide how letters look.
    """
    try:
        home = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    except RuntimeError:
        return None
    return Path(home) / "bronbrief" / "fonts"


@cache
def _encoded(path: Path) -> str:
    return base64.b64encode(_cached(path, cache_folder())).decode()


def _cached(path: Path, folder: Path | None) -> bytes:
    """Return the subset of a font file, from the cache where it lies there.

    The name in the cache is a hash of the font's bytes and of how it was cut, so it never grows stale.
    A cache that cannot be written costs time, nothing else.
    """
    if folder is None:
        return latin_subset(path)
    digest = hashlib.sha256(
        RECIPE.encode() + repr((LATIN, FEATURES)).encode() + path.read_bytes()
    ).hexdigest()
    kept = folder / f"{digest}.woff2"
    try:
        return kept.read_bytes()
    except OSError:
        data = latin_subset(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, delete=False) as stream:
            stream.write(data)
        Path(stream.name).replace(kept)
    except OSError:
        return data
    return data


def latin_subset(path: Path) -> bytes:
    """Cut a font down to Latin and pack it as WOFF2; the library is loaded for the first one."""
    data = import_module("bronbrief.render.subsetting").latin_subset(path)
    assert isinstance(data, bytes)  # noqa: S101
    return data


def _rule(family: str, face: Face, source: str) -> str:
    return (
        f'@font-face{{font-family:"{family}";font-weight:{face.weight};font-style:{face.style};'
        f"src:{source};font-display:block}}\n"
    )
