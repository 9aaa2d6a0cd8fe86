"""Computed values that need no computing: what a style inherits as it is, and what no rule has set.

The engine asks a style for some hundred properties, of which rules set a handful. For each of the others it
goes through all that a rule could have asked for: variables, logical directions, mathematics.
"""

from collections.abc import Callable
from typing import Any

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from bronbrief.pdf.engine_types import Style

by_engine: Callable[[Style, str], Any] = ComputedStyle.__missing__

_OWN_RULES = {"float", "display", "position", "page"} | {
    name for name in INITIAL_VALUES if name.startswith("text_decoration_")
}

_DIRECTIONS = ("block", "inline", "start", "end")


def computed_value(style: Style, name: str) -> Any:  # noqa: ANN401 - values of all types
    """Compute a property and keep it, in place of `weasyprint.css.ComputedStyle.__missing__`."""
    if name in style.cascaded or name in _OWN_RULES:
        return by_engine(style, name)
    if name in PHYSICAL_FUNCTIONS and _has_directions(style):
        return by_engine(style, name)
    if name in INHERITED or name.startswith("__"):
        if style.parent_style is None:
            return by_engine(style, name)
        value = style[name] = style.parent_style[name]
        return value
    if name in INITIAL_NOT_COMPUTED:
        return by_engine(style, name)
    value = style[name] = INITIAL_VALUES[name]
    return value


def _has_directions(style: Style) -> bool:
    """Tell whether rules may set a side of a style by the direction of text, as `margin-block-start` does."""
    known = style.__dict__
    if "has_directions" not in known:
        known["has_directions"] = any(word in name for name in style.cascaded for word in _DIRECTIONS)
    return bool(known["has_directions"])
