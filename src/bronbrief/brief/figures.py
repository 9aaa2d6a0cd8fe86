"""Images: what they are by their first bytes, and whether they can print and be described."""

import re
import struct

from bronbrief.brief.writer import Writer
from bronbrief.core.findings import report
from bronbrief.core.places import Path
from bronbrief.core.workspace import ASSET_LIMIT, FileProblemError, Workspace

JPEG = "image/jpeg"
CMYK_COMPONENTS = 4
MARKER = 0xFF

_SVG = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(\w+:)?svg[\s>/]", re.DOTALL)
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|webp|svg|gif|tiff?)", re.IGNORECASE)
_EMPTY_WORDS = {"afbeelding", "foto", "figuur", "logo", "image", "picture", "photo", "figure", "alt"}


def media_type(data: bytes) -> str | None:
    """Return the media type of a PNG, JPEG, WebP or SVG image, or None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "image/svg+xml" if _SVG.match(data[:65536].removeprefix(b"\xef\xbb\xbf")) else None


def is_cmyk(data: bytes) -> bool:
    """Tell whether a JPEG has four colour components (ITU-T T.81, B.2.2), as files for presses do."""
    at = 2
    while at + 9 < len(data) and data[at] == MARKER:
        marker = data[at + 1]
        if marker == MARKER:
            at += 1
            continue
        if marker in _FRAMES:
            return data[at + 9] == CMYK_COMPONENTS
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        at += 2 + length
    return False


def check_image(writer: Writer, workspace: Workspace, path: Path, image: str, alt: str) -> str | None:
    """Return the media type of the image that a spec names at a path, or None after reporting why not.

    `path` is that of the mapping with the keys `image` and `alt`.
    """
    at = writer.places.value((*path, "image"))
    if _FILE_NAME.fullmatch(alt) or alt.casefold().strip(" .") in _EMPTY_WORDS:
        writer.fail(report("alt-says-nothing", writer.places.value((*path, "alt")), alt=alt))
    try:
        data = workspace.read(image, ASSET_LIMIT, at)
    except FileProblemError as problem:
        writer.fail(problem.diagnostic)
        return None
    kind = media_type(data)
    if kind is None:
        writer.fail(report("image-kind", at, path=image))
    elif kind == JPEG and is_cmyk(data):
        writer.fail(report("image-cmyk", at, path=image))
        return None
    return kind
