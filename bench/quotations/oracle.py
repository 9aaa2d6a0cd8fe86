"""What is true, told with the standard library alone: whether words stand in a text, for a reader."""

import re
import unicodedata
from functools import cache

_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00ad": "", "ﬁ": "fi", "\u00a0": " "})


def places(quotation: str, text: str) -> int:
    """Count where a quotation stands in a text, but for line breaks, blanks, marks and composition.

    A blank line ends a paragraph, and a quotation is whole words of one.
    """
    wanted = _plain(quotation)
    return sum(_whole(wanted, paragraph) for paragraph in _paragraphs(text) if wanted in paragraph)


@cache
def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(map(_plain, re.split(r"(?:\r?\n){2,}", text)))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_MARKS).split())


def _whole(wanted: str, paragraph: str) -> int:
    found = re.finditer(re.escape(wanted), paragraph)
    return sum(not _cuts(paragraph, one.start()) and not _cuts(paragraph, one.end()) for one in found)


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
