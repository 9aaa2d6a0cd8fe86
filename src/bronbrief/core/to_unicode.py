"""What a font of a PDF says that its codes stand for: its ToUnicode map (ISO 32000-1, 9.10.3)."""

import re
from collections.abc import Iterator

CODES_LIMIT = 1 << 18
"""Codes that a font may map, each time counted."""
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)(?:end\1|\Z)", re.DOTALL)
_HEX = re.compile(rb"<([0-9a-fA-F\s]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(<[0-9a-fA-F\s]*>|\[[^\[\]]*\])")
_LAST, _LAST_CHARACTER = 0xFFFF, 0x10FFFF


class TooManyCodesError(ValueError):
    """A map of more codes than any font has."""


def read_to_unicode(cmap: bytes) -> dict[int, str]:
    """Read a map: the text of each code, which may be several characters. Raises TooManyCodesError."""
    texts: dict[int, str] = {}
    left = CODES_LIMIT
    for kind, body in _SECTION.findall(cmap):
        if kind == b"bfchar":
            words = _HEX.findall(body)
            texts |= {_code(code): _utf16(text) for code, text in zip(words[::2], words[1::2], strict=False)}
            continue
        for first, last, target in _RANGE.findall(body):
            mapped = dict(_range(_code(first), _code(last), target))
            left -= len(mapped)
            if left < 0:
                raise TooManyCodesError
            texts.update(mapped)
    return texts


def _range(first: int, last: int, target: bytes) -> Iterator[tuple[int, str]]:
    span = range(first, min(last, first + _LAST) + 1)
    words = [_utf16(word) for word in _HEX.findall(target)]
    if target.startswith(b"["):
        yield from zip(span, words, strict=False)
    elif words and words[0]:
        start, end = words[0][:-1], ord(words[0][-1])
        yield from ((code, start + chr(min(end + step, _LAST_CHARACTER))) for step, code in enumerate(span))


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _utf16(digits: bytes) -> str:
    even = b"".join(digits.split())
    return bytes.fromhex((even + b"0" * (len(even) % 2)).decode()).decode("utf-16-be", "replace")
