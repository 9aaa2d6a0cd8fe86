"""Short names for elements and attributes of OpenDocument: `text:p`, `fo:color` (ODF 1.3, part 3, 1.4)."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

_SPACE = re.compile(r"\{([^}]*)\}(.*)")
_ODF = re.compile(r"urn:oasis:names:tc:opendocument:xmlns:([a-z-]+):1\.0")
_SHORTER = {"xsl-fo-compatible": "fo", "svg-compatible": "svg", "drawing": "draw"}
_OTHERS = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
}
_NOT_SHOWN = frozenset(
    """
    office:change-info office:binary-data office:event-listeners dc:creator dc:date meta:creator-initials
    loext:sender-initials text:number math:annotation math:annotation-xml text:tracked-changes
    """.split()
)


def short(name: str) -> str:
    """Return the short name of an element or attribute; that of an unknown space has no prefix."""
    found = _SPACE.fullmatch(name)
    if found is None:
        return name
    space = _ODF.fullmatch(found[1])
    prefix = _SHORTER.get(space[1], space[1]) if space else _OTHERS.get(found[1], "")
    return f"{prefix}:{found[2]}"


def shorten(root: Element) -> Element:
    """Give all of a tree short names, and return it."""
    for one in root.iter():
        if isinstance(one.tag, str):
            one.tag = short(one.tag)
            renamed = {short(name): value for name, value in one.items()}
            one.attrib.clear()
            one.attrib.update(renamed)
    return root


def is_shown(tag: object) -> bool:
    """Tell whether an element may hold text that a reader sees, or a comment."""
    return isinstance(tag, str) and tag not in _NOT_SHOWN and not tag.endswith(("-source", "-decls"))


def raw_text(element: Element) -> str:
    """Return all the text in an element, whoever sees it, a space between paragraphs."""
    return "".join(_raw(element)).strip()


def _raw(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if is_shown(child.tag):
            yield " " if child.tag in {"text:p", "text:h", "text:s", "text:tab", "text:line-break"} else ""
            yield from _raw(child)
        yield child.tail or ""
