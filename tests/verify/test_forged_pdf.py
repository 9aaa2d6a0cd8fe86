"""Finished PDFs altered in what is drawn, covered, hung on or added: each kind is named."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from bronbrief.evidence.record import EvidenceRecord
from bronbrief.evidence.recorded import read_evidence
from support.forgery import Glyph, quoted_glyphs, texts_of
from support.held import found_in
from support.published import published_small
from support.workspaces import BRIEF

Forge = Callable[[pikepdf.Pdf], None]


@cache
def _built() -> tuple[bytes, EvidenceRecord, Glyph]:
    folder = published_small() / "build" / BRIEF
    record = read_evidence((folder / f"{BRIEF}.evidence.jsonld").read_bytes(), "record").value
    assert record is not None
    pdf = (folder / f"{BRIEF}.pdf").read_bytes()
    letters = (one for one in quoted_glyphs(pdf)[40:] if texts_of(pdf, one)[one.code].isalpha())
    return pdf, record, next(letters)


def _instructions(pdf: pikepdf.Pdf) -> tuple[pikepdf.Page, list[Any], int]:
    """Return the page of a quoted word, the instructions of its content, and where the word is shown."""
    glyph = _built()[2]
    page = pdf.pages[glyph.page]
    return page, list(pikepdf.parse_content_stream(page)), glyph.instruction


def _around(before: bytes, after: bytes = b"") -> Forge:
    """Put operators before and after the instruction that shows quoted words."""

    def forge(pdf: pikepdf.Pdf) -> None:
        page, all_of_them, at = _instructions(pdf)
        content = [
            pikepdf.unparse_content_stream(all_of_them[:at]),
            before,
            pikepdf.unparse_content_stream(all_of_them[at : at + 1]),
            after,
            pikepdf.unparse_content_stream(all_of_them[at + 1 :]),
        ]
        page.Contents = pdf.make_stream(b"\n".join(content))

    return forge


def _after_all(content: bytes) -> Forge:
    """Draw something at the end of the page, over what stands there; {x} {y} is where the words are."""

    def forge(pdf: pikepdf.Pdf) -> None:
        page, all_of_them, at = _instructions(pdf)
        matrix = next(one for one in reversed(all_of_them[:at]) if str(one.operator) == "Tm")
        font = next(one for one in reversed(all_of_them[:at]) if str(one.operator) == "Tf")
        codes = f"{_built()[2].code:04x}" * 4
        height = float(page.mediabox[3])
        scale = 0.75
        x, y = float(matrix.operands[4]) * scale, height - float(matrix.operands[5]) * scale
        size = float(font.operands[1]) * scale
        text = content.decode().format(
            x=x, y=y, right=x + 30, above=y + 3, font=str(font.operands[0]), size=size, codes=codes
        )
        whole = pikepdf.unparse_content_stream(all_of_them)
        page.Contents = pdf.make_stream(b"q\n" + whole + b"\nQ\n" + text.encode())

    return forge


def _parted(shift: int, between: bytes = b"") -> Forge:
    """Show quoted words in two halves, the second moved back by a shift or by what stands between."""

    def forge(pdf: pikepdf.Pdf) -> None:
        page, all_of_them, at = _instructions(pdf)
        whole = b"".join(bytes(one) for one in all_of_them[at].operands[0] if isinstance(one, String))
        half = len(whole) // 4 * 2
        first, second = (part.hex().encode() for part in (whole[:half], whole[half:]))
        shown = b"[<%s> %d <%s>] TJ" % (first, shift, second)
        if between:
            shown = b"[<%s>] TJ %s [<%s>] TJ" % (first, between, second)
        content = [pikepdf.unparse_content_stream(part) for part in (all_of_them[:at], all_of_them[at + 1 :])]
        page.Contents = pdf.make_stream(b"\n".join((content[0], shown, content[1])))

    return forge


def _catalogue(key: str, value: Callable[[pikepdf.Pdf], Any]) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        pdf.Root[key] = value(pdf)

    return forge


def _form(*, sealed: bool = True, **changes: Any) -> Dictionary:
    """Make a form with one field, which looks like our seal but for what is changed."""
    field = Dictionary(FT=Name.Sig, Subtype=Name.Widget, Rect=Array([0, 0, 0, 0]))
    if sealed:
        field.V = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]))
    for key, value in changes.items():
        field[f"/{key}"] = value
    return Dictionary(Fields=Array([field]))


def _on_page(key: str, value: Callable[[pikepdf.Pdf], Any]) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[key] = value(pdf)

    return forge


def _annotated(**keys: Any) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Rect=Array([100, 400, 300, 500]), F=4, **keys)
        pdf.pages[0].obj.Annots.append(pdf.make_indirect(made))

    return forge


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["anders.txt"] = b"anders"


def _page_added(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page()
    pdf.pages[-1].Contents = pdf.make_stream(b"BT ET")
    pdf.pages[-1].obj.Resources = pdf.pages[0].obj.Resources
    font = next(iter(pdf.pages[0].resources.Font.keys()))
    pdf.pages[-1].Contents = pdf.make_stream(f"BT {font} 12 Tf 100 400 Td <000300040005> Tj ET".encode())


def _page_removed(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


def _rooted(part: str, key: str, value: Any) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        pdf.Root[part][key] = value

    return forge


def _retitled(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = String("Ingetrokken")


def _framed(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for one in page.obj.get("/Annots", ()):
            one.BS = Dictionary(W=30)


def _masked(pdf: pikepdf.Pdf) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    mask = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), Group=group)
    _state(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=mask))(pdf)


def _said_otherwise(key: str, kind: str = "/BlockQuote") -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and one.get("/S") == kind:
                one[key] = String("Het is wel zo.")

    return forge


def _links_elsewhere(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for one in page.obj.get("/Annots", ()):
            if "/A" in one or str(one.get("/Dest", "")).startswith("bron-"):
                one.A = Dictionary(S=Name.URI, URI=String("https://elders.example/"))
                del one.Dest


def _calls_moved(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for one in page.obj.get("/Annots", ()):
            if str(one.get("/Dest", "")) == "noot-1":
                one.Dest = String("noot-2")


def _bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].title = "Ingetrokken"


def _state(**keys: Any) -> Forge:
    def forge(pdf: pikepdf.Pdf) -> None:
        page, all_of_them, at = _instructions(pdf)
        page.resources.ExtGState["/Vals"] = Dictionary(**keys)
        instruction = pikepdf.ContentStreamInstruction([Name("/Vals")], pikepdf.Operator("gs"))
        all_of_them.insert(at, instruction)
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(all_of_them))

    return forge


def _form_with_text(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    made = pdf.make_stream(b"BT 1 0 0 1 0 0 Tm ET", Type=Name.XObject, Subtype=Name.Form)
    made.BBox = Array([0, 0, 10, 10])
    page.resources.XObject = Dictionary({"/Vals": made})
    page.contents_add(b"/Vals Do")


def _image_over(pdf: pikepdf.Pdf) -> None:
    page, _, _ = _instructions(pdf)
    made = pdf.make_stream(b"\xff", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    made.ColorSpace, made.BitsPerComponent = Name.DeviceGray, 8
    page.resources.XObject = Dictionary({"/Vals": made})
    _after_all(b"q 60 0 0 8 {x} {y} cm /Vals Do Q")(pdf)


def _of_font(change: Callable[[Any], None]) -> Forge:
    """Change the typeface of quoted words."""

    def forge(pdf: pikepdf.Pdf) -> None:
        page, _, _ = _instructions(pdf)
        font = page.resources.Font[_built()[2].font].DescendantFonts[0]
        assert isinstance(font, Dictionary)
        change(font)

    return forge


def _narrow(share: float) -> Forge:
    """Say that each letter is so much narrower than it is drawn."""

    def change(font: Any) -> None:
        font.W = Array(
            Array([share * float(width) for width in one]) if isinstance(one, Array) else one
            for one in font.W
        )

    return _of_font(change)


def _without_typeface(font: Any) -> None:
    del font.FontDescriptor["/FontFile2"]


def _intent(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(Dictionary(S=Name("/GTS_PDFX"), OutputConditionIdentifier=String("x")))


def _backwards(pdf: pikepdf.Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K
    document = document[0] if isinstance(document, Array) else document
    document.K = Array(list(document.K)[::-1])


FORGED: dict[str, Forge] = {
    "squeezed to nothing": _around(b"1 Tz", b"100 Tz"),
    "squeezed by half": _around(b"50 Tz", b"100 Tz"),
    "raised": _around(b"4 Ts", b"0 Ts"),
    "unseen mode": _around(b"3 Tr", b"0 Tr"),
    "outlines only": _around(b"1 Tr", b"0 Tr"),
    "as a clip": _around(b"7 Tr", b"0 Tr"),
    "white": _around(b"1 1 1 rg", b"0 0 0 rg"),
    "nearly white": _around(b"0.93 g", b"0 g"),
    "white by four colours": _around(b"0 0 0 0 k", b"0 0 0 1 k"),
    "letters over each other": _around(b"-6 Tc", b"0 Tc"),
    "letters far apart": _around(b"300 Tc", b"0 Tc"),
    "mirrored": _around(b"-1 0 0 -1 300 300 Tm"),
    "turned": _around(b"0 1 1 0 300 300 Tm"),
    "moved off the page": _around(b"5000 0 Td"),
    "the second half moved over the first": _parted(4000),
    "the second half moved a little over the first": _parted(700),
    "the second half moved off the page": _parted(-60000),
    "the second half raised": _parted(0, b"0 -3 Td"),
    "the second half lower": _parted(0, b"0 4 Td"),
    "the second half small": _parted(0, b"0.6 0 0 -0.6 0 0 Tm"),
    "tiny": _around(b"0.2 0 0 0.2 0 0 cm"),
    "covered by a box": _after_all(b"1 1 1 rg {x} {y} 40 9 re f"),
    "covered by an image": _image_over,
    "a line through it": _after_all(b"0 0 0 RG 1 w {x} {above} m {right} {above} l S"),
    "a thin box through it": _after_all(b"0 0 0 rg {x} {above} 40 1 re f"),
    "words drawn as shapes": _after_all(b"0 g {x} {y} m {right} {above} l {right} {y} l {x} {above} l h f"),
    "text over it": _after_all(b"BT {font} {size} Tf {x} {y} Td <{codes}> Tj ET"),
    "text over it, as furniture": _after_all(
        b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC "
        b"BT {font} {size} Tf {x} {y} Td <{codes}> Tj ET EMC"
    ),
    "text of no element": _after_all(
        b"/P <</MCID 9999>> BDC BT {font} {size} Tf {x} {y} Td <{codes}> Tj ET EMC"
    ),
    "text in the middle of the page": _after_all(b"BT {font} {size} Tf 300 420 Td <{codes}> Tj ET"),
    "see-through": _state(ca=0.05),
    "blended away": _state(BM=Name.Screen),
    "a typeface in the state": _state(Font=Array([])),
    "a layer": _around(b"/OC /Laag BDC", b"EMC"),
    "layers": _catalogue("/OCProperties", lambda _: Dictionary(OCGs=Array([]), D=Dictionary())),
    "a script when it opens": _catalogue(
        "/OpenAction", lambda _: Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    ),
    "actions": _catalogue("/AA", lambda _: Dictionary()),
    "a field for a seal": _catalogue("/AcroForm", lambda _: _form(sealed=False)),
    "a seal that shows": _catalogue("/AcroForm", lambda _: _form(Rect=Array([0, 0, 90, 90]))),
    "a field that is no seal": _catalogue("/AcroForm", lambda _: _form(FT=Name.Tx)),
    "an extension": _catalogue("/Extensions", lambda _: Dictionary(ESIC=Dictionary())),
    "a form": _catalogue("/AcroForm", lambda _: Dictionary(Fields=Array([]))),
    "a collection": _catalogue("/Collection", lambda _: Dictionary()),
    "page labels": _catalogue("/PageLabels", lambda _: Dictionary(Nums=Array([]))),
    "an attachment": _attached,
    "a cropped page": _on_page("/CropBox", lambda _: Array([0, 0, 300, 300])),
    "a turned page": _on_page("/Rotate", lambda _: 180),
    "a scaled page": _on_page("/UserUnit", lambda _: 3),
    "an action of a page": _on_page("/AA", lambda _: Dictionary()),
    "a thread": _on_page("/B", lambda _: Array([])),
    "a stamp": _annotated(Subtype=Name.Stamp),
    "a note": _annotated(Subtype=Name.Text, Contents=String("Onwaar")),
    "words over the page": _annotated(Subtype=Name.FreeText, Contents=String("wel"), DA=String("")),
    "a redaction": _annotated(Subtype=Name.Redact),
    "a link that looks": _annotated(Subtype=Name.Link, AP=Dictionary()),
    "a link that runs": _annotated(
        Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("javascript:alert(1)"))
    ),
    "a link that launches": _annotated(Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("x"))),
    "text in a form object": _form_with_text,
    "a page added": _page_added,
    "a page removed": _page_removed,
    "another text said": _said_otherwise("/ActualText"),
    "another description said": _said_otherwise("/Alt"),
    "another expansion said": _said_otherwise("/E"),
    "links to elsewhere": _links_elsewhere,
    "calls to another note": _calls_moved,
    "another bookmark": _bookmark,
    "a thick line over words": _after_all(b"1 G 40 w {x} {y} m {right} {y} l S"),
    "dashes over words": _after_all(b"1 G [1 1] 0 d 20 w {x} {y} m {right} {y} l S"),
    "a full stop drawn": _after_all(b"0 g {x} {y} .8 .8 re f"),
    "a mask over words": _masked,
    "a frame around links": _framed,
    "an expansion in a paragraph": _said_otherwise("/E", "/P"),
    "another pronunciation": _said_otherwise("/Phoneme", "/P"),
    "roles that mean others": _rooted("/StructTreeRoot", "/RoleMap", Dictionary(BlockQuote=Name.P)),
    "marks that do not count": _rooted("/MarkInfo", "/Marked", False),  # noqa: FBT003
    "suspect marks": _rooted("/MarkInfo", "/Suspects", True),  # noqa: FBT003
    "another title beside": _retitled,
    "letters upon each other by their widths": _narrow(0),
    "letters closer by their widths": _narrow(0.8),
    "without its typeface": _of_font(_without_typeface),
    "another intent for colours": _intent,
    "sections read in another order": _backwards,
    "shown by an operator that spreads": _around(b'40 30 () "'),
    "shown by an operator that moves on": _around(b"<0003> '"),
    "upside down at the top": _around(b"ET q -1 0 0 1 595 0 cm BT", b"ET Q BT"),
    "upside down in its place": _around(b"-1 0 0 1 300 300 Tm"),
}


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.every(8)
@pytest.mark.parametrize("kind", FORGED)
def test_what_bronbrief_does_not_write_is_named(kind: str) -> None:
    """Whatever is changed or added so that a reader may see or hear something else is an error."""
    data, record, _ = _built()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        FORGED[kind](pdf)
        forged = _saved(pdf)
    found = found_in(forged, "a.pdf", record)
    assert any(one.is_error for one in found), kind


def test_words_in_the_foot_of_a_page_are_said_not_to_be_checked() -> None:
    """A running foot repeats words of the file; other words there are named, as unproven."""
    data, record, _ = _built()
    foot = b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC BT {font} 8 Tf 60 40 Td <{codes}> Tj ET EMC"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _after_all(foot)(pdf)
        found = found_in(_saved(pdf), "a.pdf", record)
    assert {one.code for one in found} == {"verify-furniture"}


def test_an_update_behind_the_end_is_named() -> None:
    """A file that goes on behind its end, or begins before its head, was not written by Bronbrief."""
    data, record, _ = _built()
    for forged in (
        data + b"\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n",
        data + b"PK\x03\x04",
        b"x" + data,
    ):
        assert any(one.is_error for one in found_in(forged, "a.pdf", record))


def test_a_pdf_that_was_saved_anew_is_as_good() -> None:
    """Saving a file anew, packed or not, changes its bytes and gives no finding."""
    data, record, _ = _built()
    for packed in (True, False):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            out = io.BytesIO()
            mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
            pdf.save(out, compress_streams=packed, object_stream_mode=mode, linearize=packed)
        assert not found_in(out.getvalue(), "a.pdf", record)
