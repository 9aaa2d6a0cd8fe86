"""The table of a chart: as a spec has it, and read into numbers of one unit that can be drawn."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Literal, TypeAlias

from pydantic import Field

from bronbrief.blocks.amounts import MISSING, SIGNS, Amount, Unit, read_amount, read_unit, write_amount
from bronbrief.blocks.axis import middle
from bronbrief.blocks.chart_drawing import Drawing, draw_bars, draw_lines
from bronbrief.brief.builder import Builder
from bronbrief.brief.dates import edtf_text
from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.edtf import edtf_span, is_edtf
from bronbrief.core.places import Path
from bronbrief.spec.excerpts import Strict
from bronbrief.spec.types import Caption, Identifier, Text

Form: TypeAlias = Literal["bars", "lines"]
MOST_BARS = 24


class ChartRow(Strict):
    """One row of a chart's table: what the values are of, and a value for each column."""

    label: Text = Field(
        description="What the values are of: a name; for lines a date in EDTF, or a number.",
        examples=["2024", "Gemeente Coevorden"],
    )
    values: list[Text] = Field(
        description="A value for each column, in digits; “–” where no source gives one.",
        examples=[["12,5", "–"]],
    )
    cite: list[Identifier] = Field(
        [], description="The excerpts that carry the values of this row.", examples=[["uitslag"]]
    )


class Chart(Strict):
    """A table of numbers, drawn."""

    caption: Caption = Field(
        description="What the chart shows, Markdown.", examples=["Aandeel van de stemmen per uitslag"]
    )
    form: Form = Field(
        "bars",
        description="`bars`, or `lines` where the rows are dates or numbers that rise.",
        examples=["lines"],
    )
    unit: Text | None = Field(
        None, description="What all values count.", examples=["miljoen euro", "%", "€", "inwoners"]
    )
    row_head: Text | None = Field(
        None, description="What the labels of the rows are; heads their column.", examples=["Jaar"]
    )
    columns: list[Text] = Field(
        min_length=1,
        max_length=4,
        description="The heads of the columns of values, one to four: a bar or a line each.",
        examples=[["Begroot", "Uitgegeven"]],
    )
    rows: list[ChartRow] = Field(min_length=1, max_length=60, description="The rows of the table.")
    cite: list[Identifier] = Field(
        [], description="The excerpts that carry the rows that cite nothing.", examples=[["begroting"]]
    )


def with_unit(text: str, unit: str | None) -> str:
    """Return a value as the check of claims reads it: with the unit that the chart gives all of them."""
    if text in MISSING or unit is None:
        return text
    said = read_unit(unit)
    after = "" if text.endswith(said.after) else said.after
    before = "" if text.startswith(said.before) else said.before
    return f"{before}{text}{'' if after in SIGNS else ' '}{after}".strip()


class ChartTable:
    """The table of a chart, read; what cannot be drawn is reported to the writer.

    `labels` are those of the rows as they print, `values` the numbers, `known` those that are not missing.
    """

    def __init__(self, given: Chart, path: Path, builder: Builder) -> None:
        self.given, self.path, self.writer = given, path, builder.writer
        self.lang = builder.writer.spec.lang
        self.labels = [edtf_text(row.label, self.lang) for row in given.rows]
        self._faults = 0
        amounts = [
            [self._read(text, at) for text, at in self._cells(number)] for number in range(len(given.rows))
        ]
        self.unit = self._unit(amounts)
        self.values = [[one.number if one else None for one in row] for row in amounts]
        self.known = [value for row in self.values for value in row if value is not None]

    def write(self, value: Decimal | None) -> str:
        """Return a value as it prints; a dash for one that is missing."""
        return "–" if value is None else write_amount(value, self.unit, self.lang)

    def drawing(self) -> Drawing | None:
        """Draw the table, or report why it cannot be drawn."""
        rows, columns = len(self.values), len(self.given.columns)
        if self._faults or any(len(row) != columns for row in self.values):
            return None
        if not self.known:
            self._fail(report("chart-without-numbers", self._place("rows")))
        elif self.given.form == "lines":
            along = self._along()
            if along is not None and all(one < later for one, later in pairwise(along)):
                return draw_lines(self.labels, along, self.values, self.write)
            self._fail(report("chart-line-unordered", self._place("rows")))
        elif rows * columns > MOST_BARS:
            place = self._place("rows")
            self._fail(report("chart-too-many-bars", place, bars=rows * columns, most=MOST_BARS))
        else:
            return draw_bars(self.labels, self.values, self.write)
        return None

    def _cells(self, row: int) -> Iterator[tuple[str, Path]]:
        for number, text in enumerate(self.given.rows[row].values):
            yield text, (*self.path, "rows", row, "values", number)

    def _read(self, text: str, path: Path) -> Amount | None:
        if text in MISSING:
            return None
        amount = read_amount(text, self.lang)
        if amount is None:
            self._fail(report("chart-not-a-number", self.writer.places.value(path), text=text))
        return amount

    def _unit(self, amounts: list[list[Amount | None]]) -> Unit:
        """Return the one unit of all values; another one is reported where it first stands."""
        own = read_unit(self.given.unit) if self.given.unit else None
        found = [
            (one.unit or own or Unit(), ("rows", row, "values", at))
            for row, cells in enumerate(amounts)
            for at, one in enumerate(cells)
            if one
        ]
        unit = own or (found[0][0] if found else Unit())
        other = next(((one, at) for one, at in found if one != unit), None)
        if other is not None:
            one, place = str(unit) or "–", self._place(*other[1])
            self._fail(report("chart-mixed-units", place, one=one, other=str(other[0]) or "–"))
        return unit

    def _along(self) -> list[float] | None:
        """Return where the rows stand along a line: in days or by number; None for names."""
        labels = [row.label for row in self.given.rows]
        spans = [edtf_span(label) if is_edtf(label) else None for label in labels]
        if all(spans):
            return [middle(span) for span in spans if span]
        numbers = [read_amount(label, self.lang) for label in labels]
        return [float(one.number) for one in numbers if one] if all(numbers) else None

    def _place(self, *path: str | int) -> Place:
        at, places = (*self.path, *path), self.writer.places
        return places.value(at) if isinstance(path[-1], int) else places.key(at)

    def _fail(self, finding: Diagnostic) -> None:
        self.writer.fail(finding)
        self._faults += 1
