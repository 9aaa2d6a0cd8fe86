"""What a finished file of a brief must hold: its quotations, what stands beside each, and its texts."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bronbrief.brief.head import held_lines
from bronbrief.brief.model import Brief, Note, Prose, Quotation, Section
from bronbrief.brief.quoting import inline_quotation
from bronbrief.core.diagnostics import clip
from bronbrief.core.places import placed_sections
from bronbrief.evidence.model import Excerpt
from bronbrief.verify.apparatus import Fixed, emphasis_of, fixed_parts, translation_of
from bronbrief.verify.quotations import MARKS, pieces_of, plain, text_of, unmarked

_QUOTED = re.compile(r'<q class="inline-quotation"[^>]*? data-excerpt="([^"]*)">(.*?)</q>', re.DOTALL)
_STRESSED = re.compile(r"<em>((?:[^<]|<(?!/?em>))*)</em>")
_CLASSED = re.compile(r'<span class="([^"]*)">(.*?)</span>')


@dataclass(frozen=True, slots=True)
class Expected:
    """A quotation as it must be read: by the id of its excerpt, with what stands beside it.

    `kind` is BlockQuote, Quote or Note. `number` is that of the quotation or the note; of one within a line,
    that of its note. `remark` may stand behind the attribution, which leads to one of `links`. Nothing may be
    marked up in its words but what is in `marked`; they are in one of `langs`, by its first
    part, "" for that of the brief.
    """

    name: str
    kind: str
    paragraphs: tuple[str, ...]
    number: int
    attribution: str = ""
    translation: tuple[str, ...] = ()
    remark: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the text as one paragraph."""
        return " ".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class ExpectedFile:
    """All that a finished file must hold.

    `texts` are said and seen, `spoken` what only a screen reader says: what images show. Of the parts in
    `fixed` every word is known.
    """

    quotations: tuple[Expected, ...]
    texts: tuple[str, ...]
    spoken: tuple[str, ...]
    fixed: tuple[Fixed, ...]
    strict: bool = False
    """Whether all that is fixed must be there: a template may leave out what it likes."""


def expected_of(brief: Brief) -> ExpectedFile:
    """Return what must be read in a finished file of a brief."""
    sections = [section for section, _ in placed_sections(brief.sections)]
    printed = [text for section in sections for text in _printed(section)]
    own = [text for text in printed if isinstance(text, Prose)]
    proses = (*brief.key_messages, *own, *(source.entry for source in brief.sources))
    carried = {note.excerpt.id: note for note in brief.notes if note.excerpt}
    quotations = [
        *(_block(one, brief) for one in brief.quotations),
        *(_whole("Note", one, one.excerpt, brief) for one in brief.notes if one.excerpt and not one.see),
        *(quotation for prose in proses for quotation in _within(prose.html, carried, brief)),
    ]
    words = [plain(text) for text in (brief.title, *held_lines(brief), *printed) if isinstance(text, str)]
    texts = [*words, *(text for prose in proses for text in pieces_of(prose.html))]
    blocks = (block for section in sections for block in section.blocks)
    spoken = tuple(plain(one.alt) for block in blocks for one in block.images())
    said = tuple(dict.fromkeys(filter(None, texts)))
    return ExpectedFile(tuple(quotations), said, spoken, fixed_parts(brief))


def _block(one: Quotation, brief: Brief) -> Expected:
    ways = one.fragment_url or f"#{one.source_anchor}", f"#{one.source_anchor}"
    block = _whole("BlockQuote", one, one.excerpt, brief)
    return replace(block, remark=emphasis_of(one.excerpt, brief), links=ways)


def _whole(kind: str, one: Quotation | Note, excerpt: Excerpt, brief: Brief) -> Expected:
    """Return a quotation in a block or a note, with what stands beside both."""
    return Expected(
        excerpt.id,
        kind,
        _paragraphs(excerpt),
        one.number,
        plain(one.label),
        translation_of(excerpt, brief),
        marked=_marked(inline_quotation(excerpt, brief.lang)),
        langs=_langs(excerpt, brief),
    )


def _paragraphs(excerpt: Excerpt) -> tuple[str, ...]:
    return tuple(plain(line) for line in excerpt.text.split("\n"))


def _langs(excerpt: Excerpt, brief: Brief) -> tuple[str, ...]:
    lang, around = (tag.partition("-")[0].lower() for tag in (excerpt.lang, brief.lang))
    return ("", lang) if lang == around else (lang,)


def _within(markup: str, carried: Mapping[str, Note], brief: Brief) -> Iterator[Expected]:
    langs = {one.id: _langs(one, brief) for one in brief.excerpts}
    for found, words in _QUOTED.findall(markup):
        name = html.unescape(found)
        number = carried[name].number if name in carried else 0
        said = (unmarked(text_of(words)),)
        yield Expected(name, "Quote", said, number, marked=_marked(words), langs=langs.get(name, ()))


def _marked(markup: str) -> tuple[str, ...]:
    """Return what is marked up in a quotation, as `marked_words` tells it of a finished page."""
    stressed = [("em", text) for text in _STRESSED.findall(markup)]
    classed = [(name, text) for names, text in _CLASSED.findall(markup) for name in MARKS if name in names]
    return tuple(f"<{kind}> {text_of(text)}" for kind, text in (*stressed, *classed))


def _printed(section: Section) -> Iterator[str | Prose]:
    """Yield what a section prints beside quotations."""
    yield section.heading
    for block in section.blocks:
        yield from (text for _, text in block.texts(()))


def shown_name(text: str, limit: int = 40) -> str:
    """Return the first words of a text, in quotation marks."""
    return f"“{clip(text, limit)}”"
