"""Stamp a finished PDF: “Bijlage 2 bij agendapunt 7” at the head of each page, without setting it again.

Agendas are renumbered, so the stamp is drawn last, over the finished pages, and a stamped file can be
stamped anew: the old stamp goes first, and the result has the bytes of a file that was stamped once.

A stamp is page furniture, and furniture that repeats is an artifact, which screen readers pass over
(ISO 32000-1, 14.8.2.2). But what this paper is an annex to is information, and must reach every reader
once. So on the first page the stamp is the first paragraph of the document, and on the others a pagination
artifact.
"""

import io
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from bronbrief.dossier.lettering import Lettering, embed, letters_of
from bronbrief.pdf.engine_types import PdfObject

_OURS = "/BRBR_Furniture"
_FONT = "/Furniture"
_MM = 72 / 25.4
HEAD, FOOT = "head", "foot"
# From the edges of the page: beside the running heads and feet of our style sheets, within the same margins.
# Wide tables stand on pages that lie on their side, which have narrower margins.
_UPRIGHT = {"right": 22 * _MM, HEAD: 10.5 * _MM, FOOT: 8 * _MM}
_LYING = {"right": 22 * _MM, HEAD: 11 * _MM, FOOT: 8 * _MM}
_SIZE = {HEAD: 9.0, FOOT: 8.0}
_GREY = {HEAD: 0.106, FOOT: 0.3}
# Page 1 may begin with a ground of the house colour: there the stamp stands on a white plate, with this rim.
_RIM = 2 * _MM


@dataclass(frozen=True, slots=True)
class Line:
    """A line of furniture: its text, at the head or the foot, and whether readers must hear it."""

    text: str
    where: str = HEAD
    heard: bool = False


def stamp(pdf: bytes, text: str, face: Path) -> bytes:
    """Return a PDF with a stamp on every page, in a face that has every letter of the text.

    `pdf` is a file that Bronbrief made, stamped or not. Raises KeyError for a letter without a glyph.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        _clear(opened)
        letters = letters_of(face, text)
        font = embed(opened, letters)
        for number, page in enumerate(opened.pages):
            draw(opened, page, Line(text, heard=number == 0), letters, font)
        return saved(opened)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Write a PDF: the same objects give the same bytes.

    Metadata is never packed (so the library has it): archives would not know the file (PRONOM fmt/476).
    """
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        compress_streams=True,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()


def draw(pdf: pikepdf.Pdf, page: pikepdf.Page, line: Line, letters: Lettering, font: Dictionary) -> None:
    """Draw a line of furniture on a page, against the right margin, over what stands there."""
    name = f"{_FONT}{letters.name[:6]}"
    if "/Font" not in page.resources:
        page.resources.Font = Dictionary()
    page.resources.Font[name] = font
    drawn = _drawn(pdf, page, line, letters, name)
    before = list(page.obj.Contents) if isinstance(page.obj.Contents, Array) else [page.obj.Contents]
    page.obj.Contents = Array([_stream(pdf, b"q\n"), *before, _stream(pdf, b"Q\n" + drawn)])


def _drawn(pdf: pikepdf.Pdf, page: pikepdf.Page, line: Line, letters: Lettering, font: str) -> bytes:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    size = _SIZE[line.where]
    edges = _LYING if right - left > top - bottom else _UPRIGHT
    width = letters.width(line.text, size)
    x = right - edges["right"] - width
    y = top - edges[HEAD] if line.where == HEAD else bottom + edges[FOOT]
    if line.heard:
        opening = f"/P <</MCID {_say_first(pdf, page)}>> BDC"
    else:
        subtype = "Header" if line.where == HEAD else "Footer"
        opening = f"/Artifact <</Type /Pagination /Subtype /{subtype}>> BDC"
    text = f"BT {font} {size:g} Tf {x:.3f} {y:.3f} Td {letters.code(line.text)} Tj ET"
    if line.heard:
        plate = f"{x - _RIM:.3f} {y - _RIM:.3f} {width + 2 * _RIM:.3f} {size * 0.7 + 2 * _RIM:.3f}"
        text = f"1 g {plate} re f {_GREY[line.where]:g} g {text}"
    return f"{opening}\nq {_GREY[line.where]:g} g {text} Q\nEMC\n".encode("ascii")


def _stream(pdf: pikepdf.Pdf, data: bytes) -> Stream:
    made = Stream(pdf, data)
    made[_OURS] = True
    return pdf.make_indirect(made)


def _say_first(pdf: pikepdf.Pdf, page: pikepdf.Page) -> int:
    """Put a paragraph before all others in the structure tree; return the number of its marked content."""
    document = _document(pdf)
    owners = owners_of(pdf, page)
    mcid = len(owners)
    paragraph = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.P, P=document, Pg=page.obj, K=Array([mcid]))
    )
    paragraph[_OURS] = True
    owners.append(paragraph)
    document.K.insert(0, paragraph)
    return mcid


def _document(pdf: pikepdf.Pdf) -> PdfObject:
    return pdf.Root.StructTreeRoot.K[0]


def owners_of(pdf: pikepdf.Pdf, page: pikepdf.Page) -> Array:
    """Return the elements that own the marked content of a page, by MCID (ISO 32000-1, 14.7.4.4)."""
    key = int(page.obj.StructParents)
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    at = next(at for at in range(0, len(numbers), 2) if int(numbers[at]) == key)
    owners = numbers[at + 1]
    assert isinstance(owners, Array)  # noqa: S101 - so it is written
    return owners


def _clear(pdf: pikepdf.Pdf) -> None:
    """Take away what an earlier stamp drew and said."""
    for page in pdf.pages:
        if not isinstance(page.obj.Contents, Array):
            continue
        kept = [part for part in page.obj.Contents if _OURS not in part]
        if len(kept) == len(page.obj.Contents):
            continue
        page.obj.Contents = kept[0] if len(kept) == 1 else Array(kept)
        fonts = page.resources.Font
        for name in [name for name in fonts.keys() if name.startswith(_FONT)]:  # noqa: SIM118
            del fonts[name]
        owners = owners_of(pdf, page)
        while len(owners) and _OURS in owners[-1]:
            del owners[-1]
    said = _document(pdf).K
    while len(said) and _OURS in said[0]:
        del said[0]
