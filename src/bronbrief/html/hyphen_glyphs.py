"""Hyphens that most typefaces have no glyph for, U+2010 and U+2011, drawn as the hyphen that they have.

Each gets a glyph of its own, so that what is copied from a PDF is the source's own character.
"""

import copy
import io
from collections.abc import Iterable
from functools import lru_cache

from fontTools.ttLib import TTFont

from bronbrief.core.text import OTHER_HYPHENS

_HYPHEN = 0x2D


def has_other_hyphens(texts: Iterable[str]) -> bool:
    """Tell whether any of some texts has a hyphen other than the common one."""
    return any(char in text for text in texts for char in OTHER_HYPHENS)


@lru_cache(maxsize=16)
def with_hyphens(data: bytes) -> bytes:
    """Return a font file with glyphs for the other hyphens; the same file gives the same bytes."""
    with TTFont(io.BytesIO(data), recalcTimestamp=False) as font:
        cmap = font.getBestCmap()
        lacking = [ord(char) for char in OTHER_HYPHENS if ord(char) not in cmap]
        if not lacking or _HYPHEN not in cmap:
            return data
        for code in lacking:
            name = _copied(font, cmap[_HYPHEN], f"uni{code:04X}")
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[code] = name
        packed = io.BytesIO()
        font.save(packed)
    return packed.getvalue()


def _copied(font: TTFont, glyph: str, name: str) -> str:
    """Copy a glyph under a new name; where outlines are not TrueType, the glyph itself stands for both."""
    if "glyf" not in font:
        return glyph
    font["glyf"][name] = copy.deepcopy(font["glyf"][glyph])
    font["hmtx"][name] = font["hmtx"][glyph]
    return name
