"""Whether the letters that a PDF draws are the letters that it says: shapes held against the typeface's own.

A ToUnicode map may say anything. The outlines in an embedded typeface (ISO 32000-1, 9.9) are compared with
those of the installed typefaces that briefs are set in. A typeface that is not installed here cannot be
compared, which is said.
"""

import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg
import pikepdf
from fontTools import agl
from fontTools.ttLib import TTFont, TTLibError

from bronbrief.html.instances import static
from bronbrief.pdf.engine_types import PdfObject
from bronbrief.verify.glyph_text import decoder_of
from bronbrief.verify.quotations import LIGATURES

KNOWN_FROM = 0.2
WEIGHTS = (400, 700)
"""Those that briefs are set in."""
_OTHER_SIZE = frozenset("sups subs sinf numr dnom ordn superior inferior".split())
_SINGLE, _LIGATURE = 1, 4
_ROUNDED = 1.5
_STYLES = ("Bold", "Italic", "BoldItalic")

Outline = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Letterforms:
    """What came of comparing: what is drawn otherwise than said, and typefaces that are not known here."""

    false: tuple[str, ...]
    unknown: tuple[str, ...]


class Shapes:
    """The outlines of a typeface, read when asked for."""

    def __init__(self, font: TTFont) -> None:
        self.font = font
        self.order: list[str] = font.getGlyphOrder()
        self.cmap: Mapping[int, str] = font.getBestCmap() or {}
        self._names: dict[str, list[str]] = {}
        self._outlines: dict[str, Outline] = {}

    def outline(self, name: str) -> Outline:
        """Return the points, ends and bends of a glyph, parts included; empty for one that draws nothing."""
        if name not in self._outlines:
            points, ends, flags = self.font["glyf"][name].getCoordinates(self.font["glyf"])
            self._outlines[name] = (*points, *((end, 0) for end in ends), *((flag & 1, 1) for flag in flags))
        return self._outlines[name]

    def draws(self, text: str, outline: Outline) -> bool:
        """Tell whether this typeface draws a text so, in one of its glyphs."""
        name = self.cmap.get(ord(text)) if len(text) == 1 else None
        if name is not None and self.outline(name) == outline:
            return True
        return any(self.outline(one) == outline for one in self._glyphs().get(_plain(text), ()))

    def _glyphs(self) -> dict[str, list[str]]:
        """Map each text to the glyphs that may stand for it: by the character map, and by their names."""
        if not self._names:
            for code, name in self.cmap.items():
                self._names.setdefault(_plain(chr(code)), []).append(name)
            for name in self.order:
                if name.rpartition(".")[2] not in _OTHER_SIZE:  # "three.sups" is no 3
                    self._names.setdefault(_plain(agl.toUnicode(name)), []).append(name)
            for text, name in self._joined():
                self._names.setdefault(_plain(text), []).append(name)
        return self._names

    def _joined(self) -> Iterator[tuple[str, str]]:
        """Yield texts and glyphs that a typeface puts in their place (OpenType, GSUB, lookup types 1 and 4).

        Many variable typefaces give their glyphs no names.
        """
        said = {name: chr(code) for code, name in self.cmap.items()}
        for subtable in self._substitutions():
            if subtable.LookupType == _SINGLE:
                yield from ((said[one], other) for one, other in subtable.mapping.items() if one in said)
            elif subtable.LookupType == _LIGATURE:
                for first, ligatures in subtable.ligatures.items():
                    for one in ligatures:
                        parts = [said.get(part, "") for part in (first, *one.Component)]
                        if all(parts):
                            yield "".join(parts), one.LigGlyph

    def _substitutions(self) -> Iterator[Any]:
        if "GSUB" not in self.font or not (table := self.font["GSUB"].table).FeatureList:
            return
        lookups = {
            index
            for one in table.FeatureList.FeatureRecord
            if one.FeatureTag not in _OTHER_SIZE | {"frac", "afrc"}
            for index in one.Feature.LookupListIndex
        }
        for index in sorted(lookups):
            for subtable in table.LookupList.Lookup[index].SubTable:
                yield getattr(subtable, "ExtSubTable", subtable)


def compare_letterforms(pdf: pikepdf.Pdf) -> Letterforms:
    """Compare every typeface of a PDF, each once. Raises the errors of damaged typefaces and files."""
    false: list[str] = []
    unknown: list[str] = []
    for font in _fonts(pdf):
        name = str(font.get("/BaseFont", "/?")).removeprefix("/").rpartition("+")[2]
        decoder = decoder_of(font)
        said = {code: text for code, text in decoder.texts.items() if text}
        embedded = _embedded(font)
        face = face_of(embedded, said, name) if embedded else None
        if embedded is None or face is None:
            unknown.append(name)
        else:
            false += false_letters(embedded, face, said)
            sizes = {one.font["head"].unitsPerEm for one in (embedded, face)}
            false += ["unitsPerEm"] if len(sizes) > 1 else []
            false += ["/W"] if not _fits(embedded, decoder.advances) else []
    return Letterforms(tuple(dict.fromkeys(false)), tuple(dict.fromkeys(unknown)))


def _fits(embedded: Shapes, advances: Mapping[int, float]) -> bool:
    """Tell whether letters are set as far apart as their typeface has it (ISO 19005-2, 6.2.11.5)."""
    scale, metrics = 1000 / embedded.font["head"].unitsPerEm, embedded.font["hmtx"].metrics
    own = {code: metrics[name][0] * scale for code, name in enumerate(embedded.order) if name in metrics}
    return all(abs(width - own.get(code, width)) <= _ROUNDED for code, width in advances.items())


def _fonts(pdf: pikepdf.Pdf) -> Iterator[PdfObject]:
    """Yield the fonts that text is shown in, not the descendants that they are made of."""
    for one in pdf.objects:
        is_font = isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        if is_font and not str(one.get("/Subtype", "")).startswith("/CIDFont"):
            yield one


def _embedded(font: PdfObject) -> Shapes | None:
    """Open the outlines of a font whose codes are its glyphs; None for any other kind."""
    descendants = font.get("/DescendantFonts")
    if descendants is None or str(font.get("/Encoding")) != "/Identity-H":
        return None
    descendant = descendants[0]
    program = descendant.get("/FontDescriptor", pikepdf.Dictionary()).get("/FontFile2")
    if program is None or str(descendant.get("/CIDToGIDMap", "/Identity")) != "/Identity":
        return None
    try:
        return Shapes(TTFont(io.BytesIO(program.read_bytes()), lazy=True))
    except TTLibError:
        return None


def face_of(embedded: Shapes, said: Mapping[int, str], name: str) -> Shapes | None:
    """Find the installed typeface that most of the letters are drawn in, of all of them if none has all."""
    letters = {code: text for code, text in said.items() if len(text) == 1 and code < len(embedded.order)}
    shapes = {text: embedded.outline(embedded.order[code]) for code, text in letters.items()}
    best, most = None, 0.0
    for face in _installed(*_named(embedded, name)):
        alike = sum(
            ord(text) in face.cmap and face.outline(face.cmap[ord(text)]) == shape
            for text, shape in shapes.items()
        )
        share = alike / max(len(shapes), 1)
        best, most = (face, share) if share > most else (best, most)
        if most == 1:
            break
    return best if most >= KNOWN_FROM else None


def false_letters(embedded: Shapes, face: Shapes, said: Mapping[int, str]) -> Iterator[str]:
    """Yield the texts that a typeface draws otherwise than another; `said` has the text of each glyph."""
    for code, text in said.items():
        outline = embedded.outline(embedded.order[code]) if code < len(embedded.order) else ()
        blank = not text.strip() or all(unicodedata.category(one) == "Cf" for one in text)
        if bool(outline) == blank or (outline and not face.draws(text, outline)):
            yield f"“{text}”"


def _named(embedded: Shapes, name: str) -> tuple[str, str]:
    """Return the family and style that an embedded typeface says it is; else those that its name says."""
    end = name.rpartition("-")[2]
    names = embedded.font.get("name")
    family, style = (names.getDebugName(16), names.getDebugName(17)) if names else (None, None)
    family = family or (names.getDebugName(1) if names else None)
    style = style or (names.getDebugName(2) if names else None)
    return family or "", style or (end if end in _STYLES else "Regular")


def _installed(family: str, style: str) -> Iterator[Shapes]:
    """Yield the installed typefaces, that one first of which the family and the style are given."""
    files = [
        (
            one.name != family,
            file.path.stem.rpartition("-")[2] != style.replace(" ", ""),
            file.variable,
            file.path,
        )
        for one in fontpkg.families().values()
        for file in one.files
    ]
    for *_, variable, path in sorted(files, key=lambda file: file[:3]):
        for weight in WEIGHTS if variable else WEIGHTS[:1]:
            if (shapes := _open(path, weight)) is not None:
                yield shapes


@cache
def _open(path: Path, weight: int) -> Shapes | None:
    try:
        font = TTFont(io.BytesIO(static(path.read_bytes(), weight)), lazy=True)
    except (TTLibError, OSError):
        return None
    return Shapes(font) if "glyf" in font else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(LIGATURES)).replace("\u2010", "-")
