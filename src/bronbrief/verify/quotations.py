"""The quotations in a finished file, found by its structure: in blocks, within a line, in notes."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bronbrief.verify.reading import Node

_MARKS = (("‘", "’"), ("“", "”"))
_LABEL_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation as a finished file has it, without the quotation marks around it.

    `label` is how the file names it ("Citaat 3", "Noot 12"), `attribution` what stands beside it, empty for
    a quotation within a line: its note says where it comes from. `shown` is what is drawn, where that can
    differ from what is said. `kind` is the element that it stands in: BlockQuote, Quote or Note; `after` is
    all that follows a block quotation beside it, such as its translation; `page` is where a PDF has it.
    """

    label: str
    paragraphs: tuple[str, ...]
    attribution: str = ""
    shown: str | None = None
    kind: str = "Quote"
    after: str = ""
    page: int | None = None

    @property
    def text(self) -> str:
        """Return the text as one paragraph."""
        return " ".join(self.paragraphs)


def plain(text: str) -> str:
    """Return a text composed (NFC), without soft hyphens, with single spaces: what a reader sees."""
    return unicodedata.normalize("NFC", " ".join(text.replace("\u00ad", "").split()))


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
            paragraph = unmarked(plain(kid.text))
            yield Printed(_call_after(node.kids, at), (paragraph,), page=kid.page or node.page)
        elif kid.type == "Note":
            yield from _note(kid, notes)
        else:
            yield from _within(kid, notes)


def _block(siblings: Sequence[Node | str], at: int, quote: Node) -> Printed:
    """Read a block quotation: its number stands before it, where it comes from after it."""
    earlier, later = (siblings[one] for one in range(at - 1, -1, -1)), _after(siblings, at)
    before = next((plain(one.text) for one in earlier if isinstance(one, Node)), "")
    after = next((plain(one.text) for one in later if isinstance(one, Node)), "")
    numbered = before[-1:].isdigit() and len(before) <= _LABEL_LIMIT
    paragraphs = tuple(text for kid in quote.kids if (text := _text_of(kid)))
    rest = " ".join(map(_text_of, _up_to_next(_after(siblings, at))))
    label = before if numbered else ""
    return Printed(label, paragraphs, after, kind="BlockQuote", after=plain(rest), page=quote.page)


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
    first = next((plain(kid.text) for kid in note.kids if isinstance(kid, Node)), "")
    label = notes.get((note.id or "").rpartition("-")[2], "")
    paragraphs = tuple(unmarked(plain(quote.text)) for quote in quotes)
    yield Printed(label, paragraphs, first, kind="Note", after=plain(note.text), page=note.page)


def _note_words(tree: Node) -> dict[str, str]:
    """Return how calls to notes name them, by number: "12" is called by "noot 12"."""
    calls = ((plain(one.text), one.links[0]) for one in tree.walk() if one.type == "Link" and one.links)
    return {number: _capital(words) for number, words in calls if words.rpartition(" ")[2] == number}


def _call_after(siblings: Sequence[Node | str], at: int) -> str:
    """Return the note that is called right after a quotation within a line."""
    for sibling in _after(siblings, at):
        if isinstance(sibling, Node):
            links = (link for one in sibling.walk() for link in one.links)
            return _capital(next(links, ""))
        if any(character.isalnum() for character in sibling):
            break
    return ""


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
