"""PDFs drawn operator by operator, for tests of what a reader of a page sees."""

import io
import zlib
from collections.abc import Callable, Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name

from bronbrief.intake.extraction import Extracted
from bronbrief.intake.pdf.reader import read_pdf
from bronbrief.sources.model import LeftOut

WIDTH, HEIGHT = 595, 842
Changes = Callable[[pikepdf.Pdf, pikepdf.Page], None]


def drawn(*contents: str, change: Changes | None = None) -> bytes:
    """Make a PDF of pages drawn by these operators; `change` may add to the document and its first page.

    /F1 is Helvetica, /F2 its bold and /Z ZapfDingbats; /Clear makes transparent, /Opaque undoes it.
    """
    document = pikepdf.new()
    fonts = {
        name: document.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(base)))
        for name, base in (("F1", "/Helvetica"), ("F2", "/Helvetica-Bold"), ("Z", "/ZapfDingbats"))
    }
    for name in ("F1", "F2"):
        fonts[name].Encoding = Name.WinAnsiEncoding
    for content in contents:
        page = document.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.Resources = Dictionary(
            Font=Dictionary({f"/{name}": font for name, font in fonts.items()}),
            ExtGState=Dictionary(Clear=Dictionary(ca=0), Opaque=Dictionary(ca=1)),
        )
        page.Contents = document.make_stream(content.encode("cp1252"))
    if change:
        change(document, document.pages[0])
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def read(content: str, change: Changes | None = None) -> Extracted:
    """Return what is read from a page, in this process."""
    answer = read_pdf(drawn(content, change=change))
    left_out = tuple(LeftOut(reason, said) for reason, said in answer.left_out)
    return Extracted(answer.text, left_out=left_out, ocr=answer.ocr)


def named(found: Extracted) -> list[tuple[str, str]]:
    """Return what was left out, reasons and texts."""
    return [(one.reason, one.text) for one in found.left_out]


def text(left: float, base: float, words: str, size: float = 11, before: str = "/F1") -> str:
    """Return the operators that draw words; `before` says how, and ends in the font."""
    shown = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"q BT {before} {size} Tf 1 0 0 1 {left} {base} Tm ({shown}) Tj ET Q\n"


def lines(
    left: float, top: float, rows: Iterable[str], *, size: float = 11, leading: float = 14
) -> list[str]:
    """Return the operators of each of some lines below one another."""
    return [text(left, top - leading * at, row, size=size) for at, row in enumerate(rows)]


def box(left: float, bottom: float, width: float, height: float, colour: str = "0 0 0 rg") -> str:
    """Return the operators that fill a box; what follows is black again."""
    return f"{colour} {left} {bottom} {width} {height} re f 0 0 0 rg\n"


def with_picture(*, ink: bool = True) -> Changes:
    """Add a picture /Scan that shows dark and light bands, or an even grey."""

    def add(document: pikepdf.Pdf, page: pikepdf.Page) -> None:
        rows = [bytes([120 if ink and row % 2 else 230]) * 60 for row in range(84)]
        image = document.make_stream(zlib.compress(b"".join(rows)))
        image.Type, image.Subtype, image.Filter = Name.XObject, Name.Image, Name.FlateDecode
        image.Width, image.Height, image.BitsPerComponent, image.ColorSpace = 60, 84, 8, Name.DeviceGray
        page.Resources.XObject = Dictionary(Scan=image)

    return add


def picture(left: float, bottom: float, width: float, height: float) -> str:
    """Return the operators that show the picture."""
    return f"q {width} 0 0 {height} {left} {bottom} cm /Scan Do Q\n"


def with_layer(document: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Add a layer /Layer that is off."""
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name="Laag"))
    document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    page.Resources.Properties = Dictionary(Layer=layer)


def with_annotations(*entries: dict[str, object], shown: str = "") -> Changes:
    """Lay annotations upon the page; those without an appearance get one that draws `shown`, if given."""

    def add(document: pikepdf.Pdf, page: pikepdf.Page) -> None:
        made = []
        for entry in entries:
            annotation = Dictionary(
                {f"/{key}": value for key, value in entry.items()} | {"/Type": Name.Annot}
            )
            if shown and "AP" not in entry:
                form = document.make_stream(text(2, 5, shown).encode("cp1252"))
                form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 300, 20])
                form.Resources = Dictionary(Font=page.Resources.Font)
                annotation.AP = Dictionary(N=form)
            made.append(document.make_indirect(annotation))
        page.Annots = Array(made)
        fields = [one for one in made if one.get("/Subtype") == Name.Widget]
        if fields:
            document.Root.AcroForm = Dictionary(
                Fields=Array(fields), DR=Dictionary(Font=page.Resources.Font), DA="/F1 11 Tf 0 g"
            )

    return add
