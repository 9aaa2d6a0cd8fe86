"""The typefaces of a brief: files of installed font packages, and the characters they cover.

Running text and headings are set in four styles, in static files or in instances of variable ones. For
characters that those lack, such as those of another script, the regular style of further typefaces will
do, which may be files of the workspace.

System fonts are never used: a page must look the same, and hold the same bytes, on every machine.
"""

import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import fontpkg
import regex
from fontTools.ttLib import TTFont

from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report
from bronbrief.core.near import nearest_first
from bronbrief.core.text import OTHER_HYPHENS
from bronbrief.core.workspace import ASSET_LIMIT, FileProblemError, Workspace
from bronbrief.html.font_files import DAMAGED, may_be_embedded
from bronbrief.html.instances import static

NOWHERE: Mapping[str, Place | None] = MappingProxyType({})
REGULAR = 400
STYLES = ((400, "normal"), (400, "italic"), (700, "normal"), (700, "italic"))
_INVISIBLE = regex.compile(r"[\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]")


@dataclass(frozen=True, slots=True)
class Face:
    """One style of a typeface: its weight (400 or 700), "normal" or "italic", and where its file is.

    A `variable` file holds other weights as well.
    """

    weight: int
    style: str
    path: Path
    variable: bool = False

    def read(self) -> bytes:
        """Return a static font file of this style."""
        data = self.path.read_bytes()
        return static(data, self.weight) if self.variable else data


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface in the styles that briefs use: regular, italic, bold and bold italic, or regular alone."""

    slug: str
    name: str
    version: str
    faces: tuple[Face, ...]

    file: str = ""
    """The path in the workspace, of a typeface that is one file there."""

    def covers(self, character: str) -> bool:
        """Tell whether all styles can draw a character, whole or from its parts."""
        parts = unicodedata.normalize("NFD", character)
        return all(
            ord(character) in (drawn := code_points(face.path)) or all(ord(part) in drawn for part in parts)
            for face in self.faces
        )


@dataclass(frozen=True, slots=True)
class FontSet:
    """The typeface of running text and that of headings and labels, which stand in for each other.

    `others` are for characters that neither has.
    """

    text: Typeface
    display: Typeface
    others: tuple[Typeface, ...]

    @property
    def typefaces(self) -> tuple[tuple[str, Typeface], ...]:
        """Return the typefaces under the family names that the style sheets use."""
        return ("brief-text", self.text), ("brief-display", self.display)

    def lacking(self, text: str) -> tuple[str, ...]:
        """Return the visible characters of a text that neither typeface can draw, each once, in order."""
        shown = unicodedata.normalize("NFC", text)
        return tuple(one for one in self._foreign(shown) if not any(face.covers(one) for face in self.others))

    def drawn_by_others(self, text: str) -> frozenset[Typeface]:
        """Return the typefaces that draw a character of a text that the two lack: the first that has it."""
        found = (
            next((face for face in self.others if face.covers(one)), None)
            for one in self._foreign(text + unicodedata.normalize("NFC", text))
        )
        return frozenset(filter(None, found))

    def _foreign(self, text: str) -> Iterator[str]:
        for one in dict.fromkeys(text):
            plain = one.isascii() or one in OTHER_HYPHENS or _INVISIBLE.match(one)
            if not (plain or self.text.covers(one) or self.display.covers(one)):
                yield one


def load_fonts(
    house: HouseStyle,
    places: Mapping[str, Place | None] = NOWHERE,
    workspace: Workspace | None = None,
) -> Outcome[FontSet]:
    """Find the typefaces of a house style among the installed font packages and the files of a workspace.

    `places` are where the author named them: text, display, others. A package that is not there, or lacks
    one of the four static styles, is reported, and so is a file that cannot be used.
    """
    diagnostics: list[Diagnostic] = []
    text = _typeface(house.text_font, places.get("text"), diagnostics)
    display = _typeface(house.display_font, places.get("display"), diagnostics)
    others = [_other(name, places.get("others"), workspace, diagnostics) for name in house.other_fonts]
    found = tuple(one for one in others if one)
    fonts = FontSet(text, display, found) if text and display and len(found) == len(others) else None
    return Outcome(fonts, tuple(diagnostics))


def _other(
    name: str, place: Place | None, workspace: Workspace | None, diagnostics: list[Diagnostic]
) -> Typeface | None:
    """Find the regular style of a typeface: a font package, or a file of the workspace."""
    if "/" in name:
        return _file(name, place, workspace, diagnostics)
    family = fontpkg.families().get(fontpkg.slugify(name))
    if family is None:
        diagnostics.append(report("font-unknown", place, name=name, known=nearest_first(name, font_names())))
        return None
    upright = [
        file for file in family.files if file.style == "normal" and (file.variable or file.weight == REGULAR)
    ]
    if not upright:
        diagnostics.append(report("font-style-missing", place, name=name, weight=REGULAR, style="normal"))
        return None
    best = min(upright, key=lambda file: file.variable)
    return Typeface(family.slug, family.name, family.version, (Face(REGULAR, "normal", best.path),))


def _file(
    name: str, place: Place | None, workspace: Workspace | None, diagnostics: list[Diagnostic]
) -> Typeface | None:
    """Take a font file of the workspace whose maker lets it be embedded (OpenType, OS/2, fsType)."""
    if workspace is None:
        return None
    try:
        data = workspace.read(name, ASSET_LIMIT, place)
        with TTFont(io.BytesIO(data), lazy=True) as font:
            said = font["name"].getDebugName(1) or name
            closed = not may_be_embedded(font)
            font.getBestCmap()
    except FileProblemError as problem:
        diagnostics.append(problem.diagnostic)
        return None
    except DAMAGED:
        diagnostics.append(report("font-file-unreadable", place, name=name))
        return None
    if closed:
        diagnostics.append(report("font-not-embeddable", place, name=name))
        return None
    face = Face(REGULAR, "normal", workspace.resolve(name))
    return Typeface("", said, "", (face,), name)


@cache
def code_points(path: Path) -> frozenset[int]:
    """Return the code points for which a font file has a glyph."""
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def font_names() -> tuple[str, ...]:
    """Return the names of the installed font packages, in alphabetical order."""
    return tuple(sorted(fontpkg.families()))


def installed_fonts() -> tuple[tuple[str, bool], ...]:
    """Return the names of the installed font packages, and of each whether it has all four styles."""
    return tuple((name, _typeface(name, None, []) is not None) for name in font_names())


def _typeface(name: str, place: Place | None, diagnostics: list[Diagnostic]) -> Typeface | None:
    family = fontpkg.families().get(fontpkg.slugify(name))
    if family is None:
        diagnostics.append(
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
        having = [file for file in family.files if file.style == style and _has(file, weight)]
        found = min(having, key=lambda file: file.variable, default=None)
        if found is None or not found.path.is_file():
            diagnostics.append(report("font-style-missing", place, name=name, weight=weight, style=style))
        else:
            faces.append(Face(weight, style, found.path, found.variable))
    whole = len(faces) == len(STYLES)
    return Typeface(family.slug, family.name, family.version, tuple(faces)) if whole else None


def _has(file: fontpkg.FontFile, weight: int) -> bool:
    """Tell whether a file has a weight: a variable one where its range reaches that far."""
    if file.variable:
        return bool((file.wght_min or REGULAR) <= weight <= (file.wght_max or REGULAR))
    return bool(file.weight == weight)
