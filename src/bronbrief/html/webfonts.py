"""Typefaces inside the page: Latin subsets in WOFF2 for the web page, font files for print."""

import base64
import io
from functools import cache
from pathlib import Path
from urllib.parse import quote

from fontTools.ttLib import TTFont

from bronbrief.core.digests import sha256_of
from bronbrief.core.user_cache import keep, recall
from bronbrief.html.addresses import ASSET, FONT
from bronbrief.html.fonts import Face, FontSet, Typeface
from bronbrief.html.hyphen_glyphs import with_hyphens

RECIPE = "1"

# Basic Latin to Latin Extended-A, the marks of typography, currency, arrows and the signs of arithmetic.
LATIN = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), *range(0x2BB, 0x2DE),
    *range(0x300, 0x32A), 0x1E9E, *range(0x2010, 0x2028), *range(0x202F, 0x2045), 0x2070,
    *range(0x2074, 0x207B), *range(0x2080, 0x208F), 0x20AC, 0x2113, 0x2116, 0x2122,
    *range(0x2150, 0x215F), *range(0x2190, 0x21AF), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0xFB01, 0xFB02,
)  # fmt: skip
FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum", "pnum", "sups", "case", "frac")


def print_faces(fonts: FontSet, *, hyphens: bool = False) -> str:
    """Return the font-face rules for print: whole static files, at addresses that only our fetcher serves.

    With `hyphens` the files have glyphs for all hyphens.
    """
    return "".join(
        _rule(family, face, f'url("{FONT}{typeface.slug}/{face.path.name}{_asked(face, hyphens=hyphens)}")')
        for family, typeface in fonts.typefaces
        for face in typeface.faces
    )


def _asked(face: Face, *, hyphens: bool) -> str:
    """Return what the address of a font file asks for beside the file."""
    asked = (f"weight={face.weight}" * face.variable, "hyphens" * hyphens)
    return "?" * any(asked) + "&".join(filter(None, asked))


def other_faces(fonts: FontSet, text: str) -> tuple[str, str]:
    """Return the font-face rules for print of what in a text only other typefaces draw, and their names.

    The names stand as they are added to a list of families.
    """
    drawn = [typeface for typeface in fonts.others if typeface in fonts.drawn_by_others(text)]
    rules = (
        _rule(f"brief-other-{number}", typeface.faces[0], f'url("{_address(typeface)}")')
        for number, typeface in enumerate(drawn, 1)
    )
    return "".join(rules), "".join(f", brief-other-{number}" for number in range(1, len(drawn) + 1))


def _address(typeface: Typeface) -> str:
    """Return the address at which our fetcher serves the regular style of a typeface."""
    if typeface.file:
        return ASSET + quote(typeface.file)
    return f"{FONT}{typeface.slug}/{quote(typeface.faces[0].path.name)}"


def screen_faces(fonts: FontSet, *, hyphens: bool = False) -> str:
    """Return the font-face rules for the web page: Latin subsets, in the page itself."""
    return "".join(
        _rule(family, face, f'url("data:font/woff2;base64,{_encoded(face, hyphens)}") format("woff2")')
        for family, typeface in fonts.typefaces
        for face in typeface.faces
    )


@cache
def _encoded(face: Face, hyphens: bool) -> str:  # noqa: FBT001 - the cache knows it by its place
    return base64.b64encode(_subset(face, hyphens=hyphens)).decode()


def _subset(face: Face, *, hyphens: bool) -> bytes:
    """Return the subset of a style of a typeface, from the user's cache where it lies there.

    The name in the cache is a hash of the font's bytes and of how it was cut.
    """
    recipe = RECIPE.encode() + repr((LATIN, FEATURES)).encode()
    whole = with_hyphens(face.read()) if hyphens else face.read()
    name = f"{sha256_of(recipe + whole)}.woff2"
    data = recall("fonts", name)
    if data is None:
        data = latin_subset(io.BytesIO(whole))
        keep("fonts", name, data)
    return data


def latin_subset(path: Path | io.BytesIO) -> bytes:
    """Cut a font down to Latin and pack it as WOFF2; the same file gives the same bytes."""
    from fontTools import subset  # noqa: PLC0415 - takes longer to load than most pages take to make

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


def _rule(family: str, face: Face, source: str) -> str:
    return (
        f'@font-face{{font-family:"{family}";font-weight:{face.weight};font-style:{face.style};'
        f"src:{source};font-display:block}}\n"
    )
