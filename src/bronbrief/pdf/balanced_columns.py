"""Balanced columns in half the layouts: the only function of WeasyPrint that ours replaces.

WeasyPrint begins at the height that the columns would have if text could break anywhere, and lays all of them
out again for every few pixels more until everything fits. Here the least height at which everything fits is
searched by bisection, and WeasyPrint then lays out the columns at that height.

Measured with WeasyPrint 70.0 on the factsheet `achtergrond-belarus-rusland`, processor seconds of one PDF,
medians of three rounds in turn after the first: 0.74 with and 0.87 without; 45 layouts of a column in place
of 85. Where a block that must not break is most of the content, it is 33 in place of 492. Notes and sources
stand in such columns in every template. Each line stands in the column that the engine puts it in, and at
most `TOLERANCE` higher or lower.

`docs/upstream/balanced-columns.md` is to be offered upstream. Once a release bisects, this module goes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.layout import block
from weasyprint.layout.column import _create_column_box
from weasyprint.layout.percent import percentage

from bronbrief.pdf.engine_types import Box, Context

TOLERANCE = 8.0
"""CSS pixels, half a line: the height found is at most this much above the least one."""

original: Callable[..., Any] = block.columns_layout
"""WeasyPrint's own function, which still lays out every box with columns."""


def lay_out_columns(context: Context, box: Box, bottom_space: float, *rest: Any) -> Any:  # noqa: ANN401
    """Lay out a box with columns, in place of `weasyprint.layout.column.columns_layout`."""
    skip_stack, containing_block, _, _, _, margins, *styles = rest
    if _is_plain(context, box):
        top = box.content_box_y() + block.collapse_margin(margins)
        room = context.page_bottom - top - bottom_space
        trial = _Trial(context, _measured(box, containing_block), top, skip_stack, containing_block, styles)
        least = trial.least(room) if room > 0 else None
        if least is not None:
            box = box.copy()
            box.style = box.style.copy()
            box.style["column_fill"] = "auto"
            bottom_space += room - least
    return original(context, box, bottom_space, *rest)


def _is_plain(context: Context, box: Box) -> bool:
    """Tell whether nothing but balanced columns of one run of children is asked for."""
    style = box.style
    return (
        style["column_fill"] == "balance"
        and style["column_count"] != "auto"
        and style["column_width"] == "auto"
        and style["height"] == "auto"
        and style["position"] != "relative"
        and context.current_footnote_area.height == "auto"
        and all(child.style["column_span"] != "all" for child in box.children)
        and not any(inner.footnote for inner in box.descendants())
    )


def _measured(box: Box, containing_block: Box) -> Box:
    """Return a copy of a box that knows how wide it is."""
    copy = box.copy()
    block.block_level_width(copy, containing_block)
    return copy


@dataclass(frozen=True, slots=True)
class _Trial:
    """Columns laid out to see whether all fits, and thrown away."""

    context: Context
    box: Box
    top: float
    skip_stack: Any
    containing_block: Box
    styles: Sequence[Any]

    def least(self, room: float) -> float | None:
        """Return the least height at which all fits, within `TOLERANCE`; None where not all fits.

        What fits into a height fits, broken at the same places, into what its highest column takes of it.
        """
        taken = self._taken(room)
        if taken is None:
            return None
        low, high, step = sum(taken) / self._count, min(room, max(taken)), 2 * TOLERANCE
        while high - low > TOLERANCE:
            height = low + min(step, (high - low) / 2)
            taken = self._taken(height)
            if taken is None:
                low, step = height, 2 * step
            else:
                high = min(height, max(taken))
        return high

    @property
    def _count(self) -> int:
        return int(self.box.style["column_count"])

    def _taken(self, height: float) -> list[float] | None:
        """Return how much of a height each column takes, margins and all; None where not all fits."""
        context = self.context
        shapes, in_column, context.in_column = len(context.excluded_shapes), context.in_column, True
        columns, fits = self._columns(height)
        context.in_column = in_column
        block.remove_placeholders(context, columns, [], [])
        del context.excluded_shapes[shapes:]
        return [self._end(column) - self.top for column in columns] if fits else None

    def _columns(self, height: float) -> tuple[list[Box], bool]:
        """Lay out columns of a height, and tell whether they hold all."""
        model, rest = self._model()
        bottom_space = self.context.page_bottom - self.top - height
        columns: list[Box] = []
        for _ in range(self._count):
            column, rest, *_ = block.block_box_layout(
                self.context,
                model,
                bottom_space,
                rest,
                self.containing_block,
                False,  # noqa: FBT003 - whether the page is empty
                [],
                [],
                [],
                *self.styles,
                discard=False,
                max_lines=None,
            )
            if column is None:
                return columns, False
            columns.append(column)
            if rest is None:
                return columns, True
        return columns, False

    def _model(self) -> tuple[Box, Any]:
        """Return a column with all that is left to lay out, and where in its first child to go on."""
        first = next(iter(self.skip_stack)) if self.skip_stack else 0
        rest = {0: self.skip_stack[first]} if self.skip_stack else None
        style, box = self.box.style, self.box
        gap = style["column_gap"]
        gap = style["font_size"] if gap == "normal" else percentage(gap, style, box.width)
        width = max(0, box.width - (self._count - 1) * gap) / self._count
        children = [child.copy() for child in box.children[first:]]
        return _create_column_box(box, self.containing_block, children, width, self.top), rest

    def _end(self, column: Box) -> float:
        flow = [child for child in column.children if child.is_in_normal_flow()]
        return float(flow[-1].position_y + flow[-1].margin_height()) if flow else self.top


block.columns_layout = lay_out_columns  # for all that WeasyPrint lays out in this process
