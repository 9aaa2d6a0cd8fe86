"""Lines that were broken before are not broken again: what came of a text, a style and a width is kept.

The engine breaks the same text at the same width over and over: for the narrowest width of a cell, for a
block that it tries on two pages, for columns of several heights. Each time the text is shaped anew, which is
the dearest thing that it does. Most of a document that is set again after a change has the lines that it had,
so that those of the last document with the same typefaces are kept as well.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from weasyprint.css.functions import check_math
from weasyprint.text import line_break
from weasyprint.text.fonts import FontConfiguration

from bronbrief.pdf.engine_types import Context, Style

LONG = 4000
"""Characters: the rest of a longer text is not kept, as there is one for each of its lines."""

Broken = tuple[Any, ...]
"""A layout of the engine's at rest, and the measures of its first line."""

by_engine: Callable[..., Broken] = line_break.split_first_line
strut_by_engine: Callable[[Style], tuple[float, float]] = line_break.strut

_OF_TEXT = (
    *("white_space", "direction", "lang", "hyphens", "overflow_wrap", "word_break", "tab_size"),
    *("hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone"),
    *("letter_spacing", "word_spacing", "text_decoration_line"),
    *("font_family", "font_size", "font_style", "font_weight", "font_stretch", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric"),
    *("font_variant_alternates", "font_variant_east_asian", "font_feature_settings"),
    *("font_variation_settings", "font_language_override"),
)
"""All that the engine asks a style for when it breaks a line, in `weasyprint.text.line_break`."""


@dataclass(slots=True)
class _Lines:
    """The lines of the document that is laid out now, and of the one before it."""

    now: dict[tuple[Any, ...], Broken] = field(default_factory=dict)
    before: dict[tuple[Any, ...], Broken] = field(default_factory=dict)


_kept: WeakKeyDictionary[FontConfiguration, _Lines] = WeakKeyDictionary()


def split_first_line(text: str, style: Style, context: Context, *how: Any, **more: Any) -> Broken:  # noqa: ANN401
    """Break off a first line, in place of `weasyprint.text.line_break.split_first_line`."""
    if len(text) > LONG:
        return by_engine(text, style, context, *how, **more)
    lines = _kept.get(style.font_config)
    if lines is None:
        lines = _kept[style.font_config] = _Lines()
    key = text, _text_style(style), how, *more.items()
    found = lines.now.get(key) or lines.before.get(key)
    if found is None:
        found = by_engine(text, style, context, *how, **more)
    lines.now[key] = found
    layout, *measures = found
    return copy(layout), *measures  # drawing may put other text in it


def forget() -> None:
    """Let go of all lines but those of the document that was laid out last with each set of typefaces."""
    for lines in _kept.values():
        if lines.now:
            lines.before, lines.now = lines.now, {}


def strut(style: Style) -> tuple[float, float]:
    """Return height and baseline of a line without text, in place of `weasyprint.text.line_break.strut`.

    The engine looks for it by fourteen values of the style, written out as text.
    """
    known: tuple[float, float] | None = style.__dict__.get("strut")
    if known is None:
        known = style.strut = strut_by_engine(style)
    return known


def _text_style(style: Style) -> object:
    """Return what a style says of text: equal for styles that break every text alike.

    The engine copies a style before it changes it. What must still be computed may depend on more than these
    values: such a style is like no other.
    """
    known = style.__dict__.get("text_style")
    if known is None:
        values = [style[name] for name in _OF_TEXT]
        alone = any(map(check_math, values))
        known = style.text_style = object() if alone else tuple(map(_as_key, values))
    return known


def _as_key(value: object) -> object:
    if isinstance(value, set | frozenset):
        return frozenset(value)
    return tuple(value) if isinstance(value, list) else value
