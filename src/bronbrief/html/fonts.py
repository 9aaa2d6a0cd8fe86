"""The typefaces of a brief: static files from installed font packages, and the characters they cover.

System fonts are never used: a page must look the same, and hold the same bytes, on every machine.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg
import regex
from fontTools.ttLib import TTFont

from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place
from bronbrief.core.findings import report
from bronbrief.core.near import nearest_first
from bronbrief.core.text import OTHER_HYPHENS

STYLES = ((400, "normal"), (400, "italic"), (700, "normal"), (700, "italic"))
_INVISIBLE = regex.compile(r"[\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]")


@dataclass(frozen=True, slots=True)
class Face:
    """One static font file: its weight (400 or 700), its style ("normal" or "italic") and where it is."""

    weight: int
    style: str
    path: Path


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface in the four styles that briefs use: regular, italic, bold and bold italic."""

    slug: str
    name: str
    version: str
    faces: tuple[Face, ...]

    def covers(self, character: str) -> bool:
        """Tell whether all four styles can draw a character, whole or from its parts."""
        parts = unicodedata.normalize("NFD", character)
        return all(
            ord(character) in (drawn := code_points(face.path)) or all(ord(part) in drawn for part in parts)
            for face in self.faces
        )


@dataclass(frozen=True, slots=True)
class FontSet:
    """The typeface of running text and that of headings and labels; each stands in for the other."""

    text: Typeface
    display: Typeface

    @property
    def typefaces(self) -> tuple[tuple[str, Typeface], ...]:
        """Return the typefaces under the family names that the style sheets use."""
        return ("brief-text", self.text), ("brief-display", self.display)

    def lacking(self, text: str) -> tuple[str, ...]:
        """Return the visible characters of a text that neither typeface can draw, each once, in order."""
        shown = unicodedata.normalize("NFC", text)
        return tuple(character for character in dict.fromkeys(shown) if not self._draws(character))

    def _draws(self, character: str) -> bool:
        if character.isascii() or character in OTHER_HYPHENS or _INVISIBLE.match(character):
            return True
        return self.text.covers(character) or self.display.covers(character)


def load_fonts(
    house: HouseStyle, text_place: Place | None = None, display_place: Place | None = None
) -> Outcome[FontSet]:
    """Find the two typefaces of a house style among the installed font packages.

    The places are where the author named them. A package that is not there, or lacks one of the four
    static styles, is reported.
    """
    findings: list[Diagnostic] = []
    text = _typeface(house.text_font, text_place, findings)
    display = _typeface(house.display_font, display_place, findings)
    fonts = FontSet(text, display) if text and display else None
    return Outcome(fonts, tuple(findings))


@cache
def code_points(path: Path) -> frozenset[int]:
    """Return the code points for which a font file has a glyph."""
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def font_names() -> tuple[str, ...]:
    """Return the names of the installed font packages, in alphabetical order."""
    return tuple(sorted(fontpkg.families()))


def _typeface(name: str, place: Place | None, findings: list[Diagnostic]) -> Typeface | None:
    family = fontpkg.families().get(fontpkg.slugify(name))
    if family is None:
        findings.append(
            report(
                "font-unknown",
                place,
                name=name,
                package=fontpkg.slugify(name),
                known=nearest_first(name, font_names()),
            )
        )
        return None
    faces: list[Face] = []
    for weight, style in STYLES:
        static = [file for file in family.files if not file.variable and file.style == style]
        found = next((file.path for file in static if file.weight == weight), None)
        if found is None or not found.is_file():
            findings.append(report("font-style-missing", place, name=name, weight=weight, style=style))
        else:
            faces.append(Face(weight, style, found))
    whole = len(faces) == len(STYLES)
    return Typeface(family.slug, family.name, family.version, tuple(faces)) if whole else None
