"""Telephone numbers: their digits count, not how they are grouped."""

import re
from collections.abc import Iterator

_NUMBER = re.compile(r"(?<![\w.,+-])(?:\+|\(?0)\d[\d \u00a0()/.-]{6,22}\d(?!\w|[.,]\d)")
_COUNTRY = re.compile(r"(?:\+|00)(?:31|32)(?:\(0\))?")
_FEWEST, _MOST = 9, 13


def find_telephones(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a telephone number stands, and its digits, without the code of its country."""
    for match in _NUMBER.finditer(text):
        bare = re.sub(r"[ \u00a0/.-]", "", match[0])
        digits = re.sub(r"\D", "", _COUNTRY.sub("0", bare))
        if _FEWEST <= len(digits) <= _MOST:
            yield *match.span(), f"tel:{digits}"
