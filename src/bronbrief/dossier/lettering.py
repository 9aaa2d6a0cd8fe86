"""A few letters of a typeface as a font in a PDF: for text that is set after the pages were.

The font is a subset of a TrueType file, embedded with the widths and the text of every glyph, as PDF/A-2
(6.2.11) and PDF/UA-1 (7.21) want it. The same letters give the same bytes.
"""

import hashlib
import io
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import fontpkg
import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream

TYPEFACE = "ibm-plex-sans-condensed"
_EM = 1000
_SYMBOLIC = 4  # ISO 32000-1, table 123: glyphs are chosen by number and not by an encoding
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{maps}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_MAPS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Lettering:
    """The letters of a face: its glyph for each character, and their widths in thousandths of the size."""

    name: str
    program: bytes
    glyphs: dict[str, int]
    widths: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is at a size, in the unit of the size."""
        return sum(self.widths[self.glyphs[char]] for char in text) * size / _EM

    def code(self, text: str) -> str:
        """Return a text as a hexadecimal string operand."""
        return "<" + "".join(f"{self.glyphs[char]:04x}" for char in text) + ">"


def stamp_face() -> Path:
    """Return the font file that stamps are set in: the bold of a typeface that ships with Bronbrief."""
    faces = (file for file in fontpkg.families()[TYPEFACE].files if not file.variable)
    return next(Path(file.path) for file in faces if (file.weight, file.style) == (700, "normal"))


@lru_cache(maxsize=16)
def letters_of(face: Path, characters: str) -> Lettering:
    """Cut the letters of a TrueType file. Raises KeyError for a character that it does not have."""
    wanted = "".join(sorted(set(characters)))
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.name_IDs = [6]
    options.drop_tables = [*options.drop_tables, "meta", "GPOS", "GSUB", "GDEF", "DSIG"]
    with TTFont(face, recalcTimestamp=False) as font:
        worker = subset.Subsetter(options)
        worker.populate(text=wanted)
        worker.subset(font)
        packed = io.BytesIO()
        font.save(packed, reorderTables=True)
        return _measured(font, wanted, packed.getvalue())


def _measured(font: TTFont, wanted: str, program: bytes) -> Lettering:
    scale = _EM / font["head"].unitsPerEm
    order, cmap = font.getGlyphOrder(), font.getBestCmap()
    numbers = {name: number for number, name in enumerate(order)}
    head, lines = font["head"], font["OS/2"]
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
    return Lettering(
        name=f"{tag}+{font['name'].getDebugName(6)}",
        program=program,
        glyphs={char: numbers[cmap[ord(char)]] for char in wanted},
        widths=tuple(round(font["hmtx"][name][0] * scale) for name in order),
        ascent=round(font["hhea"].ascent * scale),
        descent=round(font["hhea"].descent * scale),
        cap_height=round(getattr(lines, "sCapHeight", font["hhea"].ascent) * scale),
        box=tuple(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)),
    )


def embed(pdf: pikepdf.Pdf, letters: Lettering) -> Dictionary:
    """Put the letters in a PDF and return the font (ISO 32000-1, 9.7), an indirect object."""
    name = Name(f"/{letters.name}")
    program = Stream(pdf, zlib.compress(letters.program, 9))
    program.Filter, program.Length1 = Name.FlateDecode, len(letters.program)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=Array(letters.box),
        ItalicAngle=0,
        Ascent=letters.ascent,
        Descent=letters.descent,
        CapHeight=letters.cap_height,
        StemV=80,
        FontFile2=pdf.make_indirect(program),
    )
    system = Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0)
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=system,
        CIDToGIDMap=Name.Identity,
        FontDescriptor=pdf.make_indirect(descriptor),
        W=Array([0, Array(letters.widths)]),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode(letters))),
    )
    return pdf.make_indirect(font)


def _to_unicode(letters: Lettering) -> bytes:
    lines = [f"<{glyph:04x}> <{char.encode('utf-16-be').hex()}>" for char, glyph in letters.glyphs.items()]
    lines.sort()
    groups = [lines[at : at + _MAPS_AT_ONCE] for at in range(0, len(lines), _MAPS_AT_ONCE)]
    maps = "\n".join(f"{len(group)} beginbfchar\n" + "\n".join(group) + "\nendbfchar" for group in groups)
    return _CMAP.format(maps=maps).encode("ascii")
