"""What stands around the text of a brief, word for word: notes, the list of sources, the account of method.

All of it follows from what is cited, so nothing but these words may stand there.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from bronbrief.brief.model import Brief, Note
from bronbrief.evidence.model import Excerpt, Mark
from bronbrief.html.filters import letter
from bronbrief.pdf.logical_order import BRACKETS, RIGHT_TO_LEFT
from bronbrief.verify.quotations import LIGATURES, leaves, pieces_of, plain, text_of
from bronbrief.verify.reading import Node

NOTE_ANCHOR = re.compile(r"#(?:b\d+-)?noot-(\d+)")
_PREFIX = re.compile(r"#b\d+-")
_UNSEEN = LIGATURES | dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Fixed:
    """A part of a file of which every word is known: `pieces` in order, and any of `also` beside them.

    It is the element with the id `anchor`, or else what stands under `heading`. Its links lead to `links`
    alone, where these are known.
    """

    name: str
    pieces: tuple[str, ...]
    anchor: str = ""
    heading: str = ""
    also: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


_LEFT_TO_RIGHT = re.compile(f"((?:(?!{RIGHT_TO_LEFT.pattern})[^\\W\\d_])+)")
_MIRRORED = {ord(one): min(one, other) for one, other in BRACKETS.items()}


def squeezed(text: str) -> str:
    """Return a text composed, without white space and what is never seen.

    Among letters from right to left brackets and their mirror images count as one, drawn as each other.
    """
    composed = unicodedata.normalize("NFC", "".join(text.translate(_UNSEEN).split()))
    if not RIGHT_TO_LEFT.search(composed):
        return composed
    return "".join(
        stretch.translate(_MIRRORED) if RIGHT_TO_LEFT.search(stretch) else stretch
        for stretch in _LEFT_TO_RIGHT.split(composed)
    )


def beside(text: str, pieces: Sequence[str]) -> str | None:
    """Return the letters and digits of a text that stand beside pieces of it, in order; None if one lacks."""
    whole, at, rest = squeezed(text).casefold(), 0, ""
    for piece in map(squeezed, pieces):
        found = whole.find(piece.casefold(), at)
        if found < 0:
            return None
        rest, at = rest + whole[at:found], found + len(piece.casefold())
    return "".join(filter(str.isalnum, rest + whole[at:]))


def fixed_parts(brief: Brief) -> tuple[Fixed, ...]:
    """Return the parts of a brief that follow from what it cites."""
    labels = brief.labels
    entries = [text for one in brief.sources for text in (one.short, text_of(one.entry.html), *one.remarks)]
    records = [one.record for one in brief.sources]
    urls = tuple(way for one in records for way in (one.url, one.archived) if way) or ("",)
    method = tuple(text for one in brief.method for text in pieces_of(one.html) if text)
    return (
        *(_note(one, brief) for one in brief.notes),
        *(
            (Fixed(labels["sources"], tuple(entries), heading=labels["sources"], links=urls),)
            if entries
            else ()
        ),
        Fixed(labels["method"], method, heading=labels["method"]),
    )


def note_words(note: Note, brief: Brief) -> tuple[str, ...]:
    """Return what a note says, in order, but for the way back to its calls."""
    labels, excerpt = brief.labels, note.excerpt
    if note.see is not None:
        return note.label, labels["see_quotation"].replace("{number}", str(note.see.number))
    if excerpt is None:
        return (note.label,)
    return (
        *excerpt.text.split("\n"),
        note.label,
        *emphasis_of(excerpt, brief),
        *translation_of(excerpt, brief),
    )


def emphasis_of(excerpt: Excerpt, brief: Brief) -> tuple[str, ...]:
    """Return the words that say that a quotation is emphasised by the author, where it is."""
    marks = {segment.mark for paragraph in excerpt.paragraphs for segment in paragraph}
    return (brief.labels["emphasis_added"],) if Mark.EMPHASIS in marks else ()


def translation_of(excerpt: Excerpt, brief: Brief) -> tuple[str, ...]:
    """Return what must stand beside a quotation that is translated: whose words, and the words."""
    if excerpt.translation is None:
        return ()
    named = brief.labels["translation_by"].replace("{name}", excerpt.translation.by or "")
    return plain(named if excerpt.translation.by else brief.labels["own_translation"]), plain(
        excerpt.translation.text
    )


def _note(note: Note, brief: Brief) -> Fixed:
    back = "" if len(note.calls) == 1 else "".join(letter(at + 1) for at in range(len(note.calls)))
    own = [f"#{note.source_anchor}", *(f"#{one}" for one in note.calls)]
    own += [f"#{note.see.anchor}"] if note.see else []
    own += [note.fragment_url] if note.fragment_url else []
    also = tuple(number + back for number in ("", str(note.number)))
    return Fixed(note.label, note_words(note, brief), anchor=note.anchor, also=also, links=tuple(own))


def differences(
    tree: Node, parts: Sequence[Fixed], *, strict: bool
) -> Iterator[tuple[Fixed, Node | None, str]]:
    """Yield the parts that do not say what they must, where they stand, and what they say or lead to.

    A note must be there; any other part only where `strict`: a template may leave out what it likes.
    """
    nodes = _by_anchor(tree)
    for part in parts:
        found = nodes.get(part.anchor) if part.anchor else _under(tree, part.heading)
        if found is None:
            if strict or part.anchor:
                yield part, None, ""
            continue
        rest = beside(found.text, part.pieces)
        ways = sorted(way for one in found.walk() for way in one.targets)
        wrong = ways_known(ways, part.links)
        allowed = {"", *("".join(filter(str.isalnum, squeezed(one).casefold())) for one in part.also)}
        if rest not in allowed:
            yield part, found, " ".join(leaves(found))
        elif wrong:
            yield part, found, wrong


def out_of_order(tree: Node, parts: Sequence[Fixed]) -> Iterator[str]:
    """Yield the name of the first note that stands in another place than its number says."""
    wanted = [one for one in parts if one.anchor]
    found = [anchor for anchor in _by_anchor(tree) if any(one.anchor == anchor for one in wanted)]
    if len(found) == len(wanted) and found != [one.anchor for one in wanted]:
        yield wanted[0].name


def _by_anchor(tree: Node) -> dict[str, Node]:
    return {_PREFIX.sub("#", f"#{one.id}")[1:]: one for one in tree.walk() if one.id}


def ways_known(targets: Sequence[str], known: Sequence[str]) -> str:
    """Return the first of some targets that is none of those known, where any are; else nothing."""
    right = {_address(one) for one in known}
    return next((one for one in targets if right and _address(one) not in right), "")


def false_calls(tree: Node) -> Iterator[tuple[Node, str]]:
    """Yield the calls to notes that lead to another note than they name."""
    for one in tree.walk():
        for way in one.targets if one.type == "Link" else ():
            noted, said = NOTE_ANCHOR.fullmatch(way), plain(one.text)
            if noted and said.isdigit() and noted[1] != said:
                yield one, way


def _under(tree: Node, heading: str) -> Node | None:
    """Return what stands under a heading, up to the next one; None where no heading says so.

    Of several it is the last: a section of the author's may be called as the list of sources is.
    """
    found = None
    for one in tree.walk():
        kids = [kid for kid in one.kids if isinstance(kid, Node)]
        for at, kid in enumerate(kids):
            if kid.type[:1] == "H" and plain(kid.text).casefold() == heading.casefold():
                rest = kids[at + 1 :]
                end = next((place for place, other in enumerate(rest) if other.type[:1] == "H"), len(rest))
                found = Node("Sect", tuple(rest[:end]), page=kid.page)
    return found


def _address(way: str) -> str:
    """Return an address without what programs write otherwise."""
    return _PREFIX.sub("#", unicodedata.normalize("NFC", unquote(way)))
