"""Typefaces inside the page: Latin subsets in WOFF2 for the web page, font files for print."""

import base64
import hashlib
import io
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from fontTools import subset
from fontTools.ttLib import TTFont

from bronbrief.core.workspace import Workspace
from bronbrief.render.fonts import Face, FontSet

# Basic Latin to Latin Extended-A, the marks of typography, currency, arrows and the signs of arithmetic.
LATIN = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), *range(0x2BB, 0x2DE),
    *range(0x300, 0x32A), 0x1E9E, *range(0x2010, 0x2028), *range(0x202F, 0x2045), 0x2070,
    *range(0x2074, 0x207B), *range(0x2080, 0x208F), 0x20AC, 0x2113, 0x2116, 0x2122,
    *range(0x2150, 0x215F), *range(0x2190, 0x21AF), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0xFB01, 0xFB02,
)  # fmt: skip
FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum", "pnum", "sups", "case", "frac")
RECIPE = "1"


def print_faces(fonts: FontSet) -> str:
    """Return the font-face rules for print: whole static files, at addresses that only our fetcher serves."""
    return "".join(
        _rule(family, face, f'url("bronbrief:font/{typeface.slug}/{face.path.name}")')
        for family, typeface in fonts.typefaces
        for face in typeface.faces
    )


def screen_faces(fonts: FontSet, workspace: Workspace) -> str:
    """Return the font-face rules for the web page: Latin subsets, in the page itself."""
    return "".join(
        _rule(family, face, f'url("data:font/woff2;base64,{_encoded(face.path, workspace)}") format("woff2")')
        for family, typeface in fonts.typefaces
        for face in typeface.faces
    )


def latin_subset(path: Path) -> bytes:
    """Cut a font down to Latin and pack it as WOFF2; the same file gives the same bytes."""
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = list(FEATURES)
    options.drop_tables = [*options.drop_tables, "meta"]
    options.hinting = False
    options.notdef_outline = True
    with TTFont(path, recalcTimestamp=False) as font:
        worker = subset.Subsetter(options)
        worker.populate(unicodes=LATIN)
        worker.subset(font)
        font.flavor = "woff2"
        packed = io.BytesIO()
        font.save(packed, reorderTables=True)
    return packed.getvalue()


def _encoded(path: Path, workspace: Workspace) -> str:
    return base64.b64encode(_cached(path, workspace.build / ".cache" / "fonts")).decode()


def _cached(path: Path, folder: Path) -> bytes:
    """Return the subset of a font file, from the cache where it lies there.

    The name in the cache is a hash of the font's bytes and of how it was cut, so it never grows stale.
    A cache that cannot be written costs time, nothing else.
    """
    digest = hashlib.sha256(
        RECIPE.encode() + repr((LATIN, FEATURES)).encode() + path.read_bytes()
    ).hexdigest()
    kept = folder / f"{digest}.woff2"
    try:
        return kept.read_bytes()
    except OSError:
        data = _cut(path, digest)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, delete=False) as stream:
            stream.write(data)
        Path(stream.name).replace(kept)
    except OSError:
        return data
    return data


@cache
def _cut(path: Path, digest: str) -> bytes:  # noqa: ARG001 - a changed file has another digest
    """Cut a font once in a process, however many workspaces it serves."""
    return latin_subset(path)


def _rule(family: str, face: Face, source: str) -> str:
    return (
        f'@font-face{{font-family:"{family}";font-weight:{face.weight};font-style:{face.style};'
        f"src:{source};font-display:block}}\n"
    )
