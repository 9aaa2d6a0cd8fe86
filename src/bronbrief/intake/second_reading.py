"""A second reading of a page or of an XML file, by another parser, held against what was taken in."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from html.parser import HTMLParser
from xml.parsers import expat

_HIDDEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b\u2060-\u2064\ufeff]+")
_MINUS = str.maketrans("\u2212", "-")
_NO_TEXT = frozenset(["script", "style", "title"])
_RAW = frozenset([*_NO_TEXT, "textarea", "iframe", "noembed", "noframes", "xmp"])
_SHOWN = 20
_PREFIXES = {"http://www.w3.org/1998/Math/MathML": "math:", "http://purl.org/dc/elements/1.1/": "dc:"}


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


def xml_texts(data: bytes, within: Collection[str], without: Collection[str]) -> list[str]:
    """Return the texts in the elements `within` (all, if none is named), but not in those `without`.

    Elements are named without their namespaces, but those of MathML with `math:` and those of Dublin Core
    with `dc:`. A text ends where an element begins or ends.
    """
    texts: list[str] = [""]
    path: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    wanted, unwanted = frozenset(within), frozenset(without)

    def begin(name: str, _: object) -> None:
        space, _, local = name.rpartition(" ")
        path.append(_PREFIXES.get(space, "") + local)
        texts.append("")

    def end(_: str) -> None:
        path.pop()
        texts.append("")

    def words(text: str) -> None:
        if not unwanted.intersection(path) and (not wanted or wanted.intersection(path)):
            texts[-1] += text

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = words
    parser.Parse(data, True)  # noqa: FBT003 - as the library has it
    return [text for text in texts if text.strip()]
