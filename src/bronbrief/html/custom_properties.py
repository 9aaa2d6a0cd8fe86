"""The custom properties of a workspace's style sheets, for whoever sets them anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import tinycss2

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.styles import with_short_numbers
from bronbrief.core.workspace import TEMPLATES, FileProblemError, Workspace
from bronbrief.html.colours import BLACK, house_colours
from bronbrief.html.finishing import Medium
from bronbrief.html.templates import FILE_LIMIT, HOUSE, SHARED, load_sheet

Kind = Literal["colour", "type", "length", "other"]
_UNITS = frozenset({"mm", "cm", "in", "pt", "px", "rem", "em"})
NIGHT = "night-"


@dataclass(frozen=True, slots=True)
class CustomProperty:
    """A custom property without its dashes, as `:root` has it; the value of a colour of the house is empty.

    `kind` tells how it can be shown, `own` that `templates/house.css` sets it.
    """

    name: str
    value: str
    kind: Kind
    own: bool


def custom_properties(workspace: Workspace, medium: Medium) -> Outcome[tuple[CustomProperty, ...]]:
    """Return the colours of the house, and every property that the shared style sheet or the house's sets."""
    sheet = load_sheet(workspace, SHARED)
    if sheet.value is None:
        return Outcome(None, sheet.diagnostics)
    own = dict(_set_at_root(_house(workspace)))
    colours = house_colours(BLACK, BLACK)
    given = {name: "" for name in colours if medium == "screen" or not name.startswith(NIGHT)}
    given |= dict(_set_at_root(sheet.value.styles[medium])) | own
    return Outcome(
        tuple(
            CustomProperty(name, value, "colour" if name in colours else _kind(name, value), name in own)
            for name, value in given.items()
        )
    )


def _house(workspace: Workspace) -> str:
    try:
        return workspace.read(f"{TEMPLATES}/{HOUSE}", FILE_LIMIT).decode(errors="replace")
    except FileProblemError:
        return ""


def _set_at_root(style: str) -> Iterator[tuple[str, str]]:
    """Yield the custom properties that a style sheet gives all of a page, outside of conditions."""
    for rule in tinycss2.parse_stylesheet(
        with_short_numbers(style), skip_comments=True, skip_whitespace=True
    ):
        if rule.type != "qualified-rule" or tinycss2.serialize(rule.prelude).strip() not in (":root", "html"):
            continue
        for one in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if one.type == "declaration" and one.name.startswith("--"):
                yield one.name.removeprefix("--"), tinycss2.serialize(one.value).strip()


def _kind(name: str, value: str) -> Kind:
    first = tinycss2.parse_one_component_value(value)
    if name.startswith("size-"):
        return "type"
    if first.type == "dimension" and first.lower_unit in _UNITS:
        return "length"
    if first.type == "hash" or (
        first.type == "function" and first.lower_name.startswith(("rgb", "hsl", "var"))
    ):
        return "colour"
    return "other"
