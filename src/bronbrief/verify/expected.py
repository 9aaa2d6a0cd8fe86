"""What a finished file of a brief must hold: its quotations, what stands beside each, and its texts."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bronbrief.brief.model import (
    Block,
    Brief,
    ComparisonBlock,
    FigureBlock,
    Note,
    Prose,
    ProseBlock,
    QuestionsBlock,
    Quotation,
    Section,
    TimelineBlock,
)
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
    proses = tuple(_proses(brief))
    quotations = [
        *(_block(one, brief) for one in brief.quotations),
        *(_note(one, one.excerpt, brief) for one in brief.notes if one.excerpt and not one.see),
        *(quotation for prose in proses for quotation in _within(prose.html)),
    ]
    texts = [*_plain_texts(brief), *(text for prose in proses for text in _pieces(prose.html))]
    notes = tuple((note.anchor, plain(note.label)) for note in brief.notes)
    spoken = tuple(plain(one.alt) for one in _figures(brief.sections))
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


def _plain_texts(brief: Brief) -> Iterator[str]:
    yield plain(brief.title)
    sections = list(brief.sections)
    while sections:
        section = sections.pop(0)
        sections += section.sections
        yield plain(section.heading)
        for block in section.blocks:
            yield from map(plain, _words_of(block))


def _words_of(block: Block) -> Iterator[str]:
    """Yield the words of a block that are no prose."""
    match block:
        case TimelineBlock():
            yield from (moment.date for moment in block.moments)
        case ComparisonBlock():
            yield from block.columns
            yield from (row.actor for group in block.groups for row in group.rows)
            yield from (group.heading for group in block.groups if group.heading)
        case QuestionsBlock():
            yield from (word for one in block.items for part in one.answer for word in _words_of(part))


def _figures(sections: Iterable[Section]) -> Iterator[FigureBlock]:
    for section in sections:
        blocks = [*section.blocks]
        while blocks:
            match blocks.pop(0):
                case FigureBlock() as figure:
                    yield figure
                case QuestionsBlock(items=items):
                    blocks += [part for item in items for part in item.answer]
        yield from _figures(section.sections)


def _proses(brief: Brief) -> Iterator[Prose]:
    yield from brief.key_messages
    for section in brief.sections:
        yield from _section_proses(section)
    yield from (source.entry for source in brief.sources)


def _section_proses(section: Section) -> Iterator[Prose]:
    for block in section.blocks:
        yield from _block_proses(block)
    for inner in section.sections:
        yield from _section_proses(inner)


def _block_proses(block: Block) -> Iterator[Prose]:
    match block:
        case ProseBlock():
            yield block.prose
        case TimelineBlock():
            for moment in block.moments:
                yield from (one for one in (moment.event, moment.contested) if one)
        case ComparisonBlock():
            yield from (cell.prose for group in block.groups for row in group.rows for cell in row.cells)
        case QuestionsBlock():
            for item in block.items:
                yield item.question
                for part in item.answer:
                    yield from _block_proses(part)
        case FigureBlock():
            yield from (one for one in (block.caption,) if one)


def shown_name(text: str, limit: int = 40) -> str:
    """Return the first words of a text, in quotation marks."""
    return f"“{clip(text, limit)}”"
