"""What a finished file of a brief must hold: its quotations, what stands beside each, and its texts."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bronbrief.brief.model import Brief, Image, Note, Prose, Quotation, Section
from bronbrief.core.diagnostics import clip
from bronbrief.evidence.model import Excerpt
from bronbrief.verify.quotations import plain, unmarked

_CALLS = re.compile(r'<sup class="calls">.*?</sup>', re.DOTALL)
_EDGE = re.compile(r"</?(?:p|ul|ol|li|table|thead|tbody|tr|th|td|h[1-6]|pre|hr|br)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r'<q class="inline-quotation"[^>]*? data-excerpt="([^"]*)">(.*?)</q>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Expected:
    """A quotation as it must be read: by the id of its excerpt, with what stands beside it.

    `kind` is BlockQuote, Quote or Note. `number` is that of the quotation or the note, 0 within a line.
    """

    name: str
    kind: str
    paragraphs: tuple[str, ...]
    number: int = 0
    attribution: str = ""
    translation: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the text as one paragraph."""
        return " ".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class ExpectedFile:
    """All that a finished file must hold. `notes` are the anchors and the labels of the notes, in order.

    `texts` are said and seen, `spoken` what only a screen reader says: what images show.
    """

    quotations: tuple[Expected, ...]
    notes: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]
    spoken: tuple[str, ...] = ()


def expected_of(brief: Brief) -> ExpectedFile:
    """Return what must be read in a finished file of a brief."""
    printed = [text for section in brief.sections for text in _printed(section)]
    own = [text for text in printed if isinstance(text, Prose)]
    proses = (*brief.key_messages, *own, *(source.entry for source in brief.sources))
    quotations = [
        *(_block(one, brief) for one in brief.quotations),
        *(_note(one, one.excerpt, brief) for one in brief.notes if one.excerpt and not one.see),
        *(quotation for prose in proses for quotation in _within(prose.html)),
    ]
    words = [plain(text) for text in (brief.title, *printed) if isinstance(text, str)]
    texts = [*words, *(text for prose in proses for text in _pieces(prose.html))]
    notes = tuple((note.anchor, plain(note.label)) for note in brief.notes)
    spoken = tuple(plain(one.alt) for section in brief.sections for one in _images(section))
    return ExpectedFile(tuple(quotations), notes, tuple(dict.fromkeys(filter(None, texts))), spoken)


def _block(one: Quotation, brief: Brief) -> Expected:
    translation = _translation(one.excerpt, brief)
    paragraphs = _paragraphs(one.excerpt)
    return Expected(one.excerpt.id, "BlockQuote", paragraphs, one.number, plain(one.label), translation)


def _note(one: Note, excerpt: Excerpt, brief: Brief) -> Expected:
    translation = _translation(excerpt, brief)
    return Expected(excerpt.id, "Note", _paragraphs(excerpt), one.number, plain(one.label), translation)


def _paragraphs(excerpt: Excerpt) -> tuple[str, ...]:
    return tuple(plain(line) for line in excerpt.text.split("\n"))


def _translation(excerpt: Excerpt, brief: Brief) -> tuple[str, ...]:
    """Return what must stand beside a quotation that is translated: whose words, and the words."""
    if excerpt.translation is None:
        return ()
    whose = excerpt.translation.by or brief.labels["own_translation"]
    return plain(whose), plain(excerpt.translation.text)


def _within(markup: str) -> Iterator[Expected]:
    for name, words in _QUOTED.findall(markup):
        yield Expected(html.unescape(name), "Quote", (unmarked(_text(words)),))


def _text(markup: str) -> str:
    return plain(html.unescape(_TAG.sub("", markup)))


def _pieces(markup: str) -> Iterator[str]:
    """Yield the stretches of text between blocks, line breaks and calls to notes."""
    for stretch in _CALLS.split(markup):
        yield from (_text(piece) for piece in _EDGE.split(stretch))


def _printed(section: Section) -> Iterator[str | Prose]:
    """Yield what a section and those within it print beside quotations."""
    yield section.heading
    for block in section.blocks:
        yield from (text for _, text in block.texts(()))
    for inner in section.sections:
        yield from _printed(inner)


def _images(section: Section) -> Iterator[Image]:
    for block in section.blocks:
        yield from block.images()
    for inner in section.sections:
        yield from _images(inner)


def shown_name(text: str, limit: int = 40) -> str:
    """Return the first words of a text, in quotation marks."""
    return f"“{clip(text, limit)}”"
