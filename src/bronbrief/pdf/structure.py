"""Build the structure tree of a typeset document, anew, from the boxes and the HTML they came from.

The engine tags page by page, so that a paragraph over two pages becomes two. Here an HTML element has one
structure element, however many boxes on however many pages show it. Rules of which element becomes what
are in `roles`; what is left out is told in `tree`; table headers are in `tables`.
"""

from dataclasses import dataclass, field, replace
from itertools import pairwise
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes

from bronbrief.pdf.engine_types import Box, Document, HtmlElement
from bronbrief.pdf.roles import (
    GROUPING,
    INLINE,
    SVG,
    Dom,
    alternative,
    chain,
    is_decoration,
    is_image,
    numbering,
    sole_image,
)
from bronbrief.pdf.tree import Artifact, Fragment, Node, Run, Structure, furniture, is_ornament, repeats

PIXEL = 0.75
"""Points in a CSS pixel."""
_BLOCKS = (boxes.BlockLevelBox, boxes.TableCellBox)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a walk through the boxes stands.

    `node` takes what comes, or is None in what readers pass over; `block` is the element whose lines are
    being read; `lang` is the language in force.
    """

    node: Node | None
    block: Element | None
    lang: str
    page: int
    artifact: str = ""


def build_structure(document: Document, html: HtmlElement, lang: str) -> Structure:
    """Build the tree of a document that the engine has laid out but not yet drawn.

    `document` is a `weasyprint.Document`, `html` its root element, `lang` the language of the whole.
    """
    builder = _Builder(Dom(html))
    for number, page in enumerate(document.pages):
        builder.height = page.height
        builder.walk(page._page_box, Spot(builder.root, None, lang, number))  # noqa: SLF001
    _prune(builder.root)
    return Structure(builder.root, builder.artifacts, builder.inline, builder.boxed)


@dataclass(slots=True)
class _Builder:
    dom: Dom
    root: Node = field(default_factory=lambda: Node("Document"))
    opened: dict[Element, tuple[Node, ...]] = field(default_factory=dict)
    calls: dict[Element, Node] = field(default_factory=dict)
    first_page: dict[Element, int] = field(default_factory=dict)
    artifacts: list[Artifact] = field(default_factory=list)
    inline: set[Element] = field(default_factory=set)
    boxed: set[Element] = field(default_factory=set)
    silent: dict[Element, bool] = field(default_factory=dict)
    height: float = 0

    def walk(self, box: Box, spot: Spot) -> None:
        """Place a box and all that is in it."""
        box = getattr(box, "_box", box)  # absolutely placed boxes come in a wrapper
        spot = self._enter(box, spot)
        if isinstance(box, boxes.TextBox):
            self._text(box, spot)
            return
        if box.link is not None and box.element_tag == "a":
            self._link(box, spot)
        if isinstance(box, boxes.ReplacedBox):
            self._image(box, spot)
        for child in box.all_children():
            self.walk(child, spot)

    def _enter(self, box: Box, spot: Spot) -> Spot:
        """Return the spot inside a box: in its element's structure element, or in none."""
        if isinstance(box, boxes.MarginBox):
            return replace(spot, node=None, artifact=furniture(box))
        element = box.element
        if element is None or isinstance(box, boxes.PageBox):
            return spot
        spoken = spot.node is not None and not self._is_silent(element)
        self._note_display(box, spoken=spoken)
        if isinstance(box, _BLOCKS) and element is not spot.block and element not in self.inline:
            spot = replace(spot, block=element)
        if not spoken:
            return replace(spot, node=None)
        if repeats(box, self.first_page, spot.page):
            return replace(spot, node=None, artifact="Header" if box.is_header else "Footer")
        if "::" in box.element_tag:
            return self._enter_pseudo(box, spot)
        return self._enter_element(box, spot)

    def _is_silent(self, element: Element) -> bool:
        """Tell whether readers pass over an element: asked for each of its boxes, found out once."""
        if element not in self.silent:
            self.silent[element] = is_decoration(element)
        return self.silent[element]

    def _note_display(self, box: Box, *, spoken: bool) -> None:
        element = box.element
        if spoken:
            self.boxed.add(element)
        own = box.element_tag == element.tag
        if own and isinstance(box, boxes.InlineLevelBox) and not isinstance(box, boxes.TextBox):
            self.inline.add(element)

    def _enter_pseudo(self, box: Box, spot: Spot) -> Spot:
        """Give a list marker its Lbl; other generated content stays with its element."""
        kind = box.element_tag.partition("::")[2]
        chained = self.opened.get(box.element, ())
        if kind in ("marker", "footnote-marker") and chained:
            outer = chained[0]
            label = next((kid for kid in outer.kids if isinstance(kid, Node) and kid.type == "Lbl"), None)
            if label is None:
                label = Node("Lbl")
                outer.kids.insert(0, label)
            return replace(spot, node=label)
        if kind == "footnote-call" and spot.node is not None:
            return replace(spot, node=self._call(box.element, spot))
        return spot

    def _call(self, element: Element, spot: Spot) -> Node:
        """Return the Reference where a page footnote is called, and keep the Note's place after it."""
        if element not in self.calls:
            reference = self.calls[element] = Node("Reference")
            home = self._home("Reference", spot)
            home.kids.append(reference)
            note = Node("Note", element, id=element.get("id") or f"note-{len(self.calls)}")
            home.kids.append(note)
            self.opened[element] = (note,)
        return self.calls[element]

    def _enter_element(self, box: Box, spot: Spot) -> Spot:
        element = box.element
        lang = element.get("lang") or spot.lang
        if element not in self.opened:
            self.opened[element] = self._open(box, spot, lang)
        chained = self.opened[element]
        node = chained[-1] if chained else spot.node
        return spot if node is spot.node and lang == spot.lang else replace(spot, node=node, lang=lang)

    def _open(self, box: Box, spot: Spot, lang: str) -> tuple[Node, ...]:
        """Make the structure elements of an HTML element and hang them in the tree."""
        element, types = box.element, chain(self.dom, box.element)
        if not types and lang != spot.lang and element.tag not in ("html", "body", SVG):
            types = ("Span",) if element in self.inline else ("Div",)
        if not types:
            return ()
        nodes = tuple(Node(kind, element) for kind in types)
        for outer, inner in pairwise(nodes):
            outer.kids.append(inner)
        self._place(nodes[0], spot)
        if lang != spot.lang:
            nodes[0].lang = lang
        self._describe(box, nodes)
        return nodes

    def _place(self, node: Node, spot: Spot) -> None:
        """Hang a new element under the one that takes it."""
        element = node.element
        if node.type == "Caption" and element is not None and element.tag == "figcaption":
            table = self._table_of(element, spot)
            if table is not None:
                table.kids.append(node)
                return
        home = self._home(node.type, spot)
        if element is not None and element.tag in ("dt", "dd"):
            home = _group(home, node.type)
        home.kids.append(node)

    def _table_of(self, caption: Element, spot: Spot) -> Node | None:
        """Return the Table of the figure that a caption stands in, where that is what the figure shows."""
        figure = self.dom.closest(caption, lambda above: above.tag == "figure")
        table = figure.find(".//table") if figure is not None and sole_image(figure) is None else None
        if table is None:
            return None
        if table not in self.opened:  # the caption stands above its table
            self.opened[table] = (Node("Table", table),)
            self._place(self.opened[table][0], spot)
        return self.opened[table][0]

    def _home(self, kind: str, spot: Spot) -> Node:
        """Return the element that takes an inline element or text: in grouping elements, a paragraph."""
        node = spot.node or self.root
        inline = kind in INLINE or kind == "text"
        if not inline or node.type not in GROUPING or (node.type == "TOCI" and kind == "Reference"):
            return node
        last = node.kids[-1] if node.kids else None
        if isinstance(last, Node) and last.type == "P" and last.element is spot.block:
            return last
        paragraph = Node("P", spot.block)
        node.kids.append(paragraph)
        return paragraph

    def _describe(self, box: Box, nodes: tuple[Node, ...]) -> None:
        """Set what some elements must say beside their content."""
        element, inner = box.element, nodes[-1]
        if inner.type == "Note":
            inner.id = element.get("id") or f"note-{len(self.opened)}"
        elif inner.type == "L":
            inner.set("List", ListNumbering=numbering(element, box))
        elif inner.type == "Span" and element.tag == "abbr" and element.get("title"):
            inner.expansion = element.get("title")
        elif inner.type == "Figure":
            image = element if is_image(element) else sole_image(element)
            inner.alt = alternative(image) if image is not None else None

    def _text(self, box: Box, spot: Spot) -> None:
        pseudo = (box.element_tag or "").partition("::")[2]
        generated = pseudo not in ("", "first-letter", "first-line")
        run = Run(box, spot.page, box.element, box.text, generated=generated)
        marker = spot.node is not None and spot.node.type in ("Lbl", "Reference")
        if spot.node is None or not box.text.strip() or (generated and not marker and is_ornament(box)):
            self.artifacts.append(Artifact(run, spot.artifact))
            return
        self._home("text", spot).kids.append(run)

    def _link(self, box: Box, spot: Spot) -> None:
        link = spot.node
        if link is not None and link.type == "Link" and box.width and box.height:
            link.kids.append(Fragment(box, spot.page))

    def _image(self, box: Box, spot: Spot) -> None:
        run = Run(box, spot.page, box.element)
        if spot.node is None or spot.node.type != "Figure":
            self.artifacts.append(Artifact(run, spot.artifact))
            return
        x, y = box.content_box_x(), box.content_box_y()
        corners = (x, self.height - y - box.height, x + box.width, self.height - y)
        placement = "/Inline" if box.element in self.inline else "/Block"
        spot.node.set("Layout", BBox=tuple(round(edge * PIXEL, 3) for edge in corners), Placement=placement)
        spot.node.kids.append(run)


def _group(terms: Node, kind: str) -> Node:
    """Return the LI of a description list that takes a term (Lbl) or a description (LBody)."""
    last = terms.kids[-1] if terms.kids else None
    described = isinstance(last, Node) and any(isinstance(k, Node) and k.type == "LBody" for k in last.kids)
    if not isinstance(last, Node) or (kind == "Lbl" and described):
        last = Node("LI")
        terms.kids.append(last)
    return last


def _prune(node: Node) -> None:
    """Drop elements without content, but keep empty cells; a Div around one paragraph is that paragraph."""
    for kid in node.kids:
        if isinstance(kid, Node):
            _prune(kid)
    keep = ("TD", "TH")
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or kid.kids or kid.type in keep]
    only = node.kids[0] if len(node.kids) == 1 else None
    if node.type == "Div" and isinstance(only, Node) and only.type == "P" and only.lang is None:
        node.type, node.kids = "P", only.kids
