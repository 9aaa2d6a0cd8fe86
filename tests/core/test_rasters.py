"""Images print as browsers show them, or are refused."""

import io
import struct
import zlib

import pytest
from PIL import Image

from bronbrief.core.images import media_type, svg_reaches_out, undrawn, without_doctype
from bronbrief.core.rasters import as_shown
from support.pictures import svg

PNG = "image/png"
KINDS = {"PNG": PNG, "JPEG": "image/jpeg", "WEBP": "image/webp"}


def photo(kind: str) -> bytes:
    """Return an image of two colours in a file of some kind."""
    image = Image.new("RGB", (40, 30), (10, 120, 200))
    image.paste((200, 40, 10), (0, 0, 20, 30))
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG file."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def grey16(value: int) -> bytes:
    """Return a PNG of one grey of 16 bits."""
    rows = zlib.compress((b"\0" + struct.pack(">H", value) * 4) * 4)
    head = struct.pack(">IIBBBBB", 4, 4, 16, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", KINDS)
def test_plain_images_stay_as_they_are(kind: str) -> None:
    """An image that prints as it is shown keeps its bytes."""
    assert as_shown(photo(kind), KINDS[kind]) == (photo(kind), KINDS[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_file_is_refused(kind: str) -> None:
    """A file that ends too early is no image."""
    assert as_shown(photo(kind)[: len(photo(kind)) // 2], KINDS[kind]) is None


def test_deep_grey_keeps_its_tone() -> None:
    """Grey of 16 bits becomes the same grey of 8."""
    shown = as_shown(grey16(0x8080), PNG)
    assert shown is not None
    image = Image.open(io.BytesIO(shown[0]))
    assert (image.mode, image.getpixel((1, 1))) == ("L", 0x80)


def test_gamma_counts() -> None:
    """An image whose gamma is said to be 1 is shown lighter, as browsers do."""
    data = photo("PNG")
    at = data.index(b"IDAT") - 4
    shown = as_shown(data[:at] + chunk(b"gAMA", struct.pack(">I", 100_000)) + data[at:], PNG)
    assert shown is not None
    assert Image.open(io.BytesIO(shown[0])).getpixel((30, 5)) == pytest.approx((59, 181, 228), abs=1)


@pytest.mark.parametrize(
    ("inside", "feature", "line"),
    [
        ('<stop offset="0"\nstop-opacity="0.2"/>', "stop-opacity", 2),
        ('<stop style="stop-color:rgba(255,0,0,.5)"/>', "stop-color", 1),
        ("\n\n<mask id='m'/>", "mask", 3),
        ("<rect style='mix-blend-mode: multiply'/>", "mix-blend-mode", 1),
        ("<style>rect{fill:var(--c)}</style>", "var", 1),
        ('<path stroke="url(#g)"/>', "stroke", 1),
    ],
)
def test_what_would_not_print_is_named(inside: str, feature: str, line: int) -> None:
    """What the typesetter leaves out of a drawing is named with its line; comments do not count."""
    assert undrawn(svg(inside)) == (line, feature)
    assert undrawn(svg(f"<!-- {inside} -->")) is None
    assert undrawn(svg('<stop stop-opacity="1" stop-color="rgb(1,2,3)"/><rect fill="url(#g)"/>')) is None


def test_a_document_type_without_entities_is_no_hindrance() -> None:
    """Drawing programs write a document type; it is left out, one with entities refused."""
    given = svg("<rect/>", before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://w3.org/svg11.dtd">')
    assert media_type(given) == "image/svg+xml"
    assert not svg_reaches_out(given)
    assert b"DOCTYPE" not in without_doctype(given)
    assert svg_reaches_out(svg("<rect/>", before='<!DOCTYPE svg [<!ENTITY a "b">]>'))
