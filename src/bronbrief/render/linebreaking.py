"""Lines that were broken before are not broken again: what came of a text, a style and a width is kept.

The engine breaks the same text at the same width over and over: for the narrowest width of a cell, for a
block that it tries on two pages, for columns of several heights. Each time the text is shaped anew, which is
the dearest thing that it does. What is kept belongs to one document and goes with it.
"""

from collections.abc import Callable
from copy import copy
from typing import Any
from weakref import WeakKeyDictionary

from weasyprint.text import line_break

from bronbrief.render.enginetypes import Context, Style

LONG = 4000
"""Characters: the rest of a longer text is not kept, as there is one for each of its lines."""

Broken = tuple[Any, ...]
"""A layout of the engine's at rest, and the measures of its first line."""

by_engine: Callable[..., Broken] = line_break.split_first_line
strut_by_engine: Callable[[Style], tuple[float, float]] = line_break.strut
_kept: WeakKeyDictionary[Context, dict[tuple[Any, ...], tuple[Style, Broken]]] = WeakKeyDictionary()


def split_first_line(text: str, style: Style, context: Context, *how: Any, **more: Any) -> Broken:  # noqa: ANN401
    """Break off a first line, in place of `weasyprint.text.line_break.split_first_line`.

    A style is known by its identity: the engine copies a style before it changes it.
    """
    if len(text) > LONG:
        return by_engine(text, style, context, *how, **more)
    kept = _kept.get(context)
    if kept is None:
        kept = _kept[context] = {}
    key = text, id(style), how, *more.items()
    found = kept.get(key)
    if found is None:
        made = by_engine(text, style, context, *how, **more)
        found = kept[key] = style, made  # with the style, so that no other one gets its id
    layout, *measures = found[1]
    return copy(layout), *measures  # drawing may put other text in it


def forget() -> None:
    """Let go of all lines: the documents that are laid out need them no more."""
    _kept.clear()


def strut(style: Style) -> tuple[float, float]:
    """Return height and baseline of a line without text, in place of `weasyprint.text.line_break.strut`.

    The engine looks for it by fourteen values of the style, written out as text.
    """
    known: tuple[float, float] | None = style.__dict__.get("strut")
    if known is None:
        known = style.strut = strut_by_engine(style)
    return known
