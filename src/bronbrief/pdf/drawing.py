"""What the engine draws: pages that remember its marks and fonts, and only the links of the tree."""

import io
from functools import lru_cache

from fontTools.ttLib import TTFont

from bronbrief.core.digests import sha256_of
from bronbrief.html.addresses import is_link
from bronbrief.pdf.engine_types import Box, Document, EngineFont, EnginePage, Stream
from bronbrief.pdf.logical_order import BRACKETS
from bronbrief.pdf.tree import Fragment, Structure

Area = tuple[float, float, float, float]
"""Left, top, right and bottom, in CSS pixels from the top left of a page."""


class RecordedPage:
    """A page of the engine's, drawn as it would draw it, with its marks kept and hidden from its tagger.

    The engine's tagger would build its own tree from the box tree and the marks. It finds an empty page, so
    that it writes the roots of the tree and nothing below them.
    """

    def __init__(self, page: EnginePage) -> None:
        """Stand in for a `weasyprint.document.Page`."""
        self.__dict__.update(vars(page))
        self._page = page
        self.marks: dict[Box, int] = {}
        self.fonts: dict[str, tuple[str, str]] = {}

    def paint(self, stream: Stream, scale: float = 1) -> None:
        """Draw the page; keep from box to MCID in `marks`, from font to family and SHA-256 in `fonts`."""
        self._page.paint(stream, scale)
        self.marks = {box: tag["mcid"] for box, tag in stream._tags.items()}  # noqa: SLF001
        stream._tags.clear()  # noqa: SLF001
        self._page_box = self._page._page_box.copy_with_children([])  # noqa: SLF001
        for key, font in stream._fonts.items():  # noqa: SLF001
            _say_as_drawn(font)
            if key not in self.fonts:
                digest = sha256_of(font.file_content)
                self.fonts[font.hash] = (font.family, digest)


def _say_as_drawn(font: EngineFont) -> None:
    """Have brackets say what they look like: in words from right to left they say the mirror image."""
    doubtful = {code: text for code, text in font.to_unicode.items() if text in BRACKETS}
    if doubtful:
        shapes = _characters(font.file_content)
        for code, text in doubtful.items():
            if BRACKETS[text] in shapes.get(code, ()):
                font.to_unicode[code] = BRACKETS[text]


@lru_cache(maxsize=16)
def _characters(data: bytes) -> dict[int, str]:
    """Return the characters that a font file has for each glyph, by its number."""
    found: dict[int, str] = {}
    with TTFont(io.BytesIO(data), lazy=True) as font:
        for code, name in font.getBestCmap().items():
            number = font.getGlyphID(name)
            found[number] = found.get(number, "") + chr(code)
    return found


def keep_links(document: Document, structure: Structure) -> None:
    """Leave on each page only the links of the tree, one for each line that a link stands on.

    The engine would add one more for every element inside a link, and those of page furniture, which
    belong to no structure element (ISO 14289-1, 7.18.5). A raised call takes no height in its line: it can be
    touched as high as its letters are.
    """
    wanted = {
        id(kid.box) for node in structure.root.nodes() for kid in node.kids if isinstance(kid, Fragment)
    }
    for page in document.pages:
        page.links = [
            (kind, target, _as_high_as_letters(area, box.style["font_size"]), box)
            for kind, target, area, box in page.links
            if id(box) in wanted
        ]


def _as_high_as_letters(area: Area, size: float) -> Area:
    left, top, right, bottom = area
    more = max(size - (bottom - top), 0) / 2
    return left, top - more, right, bottom + more


def refused_links(document: Document) -> tuple[str, ...]:
    """Return the addresses that links of a document may not lead to, wherever they come from."""
    found = (
        target
        for page in document.pages
        for kind, target, *_ in page.links
        if kind != "internal" and not (kind == "external" and is_link(target, beside=True))
    )
    return tuple(dict.fromkeys(found))
