"""A font file from anywhere: opened in a child process, unpacked, and asked for its name and its licence."""

import io
import json
import struct
from dataclasses import dataclass

from fontTools.ttLib import TTFont, TTLibError

from bronbrief.core.child import ChildFailedError, TooHeavyError, call
from bronbrief.core.confine import Limits
from bronbrief.core.workspace import MEBIBYTE

LIMITS = Limits(memory=1024 * MEBIBYTE, seconds=60, file_size=0)
WALL_SECONDS = 120
DAMAGED = (TTLibError, KeyError, AttributeError, AssertionError, ValueError, struct.error)
_RIGHTS, _RESTRICTED = 0xF, 0x2
_NAMES = {"family": 1, "copyright": 0, "version": 5, "licence": 13, "licence_url": 14}
"""What is asked of a font, by the number of its name (OpenType, name)."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font that the typesetter takes (TTF, OTF), what it says of itself, and whether it may be embedded."""

    data: bytes
    suffix: str
    says: dict[str, str]
    embeddable: bool


def read_font(data: bytes) -> FontFile | None:
    """Read a font of any kind that browsers take; None for what is none, or too much."""
    try:
        answer = call(f"{__name__}:unpack", "", data, LIMITS, WALL_SECONDS)
    except (TooHeavyError, ChildFailedError):
        return None
    head, _, unpacked = answer.partition(b"\n")
    return FontFile(unpacked, **json.loads(head))


def unpack(_argument: str, data: bytes) -> bytes:
    """Return a line of JSON and the font without compression (WOFF, WOFF2). For the child process."""
    with TTFont(io.BytesIO(data), recalcTimestamp=False) as font:
        font.getBestCmap()
        for table in font.reader.tables:  # half a file has not all of them
            font.reader[table]
        says = {key: font["name"].getDebugName(number) or "" for key, number in _NAMES.items()}
        head = {
            "suffix": ".otf" if font.sfntVersion == "OTTO" else ".ttf",
            "says": {key: " ".join(text.split()) for key, text in says.items()},
            "embeddable": may_be_embedded(font),
        }
        if font.flavor:
            font.flavor = None
            packed = io.BytesIO()
            font.save(packed)
            data = packed.getvalue()
    return json.dumps(head).encode() + b"\n" + data


def may_be_embedded(font: TTFont) -> bool:
    """Tell whether the maker of a font lets it be embedded (OpenType, OS/2, fsType)."""
    return bool(font["OS/2"].fsType & _RIGHTS != _RESTRICTED)
