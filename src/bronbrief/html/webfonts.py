"""Typefaces inside the page: Latin subsets in WOFF2 for the web page, font files for print."""

import base64
import hashlib
from functools import cache
from importlib import import_module
from pathlib import Path

from bronbrief.core.user_cache import keep, recall
from bronbrief.html.coverage import FEATURES, LATIN
from bronbrief.html.fonts import Face, FontSet

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


@cache
def _encoded(path: Path) -> str:
    return base64.b64encode(_subset(path)).decode()


def _subset(path: Path) -> bytes:
    """Return the subset of a font file, from the user's cache where it lies there.

    The name in the cache is a hash of the font's bytes and of how it was cut.
    """
    recipe = RECIPE.encode() + repr((LATIN, FEATURES)).encode()
    name = f"{hashlib.sha256(recipe + path.read_bytes()).hexdigest()}.woff2"
    data = recall("fonts", name)
    if data is None:
        data = latin_subset(path)
        keep("fonts", name, data)
    return data


def latin_subset(path: Path) -> bytes:
    """Cut a font down to Latin and pack it as WOFF2; the library is loaded for the first one."""
    data = import_module("bronbrief.html.subsetting").latin_subset(path)
    assert isinstance(data, bytes)  # noqa: S101
    return data


def _rule(family: str, face: Face, source: str) -> str:
    return (
        f'@font-face{{font-family:"{family}";font-weight:{face.weight};font-style:{face.style};'
        f"src:{source};font-display:block}}\n"
    )
