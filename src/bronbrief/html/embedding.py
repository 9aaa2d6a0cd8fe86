"""Images carried inside the page: recognised by their bytes, never by their names, and kept to themselves."""

import base64
from collections.abc import Iterator

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Diagnostic, Outcome, report
from bronbrief.core.images import SVG, is_too_large, media_type, svg_reaches_out, without_doctype
from bronbrief.core.places import placed_sections
from bronbrief.core.rasters import as_shown
from bronbrief.core.workspace import ASSET_LIMIT, FileProblemError, Workspace


def embed_images(brief: Brief, workspace: Workspace) -> Outcome[dict[str, str]]:
    """Read every image that a brief shows; the value maps its workspace path to a data address (RFC 2397)."""
    addresses: dict[str, str] = {}
    findings: list[Diagnostic] = []
    for path in dict.fromkeys(_paths(brief)):
        address = _embed(path, workspace)
        if isinstance(address, Diagnostic):
            findings.append(address)
        else:
            addresses[path] = address
    return Outcome(None if findings else addresses, tuple(findings))


def _embed(path: str, workspace: Workspace) -> str | Diagnostic:
    try:
        data = workspace.read(path, ASSET_LIMIT)
    except FileProblemError as problem:
        return problem.diagnostic
    kind = media_type(data)
    if kind is None:
        return report("image-kind", path=path)
    if kind == SVG and svg_reaches_out(data):
        return report("image-reaches-out", path=path)
    if is_too_large(data, kind):
        return report("image-unfolds", path=path)
    shown = (without_doctype(data), kind) if kind == SVG else as_shown(data, kind)
    if shown is None:
        return report("image-damaged", path=path)
    return f"data:{shown[1]};base64,{base64.b64encode(shown[0]).decode()}"


def _paths(brief: Brief) -> Iterator[str]:
    if brief.house.logo:
        yield brief.house.logo
    if brief.cover_image:
        yield brief.cover_image.image
    for section, _ in placed_sections(brief.sections):
        for block in section.blocks:
            yield from (image.path for image in block.images())
