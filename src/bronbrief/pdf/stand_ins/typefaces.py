"""What Pango is told of a style's typeface: put together once for a style, not for every text set in it."""

from collections.abc import Callable
from typing import Any

from weasyprint.text import fonts

from bronbrief.pdf.engine_types import Style

by_engine: Callable[[Style], Any] = fonts.get_font_description


def font_description(style: Style) -> Any:  # noqa: ANN401 - a pointer
    """Describe the typeface of a style, in place of `weasyprint.text.fonts.get_font_description`.

    Pango copies what it is given.
    """
    known = style.__dict__
    if "font_description" not in known:
        known["font_description"] = by_engine(style)
    return known["font_description"]
