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


def profile(name: str, *columns: tuple[float, float, float], grey: bool = False) -> bytes:
    """Return a colour profile (ICC.1, version 2): a gamma of 2.2, and red, green and blue in XYZ."""
    gamma = b"curv" + bytes(4) + struct.pack(">IH", 1, int(2.2 * 256)) + bytes(2)
    said = name.encode() + b"\0"
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", len(said)) + said + bytes(79),
        b"wtpt": _place(0.9642, 1.0, 0.8249),
        **({b"kTRC": gamma} if grey else {}),
        **{bytes([letter]) + b"XYZ": _place(*one) for letter, one in zip(b"rgb", columns, strict=False)},
        **{bytes([letter]) + b"TRC": gamma for letter, _ in zip(b"rgb", columns, strict=False)},
    }
    table, body, at = struct.pack(">I", len(tags)), b"", 132 + 12 * len(tags)
    for tag, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", tag, at + len(body), len(data))
        body += padded
    head = struct.pack(">I4sI4s4s4s", at + len(body), bytes(4), 0x02400000, b"mntr", _SPACE[grey], b"XYZ ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + bytes(28) + _place(0.9642, 1.0, 0.8249)[8:]
    return head + bytes(128 - len(head)) + table + body


_SPACE = {False: b"RGB ", True: b"GRAY"}


def _place(x: float, y: float, z: float) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in (x, y, z)))


DISPLAY_P3 = profile(
    "Display P3", (0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407)
)
