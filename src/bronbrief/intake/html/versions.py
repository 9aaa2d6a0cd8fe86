"""Two versions in one page: deleted, struck and inserted text, of which the author chooses one."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from bronbrief.core.diagnostics import clip
from bronbrief.intake.extractors import ExtractionError
from bronbrief.intake.html.shown import Shown, local_name
from bronbrief.intake.html.walk import BLOCKS

_GONE = {"accept": frozenset(["deleted", "struck"]), "reject": frozenset(["inserted"])}
_CHOICE = {"accept": "accepted", "reject": "rejected"}
_SIGNS = {"deleted": ("[-", "-]"), "struck": ("[-", "-]"), "inserted": ("{+", "+}")}
_PLACES, _LENGTH = 12, 200


def choose(
    root: Element, shown: Shown, apart: Mapping[Element, str], changes: str
) -> tuple[dict[Element, str], dict[str, str]]:
    """Return what to leave out with the reason, and the choice as it stands in the record.

    Raises ExtractionError where a text is deleted or struck and the author did not choose. A page that
    only marks what is new shows one version.
    """
    marked = list(_marked(root, shown, apart))
    if not {shown.marks[one] for one in marked} & (_GONE.get(changes) or _GONE["accept"]):
        return {}, ({"changes": _CHOICE[changes]} if changes and marked else {})
    if not changes:
        raise ExtractionError("document-two-versions", differences=_differences(root, marked, shown.marks))
    gone = {one: shown.marks[one] for one in marked if shown.marks[one] in _GONE[changes]}
    return gone, {"changes": _CHOICE[changes]}


def _marked(root: Element, shown: Shown, apart: Mapping[Element, str]) -> Iterator[Element]:
    """Yield the outermost marked elements that a reader sees, in order."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element in apart:
            continue
        if element in shown.marks and element not in shown.unseen and "".join(element.itertext()).strip():
            yield element
        else:
            stack.extend(reversed(element))


def _differences(root: Element, marked: list[Element], marks: Mapping[Element, str]) -> tuple[str, ...]:
    """Show the blocks that hold marked text, a line for each, with the marks in it."""
    parent = {child: one for one in root.iter() for child in one}
    signs = {one: _SIGNS[marks[one]] for one in marked}
    blocks: dict[Element, None] = {}
    for one in marked:
        block = one
        while local_name(block) not in BLOCKS and block in parent:
            block = parent[block]
        blocks[block] = None
    return tuple(clip(_line(block, signs), _LENGTH) for block in list(blocks)[:_PLACES])


def _line(block: Element, signs: Mapping[Element, tuple[str, str]]) -> str:
    parts: list[str] = []
    stack: list[str | Element] = [block]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
        elif local_name(node):
            opening, closing = signs.get(node, ("", ""))
            below: list[str | Element] = [opening, node.text or ""]
            for child in node:
                below += [child, child.tail or ""]
            stack.extend(reversed([*below, closing]))
    return "".join(parts)
