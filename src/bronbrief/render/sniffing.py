"""What an image is, by its first bytes, and whether an SVG image keeps to itself."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_STARTS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
_SVG_START = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(\w+:)?svg[\s>/]", re.DOTALL)
_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")\s]*)", re.IGNORECASE)
_IMPORT = re.compile(r"@import", re.IGNORECASE)
_ESCAPE = re.compile(r"\\")
_FORBIDDEN = ("script", "foreignobject", "iframe", "object", "embed", "link", "audio", "video")


def media_type(data: bytes) -> str | None:
    """Return the media type of a PNG, JPEG, WebP or SVG image, or None for anything else."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "image/svg+xml" if _SVG_START.match(data.removeprefix(b"\xef\xbb\xbf")) else None


def svg_reaches_out(data: bytes) -> bool:
    """Tell whether an SVG image could read or run something outside itself, or cannot be read at all.

    Document types are refused with it: entities can grow without bound.
    """
    if b"<!DOCTYPE" in data.upper() or b"<!ENTITY" in data.upper() or b"\0" in data:
        return True
    try:
        root = ET.fromstring(data)  # noqa: S314 - without a document type there are no entities
    except ET.ParseError:
        return True
    return any(_leads_out(element) for element in root.iter())


def _leads_out(element: ET.Element) -> bool:
    name = str(element.tag).rpartition("}")[2].lower()
    if name in _FORBIDDEN:
        return True
    for attribute, value in element.attrib.items():
        local = attribute.rpartition("}")[2].lower()
        if local.startswith("on") or (local in ("href", "src") and name != "a" and not _local(value)):
            return True
    return any(_style_leads_out(text) for text in _styles(element, name))


def _styles(element: ET.Element, name: str) -> Iterator[str]:
    yield from element.attrib.values()
    if name == "style":
        yield "".join(element.itertext())


def _style_leads_out(text: str) -> bool:
    if _IMPORT.search(text) or ("url" in text.lower() and _ESCAPE.search(text)):
        return True
    return any(not _local(target) for target in _URL.findall(text))


def _local(target: str) -> bool:
    """Tell whether a reference stays in the image: a fragment, or a picture in the reference itself."""
    clean = target.strip().lower()
    return clean.startswith(("#", "data:image/png", "data:image/jpeg", "data:image/webp"))
