"""Fonts as the typesetter wants them: static, one weight of a variable one, with glyphs in order."""

import io
from functools import lru_cache

from fontTools.ttLib import TTFont

from bronbrief.core.digests import sha256_of
from bronbrief.core.user_cache import keep, recall

RECIPE = "instance 2"
REGULAR = 400


@lru_cache(maxsize=16)
def static(data: bytes, weight: int = REGULAR) -> bytes:
    """Return a weight of a variable font (OpenType, fvar), from the user's cache if it is there.

    A CID-keyed font comes back with its glyphs numbered by their order, any other static font as it is.
    The same file gives the same bytes.
    """
    with TTFont(io.BytesIO(data), recalcTimestamp=False) as font:
        if "fvar" not in font and not _has_own_numbers(font):
            return data
        name = f"{sha256_of(f'{RECIPE} {weight} '.encode() + data)}.ttf"
        made = recall("fonts", name)
        if made is None:
            made = _instance(font, weight) if "fvar" in font else _numbered(font)
            keep("fonts", name, made)
    return made


def _has_own_numbers(font: TTFont) -> bool:
    """Tell whether the glyphs of a font have numbers beside their order, as large CFF fonts do (CID)."""
    return "CFF " in font and hasattr(font["CFF "].cff.topDictIndex[0], "ROS")


def _numbered(font: TTFont) -> bytes:
    """Give the glyphs of a CID-keyed font the numbers of their order, as the typesetter expects."""
    top = font["CFF "].cff.topDictIndex[0]
    outlines = top.CharStrings
    old = font.getGlyphOrder()
    new = [".notdef", *(f"cid{number:05d}" for number in range(1, len(old)))]
    renamed = dict(zip(old, new, strict=True))
    outlines.charStrings = {renamed[name]: index for name, index in outlines.charStrings.items()}
    top.charset = new
    font.setGlyphOrder(new)
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


def _instance(font: TTFont, weight: int) -> bytes:
    from fontTools.varLib import instancer  # noqa: PLC0415 - takes longer to load than most pages take to make

    place = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    for axis in font["fvar"].axes:
        if axis.axisTag == "wght":
            place["wght"] = min(max(weight, axis.minValue), axis.maxValue)
    instancer.instantiateVariableFont(font, place, inplace=True)
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()
