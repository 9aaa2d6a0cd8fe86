"""A comparison: a table of actors against instruments, each cell with what carries it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, groupby
from typing import ClassVar, Literal, TypeAlias, get_args

from pydantic import Field

from bronbrief.brief.block import BlockType
from bronbrief.brief.builder import Builder, Spot
from bronbrief.brief.model import Block, Citation, Prose, Texts, Width
from bronbrief.brief.statements import Ground, Statements, cited_by
from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.places import Path
from bronbrief.spec.block import Sample
from bronbrief.spec.examples import Example
from bronbrief.spec.excerpts import Strict
from bronbrief.spec.names import Names
from bronbrief.spec.types import Caption, Identifier, Text

DASHES = {"–", "—", "-", "−"}
_WIDE = 6
"""Columns that a page takes without being turned."""
Sign: TypeAlias = Literal["does", "partly", "does-not", "says", "none"]
NONE: Sign = "none"


class ComparisonRow(Strict):
    """One actor of a comparison, with a cell for each column."""

    actor: Text = Field(description="Who the row is about.", examples=["Gemeente Coevorden"])
    group: Text | None = Field(
        None, description="A heading for the rows that share it, such as a country.", examples=["Nederland"]
    )
    cells: list[Text] = Field(
        description="A cell for each column, Markdown; “–” where no source says anything.",
        examples=[["bevroren", "–", "brieven aan gevangenen"]],
    )
    cite: list[list[Identifier]] = Field(
        [],
        description="For each cell, the excerpts that carry it.",
        examples=[[["geen-formele-contacten"], [], ["brief-aan-brest"]]],
    )
    marks: list[Sign] = Field(
        [],
        description="For each cell what it comes down to, as a sign: does, partly, does-not, says, or none; "
        "the cell needs a citation, or the row a reason.",
        examples=[["does-not", "none", "does"]],
    )
    reason: Text | None = Field(
        None,
        description="Why a cell or a sign of this row stands without a citation; prints below the table.",
        examples=["De raad nam hierover geen besluit."],
    )


class Comparison(Strict):
    """A table of actors against instruments."""

    caption: Caption | None = Field(
        None,
        description="What the table shows. Left out, the section's heading serves, and prints once.",
        examples=["Maatregelen per overheid"],
    )
    columns: list[Text] = Field(
        min_length=1,
        max_length=10,
        description="The heads of the columns, one to ten; more than six turn the page.",
        examples=[["Officieel contact", "Sancties", "Steun aan burgers"]],
    )
    rows: list[ComparisonRow] = Field(min_length=1, description="The rows, one for each actor.")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a comparison; `empty` marks an honest dash, `sign` is what it comes down to."""

    prose: Prose
    citations: tuple[Citation, ...]
    empty: bool = False
    sign: Sign = NONE


@dataclass(frozen=True, slots=True)
class TableRow:
    """An actor and a cell for each column; `reason` is why its signs stand without a citation."""

    actor: str
    cells: tuple[Cell, ...]
    reason: Prose | None = None


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Rows under a shared heading; `heading` is None where the author grouped nothing."""

    heading: str | None
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class ComparisonBlock(Block):
    """A table of actors against instruments; not `captioned`, its caption is the section's heading."""

    caption: str
    columns: tuple[str, ...]
    groups: tuple[TableGroup, ...]
    captioned: bool = True
    kind: str = "comparison"

    @property
    def width(self) -> Width:
        """Return that a table cannot stand in a narrow column, and that one of many columns wants more."""
        return "wide page" if len(self.columns) > _WIDE else "page"

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Return the signs that the table uses, in the order of a legend."""
        used = {cell.sign for group in self.groups for row in group.rows for cell in row.cells} - {NONE}
        return tuple(sign for sign in get_args(Sign) if sign in used)

    @property
    def reasons(self) -> tuple[tuple[str, Prose], ...]:
        """Return why signs stand without a citation, by actor."""
        rows = (row for group in self.groups for row in group.rows)
        return tuple((row.actor, row.reason) for row in rows if row.reason)

    def texts(self, path: Path) -> Texts:
        """Yield the heads, and the words of each row."""
        at = (*path, "comparison")
        yield from ((at, head) for head in (self.caption, *self.columns))
        rows = [(group, row) for group in self.groups for row in group.rows]
        for place, (group, row) in enumerate(rows):
            said = (group.heading, row.actor, *(cell.prose for cell in row.cells), row.reason)
            yield from (((*at, "rows", place), one) for one in said if one)


class ComparisonType(BlockType[Comparison]):
    """A table of actors against instruments."""

    key = "comparison"
    annotation = Comparison
    field = Field(None, description="A table of actors against instruments.")
    meanings: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "aangehaald": ("cite",),
        "bijschrift": ("caption",),
        "cellen": ("cells",),
        "kolommen": ("columns",),
        "reden": ("reason",),
        "tekens": ("marks",),
        "rijen": ("rows",),
        "tabel": ("comparison",),
        "table": ("comparison",),
        "vergelijking": ("comparison",),
    }
    example = Example(
        "A comparison. Every cell names the excerpts that carry it; a dash stands where no source says "
        "anything.",
        """
title: "Coevorden en Brest: wie deed wat"
template: vergelijking
lang: nl-NL
date: 2026-11-21
excerpts:
  geen-formele-contacten:
    source: coevorden-bevriest-2024
    from: Al met al kiest Coevorden er nu voor
    to: formele contacten meer te onderhouden.
sections:
  - heading: Wie deed wat
    comparison:
      columns: [Officieel contact, Sancties]
      rows:
        - actor: Gemeente Coevorden
          cells: [bevroren, "–"]
          cite: [[geen-formele-contacten], []]
""",
    )

    def check(self, given: Comparison, path: Path, names: Names) -> Iterator[Diagnostic]:
        """Yield rows with more or fewer cells than columns, and names without an excerpt."""
        for number, row in enumerate(given.rows):
            at = (*path, "rows", number)
            cells, columns = len(row.cells), len(given.columns)
            if cells != columns:
                place = names.places.key((*at, "cells"))
                yield report("comparison-ragged", place, cells=cells, columns=columns)
            if len(row.cite) > cells:
                place = names.places.key((*at, "cite"))
                yield report("comparison-cite-ragged", place, cites=len(row.cite), cells=cells)
            for cell, cited in enumerate(row.cite):
                yield from names.cited(cited, (*at, "cite", cell))
            yield from _check_signs(row, at, names)

    def build(self, given: Comparison, at: Spot, builder: Builder) -> tuple[Block, ...]:
        """Make one table; rows of a group that stand together get one heading."""
        builder.writer.plain((*at.path, "caption"), given.caption)
        for number, column in enumerate(given.columns):
            builder.writer.plain((*at.path, "columns", number), column)
        groups = []
        for name, members in groupby(enumerate(given.rows), key=lambda row: row[1].group):
            rows = tuple(_row(row, (*at.path, "rows", number), builder) for number, row in members)
            groups.append(TableGroup(name, rows))
        caption, captioned = given.caption or at.heading, bool(given.caption)
        return (ComparisonBlock(caption, tuple(given.columns), tuple(groups), captioned),)

    def state(self, given: Comparison, path: Path, scope: Path, statements: Statements) -> None:
        """Tell what the table says; for want of its own excerpts, those of its row carry a cell."""
        statements.plain((*path, "caption"), given.caption, scope)
        for number, column in enumerate(given.columns):
            statements.plain((*path, "columns", number), column, scope)
        for number, row in enumerate(given.rows):
            _state_row(row, (*path, "rows", number), scope, statements)

    def uncited(self, given: Comparison, path: Path) -> Iterator[tuple[str, Path, str]]:
        """Yield the cells that say something without a citation, in rows that give no reason."""
        for number, row in enumerate(given.rows):
            for at, text in enumerate(() if row.reason else row.cells):
                if text.strip() not in DASHES and not (_cited(row, at) or cited_by(text)):
                    yield "cells", (*path, "rows", number, "cells", at), text

    def skeleton(self, sample: Sample) -> Iterator[str]:
        """Yield a section with a table of one row."""
        words = sample.words
        yield from (f"  - heading: {words['heading']}", f"    # {words['comment']}", "    comparison:")
        yield from (f"      columns: [{words['column']}]", "      rows:")
        yield from (f"        - actor: {words['actor']}", f"          cells: [{words['cell']}]")
        if sample.cite:
            yield f"          cite: [[{sample.cite}]]"


def _row(given: ComparisonRow, path: Path, builder: Builder) -> TableRow:
    writer = builder.writer
    for key in ("actor", "group"):
        writer.plain((*path, key), getattr(given, key))
    cells = []
    for number, text in enumerate(given.cells):
        prose = writer.phrase((*path, "cells", number), text)
        names = _cited(given, number)
        sign = given.marks[number] if number < len(given.marks) else NONE
        cells.append(Cell(prose, writer.citations(names), text.strip() in DASHES, sign))
    reason = writer.phrase((*path, "reason"), given.reason) if given.reason else None
    return TableRow(given.actor, tuple(cells), reason)


def _cited(row: ComparisonRow, number: int) -> list[str]:
    """Return the excerpts that a row names for a cell."""
    return row.cite[number] if number < len(row.cite) else []


def _check_signs(row: ComparisonRow, at: Path, names: Names) -> Iterator[Diagnostic]:
    """Yield signs without a cell, and those that nothing carries."""
    if len(row.marks) > len(row.cells):
        place = names.places.key((*at, "marks"))
        yield report("comparison-marks-ragged", place, marks=len(row.marks), cells=len(row.cells))
    for number, (sign, text) in enumerate(zip(row.marks, row.cells, strict=False)):
        cited = _cited(row, number) or cited_by(text)
        if sign != NONE and not cited and (text.strip() in DASHES or not row.reason):
            place = names.places.value((*at, "marks", number))
            yield report("comparison-mark-uncited", place, mark=sign)


def _state_row(row: ComparisonRow, path: Path, scope: Path, statements: Statements) -> None:
    listed = [[Ground(name) for name in names] for names in row.cite]
    inline = chain.from_iterable(map(cited_by, row.cells))
    whole = (*inline, *chain.from_iterable(listed))
    statements.show(whole, scope)
    statements.plain((*path, "actor"), row.actor, scope, whole)
    statements.plain((*path, "group"), row.group, scope, whole)
    statements.prose((*path, "reason"), row.reason, scope, whole)
    for number, text in enumerate(row.cells):
        own = listed[number] if number < len(listed) else []
        statements.prose((*path, "cells", number), text, scope, own, whole)
