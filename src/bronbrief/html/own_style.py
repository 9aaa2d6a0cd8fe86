"""The style that a page is given before its template's: typefaces, colours of the house, running heads."""

import re
from collections.abc import Mapping

from bronbrief.brief.model import HouseStyle
from bronbrief.html.colours import house_colours
from bronbrief.html.finishing import Medium
from bronbrief.html.fonts import FontSet
from bronbrief.html.webfonts import print_faces, screen_faces

FIELD = re.compile(r"\{(page|pages)\}")


def own_style(
    house: HouseStyle,
    fonts: FontSet,
    medium: Medium,
    running: Mapping[str, str] | None = None,
    *,
    hyphens: bool = False,
) -> str:
    """Write the font-face rules, and the house style as custom properties; on paper those of `running` too.

    With `hyphens` the typefaces have glyphs for all hyphens.
    """
    faces, properties = screen_faces, house_colours(house.accent, house.ink)
    if medium == "print":
        faces = print_faces
        properties |= running or {}
    root = "".join(f"--{name}:{value};" for name, value in properties.items())
    return f"{faces(fonts, hyphens=hyphens)}:root{{{root}}}"


def running_heads(title: str, house: str, version: str, page_of: str) -> dict[str, str]:
    """Return the words of running heads and feet as CSS values; `page_of` has fields for the two numbers."""
    pieces = FIELD.split(page_of)
    pages = (f" counter({piece}) " if at % 2 else css_string(piece) for at, piece in enumerate(pieces))
    return {
        "running-title": css_string(title),
        "running-house": css_string(house),
        "running-version": css_string(version),
        "running-page": "".join(pages),
    }


def css_string(text: str) -> str:
    """Write a text as a CSS string, all but letters, digits and spaces escaped (CSS Syntax 3, 4.3.7)."""
    escaped = (char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in text)
    return '"' + "".join(escaped) + '"'
