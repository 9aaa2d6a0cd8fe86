"""How the items of a list are numbered (ISO 32000-1, table 347)."""

from xml.etree.ElementTree import Element

from bronbrief.pdf.engine_types import Box

NUMBERINGS = {
    "disc": "/Disc",
    "circle": "/Circle",
    "square": "/Square",
    "decimal": "/Decimal",
    "decimal-leading-zero": "/Decimal",
    "lower-alpha": "/LowerAlpha",
    "lower-latin": "/LowerAlpha",
    "upper-alpha": "/UpperAlpha",
    "upper-latin": "/UpperAlpha",
    "lower-roman": "/LowerRoman",
    "upper-roman": "/UpperRoman",
    "none": "/None",
}


def numbering(element: Element, box: Box) -> str:
    """Return the ListNumbering of a list; others count as a bullet, or a number in `ol`."""
    if element.tag == "dl":
        return "/None"
    style = box.style["list_style_type"]
    own = "/Decimal" if element.tag == "ol" else "/Disc"
    return NUMBERINGS.get(style, own) if isinstance(style, str) else own
