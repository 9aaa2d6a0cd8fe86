"""Links: which annotations the engine shall write, and what each is called."""

from bronbrief.pdf.engine_types import Document
from bronbrief.pdf.tree import Fragment, Node, Structure


def keep_links(document: Document, structure: Structure) -> None:
    """Leave on each page only the links of the tree, one for each line that a link stands on.

    The engine would add one more for every element inside a link, and those of page furniture, which
    belong to no structure element (ISO 14289-1, 7.18.5).
    """
    wanted = {
        id(kid.box) for node in structure.root.nodes() for kid in node.kids if isinstance(kid, Fragment)
    }
    for page in document.pages:
        page.links = [link for link in page.links if id(link[3]) in wanted]


def spoken(link: Node) -> str:
    """Return what a reader says of a link: its label or text, and the address it leads to if outside."""
    element = link.element
    attributes = element.attrib if element is not None else {}
    text = attributes.get("aria-label") or link.text() or attributes.get("title") or ""
    address = attributes.get("href", "")
    if address.startswith("#") or text == address:
        return text or address.removeprefix("#")
    return f"{text} ({address})" if text else address
