"""Used values that are the same in every containing block: worked out once for a style.

Each time the engine lays a box out, it asks the style for nineteen lengths and works out what they come to in
the block around it. Hardly any are percentages: of a style that has none, the lengths are always the same.
"""

from collections.abc import Callable
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout import percent

from bronbrief.pdf.engine_types import Box, Style

_SIDES = ("left", "right", "top", "bottom")
_LENGTHS = (
    *(f"margin_{side}" for side in _SIDES),
    *(f"padding_{side}" for side in _SIDES),
    *("width", "height", "min_width", "min_height", "max_width", "max_height"),
)
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)

by_engine: Callable[[Box, Any], None] = percent.resolve_percentages


def resolve_percentages(box: Box, containing_block: Box | tuple[Any, Any]) -> None:
    """Set the used lengths of a box, in place of `weasyprint.layout.percent.resolve_percentages`."""
    known, own = box.style.__dict__, box.__dict__
    if "used_values" not in known:
        known["used_values"] = _always(box.style)
    used = known["used_values"]
    if used is None or isinstance(box, boxes.PageBox):
        by_engine(box, containing_block)
    elif box.style["border_collapse"] == "collapse":  # cells have been given borders of their own
        own.update(used | {name: getattr(box, name) for name in _BORDERS if hasattr(box, name)})
    else:
        own.update(used)


def _always(style: Style) -> dict[str, object] | None:
    """Return the used lengths of a style, or None where they depend on more than the style."""
    if style["box_sizing"] != "content-box":
        return None
    used: dict[str, object] = {}
    for name in _LENGTHS:
        value = style[name]
        if value == "auto":
            used[name] = 0 if name.startswith("min_") else value
        elif isinstance(value, Dimension) and value.unit != "%":
            used[name] = value.value
        else:
            return None
    return used | {name: style[name] for name in _BORDERS}
