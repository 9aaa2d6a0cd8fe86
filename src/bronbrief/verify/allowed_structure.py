"""What the structure tree of a finished PDF may hold, and that its parts agree: types, links, names.

A screen reader goes by all of these (ISO 32000-1, 14.7 and 14.8): a type or a way back that is changed says
another thing than the page, though each word stands where it stood.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf

from bronbrief.pdf.engine_types import PdfObject
from bronbrief.pdf.roles import GROUPING, INLINE, SIMPLE
from bronbrief.verify.canvas import Box
from bronbrief.verify.painted import Painter
from bronbrief.verify.reading import DEPTH_LIMIT, Mark, Node, PageKey, held_in, several

_TYPES = GROUPING | INLINE | {*SIMPLE.values(), "P", "Note", "Figure", "LBody", "Lbl"}
_INSIDE = {
    "Caption": {"Table", "Figure", "L"},
    "TOCI": {"TOC"},
    "Note": {"LBody", "LI", "P", "Sect", "Div", "Document"},
}
_ATTRIBUTES = {
    "/List": {"/ListNumbering"},
    "/Table": {"/Scope", "/Headers", "/ColSpan", "/RowSpan"},
    "/Layout": {"/BBox", "/Placement"},
}
_LINES = 4
"""How far above its words a way by name may lead, in sizes of its letters."""
_ASIDE, _ABOVE = 4.0, 1.0
"""How far a link may reach beside its words, in points, and above and below them, in sizes of its letters."""


@dataclass(slots=True)
class _Tree:
    """The elements of a tree, where each mark belongs, and what is wrong."""

    owners: dict[Mark, tuple[int, int]] = field(default_factory=dict)
    links: dict[tuple[int, int], tuple[tuple[int, int], list[Mark]]] = field(default_factory=dict)
    names: dict[str, tuple[tuple[int, int], list[Mark]]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def misled(pdf: pikepdf.Pdf, painters: Mapping[PageKey, Painter]) -> Iterator[str]:
    """Yield what in the structure of a PDF Bronbrief does not write, or what disagrees in it."""
    root, tree = pdf.Root.StructTreeRoot, _Tree()
    _walk(root, "", None, tree, 0)
    yield from tree.wrong
    pages = {page.obj.objgen: page for page in pdf.pages}
    shown = {one.objgen for page in pages.values() for one in page.obj.get("/Annots", ()) if one.is_indirect}
    yield from ("/Annots" for _ in [one for one in tree.links if one not in shown][:1])
    back = {int(key): way for key, way in _entries(root.get("/ParentTree"), "/Nums")}
    owners = defaultdict[PageKey, dict[int, tuple[int, int]]](dict)
    for (key, mcid), owner in tree.owners.items():
        owners[key][mcid] = owner
    for key, page in pages.items():
        ways = back.get(int(page.obj.get("/StructParents", -1)), ())
        found = {at: _number(one) for at, one in enumerate(several(ways)) if at in owners[key]}
        if found != owners[key]:
            yield "/ParentTree"
        for link in page.obj.get("/Annots", ()):
            if link.objgen in tree.links and link.get("/Subtype") == "/Link":
                yield from _link(link, tree.links[link.objgen], back, key, painters[key])
    for key, element in _entries(root.get("/IDTree"), "/Names"):
        name = str(key)
        if name not in tree.names or tree.names[name][0] != _number(element):
            yield "/IDTree"
    for key, place in _entries(pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests"), "/Names"):
        name = str(key)
        if name in tree.names and not _leads(place, tree.names[name][1], painters):
            yield f"/Dests {name}"


def _walk(element: PdfObject, above: str, page: PdfObject, tree: _Tree, depth: int) -> list[Mark]:
    """Gather an element and all below it; return the marks in it, in reading order."""
    kind, own = str(element.get("/S", ""))[1:], _number(element)
    page = element.get("/Pg", page)
    if above or kind:
        tree.wrong += _element(element, kind, above)
    held: list[Mark] = []
    every: list[Mark] = []
    for one in held_in(element, page) if depth < DEPTH_LIMIT else ():
        if isinstance(one, tuple):
            held.append(one)
            every.append(one)
        elif one.get("/Type") == "/OBJR":
            tree.links[one.Obj.objgen] = own, held
        else:
            inner = _walk(one, kind or "StructTreeRoot", page, tree, depth + 1)
            every += inner
            held += inner if kind == "Link" else ()
    tree.owners.update((mark, own) for mark in held if mark not in tree.owners)
    if "/ID" in element:
        tree.names[str(element.ID)] = own, every
    return every


def _element(element: PdfObject, kind: str, above: str) -> Iterator[str]:
    """Name the type of an element that does not belong there, and attributes that are none of ours."""
    if kind == "Form":
        held = [
            one.get("/Obj", one) for one in several(element.get("/K")) if isinstance(one, pikepdf.Dictionary)
        ]
        yield from ("<Form>" for _ in [0] if [str(one.get("/FT")) for one in held] != ["/Sig"])
        return
    if kind not in _TYPES or above not in _INSIDE.get(kind, {above}):
        yield f"<{kind}>"
    if kind == "Figure" and ("/Alt" not in element or "/K" not in element):
        yield "<Figure>"
    for one in several(element.get("/A")):
        keys = {str(key) for key in one} - {"/O"} if isinstance(one, pikepdf.Dictionary) else {"/A"}
        yield from sorted(keys - _ATTRIBUTES.get(str(one.get("/O")), set()))


def _link(
    link: PdfObject,
    owner: tuple[tuple[int, int], list[Mark]],
    back: Mapping[int, PdfObject],
    key: PageKey,
    painter: Painter,
) -> Iterator[str]:
    """Name a link that reaches beyond its words, hides from some, or belongs to another element."""
    element, marks = owner
    way = back.get(int(link.get("/StructParent", -1)))
    if way is None or _number(way) != element or int(link.get("/F", 0)) != 4:  # noqa: PLR2004 - printed
        yield "/Link"
    own = {mcid for page, mcid in marks if page == key}
    pieces = [one.stretch for one in painter.pieces if one.mcid in own]
    if pieces and not _within(
        list(map(float, link.Rect)), [one.box for one in pieces], max(one.size for one in pieces)
    ):
        yield "/Rect"


def _leads(place: PdfObject, marks: Sequence[Mark], painters: Mapping[PageKey, Painter]) -> bool:
    """Tell whether a way by name leads to the first line of the element of this name."""
    for key, mcid in marks:
        for one in painters[key].pieces if key in painters else ():
            if one.mcid == mcid:
                near = abs(float(place[3]) - one.stretch.box[3]) < _LINES * one.stretch.size
                return bool(place[0].objgen == key and near)
    return True


def _within(rect: Sequence[float], boxes: Sequence[Box], size: float) -> bool:
    left, low = (min(one[at] for one in boxes) for at in (0, 1))
    right, high = (max(one[at] for one in boxes) for at in (2, 3))
    x, y = sorted(rect[::2]), sorted(rect[1::2])
    beside = left - _ASIDE <= x[0] and x[1] <= right + _ASIDE
    return beside and low - _ABOVE * size <= y[0] and y[1] <= high + _ABOVE * size


def other_headings(said: Node, bookmarks: Sequence[tuple[str, int | None]]) -> Iterator[str]:
    """Yield headings of a PDF without a bookmark or in another order, and bookmarks that lead to none."""
    headings = [one for one in said.walk() if one.type[:1] == "H" and one.type[1:].isdigit()]
    known = {" ".join(title.split()) for title, _ in bookmarks}
    yield from (f"<{one.type}> “{one.text}”" for one in headings if bookmarks and one.text not in known)
    pages = {(one.text, one.page) for one in headings}
    for title, page in bookmarks:
        if (" ".join(title.split()), page) not in pages:
            yield f"“{title}”"
    marked = (title for title, _ in bookmarks if " ".join(title.split()) in {text for text, _ in pages})
    for one, title in zip((one for one in headings if one.text in known), marked, strict=False):
        if one.text != " ".join(title.split()):
            yield f"<{one.type}> “{one.text}”"
            break


def _number(element: PdfObject) -> tuple[int, int]:
    return element.objgen if isinstance(element, pikepdf.Object) else (0, 0)


def _entries(tree: PdfObject, kind: str, depth: int = 0) -> Iterator[tuple[PdfObject, PdfObject]]:
    """Yield the entries of a name tree or a number tree (ISO 32000-1, 7.9.6 and 7.9.7)."""
    if tree is None or depth > DEPTH_LIMIT:
        return
    entries = list(tree.get(kind, ()))
    yield from zip(entries[::2], entries[1::2], strict=False)
    for kid in tree.get("/Kids", ()):
        yield from _entries(kid, kind, depth + 1)
