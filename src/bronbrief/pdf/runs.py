"""What the document says in each piece of text that the engine drew.

The engine drops the space at a line's end, adds a hyphen where it breaks a word, and changes letters for
`text-transform`. Laying its pieces along the HTML's own text tells which is which, so that the PDF can say
the words of the document (ISO 32000-1, 14.8.2.2.3 on hyphenation and 14.8.2.5 on word breaks).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from xml.etree.ElementTree import Element

from bronbrief.pdf.engine_types import HtmlElement
from bronbrief.pdf.roles import INLINE
from bronbrief.pdf.tree import Node, Run, Structure

SPACES = re.compile(r"[ \t\n\r\f]+")
IGNORABLE = "\u00ad\u200b\u2060\ufeff"


@dataclass(slots=True)
class Piece:
    """A text node of the HTML: whose it is, and what edge comes after it."""

    owner: Element
    text: str
    edge: bool = False


@dataclass(slots=True)
class Script:
    """The whole text of the HTML in order, with a reading mark for each element."""

    pieces: list[Piece]
    own: dict[Element, list[int]] = field(default_factory=dict)
    marks: dict[Element, tuple[int, int]] = field(default_factory=dict)

    def take(self, owner: Element, shown: str) -> tuple[str, bool] | None:
        """Read on in the element's own text by as much as `shown` shows.

        Returns the text as the document has it and whether `shown` ends in a hyphen of the engine's; None
        where the element does not go on so, because the engine drew something else in its place.
        """
        start, wanted, hyphen = self.marks.get(owner, (0, 0)), _letters(shown), False
        read, place = self._read(owner, start, len(wanted))
        if _letters(read) != wanted:
            if shown[-1:] not in ("-", "‐"):
                return None
            wanted, hyphen = _letters(shown[:-1]), True
            read, place = self._read(owner, start, len(wanted))
            if _letters(read) != wanted:
                return None
        self.marks[owner] = place
        return SPACES.sub(" ", read).strip(" ").translate(_DROP), hyphen

    def _read(self, owner: Element, start: tuple[int, int], letters: int) -> tuple[str, tuple[int, int]]:
        """Return the text from a place on until it holds so many letters, and the place after."""
        own, read, (index, offset) = self.own.get(owner, []), "", start
        while letters > 0 and index < len(own):
            text, begin = self.pieces[own[index]].text, offset
            while letters > 0 and offset < len(text):
                letters -= _letter_count(text[offset])
                offset += 1
            read += text[begin:offset]
            if offset == len(text) and letters > 0:
                index, offset = index + 1, 0
        return read, (index, offset)

    def after(self, run: Run) -> tuple[int, int]:
        """Return the place in the whole text where a run ends that was read last in its element."""
        own = self.own.get(run.element, []) if run.element is not None else []
        if not own:
            return len(self.pieces), 0
        if run.generated:  # before all of its element's text, or after it
            return (own[-1] if run.box.element_tag.endswith("::after") else own[0] + 1), 0
        index, offset = self.marks.get(run.element, (0, 0)) if run.element is not None else (0, 0)
        return (own[index], offset) if index < len(own) else (own[-1], 0)

    def before(self, run: Run) -> int:
        """Return the piece of the whole text that a generated run comes before; for others, the last."""
        own = self.own.get(run.element, []) if run.element is not None else []
        if not run.generated or not own:
            return len(self.pieces)
        return own[-1] if run.box.element_tag.endswith("::after") else own[0] + 1

    def spaced(self, place: tuple[int, int], end: int) -> bool:
        """Tell whether white space or the edge of a block comes after a place, before any letter."""
        index, offset = place
        for piece in self.pieces[index:end]:
            rest, offset = piece.text[offset:].lstrip(IGNORABLE), 0
            if rest:
                return bool(SPACES.match(rest))
            if piece.edge:
                return True
        return False


def read_runs(structure: Structure, html: Element) -> None:
    """Set `text`, `hyphen`, `space` and `dropped` of every run of a tree, from the HTML's own text."""
    script = _script(html, structure)
    for runs in _blocks(structure.root):
        spoken = [run for run in runs if run.shown]
        ends = []
        for run in spoken:
            written = None
            if not run.generated and run.element is not None:
                written = script.take(run.element, run.shown)
            run.text, run.hyphen = written or (SPACES.sub(" ", run.shown).strip(" "), False)
            ends.append(script.after(run))
        for (run, end), (follower, _) in pairwise(zip(spoken, ends, strict=True)):
            drawn = run.shown.endswith(" ") or follower.shown.startswith(" ")
            run.space = drawn or script.spaced(end, script.before(follower))
            run.dropped = run.space and not drawn


def _letters(text: str) -> str:
    return SPACES.sub("", text).translate(_DROP).casefold()


@lru_cache(maxsize=4096)
def _letter_count(char: str) -> int:
    """Return how many letters a character counts for: none for a space, two for ß."""
    return len(_letters(char))


_DROP = dict.fromkeys(map(ord, IGNORABLE))


def _script(html: Element, structure: Structure) -> Script:
    script = Script(list(_pieces(html, structure)))
    for number, piece in enumerate(script.pieces):
        script.own.setdefault(piece.owner, []).append(number)
    return script


def _pieces(element: HtmlElement, structure: Structure) -> Iterator[Piece]:
    """Yield the text nodes in order; an edge parts blocks, a line break counts as a space."""
    shown = element in structure.boxed
    if not isinstance(element.tag, str) or (not shown and element.tag not in ("html", "body", "br")):
        return
    edge = shown and element not in structure.inline and element.tag != "br"
    yield Piece(element, "", edge=edge)
    yield Piece(element, "\n" if element.tag == "br" else element.text or "")
    for child in element:
        yield from _pieces(child, structure)
        yield Piece(element, child.tail or "")
    yield Piece(element, "", edge=edge)


def _blocks(root: Node) -> Iterator[list[Run]]:
    """Yield the runs of each block in order: those of inline elements count with the block around them."""
    open_runs: list[Run] = []
    nested: list[Node] = []
    for kid in root.kids:
        if isinstance(kid, Run):
            open_runs.append(kid)
        elif isinstance(kid, Node) and kid.type in INLINE:
            open_runs.extend(kid.runs())
        elif isinstance(kid, Node):
            nested.append(kid)
    if open_runs:
        yield open_runs
    for node in nested:
        yield from _blocks(node)
