"""A chart: a table of numbers, drawn as bars or lines and printed beside its drawing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from bronbrief.blocks.amounts import MISSING
from bronbrief.blocks.chart_drawing import Drawing
from bronbrief.blocks.chart_table import Chart, ChartTable, Form, with_unit
from bronbrief.brief.block import BlockType
from bronbrief.brief.builder import Builder, Spot
from bronbrief.brief.model import Block, Citation, Prose, Texts, Width
from bronbrief.brief.statements import Ground, Statements
from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.edtf import is_edtf
from bronbrief.core.places import Path
from bronbrief.spec.block import Sample
from bronbrief.spec.examples import Example
from bronbrief.spec.names import Names

_NARROW = 2
"""Series whose numbers a narrow column can hold."""


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A row of the table of a chart, as it prints; a value that is missing is a dash."""

    label: str
    values: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ChartBlock(Block):
    """A chart: its table, its drawing, and its least and greatest value for who does not see it."""

    caption: Prose
    citations: tuple[Citation, ...]
    form: Form
    unit: str
    row_head: str | None
    columns: tuple[str, ...]
    rows: tuple[ChartLine, ...]
    drawing: Drawing
    low: str
    high: str
    kind: str = "chart"

    @property
    def width(self) -> Width:
        """Return that a table of several columns cannot stand in a narrow column."""
        return "page" if len(self.columns) > _NARROW else "column"

    @property
    def missing(self) -> bool:
        """Tell whether a value is missing, which must be explained."""
        return any(not MISSING.isdisjoint(row.values) for row in self.rows)

    def texts(self, path: Path) -> Texts:
        """Yield the caption, the heads, and the words of each row."""
        at = (*path, "chart")
        heads = (self.caption, self.unit, self.row_head, *self.columns)
        yield from ((at, head) for head in heads if head)
        for place, row in enumerate(self.rows):
            yield from (((*at, "rows", place), one) for one in (row.label, *row.values))


class ChartType(BlockType[Chart]):
    """A table of numbers, drawn as bars or lines."""

    key = "chart"
    annotation = Chart
    field = Field(None, description="A table of numbers, drawn as bars or lines and printed below them.")
    meanings: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "aangehaald": ("cite",),
        "bijschrift": ("caption",),
        "diagram": ("chart",),
        "eenheid": ("unit",),
        "grafiek": ("chart",),
        "kolommen": ("columns",),
        "naam": ("label",),
        "rijen": ("rows",),
        "soort": ("form",),
        "type": ("form",),
        "waarden": ("values",),
    }
    example = Example(
        "A chart. Each row names the excerpts that carry its values; a dash stands where no source gives "
        "a number. The numbers print as a table below the drawing.",
        """
title: De uitslag van de verkiezingen
template: factsheet
lang: nl-NL
date: 2026-11-21
key_messages:
  - Over de uitslag is geen overeenstemming. [@uitslag]
excerpts:
  uitslag:
    source: vlaanderen-wit-rusland-2020
    quote: won hij de laatste stembusgang met 80 procent van de stemmen
sections:
  - heading: De uitslag
    body: De bronnen geven alleen de officiële uitslag.
    chart:
      caption: Aandeel van de stemmen voor Loekasjenko
      unit: "%"
      row_head: Telling
      columns: [Aandeel]
      rows:
        - label: Officiële uitslag
          values: ["80"]
          cite: [uitslag]
        - label: Telling van de oppositie
          values: ["–"]
""",
    )

    def check(self, given: Chart, path: Path, names: Names) -> Iterator[Diagnostic]:
        """Yield rows with more or fewer values than columns, and names without an excerpt."""
        for number, row in enumerate(given.rows):
            at = (*path, "rows", number)
            values, columns = len(row.values), len(given.columns)
            if values != columns:
                place = names.places.key((*at, "values"))
                yield report("chart-ragged", place, values=values, columns=columns)
            yield from names.cited(row.cite, (*at, "cite"))
        yield from names.cited(given.cite, (*path, "cite"))

    def build(self, given: Chart, at: Spot, builder: Builder) -> tuple[Block, ...]:
        """Make one chart, or none of a table that cannot be drawn."""
        writer = builder.writer
        for key in ("unit", "row_head"):
            writer.plain((*at.path, key), getattr(given, key))
        for number, column in enumerate(given.columns):
            writer.plain((*at.path, "columns", number), column)
        caption = writer.phrase((*at.path, "caption"), given.caption)
        cited = writer.citations(given.cite)
        calls = []
        for number, row in enumerate(given.rows):
            writer.plain((*at.path, "rows", number, "label"), row.label)
            calls.append(writer.citations(row.cite))
        table = ChartTable(given, at.path, builder)
        drawing = table.drawing()
        if drawing is None:
            return ()
        rows = tuple(
            ChartLine(label, tuple(map(table.write, values)), called)
            for label, values, called in zip(table.labels, table.values, calls, strict=True)
        )
        low, high = (table.write(one) for one in (min(table.known), max(table.known)))
        return (
            ChartBlock(
                *(caption, cited, given.form, table.unit.said, given.row_head, tuple(given.columns)),
                *(rows, drawing, low, high),
            ),
        )

    def state(self, given: Chart, path: Path, scope: Path, statements: Statements) -> None:
        """Tell what the table says: each value with its unit, carried by what its row or the chart cites."""
        whole = tuple(map(Ground, given.cite))
        statements.show(whole, scope)
        every = (*whole, *(Ground(name) for row in given.rows for name in row.cite))
        statements.prose((*path, "caption"), given.caption, scope, every)
        statements.plain((*path, "row_head"), given.row_head, scope, every)
        for number, column in enumerate(given.columns):
            statements.plain((*path, "columns", number), column, scope, every)
        for number, row in enumerate(given.rows):
            at, own = (*path, "rows", number), tuple(map(Ground, row.cite))
            statements.show(own, scope)
            if is_edtf(row.label):
                statements.date((*at, "label"), row.label, scope, own or whole)
            else:
                statements.plain((*at, "label"), row.label, scope, own, whole)
            for place, text in enumerate(row.values):
                statements.plain((*at, "values", place), with_unit(text, given.unit), scope, own, whole)

    def skeleton(self, sample: Sample) -> Iterator[str]:
        """Yield a section with a chart of one row."""
        words = sample.words
        yield from (f"  - heading: {words['heading']}", f"    # {words['comment']}", "    chart:")
        yield from (f"      caption: {words['heading']}", f"      columns: [{words['column']}]")
        yield from ("      rows:", f"        - label: {words['label']}", '          values: ["2"]')
        if sample.cite:
            yield f"          cite: [{sample.cite}]"
