"""What the fonts of a PDF say that their glyphs stand for (ToUnicode), held against what those draw.

A font with named glyphs, or with a table of its own for Unicode, tells what it draws. Where the map that is
read for the text says another letter or figure, a reader sees that one, and not the one of the map.
"""

import io
import struct
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import pikepdf
from fontTools.agl import toUnicode
from fontTools.encodings.MacRoman import MacRoman
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.ttLib import TTFont, TTLibError

from bronbrief.core.to_unicode import TooManyCodesError, read_to_unicode
from bronbrief.intake.extractors import ExtractionError

_SYMBOLIC = 4
_UNICODE = frozenset({(0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 6), (3, 1), (3, 10)})
_DAMAGE = (
    *(pikepdf.PdfError, pikepdf.DataDecodingError, TTLibError, struct.error, AssertionError),
    *(LookupError, ValueError, TypeError, AttributeError, OverflowError, RecursionError),
)

Lie = tuple[str, str]
"""The text that a file says, and the character that it draws."""


def corrected(data: bytes) -> tuple[bytes, list[Lie]]:
    """Return a PDF whose maps say what is drawn, and where they did not; the same bytes where none lies.

    Raises ExtractionError for a map of more codes than any font has.
    """
    lies: dict[Lie, None] = {}
    with suppress(*_DAMAGE), pikepdf.open(io.BytesIO(data)) as pdf:
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and isinstance(font.get("/ToUnicode"), pikepdf.Stream):
                with suppress(*_DAMAGE):
                    lies |= dict.fromkeys(_correct(pdf, font))
        if lies:
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue(), list(lies)
    return data, []


def _correct(pdf: pikepdf.Pdf, font: pikepdf.Dictionary) -> list[Lie]:
    """Give a font a map of what it draws, where its own says otherwise. Return where it did."""
    try:
        said = read_to_unicode(font["/ToUnicode"].read_bytes())
    except TooManyCodesError as error:
        raise ExtractionError("document-too-heavy", "ToUnicode") from error
    drawn = _drawn(font)
    other = {code for code in said if _differs(said[code], drawn.get(code, ""))}
    lies = [(said[code], drawn[code][0]) for code in sorted(other)]
    lies = [one for one in lies if any(map(str.isalnum, one))]
    if lies:
        right = said | {code: drawn[code][0] for code in other}
        font["/ToUnicode"] = pdf.make_stream(_written(right, wide="/DescendantFonts" in font))
    return lies


def _differs(said: str, drawn: str) -> bool:
    """Tell whether a map says another character; the same one in another form or case is none."""
    return bool(drawn) and _plain(said) not in map(_plain, drawn)


def _plain(char: str) -> str:
    return unicodedata.normalize("NFKC", char).casefold()


def _written(said: Mapping[int, str], *, wide: bool) -> bytes:
    digits = 4 if wide else 2
    lines = [
        f"<{code:0{digits}X}> <{text.encode('utf-16-be', 'replace').hex()}>"
        for code, text in said.items()
        if code < 1 << 4 * digits
    ]
    groups = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    maps = "\n".join(f"{len(group)} beginbfchar\n" + "\n".join(group) + "\nendbfchar" for group in groups)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Drawn def /CMapType 2 def\n"
        f"1 begincodespacerange <{'00' * (digits // 2)}> <{'FF' * (digits // 2)}> endcodespacerange\n"
        f"{maps}\nendcmap end end"
    ).encode()


def _drawn(font: pikepdf.Dictionary) -> Mapping[int, str]:
    """Return the characters that each code draws, as far as the font says so."""
    kind = str(font.get("/Subtype"))
    if kind == "/Type0":
        descendant = font["/DescendantFonts"][0]
        identity = font.get("/Encoding") == "/Identity-H" and descendant.get("/CIDToGIDMap") == "/Identity"
        return _of_table(dict(descendant["/FontDescriptor"])) if identity else {}
    if kind not in {"/Type1", "/TrueType", "/MMType1"}:
        return {}
    descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
    embedded = any(f"/FontFile{number}" in descriptor for number in ("", 2, 3))
    if kind == "/TrueType" and embedded and int(descriptor.get("/Flags", 0)) & _SYMBOLIC:
        return {}
    return dict(_of_names(font.get("/Encoding"), embedded=embedded))


def _of_names(encoding: object, *, embedded: bool) -> Iterator[tuple[int, str]]:
    """Yield what the names of glyphs say; a font that is not here is drawn by them."""
    if not isinstance(encoding, pikepdf.Dictionary):
        encoding = pikepdf.Dictionary(BaseEncoding=encoding)
    base = str(encoding.get("/BaseEncoding", ""))
    names: dict[int, str] = {}
    if base == "/WinAnsiEncoding":
        yield from ((code, bytes([code]).decode("cp1252", "ignore")) for code in range(32, 256))
    elif base == "/MacRomanEncoding":
        names = dict(enumerate(MacRoman))
    elif not embedded:
        names = dict(enumerate(StandardEncoding))
    at = 0
    for one in encoding.get("/Differences", ()):
        if isinstance(one, pikepdf.Name):
            names[at], at = str(one)[1:], at + 1
        else:
            at = int(one)
    yield from ((code, toUnicode(name)) for code, name in names.items() if code < 256)  # noqa: PLR2004


def _of_table(descriptor: Mapping[str, Any]) -> Mapping[int, str]:
    """Return what the table for Unicode of an embedded TrueType font says of each of its glyphs."""
    if "/FontFile2" not in descriptor:
        return {}
    font = TTFont(io.BytesIO(descriptor["/FontFile2"].read_bytes()), lazy=True)
    if "cmap" not in font:
        return {}
    found: dict[int, str] = {}
    for table in font["cmap"].tables:
        if (table.platformID, table.platEncID) in _UNICODE:
            for code, name in table.cmap.items():
                glyph = font.getGlyphID(name)
                found[glyph] = found.get(glyph, "") + chr(code)
    return found
