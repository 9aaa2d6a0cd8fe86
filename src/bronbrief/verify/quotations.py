"""The quotations in a finished file, found by its structure: in blocks, within a line, in notes."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bronbrief.verify.reading import Node

_MARKS = (("‘", "’"), ("“", "”"))
_LABEL_LIMIT = 40
MARKS = ("sic", "omission", "insertion")
"""Classes of what a quotation holds that its source does not."""
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st", "\u00ad": ""}
)
_CALLS = re.compile(r'<sup class="calls">.*?</sup>', re.DOTALL)
_EDGE = re.compile(r"</?(?:p|ul|ol|li|table|thead|tbody|tr|th|td|h[1-6]|pre|hr|br)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")

UNSEEN = dict.fromkeys(map(ord, "\u00ad\ufe0e\ufe0f"))
"""Soft hyphens, and the signs that ask for a plain or a coloured form of a character."""

_BARE = re.compile(r"[\W_]+")  # quotation marks, which may stand outside the words that have a language


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation as a finished file has it, without the quotation marks around it.

    `label` is how the file names it ("Citaat 3", "Noot 12"), `attribution` what stands beside it, empty for
    a quotation within a line: its note says where it comes from. `shown` is what is drawn, where that can
    differ from what is said. `kind` is the element that it stands in: BlockQuote, Quote or Note; `after` is
    all that follows a block quotation beside it, such as its translation, paragraph by paragraph; `page` is
    where a PDF has it. `calls` are the numbers of the notes called right after one within a line, `targets`
    where the links of its attribution lead; `marked` are the words that a page stresses, or calls added;
    `langs` are the languages that its words are said to be in, "" for that of what is around.
    """

    label: str
    paragraphs: tuple[str, ...]
    attribution: str = ""
    shown: str | None = None
    kind: str = "Quote"
    after: tuple[str, ...] = ()
    page: int | None = None
    calls: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the text as one paragraph."""
        return " ".join(self.paragraphs)


def plain(text: str) -> str:
    """Return a text composed (NFC), without soft hyphens, with single spaces: what a reader sees.

    A typeface draws the letters f and i as one, and the character for both (U+FB01), with the same glyph.
    """
    return unicodedata.normalize("NFC", " ".join(text.translate(LIGATURES | UNSEEN).split()))


def text_of(markup: str) -> str:
    """Return the text of sanitised markup, as a reader sees it."""
    return plain(html.unescape(_TAG.sub("", markup)))


def pieces_of(markup: str) -> Iterator[str]:
    """Yield the stretches of text between blocks, line breaks and calls to notes."""
    for stretch in _CALLS.split(markup):
        yield from (text_of(piece) for piece in _EDGE.split(stretch))


def printed_quotations(tree: Node) -> tuple[Printed, ...]:
    """Return the quotations of a finished file, in reading order."""
    return tuple(_within(tree, _note_words(tree)))


def _within(node: Node, notes: dict[str, str]) -> Iterator[Printed]:
    for at, kid in enumerate(node.kids):
        if not isinstance(kid, Node):
            continue
        if kid.type == "BlockQuote":
            yield _block(node.kids, at, kid)
        elif kid.type == "Quote":
            paragraph, calls = unmarked(plain(kid.text)), _calls_after(node.kids, at)
            label, numbers = _capital(next(iter(calls), "")), tuple(one.rpartition(" ")[2] for one in calls)
            page, marked = kid.page or node.page, tuple(marked_words(kid))
            yield Printed(label, (paragraph,), page=page, calls=numbers, marked=marked, langs=_langs(kid))
        elif kid.type == "Note":
            yield from _note(kid, notes)
        else:
            yield from _within(kid, notes)


def _block(siblings: Sequence[Node | str], at: int, quote: Node) -> Printed:
    """Read a block quotation: its number stands before it, where it comes from after it."""
    earlier = (siblings[one] for one in range(at - 1, -1, -1))
    before = next((plain(one.text) for one in earlier if isinstance(one, Node)), "")
    below = list(_up_to_next(_after(siblings, at)))
    beside = next((one for one in below if isinstance(one, Node)), Node("P"))
    numbered = before[-1:].isdigit() and len(before) <= _LABEL_LIMIT
    paragraphs = tuple(text for kid in quote.kids if (text := _text_of(kid)))
    rest = tuple(text for one in below for text in leaves(one))
    ways = tuple(way for one in beside.walk() for way in one.targets)
    label, said, marked = before if numbered else "", plain(beside.text), tuple(marked_words(quote))
    kind, page, langs = "BlockQuote", quote.page, _langs(quote)
    return Printed(label, paragraphs, said, None, kind, rest, page, targets=ways, marked=marked, langs=langs)


def leaves(one: Node | str) -> Iterator[str]:
    """Yield the texts of the paragraphs in an element, without empty ones."""
    if isinstance(one, Node) and any(isinstance(kid, Node) and kid.type == "P" for kid in one.kids):
        for kid in one.kids:
            yield from leaves(kid)
    elif text := _text_of(one):
        yield text


def _after(siblings: Sequence[Node | str], at: int) -> Iterator[Node | str]:
    return (siblings[one] for one in range(at + 1, len(siblings)))


def _up_to_next(siblings: Iterator[Node | str]) -> Iterator[Node | str]:
    for one in siblings:
        if isinstance(one, Node) and one.type == "BlockQuote":
            return
        yield one


def _note(note: Node, notes: dict[str, str]) -> Iterator[Printed]:
    quotes = [one for one in note.walk() if one.type == "Quote"]
    if not quotes:
        return
    first = without_quotes(note)
    label = notes.get((note.id or "").rpartition("-")[2], "")
    paragraphs = tuple(unmarked(plain(quote.text)) for quote in quotes)
    marked = tuple(words for quote in quotes for words in marked_words(quote))
    langs, after = tuple(lang for quote in quotes for lang in _langs(quote)), tuple(leaves(note))
    yield Printed(
        label, paragraphs, first, kind="Note", after=after, page=note.page, marked=marked, langs=langs
    )


def _langs(quote: Node) -> tuple[str, ...]:
    """Return the languages that a quotation, or a part of it, is said to be in."""
    said = tuple(dict.fromkeys(one.lang for one in quote.walk() if one.lang))
    parts = "".join(kid.text for kid in quote.kids if not isinstance(kid, str) and kid.lang)
    whole = quote.lang or (said and _BARE.sub("", parts) == _BARE.sub("", quote.text))
    return said if whole else ("", *said)


def marked_words(quote: Node) -> Iterator[str]:
    """Yield what a page marks up in a quotation: `<em>` for stress, else what its classes call it."""
    for one in quote.walk():
        classes = one.attributes.get("class", "").split()
        kinds = ["em"] if one.type == "Em" else [mark for mark in MARKS if mark in classes]
        yield from (f"<{kind}> {plain(one.text)}" for kind in kinds[:1])


def without_quotes(note: Node) -> str:
    """Return the text of a note but for the words that it quotes: where they come from, and what follows."""
    return plain("".join(_beside_quotes(note)))


def _beside_quotes(node: Node) -> Iterator[str]:
    for kid in node.kids:
        if isinstance(kid, str):
            yield kid
        elif kid.type != "Quote":
            yield from _beside_quotes(kid)


def _note_words(tree: Node) -> dict[str, str]:
    """Return how calls to notes name them, by number: "12" is called by "noot 12"."""
    calls = ((plain(one.text), one.links[0]) for one in tree.walk() if one.type == "Link" and one.links)
    return {number: _capital(words) for number, words in calls if words.rpartition(" ")[2] == number}


def _calls_after(siblings: Sequence[Node | str], at: int) -> tuple[str, ...]:
    """Return the notes that are called right after a quotation within a line."""
    for sibling in _after(siblings, at):
        if isinstance(sibling, Node):
            return tuple(dict.fromkeys(link for one in sibling.walk() for link in one.links))
        if any(character.isalnum() for character in sibling):
            break
    return ()


def unmarked(text: str) -> str:
    """Take off the quotation marks that the template set; where they are missing, leave the text alone."""
    for before, after in _MARKS:
        if len(text) > 1 and text.startswith(before) and text.endswith(after):
            return text[1:-1]
    return text


def _text_of(kid: Node | str) -> str:
    return plain(kid if isinstance(kid, str) else kid.text)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
