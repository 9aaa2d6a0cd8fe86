"""Finished PDFs altered in what screen readers, search engines and links go by: each kind is named."""

import io
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from bronbrief.evidence.record import EvidenceRecord
from bronbrief.evidence.recorded import read_evidence
from support.held import found_in
from support.published import published_workspace

BRIEF = "coevorden-brest"
Forge = Callable[[pikepdf.Pdf], None]


@cache
def _built() -> tuple[bytes, EvidenceRecord]:
    folder = published_workspace() / "build" / BRIEF
    record = read_evidence((folder / f"{BRIEF}.evidence.jsonld").read_bytes(), "record").value
    assert record is not None
    return (folder / f"{BRIEF}.pdf").read_bytes(), record


def _elements(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == kind]


def _fonts(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Subtype") == kind]


def _links(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        yield from page.obj.get("/Annots", ())


def _typed(old: str, new: str, at: int = 0) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        _elements(pdf, old)[at].S = Name(new)

    return forge


def _said(kind: str, key: str, value: Callable[[], Any]) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        for one in _elements(pdf, kind):
            one[key] = value()

    return forge


def _on_pages(key: str, value: Callable[[], Any]) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj[key] = value()

    return forge


def _on_links(key: str, value: Callable[[Any], Any]) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        for one in _links(pdf):
            one[key] = value(one)

    return forge


def _wide(link: Any) -> Array:
    left, low, right, high = map(float, link.Rect)
    return Array([left - 40, low - 40, right + 40, high + 40])


def _swapped(tree: str) -> Forge:
    """Swap two entries of a tree: of ways back to elements, of the names of elements or of places."""

    def forge(pdf: pikepdf.Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        if tree == "/ParentTree":
            entries = root.ParentTree.Nums[1]
            entries[0], entries[-1] = entries[-1], entries[0]
            return
        entries = root.IDTree.Names if tree == "/IDTree" else pdf.Root.Names.Dests.Names
        first, other = (at for at, one in enumerate(entries) if str(one) in ("noot-1", "noot-12"))
        entries[first + 1], entries[other + 1] = entries[other + 1], entries[first + 1]

    return forge


def _no_links(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.obj["/Annots"]


def _added(kind: str, **keys: Any) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        document = _elements(pdf, "/Document")[0]
        made = Dictionary(Type=Name.StructElem, S=Name(kind), P=document, **keys)
        document.K.append(pdf.make_indirect(made))

    return forge


def _bookmarked(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].destination = Array([pdf.pages[-1].obj, Name.Fit])


def _metadata(name: str, value: Any) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(update_docinfo=False) as metadata:
            metadata[name] = value

    return forge


def _called(title: str) -> Forge:
    """Give a PDF another title wherever it says one of itself, but on its pages."""

    def forge(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(update_docinfo=False) as metadata:
            metadata["dc:title"] = title
        pdf.docinfo["/Title"] = String(title)

    return forge


def _information(key: str, text: str = "Kremlin") -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo[key] = String(text)

    return forge


def _mapped(pdf: pikepdf.Pdf) -> None:
    swapped = b"".join((code ^ 1).to_bytes(2, "big") for code in range(3000))
    for font in _fonts(pdf, "/CIDFontType2"):
        font.CIDToGIDMap = pdf.make_stream(swapped)


def _upright(pdf: pikepdf.Pdf) -> None:
    for font in _fonts(pdf, "/Type0"):
        font.Encoding = Name("/Identity-V")


def _typeface(change: Callable[[TTFont], None]) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and "/FontFile2" in one:
                font, out = TTFont(io.BytesIO(one.FontFile2.read_bytes())), io.BytesIO()
                change(font)
                font.save(out)
                one.FontFile2 = pdf.make_stream(out.getvalue())

    return forge


def _dots(font: TTFont) -> None:
    font["head"].unitsPerEm = 16000


def _bent(font: TTFont) -> None:
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        for at in range(len(glyph.flags) if glyph.numberOfContours > 0 else 0):
            glyph.flags[at] ^= 1


def _filled(font: TTFont) -> None:
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.numberOfContours > 1:
            glyph.endPtsOfContours, glyph.numberOfContours = glyph.endPtsOfContours[-1:], 1


def _in_space(space: Callable[[], Any], operators: bytes, name: str = "/Vals") -> Forge:
    """Draw all text in a colour of a space that may be any: a number says nothing of what it looks like."""

    def forge(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            spaces = page.resources.get("/ColorSpace", Dictionary())
            spaces[name] = space()
            page.resources.ColorSpace = spaces
            content = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
            page.Contents = pdf.make_stream(content.replace(b"\nBT", b"\n" + operators + b"\nBT"))

    return forge


def _white() -> Dictionary:
    return Dictionary(WhitePoint=Array([1, 1, 1]))


def _fading() -> Dictionary:
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([1]), N=1)


def _marked(old: bytes, new: bytes) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            content = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
            page.Contents = pdf.make_stream(content.replace(old, new))

    return forge


FORGED: dict[str, Forge] = {
    "a small trim box": _on_pages("/TrimBox", lambda: Array([0, 0, 300, 400])),
    "a shifted bleed box": _on_pages("/BleedBox", lambda: Array([90, 90, 595, 842])),
    "a sheet as large as a wall": _on_pages("/MediaBox", lambda: Array([0, 0, 5000, 5000])),
    "a sheet that begins elsewhere": _on_pages("/MediaBox", lambda: Array([100, 100, 695, 942])),
    "another order of links": _on_pages("/Tabs", lambda: Name.R),
    "a title as a paragraph": _typed("/H1", "/P"),
    "a heading as a paragraph": _typed("/H2", "/P", 1),
    "a paragraph as a heading": _typed("/P", "/H2", 3),
    "a paragraph as a caption": _typed("/P", "/Caption", 3),
    "a paragraph as a picture": _typed("/P", "/Figure", 3),
    "a paragraph that is passed over": _typed("/P", "/Artifact", 3),
    "a paragraph for programs alone": _typed("/P", "/Private", 3),
    "a paragraph that means nothing": _typed("/P", "/NonStruct", 3),
    "a quotation as a paragraph": _typed("/BlockQuote", "/P"),
    "a paragraph as a quotation": _typed("/P", "/BlockQuote", 3),
    "another language of quotations": _said("/BlockQuote", "/Lang", lambda: String("ru")),
    "titles of elements": _said("/P", "/T", lambda: String("Onwaar")),
    "another direction": _said("/P", "/A", lambda: Dictionary(O=Name.Layout, WritingMode=Name.RlTb)),
    "names for who listens": _said("/P", "/A", lambda: Dictionary(O=Name.ARIA, Label=String(""))),
    "another name for links": _said("/Link", "/Alt", lambda: String("Onwaar")),
    "a paragraph that is only said": _added("/P", ActualText=String("Het is onwaar.")),
    "a picture that is only said": _added("/Figure", Alt=String("Het is onwaar.")),
    "links that reach over others": _on_links("/Rect", _wide),
    "links over the whole page": _on_links("/Rect", lambda _: Array([0, 0, 595, 842])),
    "links that are hidden": _on_links("/F", lambda _: 2),
    "links that are drawn otherwise": _on_links("/QuadPoints", lambda _: Array([0, 0, 9, 0, 0, 9, 9, 9])),
    "no links": _no_links,
    "words that belong to other elements": _swapped("/ParentTree"),
    "names of other elements": _swapped("/IDTree"),
    "names of other places": _swapped("/Dests"),
    "a bookmark to another page": _bookmarked,
    "another language of the whole": lambda pdf: pdf.Root.__setattr__("Lang", String("ru")),
    "metadata of another kind": _metadata("xmp:Label", "Onwaar"),
    "another maker in the metadata": _metadata("dc:creator", ["Kremlin"]),
    "another title in file and metadata": _called("De brug blijft dicht"),
    "no title in file and metadata": _called(""),
    "another language in the metadata": _metadata("dc:language", {"fr"}),
    "another day in the metadata": _metadata("xmp:CreateDate", "2019-04-03T00:00:00Z"),
    "another day in the file": _information("/CreationDate", "D:20190403000000Z"),
    "another maker in the file": _information("/Author"),
    "another subject in the file": _information("/Subject"),
    "a field of its own in the file": _information("/Onwaar"),
    "no title in the window": lambda pdf: pdf.Root.ViewerPreferences.__setattr__("DisplayDocTitle", False),
    "other glyphs for codes": _mapped,
    "letters below each other": _upright,
    "letters as small as dots": _typeface(_dots),
    "letters that are filled in": _typeface(_filled),
    "an ink that is white": _in_space(
        lambda: Array([Name.Separation, Name.Wit, Name.DeviceGray, _fading()]), b"/Vals cs 0 scn"
    ),
    "a colour from a list": _in_space(
        lambda: Array([Name.Indexed, Name.DeviceGray, 0, String(b"\xff")]), b"/Vals cs 0 scn"
    ),
    "white by its lightness": _in_space(
        lambda: Array([Name.Lab, _white()]), b"/lab-d50 cs 99 0 0 scn", "/lab-d50"
    ),
    "another meaning of all colours": _in_space(
        lambda: Array([Name.CalRGB, _white()]), b"", "/DefaultRGB"
    ),
    "words that are passed over": _marked(b"/P << /MCID", b"/Artifact << /MCID"),
    "words in another language": _marked(b"/P << /MCID", b"/P << /Lang (ru) /MCID"),
}  # fmt: skip


@pytest.mark.every(8)
@pytest.mark.parametrize("kind", FORGED)
def test_what_a_pdf_says_beside_its_pages_agrees_with_them(kind: str) -> None:
    """Structure, links, names, metadata, typefaces and colours that were changed are an error."""
    data, record = _built()
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        FORGED[kind](pdf)
        pdf.save(out)
    assert any(one.is_error for one in found_in(out.getvalue(), "a.pdf", record)), kind


def test_a_typeface_of_which_no_letter_is_known_is_not_checked() -> None:
    """Where every letter has other bends than in all installed typefaces, nothing is proven by it."""
    data, record = _built()
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _typeface(_bent)(pdf)
        pdf.save(out)
    assert {one.code for one in found_in(out.getvalue(), "a.pdf", record)} == {"verify-typeface-unknown"}
