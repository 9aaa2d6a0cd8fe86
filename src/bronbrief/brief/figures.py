"""Images that a spec names: whether they can print, and whether they are described."""

import re

from bronbrief.brief.writer import Writer
from bronbrief.core.findings import report
from bronbrief.core.images import JPEG, SVG, is_too_large, jpeg_frame, media_type, svg_reaches_out
from bronbrief.core.places import Path
from bronbrief.core.workspace import ASSET_LIMIT, FileProblemError, Workspace

CMYK_COMPONENTS = 4
_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|webp|svg|gif|tiff?)", re.IGNORECASE)
_EMPTY_WORDS = {"afbeelding", "foto", "figuur", "logo", "image", "picture", "photo", "figure", "alt"}


def is_cmyk(data: bytes) -> bool:
    """Tell whether a JPEG has four colour components, as files for presses do."""
    frame = jpeg_frame(data)
    return frame is not None and frame[2] == CMYK_COMPONENTS


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
    elif kind == SVG and svg_reaches_out(data):
        writer.fail(report("image-reaches-out", at, path=image))
    elif is_too_large(data, kind):
        writer.fail(report("image-unfolds", at, path=image))
    return kind
