"""Shadow trees that a page declares (HTML, 4.12.3): shown in the place of an element's own content."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from bronbrief.intake.html.style import Styles, read_styles

_MODES = frozenset(["open", "closed"])


def read_styles_and_shadows(root: Element) -> Styles:
    """Read the styles of a page, those of each shadow tree for itself, and put the trees in their places."""
    trees = list(_detached(root))
    styles = read_styles(root)
    for _, tree in trees:
        within = read_styles(tree)
        styles.own.update(within.own)
        styles.generated.update(within.generated)
    for host, tree in trees:
        _attach(host, tree)
    return styles


def _detached(root: Element) -> Iterator[tuple[Element, Element]]:
    """Take the first shadow tree out of each element that has one; yield both."""
    for host in list(root.iter()):
        for at, child in enumerate(host):
            if child.tag == "template" and (child.get("shadowrootmode") or child.get("shadowroot")) in _MODES:
                _keep_tail(host, at)
                host.remove(child)
                yield host, child
                break


def _keep_tail(host: Element, at: int) -> None:
    tail, host[at].tail = host[at].tail, None
    if at:
        host[at - 1].tail = (host[at - 1].tail or "") + (tail or "")
    else:
        host.text = (host.text or "") + (tail or "")


def _attach(host: Element, tree: Element) -> None:
    """Show a shadow tree in an element, whose own content goes to the slots.

    What has no slot is hidden, and so is what a slot would show if nothing went there.
    """
    light = list(_nodes(host))
    host.text, host[:] = tree.text, list(tree)
    filled: set[str] = set()
    unused: list[Element] = []
    for slot in list(tree.iter("slot")):
        name = slot.get("name", "")
        given = [node for node in light if node.get("slot", "") == name]
        if name not in filled and given:
            filled.add(name)
            unused += _nodes(slot)
            slot.text, slot[:] = None, given
    rest = [*(node for node in light if node.get("slot", "") not in filled), *unused]
    if rest:
        SubElement(host, "div", {"hidden": ""}).extend(rest)


def _nodes(host: Element) -> Iterator[Element]:
    """Yield what an element holds; text becomes an element of its own."""
    yield from _text(host.text)
    for child in list(host):
        tail, child.tail = child.tail, None
        yield child
        yield from _text(tail)


def _text(words: str | None) -> Iterator[Element]:
    if words and words.strip():
        span = Element("span")
        span.text = words
        yield span
