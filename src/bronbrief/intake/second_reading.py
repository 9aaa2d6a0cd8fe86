"""A second reading of a page, by another parser, held against what was taken in."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

_HIDDEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b\u2060-\u2064\ufeff]+")
_MINUS = str.maketrans("\u2212", "-")
_NO_TEXT = frozenset(["script", "style", "title"])
_RAW = frozenset([*_NO_TEXT, "textarea", "iframe", "noembed", "noframes", "xmp"])
_SHOWN = 20


class _Texts(HTMLParser):
    """Gathers the texts of a page as they come, whatever its elements are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.within = ""
        self.drawing = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as the library has it
        self.drawing = self.drawing or tag == "svg"
        self.within = tag if tag in _RAW and not (self.drawing and tag == "title") else ""
        if self.within:
            self.set_cdata_mode(tag)

    def handle_endtag(self, tag: str) -> None:
        self.drawing = self.drawing and tag != "svg"
        self.within = ""

    def handle_data(self, data: str) -> None:
        if self.within not in _NO_TEXT:
            self.texts.append(html.unescape(data) if self.within == "textarea" else data)


def page_texts(page: str) -> list[str]:
    """Return the texts of a page in order, without its scripts, styles and title."""
    reader = _Texts()
    reader.feed(page)
    reader.close()
    if reader.rawdata:  # of an element that nothing closes
        reader.handle_data(reader.rawdata)
    return reader.texts


def not_accounted(texts: Sequence[str], text: str, left_out: Iterable[str], added: str) -> list[str]:
    """Return the texts that are neither in the text nor left out, and what the text has too much.

    `added` is what was put into the text on purpose. White space, case, raised figures and characters that
    no reader sees are not told apart.
    """
    taken = [_plain(text), *map(_plain, left_out)]
    had = Counter(_plain("".join(texts)))
    has = Counter("".join(taken)) - Counter(_plain(added))
    if had == has:
        return []
    whole = "\n".join(taken)
    lost = [one.strip() for one in texts if (plain := _plain(one)) and plain not in whole]
    if not lost:
        lost = [f"{char} ({had[char]} ≠ {has[char]})" for char in sorted(had | has) if had[char] != has[char]]
    return lost[:_SHOWN]


def _plain(text: str) -> str:
    return _HIDDEN.sub("", unicodedata.normalize("NFKD", text).translate(_MINUS)).casefold()
