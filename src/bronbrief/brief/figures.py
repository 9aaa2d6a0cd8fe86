"""Images that a spec names: whether they can print, and whether they are described."""

import re
from contextlib import suppress

from bronbrief.brief.writer import Writer
from bronbrief.core.diagnostics import Diagnostic, Place
from bronbrief.core.findings import report
from bronbrief.core.images import JPEG, SVG, is_too_large, jpeg_frame, media_type, svg_reaches_out
from bronbrief.core.places import Path
from bronbrief.core.workspace import ASSET_LIMIT, BRIEFS, FileProblemError, Workspace

CMYK_COMPONENTS = 4
_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|webp|svg|gif|tiff?)", re.IGNORECASE)
_OWN_FACES = re.compile(rb"\bbrief-(?:text|display)\b")
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
    code = "image-kind" if kind is None else _fault(data, kind)
    return report(code, at, path=image) if kind is None or code else kind


def _fault(data: bytes, kind: str) -> str:
    """Return the code of what keeps an image of a kind from being printed, if anything."""
    if kind == JPEG and is_cmyk(data):
        return "image-cmyk"
    if kind == SVG and svg_reaches_out(data):
        return "image-reaches-out"
    if kind == SVG and b"<text" in data and not _OWN_FACES.search(data):
        return "image-letters"
    return "image-unfolds" if is_too_large(data, kind) else ""


def _elsewhere(workspace: Workspace, image: str, at: Place) -> Diagnostic | None:
    """Return the finding that names the file that was meant: with other slashes, or in `briefs/`."""
    plain = image.replace("\\", "/")
    for path in (plain, f"{BRIEFS}/{plain}", f"{BRIEFS}/{plain.rpartition('/')[2]}"):
        with suppress(FileProblemError):
            if path != image and workspace.resolve(path, at).is_file():
                return report("image-elsewhere", at, path=image, meant=path)
    return None
