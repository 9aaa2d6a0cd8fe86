"""Images as untrusted bytes: what they are, how large they unfold, and whether an SVG is safe and prints."""

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET
from xml.parsers import expat

SVG, JPEG = "image/svg+xml", "image/jpeg"
PIXELS = 50_000_000
"""More than a page of A3 at 600 dots an inch has; unpacked, four bytes each."""
USES = 10_000
"""How many elements the references of an SVG image may unfold to."""

_STARTS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", JPEG))
# The groups never give back what they took: a file of ten thousand comments is read once.
_SVG_START = re.compile(rb"\s*+(?:<\?xml\s[^>]*>\s*+)?(?:<!--(?>.*?-->)\s*+)*+<(?:\w+:)?svg[\s>/]", re.DOTALL)
_DOCTYPE = re.compile(rb"<!DOCTYPE\s+svg\b[^<>\[\]]*>")
_HEAD = 65536
_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")\s]*)", re.IGNORECASE)
_IMPORT = re.compile(r"@import|image-set\(|(?<![\w-])src\(", re.IGNORECASE)
_FORBIDDEN = ("script", "foreignobject", "iframe", "object", "embed", "link", "audio", "video")
_ANIMATIONS = ("set", "animate")
_ANCHOR = re.compile(r"(?:https?:|mailto:|#)", re.IGNORECASE)
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_MARKER = 0xFF
_COMMENT = re.compile(r"<!--(?:(?!-->|<!--).)*-->", re.DOTALL)
_UNDRAWN = re.compile(
    r"""
    stop-opacity\s{0,9}[:=]\s{0,9}["']?\s{0,9}(?:0?\.\d|0(?![.\d])|\d\d?(?:\.\d+)?%)
    | stop-color\s{0,9}[:=]\s{0,9}["']?\s{0,9}(?:(?:rgb|hsl)a?\([^()]{0,99}[,/]\s{0,9}0?\.\d|transparent)
    | <(?:\w+:)?(?P<element>mask|filter|foreignObject|textPath)\b
    | mix-blend-mode\s{0,9}:
    | paint-order\s{0,9}[:=]
    | \bvar\(
    | (?<![\w-])stroke\s{0,9}[:=]\s{0,9}["']?\s{0,9}url\(
    | @font-face
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME = re.compile(r"[\w@-]+")


def media_type(data: bytes) -> str | None:
    """Return the media type of a PNG, JPEG, WebP or SVG image, or None for anything else."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return SVG if _SVG_START.match(without_doctype(data[:_HEAD]).removeprefix(b"\xef\xbb\xbf")) else None


def without_doctype(data: bytes) -> bytes:
    """Return an SVG image without the document type that drawing programs write; one with entities stays."""
    return _DOCTYPE.sub(b"", data, count=1)


def jpeg_frame(data: bytes) -> tuple[int, int, int] | None:
    """Return the width, height and number of components of a JPEG (ITU-T T.81, B.2.2), if it says."""
    at = 2
    while at + 9 < len(data) and data[at] == _MARKER:
        marker = data[at + 1]
        if marker == _MARKER:
            at += 1
            continue
        if marker in _FRAMES:
            height, width, components = struct.unpack(">HHB", data[at + 5 : at + 10])
            return width, height, components
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        at += 2 + length
    return None


def is_too_large(data: bytes, kind: str) -> bool:
    """Tell whether an image would unfold to more than a page can need, by what its head says."""
    if kind == SVG:
        return _uses_too_much(data)
    width, height = _dimensions(data, kind)
    return width * height > PIXELS


def svg_reaches_out(data: bytes) -> bool:
    """Tell whether an SVG image could read or run something outside itself, or cannot be read at all.

    Document types are refused with it: entities can grow without bound.
    """
    upper = without_doctype(data).upper()
    if any(mark in upper for mark in (b"<!DOCTYPE", b"<!ENTITY", b"<?XML-STYLESHEET", b"\0")):
        return True
    root = _tree(data)
    return root is None or any(_leads_out(element) for element in root.iter())


def svg_text(data: bytes) -> tuple[int, str] | None:
    """Return the line and the words of the first text in an SVG image that keeps to itself; None without one.

    Such text would be set in whatever typeface a machine has, and no reader of the page would hear it.
    """
    found: list[tuple[int, str]] = []
    open_at: list[int] = []
    parser = expat.ParserCreate()

    def begin(name: str, _: dict[str, str]) -> None:
        if name.rpartition(":")[2].lower() == "text":
            open_at.append(parser.CurrentLineNumber)

    def end(name: str) -> None:
        if name.rpartition(":")[2].lower() == "text":
            open_at.pop()

    def say(words: str) -> None:
        if open_at and words.strip():
            found.append((open_at[-1], words.strip()))

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, say
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the signature is expat's
    except expat.ExpatError:
        return None
    return found[0] if found else None


def _tree(data: bytes) -> ET.Element | None:
    """Read an SVG image of whatever depth; None where it is not XML in an encoding that is known."""
    try:
        return ET.parse(BytesIO(data)).getroot()  # noqa: S314 - documents with entities are refused
    except (ET.ParseError, ValueError, LookupError):
        return None


def _dimensions(data: bytes, kind: str) -> tuple[int, int]:
    if kind == JPEG:
        frame = jpeg_frame(data)
        return (frame[0], frame[1]) if frame else (0, 0)
    if kind == "image/png":
        return (int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))
    if data[12:16] == b"VP8X":  # RFC 9649, 2.7
        return (int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1)
    return (0, 0)  # the other kinds of WebP have at most 16383 pixels a side


def _uses_too_much(data: bytes) -> bool:
    """Draw without drawing: ten groups, each using the one before ten times, would never end."""
    root = _tree(data)
    if root is None:
        return False
    elements = list(root.iter())
    targets = {f"#{name}": element for element in elements if (name := element.get("id"))}
    budget, todo = len(elements) + USES, [root]
    while todo and budget:
        element = todo.pop()
        budget -= 1
        todo += element
        for target, times in _drawn_by(element):
            if target in targets and not _name(targets[target]).endswith("gradient"):
                todo += [targets[target]] * min(times, budget + 1)
    return bool(todo)


def _drawn_by(element: ET.Element) -> Iterator[tuple[str, int]]:
    """Yield what an element draws by use, mask, clip path or pattern, and how often: one marker a point."""
    for attribute, value in element.attrib.items():
        points = len(element.get("d", "") + element.get("points", "")) // 4
        times = 1 + points if "marker" in attribute or "marker" in value else 1
        if _name(element) == "use":
            yield value.strip(), 1
        yield from ((target, times) for target in _URL.findall(value))


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _leads_out(element: ET.Element) -> bool:
    name = _name(element)
    if name in _FORBIDDEN or (name.startswith(_ANIMATIONS) and "href" in element.get("attributeName", "")):
        return True
    for attribute, value in element.attrib.items():
        local = attribute.rpartition("}")[2].lower()
        if local.startswith("on") or local == "base":
            return True
        if local in ("href", "src") and not (_ANCHOR.match(value.strip()) if name == "a" else _local(value)):
            return True
    return any(_style_leads_out(text) for text in _styles(element, name))


def _styles(element: ET.Element, name: str) -> Iterator[str]:
    yield from element.attrib.values()
    if name == "style":
        yield "".join(element.itertext())


def _style_leads_out(text: str) -> bool:
    if _IMPORT.search(text) or ("\\" in text and "(" in text):  # an escape can hide url(…)
        return True
    return any(not _local(target) for target in _URL.findall(text))


def _local(target: str) -> bool:
    """Tell whether a reference stays in the image: a fragment, or a picture in the reference itself."""
    clean = target.strip().lower()
    return clean.startswith(("#", "data:image/png", "data:image/jpeg", "data:image/webp"))


def undrawn(data: bytes) -> tuple[int, str] | None:
    """Return the line and the name of the first thing in an SVG image that prints otherwise than it shows."""
    text = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), data.decode(errors="replace"))
    found = _UNDRAWN.search(text)
    if found is None:
        return None
    name = found["element"] or _NAME.search(found[0])[0]  # type: ignore[index]  # each begins with a name
    return text.count("\n", 0, found.start()) + 1, name
