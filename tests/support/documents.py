"""Documents made for tests: Word packages and PDF files with what a test wants in them."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_RELATED = re.compile(
    r"(?:word/)?(styles|numbering|settings|comments|footnotes|endnotes|header|footer|customXml)"
    r"(?:/item)?\d*\.xml"
)
_OPEN = "http://schemas.openxmlformats.org"
_SPACES = {
    "w": f"{_OPEN}/wordprocessingml/2006/main",
    "m": f"{_OPEN}/officeDocument/2006/math",
    "r": f"{_OPEN}/officeDocument/2006/relationships",
    "a": f"{_OPEN}/drawingml/2006/main",
    "pic": f"{_OPEN}/drawingml/2006/picture",
    "c": f"{_OPEN}/drawingml/2006/chart",
    "wp": f"{_OPEN}/drawingml/2006/wordprocessingDrawing",
    "mc": f"{_OPEN}/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:example:unknown",
}
CORE = (
    '<?xml version="1.0"?><cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>nl-NL</dc:language>"
    "<dcterms:created>2023-04-05T10:00:00Z</dcterms:created></cp:coreProperties>"
)


def docx(paragraphs: Iterable[str], prologue: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """Make a Word document of paragraphs of XML-safe text; `prologue` comes before its root element."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return word(body, prologue, parts)


def word(body: str, prologue: str = "", parts: Mapping[str, bytes | str] | None = None) -> bytes:
    """Make a Word document of WordprocessingML.

    `parts` are further parts by name; a text is what its root holds, as in "word/styles.xml". Those that
    Word knows are related to the document, numbered in order: r1, r2, …
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?>{prologue}{_rooted("document", f"<w:body>{body}</w:body>")}',
        )
        package.writestr("word/_rels/document.xml.rels", _related(parts or {}))
        for name, data in (parts or {}).items():
            kind = _RELATED.fullmatch(name)
            root = {"header": "hdr", "footer": "ftr"}.get(kind[1], kind[1]) if kind else ""
            package.writestr(name, _rooted(root, data) if isinstance(data, str) and root else data)
    return written.getvalue()


def run(text: str, properties: str = "") -> str:
    """Make a run of text, safe in XML, with properties such as "<w:vanish/>"."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*inside: str, properties: str = "") -> str:
    """Make a paragraph of runs and the like; plain text becomes a run."""
    runs = "".join(one if one.startswith("<") else run(one) for one in inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _rooted(name: str, inside: str) -> str:
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    return f"<w:{name} {spaces}>{inside}</w:{name}>"


def _related(parts: Iterable[str]) -> str:
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    found = ((kind[1], name) for name in parts if (kind := _RELATED.fullmatch(name)))
    relations = "".join(
        f'<Relationship Id="r{at}" Target="/{name}" Type="{types}{kind}"/>'
        for at, (kind, name) in enumerate(found, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0"?><Relationships xmlns="{space}">{relations}</Relationships>'


def pdf(pages: Iterable[Iterable[str]], properties: str = "") -> bytes:
    """Make a PDF of lines in Helvetica, WinAnsi only; `properties` go into its information dictionary."""
    return _document([_content(lines) for lines in pages], properties)


def placed_pdf(*pages: Iterable[tuple[float, float, float, str]]) -> bytes:
    """Make a PDF of stretches of Helvetica, each placed: left edge, base line, size and text."""
    return _document([b"\n".join(_placed(*one) for one in page) for page in pages], "")


def _placed(left: float, base: float, size: float, text: str) -> bytes:
    shown = text.encode("cp1252").translate(None, b"()\\")
    return b"BT /F1 %f Tf 1 0 0 1 %f %f Tm (%b) Tj ET" % (size, left, base, shown)


def _document(contents: list[bytes], properties: str) -> bytes:
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, content in enumerate(contents):
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"{page} /Contents {5 + 2 * at} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    objects.append(f"<< {properties} >>".encode("cp1252"))
    return _file(objects)


def _content(lines: Iterable[str]) -> bytes:
    shown = (line.encode("cp1252").translate(None, b"()\\") for line in lines)
    drawn = b"".join(b"(%b) Tj T*\n" % line for line in shown)
    return b"BT /F1 11 Tf 14 TL 60 780 Td\n" + drawn + b"ET"


def _file(objects: list[bytes]) -> bytes:
    written, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    start = len(written)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    written += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(written + trailer % (len(objects) + 1, len(objects), start))
