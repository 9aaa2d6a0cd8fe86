"""Join a cover and briefs into one PDF: one structure tree, one set of bookmarks, links that work.

Each brief becomes a Part of the document. Its identifiers, destinations and keys get a prefix or an offset
of their own, so that nothing of one brief can be taken for another's. Conformance is kept, not claimed
again: the metadata is the cover's.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Page, Pdf, String

from bronbrief.dossier.lettering import embed, letters_of
from bronbrief.dossier.shared_streams import share_streams
from bronbrief.dossier.stamp import FOOT, Line, draw, saved
from bronbrief.pdf.engine_types import PdfObject


@dataclass(frozen=True, slots=True)
class Part:
    """A PDF that goes into the whole: its title for the bookmarks, and the cover's link that leads to it."""

    pdf: bytes
    title: str
    anchor: str = ""


@dataclass(slots=True)
class _Joined:
    """What has been gathered from the parts."""

    whole: Pdf
    dests: list[tuple[str, PdfObject]]
    identifiers: list[tuple[str, PdfObject]]
    owners: list[tuple[int, PdfObject]]
    next_key: int


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def combine(cover: bytes, parts: Sequence[Part], footer: str, face: Path) -> bytes:
    """Join a cover and briefs, in order, and number all pages through.

    `footer` has {page} and {pages}. The cover's links to the anchors of the parts lead to their first pages.
    """
    with pikepdf.open(io.BytesIO(cover)) as whole:
        joined = _begin(whole)
        outline = _bookmarks(whole)
        for number, part in enumerate(parts, start=1):
            with pikepdf.open(io.BytesIO(part.pdf)) as brief:
                first = len(whole.pages)
                _prepare(brief, f"b{number}-", joined)
                outline.append(_append(brief, part, joined))
            _lead(joined, part.anchor, whole.pages[first])
        _finish(joined)
        with whole.open_outline() as bookmarks:
            bookmarks.root[:] = outline
        _number(whole, footer, face)
        share_streams(whole)
        return saved(whole)


def _begin(whole: Pdf) -> _Joined:
    """Make the cover the first Part of the document."""
    root = whole.Root.StructTreeRoot
    document = root.K[0]
    part = whole.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, P=document, K=document.K))
    for element in part.K:
        element.P = part
    document.K = Array([part])
    names = whole.Root.get("/Names", Dictionary()).get("/Dests", Dictionary()).get("/Names", Array())
    return _Joined(
        whole,
        dests=list(_pairs(names)),
        identifiers=list(_pairs(root.get("/IDTree", Dictionary()).get("/Names", Array()))),
        owners=[(int(key), value) for key, value in _pairs(root.ParentTree.Nums)],
        next_key=int(root.ParentTreeNextKey),
    )


def _pairs(flat: PdfObject) -> Iterator[tuple[str, PdfObject]]:
    for at in range(0, len(flat), 2):
        yield str(flat[at]), flat[at + 1]


def _prepare(brief: Pdf, prefix: str, joined: _Joined) -> None:
    """Give the names and keys of a brief a prefix and an offset of their own."""
    for page in brief.pages:
        page.obj.StructParents = int(page.obj.StructParents) + joined.next_key
        for annotation in page.obj.get("/Annots", ()):
            if "/StructParent" in annotation:
                annotation.StructParent = int(annotation.StructParent) + joined.next_key
            if isinstance(annotation.get("/Dest"), String):
                annotation.Dest = String(prefix + str(annotation.Dest))
    for element in _elements(brief.Root.StructTreeRoot.K[0]):
        if "/ID" in element:
            element.ID = String(prefix + str(element.ID))
        _rename_headers(element, prefix)
    names = brief.Root.get("/Names", Dictionary()).get("/Dests", Dictionary()).get("/Names", Array())
    for at in range(0, len(names), 2):
        names[at] = String(prefix + str(names[at]))


def _elements(element: PdfObject) -> Iterator[PdfObject]:
    stack = [element]
    while stack:
        current = stack.pop()
        yield current
        kids = current.get("/K", Array())
        stack += [kid for kid in (kids if isinstance(kids, Array) else [kids]) if _is_element(kid)]


def _is_element(kid: PdfObject) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def _rename_headers(element: PdfObject, prefix: str) -> None:
    """Rename the headers that a table cell names by their identifiers (ISO 32000-1, table 349)."""
    owners = element.get("/A", Array())
    for owner in owners if isinstance(owners, Array) else [owners]:
        if "/Headers" in owner:
            owner.Headers = Array([String(prefix + str(name)) for name in owner.Headers])


def _append(brief: Pdf, part: Part, joined: _Joined) -> OutlineItem:
    """Move a brief's pages, tree, destinations and bookmarks over; return the bookmark of the whole brief."""
    whole, tree = joined.whole, brief.Root.StructTreeRoot
    first = len(whole.pages)
    for page in brief.pages:
        whole.pages.append(Page(whole.copy_foreign(page.obj)))
    document = whole.Root.StructTreeRoot.K[0]
    element = whole.copy_foreign(tree.K[0])
    element.S, element.P, element.T = Name.Part, document, String(part.title)
    element.Lang = String(str(brief.Root.Lang))
    document.K.append(element)
    for key, value in _pairs(whole.copy_foreign(brief.make_indirect(tree.ParentTree)).Nums):
        joined.owners.append((int(key) + joined.next_key, value))
    joined.next_key += int(tree.ParentTreeNextKey)
    joined.identifiers += [(str(item.ID), item) for item in _elements(element) if "/ID" in item]
    if "/Names" in brief.Root and "/Dests" in brief.Root.Names:
        copied = whole.copy_foreign(brief.make_indirect(brief.Root.Names.Dests))
        joined.dests += _pairs(copied.Names)
    item = OutlineItem(part.title, first, "Fit")
    kids = []
    if "/Outlines" in brief.Root:
        kids = list(_items(whole.copy_foreign(brief.make_indirect(brief.Root.Outlines)).get("/First")))
    item.children.extend(kids[0].children if len(kids) == 1 else kids)
    return item


def _bookmarks(whole: Pdf) -> list[OutlineItem]:
    return list(_items(whole.Root.Outlines.get("/First"))) if "/Outlines" in whole.Root else []


def _items(item: PdfObject) -> Iterator[OutlineItem]:
    """Yield bookmarks from a chain of them, each with those below it."""
    while item is not None:
        made = OutlineItem(str(item.Title), item.Dest)
        made.children.extend(_items(item.get("/First")))
        yield made
        item = item.get("/Next")


def _lead(joined: _Joined, anchor: str, page: Page) -> None:
    """Let the cover's link to an anchor lead to a page."""
    top = page.obj.MediaBox[3]
    target = Array([page.obj, Name.XYZ, 0, top, 0])
    joined.dests = [(name, target if anchor and name == anchor else dest) for name, dest in joined.dests]


def _finish(joined: _Joined) -> None:
    """Write the trees of names, identifiers and owners of the whole, each in order."""
    root = joined.whole.Root
    tree = root.StructTreeRoot
    tree.ParentTree = joined.whole.make_indirect(Dictionary(Nums=_flat(sorted_by_key(joined.owners))))
    tree.ParentTreeNextKey = joined.next_key
    tree.IDTree = Dictionary(Names=_flat(sorted_by_key(joined.identifiers)))
    if "/Names" not in root:
        root.Names = Dictionary()
    root.Names.Dests = Dictionary(Names=_flat(sorted_by_key(joined.dests)))


def sorted_by_key(
    pairs: Sequence[tuple[str, PdfObject]] | Sequence[tuple[int, PdfObject]],
) -> list[PdfObject]:
    """Return pairs in the order of their keys, bytes for text (ISO 32000-1, 7.9.6)."""
    return sorted(pairs, key=lambda pair: pair[0].encode() if isinstance(pair[0], str) else pair[0])


def _flat(pairs: Sequence[PdfObject]) -> Array:
    flat = Array()
    for key, value in pairs:
        flat.append(String(key) if isinstance(key, str) else key)
        flat.append(value)
    return flat


def _number(whole: Pdf, footer: str, face: Path) -> None:
    """Print the number that a page has in the whole, below the one it has in its brief."""
    pages = len(whole.pages)
    lines = [
        footer.replace("{page}", str(page)).replace("{pages}", str(pages)) for page in range(1, pages + 1)
    ]
    letters = letters_of(face, "".join(sorted(set("".join(lines)))))
    font = embed(whole, letters)
    for page, line in zip(whole.pages, lines, strict=True):
        draw(whole, page, Line(line, FOOT), letters, font)
