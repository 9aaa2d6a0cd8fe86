"""Images made by hand, sound and hostile, for tests that need one of a certain kind."""

import io
import random
import struct
import zlib

from PIL import Image


def png(width: int, height: int, data: bytes | None = None) -> bytes:
    """Return a black and white PNG image; `data` may be other than what its head promises."""
    rows = zlib.compress(b"\0" * ((width + 7) // 8 + 1) * height) if data is None else data
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def svg(inside: str, before: str = "", attributes: str = 'width="10" height="10"') -> bytes:
    """Return an SVG image around some elements, with something before it."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {names} {attributes}>{inside}</svg>".encode()


def large_photo(size: int) -> bytes:
    """Return a JPEG of noise of at least this many bytes, as much as a page can show."""
    side = 64
    while True:
        side *= 2
        out = io.BytesIO()
        noise = random.Random(side).randbytes(side * side * 3)  # noqa: S311 - a test's own noise
        Image.frombytes("RGB", (side, side), noise).save(out, "JPEG", quality=95)
        if len(out.getvalue()) >= size:
            return out.getvalue()
