"""Write a structure tree into a PDF, in place of the engine's (ISO 32000-1, 14.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pydyf

from bronbrief.pdf.content import PagePlan, ToUnicode, Widths, rewrite
from bronbrief.pdf.engine_types import Box, Pdf, PdfObject
from bronbrief.pdf.roles import ROLES
from bronbrief.pdf.tree import Fragment, Node, Run, Structure, Value

Marks = Mapping[Box, int]
"""What the engine marked on a page: from box to MCID."""


class UnmarkedContentError(Exception):
    """Content of the tree was drawn where no mark can reach it, inside a transparency group."""


def write_structure(
    pdf: Pdf, structure: Structure, marks: Sequence[Marks], glyphs: ToUnicode, widths: Widths
) -> None:
    """Rewrite the pages' marks, and write the tree, its parent tree and its identifiers.

    `marks` holds, for each page, the MCID that the engine gave each box. Raises UnmarkedContentError.
    """
    pages = [pdf.objects[int(number)] for number in pdf.pages["Kids"][::3]]
    plans = _plans(structure, marks)
    writer = _Writer(pdf, pages)
    for page, plan in zip(pages, plans, strict=True):
        content = pdf.objects[int(page["Contents"].split()[0])]
        content.stream, owners = rewrite(content.stream, plan, glyphs, widths)
        writer.owners.append(owners)
    lost = [run for plan in plans for _, run in plan.runs.values() if run.mcid is None]
    if lost:
        raise UnmarkedContentError(lost[0].text)
    writer.write(structure.root)


def _plans(structure: Structure, marks: Sequence[Marks]) -> list[PagePlan]:
    plans = [PagePlan() for _ in marks]
    for node in structure.root.nodes():
        for run in [kid for kid in node.kids if isinstance(kid, Run)]:
            number = marks[run.page].get(run.box)
            if number is None:  # laid out but not drawn, such as hidden text
                node.kids.remove(run)
            else:
                plans[run.page].runs[number] = (node, run)
    for artifact in structure.artifacts:
        number = marks[artifact.run.page].get(artifact.run.box)
        if number is not None:
            plans[artifact.run.page].artifacts[number] = artifact
    return plans


@dataclass(slots=True)
class _Writer:
    pdf: Pdf
    pages: list[PdfObject]
    owners: list[list[Node]] = field(default_factory=list)
    annotations: list[tuple[bytes, PdfObject]] = field(default_factory=list)
    identifiers: dict[str, bytes] = field(default_factory=dict)
    written: dict[Node, PdfObject] = field(default_factory=dict)

    def write(self, root: Node) -> None:
        """Write the tree under the engine's root, whose own tree is empty."""
        tree = self._object(self.pdf.catalog["StructTreeRoot"])
        document = self._object(tree["K"][0])
        for node in root.nodes():  # kids are named by reference, so all objects come first
            element = document if node is root else pydyf.Dictionary({"Type": "/StructElem"})
            if node is not root:
                self.pdf.add_object(element)
            self.written[node] = element
        if used := {node.type for node in root.nodes()} & ROLES.keys():
            tree["RoleMap"] = pydyf.Dictionary({kind: f"/{ROLES[kind]}" for kind in sorted(used)})
        self._element(root, tree)
        self._parents(tree)
        if self.identifiers:
            names = pydyf.Array()
            for key, reference in sorted(self.identifiers.items()):
                names.extend([pydyf.String(key), reference])
            tree["IDTree"] = pydyf.Dictionary({"Names": names})

    def _object(self, reference: bytes) -> PdfObject:
        return self.pdf.objects[int(reference.split()[0])]

    def _element(self, node: Node, parent: PdfObject) -> None:
        element = self.written[node]
        element.update({"S": f"/{node.type}", "P": parent.reference})
        page = next((kid.page for kid in node.kids if isinstance(kid, Run | Fragment)), None)
        if page is not None:
            element["Pg"] = self.pages[page].reference
        for key, text in (("Lang", node.lang), ("Alt", node.alt), ("E", node.expansion), ("ID", node.id)):
            if text:
                element[key] = pydyf.String(text)
        if node.id:
            self.identifiers[node.id] = element.reference
        if node.attributes:
            element["A"] = _attributes(node.attributes)
        element["K"] = self._kids(node, page)
        for kid in node.kids:
            if isinstance(kid, Node):
                self._element(kid, element)

    def _kids(self, node: Node, page: int | None) -> PdfObject:
        kids, last = pydyf.Array(), None
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self.written[kid].reference)
            elif isinstance(kid, Fragment):
                if kid.box.link_annotation is not None:  # else it leads nowhere, and the engine said so
                    kids.append(self._annotation(node, kid))
            elif (kid.page, kid.mcid) != last:
                kids.append(self._marked(kid, page))
            last = (kid.page, kid.mcid) if isinstance(kid, Run) else None
        return kids

    def _marked(self, run: Run, page: int | None) -> PdfObject:
        if run.page == page:
            return run.mcid
        reference = self.pages[run.page].reference
        return pydyf.Dictionary({"Type": "/MCR", "Pg": reference, "MCID": run.mcid})

    def _annotation(self, node: Node, fragment: Fragment) -> PdfObject:
        annotation = fragment.box.link_annotation
        annotation["Contents"] = pydyf.String(_spoken(node))
        self.annotations.append((self.written[node].reference, annotation))
        page = self.pages[fragment.page].reference
        return pydyf.Dictionary({"Type": "/OBJR", "Pg": page, "Obj": annotation.reference})

    def _parents(self, tree: PdfObject) -> None:
        """Write the way back from marked content and annotations to their elements."""
        numbers = self._object(tree["ParentTree"])["Nums"]
        numbers.clear()
        for page, owners in enumerate(self.owners):
            numbers.extend([page, pydyf.Array(self.written[owner].reference for owner in owners)])
        for key, (reference, annotation) in enumerate(self.annotations, start=len(self.owners)):
            numbers.extend([key, reference])
            annotation["StructParent"] = key
        tree["ParentTreeNextKey"] = len(self.owners) + len(self.annotations)


def _spoken(link: Node) -> str:
    """Return what a reader says of a link: its label or text, and the address it leads to if outside."""
    element = link.element
    attributes = element.attrib if element is not None else {}
    text = attributes.get("aria-label") or link.text() or attributes.get("title") or ""
    address = attributes.get("href", "")
    if address.startswith("#") or text == address:
        return text or address.removeprefix("#")
    return f"{text} ({address})" if text else address


def _attributes(attributes: Mapping[str, Mapping[str, Value]]) -> PdfObject:
    objects = pydyf.Array()
    for owner, values in attributes.items():
        entries = {key: _value(value) for key, value in values.items()}
        objects.append(pydyf.Dictionary({"O": f"/{owner}", **entries}))
    return objects if len(objects) > 1 else objects[0]


def _value(value: Value) -> PdfObject:
    if not isinstance(value, tuple):
        return value
    return pydyf.Array(pydyf.String(item) if isinstance(item, str) else item for item in value)
