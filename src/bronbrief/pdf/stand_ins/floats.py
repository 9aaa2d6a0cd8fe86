"""Lines that no float reaches are not measured for one.

Once a float stands on a page, the engine works out for every line below it how narrow that could be, in case
it must move down past the float. That takes a text layout for each line, and nearly all lines are far below.
"""

from collections.abc import Callable
from typing import Any

from weasyprint.layout import preferred

from bronbrief.pdf.engine_types import Box, Context

by_engine: Callable[..., float] = preferred.inline_min_content_width


def narrowest_width(context: Context, line: Box, **how: Any) -> float:  # noqa: ANN401
    """Return how wide a line must be at least, in place of what `weasyprint.layout.inline` asks for a line.

    The width is only held against the room beside floats; from right to left, it also says where a line ends.
    """
    top = line.position_y
    apart = all(shape.position_y + shape.margin_height() < top for shape in context.excluded_shapes)
    return 0 if apart and line.style["direction"] == "ltr" else by_engine(context, line, **how)
