"""Characters that no typeface of a brief can draw, found before rendering and named."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bronbrief.brief.model import (
    Answered,
    Block,
    Brief,
    ComparisonBlock,
    FigureBlock,
    Moment,
    ProseBlock,
    QuestionsBlock,
    Section,
    TimelineBlock,
)
from bronbrief.html.fonts import FontSet

Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character without a glyph and the first place that uses it.

    `path` leads to it in the spec, such as ("excerpts", "perspectief") or ("title",); for a source's own
    description it is ("sources", its id).
    """

    character: str
    path: Where

    @property
    def code_point(self) -> str:
        """Return the code point in the Unicode notation, such as "U+0416"."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """Return the character's Unicode name, or its code point if it has none."""
        return unicodedata.name(self.character, self.code_point)


def missing_glyphs(brief: Brief, fonts: FontSet) -> tuple[MissingGlyph, ...]:
    """Return every character of a brief that its typefaces lack, each once for each place that uses it."""
    found = (
        MissingGlyph(character, path) for path, text in _texts(brief) for character in fonts.lacking(text)
    )
    return tuple(dict.fromkeys(found))


def _texts(brief: Brief) -> Iterator[tuple[Where, str]]:
    for field in ("title", "subtitle", "version", "author", "summary"):
        yield (field,), getattr(brief, field) or ""
    yield ("for",), brief.audience or ""
    yield ("house", "name"), brief.house.name or ""
    for place, message in enumerate(brief.key_messages):
        yield ("key_messages", place), message.plain
    for excerpt in brief.excerpts:
        yield ("excerpts", excerpt.id), excerpt.text
        if excerpt.translation:
            yield ("excerpts", excerpt.id, "translation"), excerpt.translation.text
    for place, section in enumerate(brief.sections):
        yield from _section(("sections", place), section)
    for source in brief.sources:
        yield ("sources", source.id), " ".join((source.entry.plain, source.date, *source.remarks))
    for prose in brief.method:
        yield ("method",), prose.plain


def _section(path: Where, section: Section) -> Iterator[tuple[Where, str]]:
    yield (*path, "heading"), section.heading
    for block in section.blocks:
        yield from _block(path, block)
    for place, inner in enumerate(section.sections):
        yield from _section((*path, "sections", place), inner)


def _block(path: Where, block: Block) -> Iterator[tuple[Where, str]]:
    match block:
        case ProseBlock(prose):
            yield (*path, "body"), prose.plain
        case TimelineBlock(moments):
            for place, moment in enumerate(moments):
                yield (*path, "timeline", place), _moment(moment)
        case ComparisonBlock():
            yield from _comparison((*path, "comparison"), block)
        case QuestionsBlock(items):
            for place, item in enumerate(items):
                yield from _answered((*path, "questions", place), item)
        case FigureBlock():
            caption = block.caption.plain if block.caption else ""
            yield (*path, "figure"), " ".join((caption, block.credit or ""))
        case _:
            return


def _moment(moment: Moment) -> str:
    return " ".join((moment.date, moment.event.plain, moment.contested.plain if moment.contested else ""))


def _comparison(path: Where, block: ComparisonBlock) -> Iterator[tuple[Where, str]]:
    yield path, " ".join((block.caption, *block.columns))
    rows = [(group, row) for group in block.groups for row in group.rows]
    for place, (group, row) in enumerate(rows):
        cells = (cell.prose.plain for cell in row.cells)
        yield (*path, "rows", place), " ".join((group.heading or "", row.actor, *cells))


def _answered(path: Where, item: Answered) -> Iterator[tuple[Where, str]]:
    yield (*path, "question"), item.question.plain
    for block in item.answer:
        for _, text in _block(path, block):
            yield (*path, "answer"), text
