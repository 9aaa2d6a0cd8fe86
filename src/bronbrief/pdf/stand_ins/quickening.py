"""What stands in for functions of the engine: the same values from less work, and columns of the same text.

Each stand-in says what it leaves out and why nothing else comes of it; tests hold each against the engine's
own. They are made for one version of the engine, and another one works without them.
"""

import sys
from collections.abc import Callable
from typing import Any

import weasyprint
from weasyprint.css import ComputedStyle
from weasyprint.layout import inline

from bronbrief.pdf.stand_ins import columns, computedvalues, floats, linebreaking, typefaces, usedvalues

MADE_FOR = "70."

STAND_INS: tuple[tuple[Callable[..., Any], Callable[..., Any]], ...] = (
    (columns.by_engine, columns.lay_out_columns),
    (linebreaking.by_engine, linebreaking.split_first_line),
    (linebreaking.strut_by_engine, linebreaking.strut),
    (typefaces.by_engine, typefaces.font_description),
    (usedvalues.by_engine, usedvalues.resolve_percentages),
)
"""Pairs of a function of the engine and of ours, which stands in wherever the engine calls its own."""


def quicken() -> None:
    """Have the engine call our functions in place of its own, wherever it has them under a name."""
    if not weasyprint.__version__.startswith(MADE_FOR):
        return
    ComputedStyle.__missing__ = computedvalues.computed_value
    inline.inline_min_content_width = floats.narrowest_width  # there alone: cells ask for real widths
    ours = {id(by_engine): stand_in for by_engine, stand_in in STAND_INS}
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint."):
            for held, value in list(vars(module).items()):
                if id(value) in ours:
                    setattr(module, held, ours[id(value)])
