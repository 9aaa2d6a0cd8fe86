"""What a finished PDF may hold: an allow-list of all that Bronbrief writes. Whatever is not here is named.

The one place that whoever adds to our PDFs adds to: stamps, the combined file, seals, folded notes. The keys
of each dictionary are listed (ISO 32000-1), so that what is added hangs nowhere: no script, no attachment, no
layer, no appearance, no other annotation than a link, no other form field than a seal that shows nowhere.
"""

import re
from collections.abc import Iterator

import pikepdf

from bronbrief.html.addresses import is_link
from bronbrief.pdf.engine_types import PdfObject
from bronbrief.pdf.roles import ROLES
from bronbrief.verify.allow_lists import allow_list, allow_lists

_ALLOWED = allow_lists("pdf", "keys")
_ROLES = {f"/{one}": pikepdf.Name(f"/{plain}") for one, plain in ROLES.items()}.items()
_TITLED = frozenset({"/Part", "/Form"})
"""Types of elements with a title: the briefs of a combined file, and a seal."""
_FONTS = frozenset({"/Type0", "/CIDFontType2", "/CIDFontType0"})
_SPACES = {"/lab-d50": "/Lab", "/lab-d65": "/Lab", "/srgb": "/ICCBased"}
_LARGEST = 1300
"""Points of the longer side of a sheet: A3."""
_DEEPEST = 200
_TEXT = frozenset({"BT", "Tj", "TJ", "'", '"'})


def foreign(pdf: pikepdf.Pdf, data: bytes) -> Iterator[str]:
    """Yield what a PDF holds that Bronbrief does not write, by its names in the file."""
    root = pdf.Root
    form = root.get("/AcroForm")
    added = int(form is not None)  # a seal is written behind what it seals
    yield from _around(pdf, data, added)
    packed = b"/Linearized" in data[:1024] or added
    yield from (key for key in _keys("trailer", pdf.trailer) if not (packed and key == "/Prev"))
    if form is not None:
        yield from _seal(form, root.get("/Extensions"))
    elif "/Extensions" in root:
        yield "/Extensions"
    yield from _keys("catalogue", root)
    yield from _keys("names", root.get("/Names"))
    yield from _keys("preferences", root.get("/ViewerPreferences"))
    yield from _keys("information", pdf.docinfo)
    yield from _keys("tree", root.get("/StructTreeRoot"))
    roles = root.get("/StructTreeRoot", pikepdf.Dictionary()).get("/RoleMap", pikepdf.Dictionary())
    if not dict(roles).items() <= _ROLES:
        yield "/RoleMap"
    yield from _keys("marks", marks := root.get("/MarkInfo", pikepdf.Dictionary()))
    if str(marks.get("/Marked")) != "True":
        yield "/Marked"
    if str(root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle")) != "True":
        yield "/DisplayDocTitle"
    intents = root.get("/OutputIntents", ())
    if len(intents) > 1 or any(str(one.get("/S")) != "/GTS_PDFA1" for one in intents):
        yield "/OutputIntents"
    yield from _types(pdf)
    yield from _pages(root.get("/Pages"), 0)
    for page in pdf.pages:
        yield from _page(page.obj)
        yield from _resources(page.obj.get("/Resources"), 0)
        for annotation in page.obj.get("/Annots", ()):
            yield from _field(annotation) if annotation.get("/FT") == "/Sig" else _link(annotation)
        contents = page.obj.get("/Contents", ())
        for stream in contents if isinstance(contents, pikepdf.Array) else (contents,):
            yield from _keys("stream", stream)


def bookmarks(pdf: pikepdf.Pdf) -> Iterator[tuple[str, int | None, str]]:
    """Yield the title of each bookmark, the number of the page it leads to, and what it may not hold."""
    todo, seen = [pdf.Root.get("/Outlines", pikepdf.Dictionary()).get("/First")], 0
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    while todo and seen < _DEEPEST * 10:
        item, seen = todo.pop(), seen + 1
        if item is not None:
            place = item.get("/Dest")
            led = numbers.get(place[0].objgen) if isinstance(place, pikepdf.Array) else None
            yield str(item.get("/Title", "")), led, next(_keys("bookmark", item), "")
            todo += [item.get("/Next"), item.get("/First")]


def _around(pdf: pikepdf.Pdf, data: bytes, added: int) -> Iterator[str]:
    """Name what stands before, behind or between the parts of a file, but for so many that were added."""
    if not data.startswith(b"%PDF-"):
        yield "%PDF"
    if not re.search(rb"%%EOF\s{0,2}\Z", data[-16:]):
        yield "%%EOF"
    if data.count(b"startxref") > added + (2 if b"/Linearized" in data[:1024] else 1):
        yield "startxref"
    if pdf.is_encrypted:
        yield "/Encrypt"


def _seal(form: PdfObject, extensions: PdfObject) -> Iterator[str]:
    """Name what a form holds besides one seal, and what is declared besides the profile of that seal."""
    yield from _keys("form", form)
    yield from _keys("extensions", extensions)
    for extension in (extensions or {}).values():
        yield from _keys("extension", extension)
    fields = form.get("/Fields", ())
    if len(fields) != 1 or "/ByteRange" not in fields[0].get("/V", ()):
        yield "/AcroForm"
    for field in fields:
        yield from _field(field)


def _field(field: PdfObject) -> Iterator[str]:
    """Name what is no seal, and what a seal shows on the page."""
    yield from _keys("field", field)
    yield from _keys("seal", field.get("/V"))
    if field.get("/FT") != "/Sig" or field.get("/Subtype") != "/Widget":
        yield "/Widget"
    if any(float(edge) for edge in field.get("/Rect", (1,))):
        yield "/Rect"


def _types(pdf: pikepdf.Pdf) -> Iterator[str]:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            kind = one.get("/Type")
            if kind is not None and str(kind)[1:] not in allow_list("pdf", "types"):
                yield str(kind)
            if kind == "/StructElem":
                titled = str(one.get("/S")) in _TITLED
                yield from (key for key in _keys("element", one) if not (key == "/T" and titled))
            if kind == "/Font":
                yield from _font(one)


def _font(font: PdfObject) -> Iterator[str]:
    """Name what may draw other glyphs than the codes say: each code is the number of its glyph."""
    kind = str(font.get("/Subtype"))
    if kind not in _FONTS:
        yield kind
    yield from _keys("font" if kind == "/Type0" else "descendant", font)
    for key, value in (("/Encoding", "/Identity-H"), ("/CIDToGIDMap", "/Identity")):
        if font.get(key, value) != value:
            yield key
    descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
    if kind != "/Type0" and not any(key in descriptor for key in ("/FontFile2", "/FontFile3")):
        yield "/FontDescriptor"


def _page(page: PdfObject) -> Iterator[str]:
    """Name what shows less of a page than it has, or more than a sheet, and another order of its links."""
    yield from _keys("page", page)
    sheet = [round(float(edge)) for edge in page.get("/MediaBox", ())]
    if sheet[:2] != [0, 0] or max(sheet[2:], default=0) > _LARGEST:
        yield "/MediaBox"
    for key in ("/TrimBox", "/BleedBox"):
        if [round(float(edge)) for edge in page.get(key, sheet)] != sheet:
            yield key
    if page.get("/Tabs", "/S") != "/S":
        yield "/Tabs"


def _pages(node: PdfObject, depth: int) -> Iterator[str]:
    if depth > _DEEPEST or not isinstance(node, pikepdf.Dictionary) or node.get("/Type") != "/Pages":
        return
    yield from _keys("pages", node)
    for kid in node.get("/Kids", ()):
        yield from _pages(kid, depth + 1)


def _keys(kind: str, held: PdfObject) -> Iterator[str]:
    if isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        yield from sorted(key for key in map(str, held.keys()) if key[1:] not in _ALLOWED[kind])


def _resources(held: PdfObject, depth: int) -> Iterator[str]:
    if held is None or depth > _DEEPEST:
        return
    yield from _keys("resources", held)
    for name, space in held.get("/ColorSpace", pikepdf.Dictionary()).items():
        if not isinstance(space, pikepdf.Array) or str(space[0]) != _SPACES.get(str(name)):
            yield str(name)
    for state in held.get("/ExtGState", pikepdf.Dictionary()).values():
        yield from _keys("state", state)
    for stream in held.get("/XObject", pikepdf.Dictionary()).values():
        yield from _painted(stream, depth)
    for pattern in held.get("/Pattern", pikepdf.Dictionary()).values():
        if isinstance(pattern, pikepdf.Stream):
            yield from _without_text(pattern)


def _painted(stream: PdfObject, depth: int) -> Iterator[str]:
    kind = str(stream.get("/Subtype"))
    if kind == "/Image":
        yield from _keys("image", stream)
    elif kind == "/Form":
        yield from _keys("group", stream)
        yield from _without_text(stream)
        yield from _resources(stream.get("/Resources"), depth + 1)
    else:
        yield kind


def _without_text(stream: PdfObject) -> Iterator[str]:
    """Name text that is drawn out of sight of the structure."""
    operators = {str(one.operator) for one in pikepdf.parse_content_stream(stream)}
    yield from sorted(operators & _TEXT)


def _link(annotation: PdfObject) -> Iterator[str]:
    if str(annotation.get("/Subtype")) != "/Link":
        yield str(annotation.get("/Subtype"))
        return
    yield from _keys("link", annotation)
    border, style = annotation.get("/Border", (0, 0, 0)), annotation.get("/BS", pikepdf.Dictionary(W=0))
    if any(border) or style.get("/W") != 0:
        yield "/Border"
    action = annotation.get("/A")
    if action is None:
        return
    yield from _keys("action", action)
    if str(action.get("/S")) != "/URI":
        yield str(action.get("/S"))
    elif not is_link(str(action.get("/URI", "")), beside=True):
        yield str(action.get("/URI"))[:60]
