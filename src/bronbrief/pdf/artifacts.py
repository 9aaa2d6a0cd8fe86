"""What readers pass over: furniture of the page, repeated table heads, ornaments (ISO 32000-1, 14.8.2.2)."""

import unicodedata
from xml.etree.ElementTree import Element

from bronbrief.pdf.engine_types import Box


def furniture(box: Box) -> str:
    """Return the artifact subtype of a margin box, "Header" or "Footer"; those at the sides have none."""
    keyword = box.at_keyword
    if keyword.startswith("@top"):
        return "Header"
    return "Footer" if keyword.startswith("@bottom") else "Pagination"


def repeats(box: Box, first_page: dict[Element, int], page: int) -> bool:
    """Tell whether a box is a table head or foot that an earlier page showed already.

    `first_page` remembers where each was first seen, and is brought up to date.
    """
    if not (getattr(box, "is_header", False) or getattr(box, "is_footer", False)):
        return False
    return first_page.setdefault(box.element, page) != page


def is_ornament(box: Box) -> bool:
    """Tell whether text that a style sheet generated says nothing: no letter, digit or quotation mark."""
    return not any(unicodedata.category(char)[:2] in _SPEAKING or char in "\"'" for char in box.text)


_SPEAKING = ("Lu", "Ll", "Lo", "Lt", "Lm", "Nd", "Nl", "No", "Pi", "Pf")
