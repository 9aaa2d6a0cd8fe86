"""Images that a spec names: whether they can print, and whether they are described."""

import re
from contextlib import suppress

from bronbrief.brief.writer import Writer
from bronbrief.core.diagnostics import Diagnostic, Place, clip, report
from bronbrief.core.images import (
    JPEG,
    SVG,
    is_too_large,
    jpeg_frame,
    media_type,
    svg_reaches_out,
    svg_text,
    undrawn,
)
from bronbrief.core.places import Path
from bronbrief.core.rasters import as_shown
from bronbrief.core.workspace import ASSET_LIMIT, BRIEFS, FileProblemError, Workspace

CMYK_COMPONENTS = 4
_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|webp|svg|gif|tiff?)", re.IGNORECASE)
_EMPTY_WORDS = {"afbeelding", "foto", "figuur", "logo", "image", "picture", "photo", "figure", "alt"}


def is_cmyk(data: bytes) -> bool:
    """Tell whether a JPEG has four colour components, as files for presses do."""
    frame = jpeg_frame(data)
    return frame is not None and frame[2] == CMYK_COMPONENTS


def check_image(writer: Writer, workspace: Workspace, path: Path, image: str, alt: str) -> str | None:
    """Return the media type of the image that a spec names at a path.

    `path` is that of the mapping with the keys `image` and `alt`. An image that cannot print is reported, and
    has no type.
    """
    if _FILE_NAME.fullmatch(alt) or alt.casefold().strip(" .") in _EMPTY_WORDS:
        writer.fail(report("alt-says-nothing", writer.places.value((*path, "alt")), alt=alt))
    kind = _kind(workspace, image, writer.places.value((*path, "image")))
    if isinstance(kind, Diagnostic):
        writer.fail(kind)
        return None
    return kind


def _kind(workspace: Workspace, image: str, at: Place) -> str | Diagnostic:
    """Return the media type of an image, or why it cannot print."""
    try:
        data = workspace.read(image, ASSET_LIMIT, at)
    except FileProblemError as problem:
        return _elsewhere(workspace, image, at) or problem.diagnostic
    kind = media_type(data)
    if kind is None:
        return report("image-kind", at, path=image)
    return _refused(data, kind, image, at) or kind


def _refused(data: bytes, kind: str, image: str, at: Place) -> Diagnostic | None:
    """Return why an image of a known kind cannot print, if it cannot."""
    if kind == JPEG and is_cmyk(data):
        return report("image-cmyk", at, path=image)
    if kind == SVG and svg_reaches_out(data):
        return report("image-reaches-out", at, path=image)
    if is_too_large(data, kind):
        return report("image-unfolds", at, path=image)
    return _undrawable(data, kind, image, at)


def _undrawable(data: bytes, kind: str, image: str, at: Place) -> Diagnostic | None:
    """Return why an image would not print as browsers show it, if it would not."""
    if kind != SVG:
        return None if as_shown(data, kind) else report("image-damaged", at, path=image)
    if said := svg_text(data):
        line, words = said
        return report("image-text", Place(image, line, 1), text=clip(words, 30), path=image)
    if found := undrawn(data):
        line, feature = found
        return report("image-undrawn", at, path=image, feature=feature, line=line)
    return None


def _elsewhere(workspace: Workspace, image: str, at: Place) -> Diagnostic | None:
    """Return the finding that names the file that was meant: with other slashes, or in `briefs/`."""
    plain = image.replace("\\", "/")
    for path in (plain, f"{BRIEFS}/{plain}", f"{BRIEFS}/{plain.rpartition('/')[2]}"):
        with suppress(FileProblemError, OSError):
            if path != image and workspace.resolve(path, at).is_file():
                return report("image-elsewhere", at, path=image, meant=path)
    return None
