"""Read a finished PDF as assistive technology does: by its structure tree, in the order of the tree."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

import pikepdf

from bronbrief.core.diagnostics import clip
from bronbrief.pdf.engine_types import PdfObject
from bronbrief.verify.glyph_text import Known
from bronbrief.verify.painted import Painter, painter_of

INLINE = frozenset({"Span", "Quote", "Link", "Reference", "Code", "BibEntry", "Em", "Strong", "NonStruct"})
DEPTH_LIMIT = 200
NODE_LIMIT = 500_000
SHOWN = 60
_TEXTS = {"lang": "/Lang", "alt": "/Alt", "id": "/ID", "expansion": "/E", "actual": "/ActualText"}
_HIDDEN_TEXTS = {"lang": "/Lang", "id": "/ID"}


PageKey = tuple[int, int]
"""The number and generation of a page object."""
Mark = tuple[PageKey, int]
"""Marked content: the page that it is on, and its MCID."""


class NotTaggedError(ValueError):
    """A file that is no PDF, or a PDF without a structure tree."""


@dataclass(frozen=True, slots=True)
class Node:
    """A structure element as a file has it.

    `kids` holds elements and the text of marked content, in order. `links` is what its link annotations say
    (Contents), `targets` where they lead: an address, or the name of a place after #. `attributes` are those
    of all owners together, such as Scope and ListNumbering. `page` is
    where it begins, counted from 1.
    """

    type: str
    kids: "tuple[Node | str, ...]" = ()
    lang: str | None = None
    alt: str | None = None
    id: str | None = None
    expansion: str | None = None
    actual: str | None = None
    links: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    page: int | None = None

    @property
    def text(self) -> str:
        """Return all text in and below this element, words whole and spaces single."""
        return _tidy(_raw(self))

    def walk(self) -> "Iterator[Node]":
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


def read_tree(data: bytes) -> Node:
    """Read the structure tree of a PDF with what assistive technology says. Raises NotTaggedError."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return trees_of(pdf, read_pages(pdf))[0]
    except pikepdf.PdfError as error:
        raise NotTaggedError("this file is not a PDF that can be read") from error


def read_pages(pdf: pikepdf.Pdf) -> dict[PageKey, Painter]:
    """Read the content of each page once, for what it says and for what it draws."""
    known = Known()
    return {page.obj.objgen: painter_of(page, known) for page in pdf.pages}


def trees_of(pdf: pikepdf.Pdf, pages: Mapping[PageKey, Painter]) -> tuple[Node, Node]:
    """Read the structure tree of a PDF with what its pages say and what they show. Raises NotTaggedError."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        raise NotTaggedError("this PDF has no structure tree")
    numbers = {key: number for number, key in enumerate(pages, start=1)}
    said = {key: painter.said() for key, painter in pages.items()}
    drawn = {key: painter.drawn() for key, painter in pages.items()}
    return _top(root, _Reader(said, _TEXTS, numbers)), _top(root, _Reader(drawn, _HIDDEN_TEXTS, numbers))


def _top(root: PdfObject, reader: "_Reader") -> Node:
    tops = [kid for kid in reader.kids(root, None, 0) if isinstance(kid, Node)]
    return tops[0] if len(tops) == 1 else Node("StructTreeRoot", tuple(tops))


@dataclass(frozen=True, slots=True)
class _Reader:
    texts: Mapping[PageKey, Mapping[int, str]]
    said: Mapping[str, str]
    numbers: Mapping[PageKey, int]
    counted: Iterator[int] = field(default_factory=count)

    def kids(self, element: PdfObject, page: PdfObject, depth: int) -> Iterator[Node | str]:
        """Yield what stands in an element: other elements, and text."""
        if depth > DEPTH_LIMIT or next(self.counted) > NODE_LIMIT:
            raise NotTaggedError("the structure tree has no end")
        page = element.get("/Pg", page)
        for one in held_in(element, page):
            if isinstance(one, tuple):
                key, mcid = one
                yield self.texts.get(key, {}).get(mcid, "")
            elif one.get("/Type") != "/OBJR":
                yield self._node(one, page, depth + 1)

    def _node(self, element: PdfObject, page: PdfObject, depth: int) -> Node:
        kids = tuple(kid for kid in self.kids(element, page, depth) if kid != "")
        texts = {name: str(element[key]) for name, key in self.said.items() if key in element}
        kind = str(element["/S"]).removeprefix("/")
        own = element.get("/Pg", page)
        number = self.numbers.get(own.objgen) if own is not None else None
        first = next((kid.page for kid in kids if isinstance(kid, Node) and kid.page), number)
        linked = list(_annotations(element))
        links = tuple(str(one.get("/Contents", "")) for one in linked)
        ways, attributes = tuple(map(_target, linked)), _attributes(element)
        return Node(kind, kids, **texts, links=links, targets=ways, attributes=attributes, page=first)


def several(value: PdfObject) -> list[PdfObject]:
    """Return the kids of an element as a list: there may be none, one or more."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def held_in(element: PdfObject, page: PdfObject) -> Iterator[Mark | PdfObject]:
    """Yield what stands in an element, in order: marked content, other elements, references to objects.

    `page` is that of what is around it, None where that has none.
    """
    page = element.get("/Pg", page)
    for kid in several(element.get("/K")):
        marked = isinstance(kid, pikepdf.Dictionary)
        if marked and kid.get("/Type") != "/MCR":
            yield kid
            continue
        holder = kid.get("/Pg", page) if marked else page
        if holder is not None:
            yield holder.objgen, int(kid["/MCID"] if marked else kid)


def _annotations(element: PdfObject) -> Iterator[PdfObject]:
    for one in held_in(element, None):
        if not isinstance(one, tuple) and one.get("/Type") == "/OBJR":
            yield one["/Obj"]


def _target(annotation: PdfObject) -> str:
    """Return where a link leads; what is neither an address nor a name of a place is told as it is."""
    action = annotation.get("/A", pikepdf.Dictionary())
    place = annotation.get("/Dest", action.get("/D"))
    return str(action["/URI"]) if "/URI" in action else f"#{place}"


def _attributes(element: PdfObject) -> dict[str, str]:
    found = {}
    for owner in several(element.get("/A")):
        if isinstance(owner, pikepdf.Dictionary):
            found.update({key[1:]: _value(value) for key, value in owner.items() if key != "/O"})
    return found


def _value(value: PdfObject) -> str:
    if isinstance(value, pikepdf.Array):
        return " ".join(_value(item) for item in value)
    return str(value).removeprefix("/")


def _raw(node: Node) -> str:
    if node.actual is not None:
        return node.actual
    if node.type == "Figure" and node.alt:
        return f" {node.alt} "
    return "".join(kid if isinstance(kid, str) else _raw(kid) for kid in node.kids)


def _tidy(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def outline(node: Node, depth: int = 0) -> str:
    """Return the tree as indented lines: type, attributes, and the first words of its own text."""
    notes = [
        f"{name}={value}" for name, value in node.attributes.items() if name not in ("BBox", "Placement")
    ]
    notes += [f"{name}={getattr(node, name)}" for name in ("lang", "id", "expansion") if getattr(node, name)]
    notes += [f'{name}="{clip(text, SHOWN)}"' for name, text in _said(node)]
    own = clip(_tidy("".join(kid if isinstance(kid, str) else "…" for kid in node.kids)), SHOWN)
    shown = f"  “{own}”" if own.strip("… ") else ""
    line = f"{'  ' * depth}{node.type}{''.join(f'  {note}' for note in notes)}{shown}"
    return "\n".join([line, *(outline(kid, depth + 1) for kid in node.kids if isinstance(kid, Node))])


def _said(node: Node) -> Iterator[tuple[str, str]]:
    if node.alt:
        yield "alt", node.alt
    for contents in dict.fromkeys(node.links):
        yield "contents", contents


def transcript(node: Node, *, labels: bool = True) -> str:
    """Return the text in the order in which a screen reader says it: a line a block, cells parted by tabs.

    Images give their alternative text. Without `labels` the bullets and numbers of lists are left out:
    they are not in the text of a web page either.
    """
    return "\n".join(_lines(node, labels=labels))


def _lines(node: Node, *, labels: bool) -> Iterator[str]:
    if node.type == "TR":
        cells = (" ".join(_lines(kid, labels=labels)) for kid in node.kids if isinstance(kid, Node))
        yield "\t".join(cells)
        return
    if node.type in ("LI", "TOCI"):
        yield from _item(node, labels=labels, labelled=labels)
        return
    held = node.alt or ""
    for kid in node.kids:
        if node.alt and isinstance(kid, str):  # the alternative text speaks for what is drawn
            continue
        if isinstance(kid, str) or _in_line(kid):
            held += kid if isinstance(kid, str) else _raw(kid)
            continue
        yield from _line(held)
        held = ""
        if kid.type == "LI":  # the terms of a description list are its author's, not generated
            written = node.attributes.get("ListNumbering", "None") == "None"
            yield from _item(kid, labels=labels, labelled=labels or written)
        else:
            yield from _lines(kid, labels=labels)
    yield from _line(held)


def _line(text: str) -> Iterator[str]:
    if _tidy(text):
        yield _tidy(text)


def _in_line(node: Node) -> bool:
    """Tell whether an element is said within a line, with all that is below it."""
    return all(
        below.type in INLINE or (below.type == "Figure" and below.attributes.get("Placement") == "Inline")
        for below in node.walk()
    )


def _item(item: Node, *, labels: bool, labelled: bool) -> Iterator[str]:
    """Yield the lines of a list item, its label, where it is said, before the first."""
    label = " ".join(kid.text for kid in item.kids if isinstance(kid, Node) and kid.type == "Lbl")
    label = label if labelled else ""
    body = Node("LBody", tuple(kid for kid in item.kids if isinstance(kid, str) or kid.type != "Lbl"))
    for line in _lines(body, labels=labels):
        yield f"{label} {line}".strip()
        label = ""
    yield from _line(label)
