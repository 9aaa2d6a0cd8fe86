"""Characters that no typeface of a brief can draw, found before rendering and named."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bronbrief.brief.model import Brief, Prose, Section
from bronbrief.core.places import Path, placed_sections
from bronbrief.html.fonts import FontSet

_HAVING = {
    "ARABIC": "pip install fontpkg-amiri",
    "CJK": "bronbrief fonts add NotoSansSC-Regular.otf",
    "CYRILLIC": "pip install fontpkg-noto-serif",
    "GREEK": "pip install fontpkg-noto-serif",
    "HANGUL": "bronbrief fonts add NotoSansKR-Regular.otf",
    "HEBREW": "pip install fontpkg-heebo",
    "HIRAGANA": "bronbrief fonts add NotoSansJP-Regular.otf",
    "KATAKANA": "bronbrief fonts add NotoSansJP-Regular.otf",
    "LATIN": "pip install fontpkg-noto-serif",
}


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character without a glyph and the first place that uses it.

    `path` leads to it in the spec, such as ("excerpts", "perspectief") or ("title",); for a source's own
    description it is ("sources", its id).
    """

    character: str
    path: Path

    @property
    def code_point(self) -> str:
        """Return the code point in the Unicode notation, such as "U+0416"."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """Return the character's Unicode name, or its code point if it has none."""
        return unicodedata.name(self.character, self.code_point)

    @property
    def remedy(self) -> str:
        """Return the command that brings a typeface which is likely to have it."""
        script = self.name.partition(" ")[0]
        return _HAVING.get(script, "bronbrief fonts add NotoSansSymbols2-Regular.ttf")


def missing_glyphs(brief: Brief, fonts: FontSet) -> tuple[MissingGlyph, ...]:
    """Return every character of a brief that its typefaces lack, each once for each place that uses it."""
    found = (
        MissingGlyph(character, path) for path, text in texts_of(brief) for character in fonts.lacking(text)
    )
    return tuple(dict.fromkeys(found))


def texts_of(brief: Brief) -> Iterator[tuple[Path, str]]:
    """Yield the texts of a brief, each with the path to it in the spec."""
    for field in ("title", "subtitle", "version", "author", "summary"):
        yield (field,), getattr(brief, field) or ""
    if brief.cover_image:
        yield ("cover_image", "credit"), brief.cover_image.credit
    yield ("for",), brief.audience or ""
    for fact in brief.facts:
        lines = (line for value in fact.values for line in value)
        yield tuple(fact.key.split(".")), " ".join((fact.label, *lines))
    yield ("house", "name"), brief.house.name or ""
    for place, message in enumerate(brief.key_messages):
        yield ("key_messages", place), message.plain
    for excerpt in brief.excerpts:
        yield ("excerpts", excerpt.id), excerpt.text
        if excerpt.translation:
            yield ("excerpts", excerpt.id, "translation"), excerpt.translation.text
    for section, path in placed_sections(brief.sections):
        yield from _section(path, section)
    for source in brief.sources:
        yield ("sources", source.id), " ".join((source.entry.plain, source.date, *source.remarks))
    for prose in brief.method:
        yield ("method",), prose.plain


def _section(path: Path, section: Section) -> Iterator[tuple[Path, str]]:
    yield (*path, "heading"), section.heading
    for block in section.blocks:
        for at, text in block.texts(path):
            yield at, text.plain if isinstance(text, Prose) else text
