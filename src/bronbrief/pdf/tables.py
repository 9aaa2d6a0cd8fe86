"""Say which cells of a table are headers, for what, and which headers each cell has.

ISO 32000-1, 14.8.5.7 (Scope, Headers, ColSpan, RowSpan); the association of cells and headers follows the
HTML Standard, 4.9.12.2. veraPDF asks for it in ISO 14289-1, 7.5.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bronbrief.pdf.tree import Node

SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}
SPAN_LIMIT = 1000
"""The largest span that HTML allows; a larger one would only cost memory."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and the rectangle of the grid that it covers; `group` is its place among the row groups."""

    node: Node
    element: Element
    row: int
    column: int
    rows: int
    columns: int
    group: int
    in_head: bool

    @property
    def is_header(self) -> bool:
        """Tell whether this cell heads others."""
        return self.node.type == "TH"

    @property
    def scope(self) -> str:
        """Return what a header heads: as its author said, else its column in a head and its row elsewhere."""
        said = SCOPES.get(self.element.get("scope") or "")
        return said or ("/Column" if self.in_head or self.column else "/Row")


def describe_table(table: Node, number: int) -> None:
    """Set Scope and ID on every header of a table, Headers and spans on every cell.

    `number` tells tables apart in identifiers.
    """
    cells = list(_cells(table))
    for cell in cells:
        if cell.is_header:
            cell.node.id = f"t{number}-r{cell.row + 1}-c{cell.column + 1}"
            cell.node.set("Table", Scope=cell.scope)
        if cell.columns > 1:
            cell.node.set("Table", ColSpan=cell.columns)
        if cell.rows > 1:
            cell.node.set("Table", RowSpan=cell.rows)
    headers = [cell for cell in cells if cell.is_header]
    for cell in cells:
        ids = tuple(head.node.id or "" for head in headers if head is not cell and _heads(head, cell))
        if ids:
            cell.node.set("Table", Headers=ids)


def _heads(head: Cell, cell: Cell) -> bool:
    """Tell whether a header is one of a cell's headers."""
    same_rows = head.row < cell.row + cell.rows and cell.row < head.row + head.rows
    same_columns = head.column < cell.column + cell.columns and cell.column < head.column + head.columns
    if head.element.get("scope") == "rowgroup":
        return head.group == cell.group and cell.row > head.row
    if head.scope == "/Column":
        return same_columns and head.row < cell.row and (head.in_head or head.group == cell.group)
    return same_rows and head.column < cell.column


def _cells(table: Node) -> Iterator[Cell]:
    """Yield the cells with their places, giving way to cells that reach down from rows above."""
    taken: set[tuple[int, int]] = set()
    row = 0
    for group, part in enumerate(kid for kid in table.kids if isinstance(kid, Node)):
        for line in [part] if part.type == "TR" else _of_type(part, "TR"):
            column = 0
            for node in _of_type(line, "TH", "TD"):
                while (row, column) in taken:
                    column += 1
                rows, columns = _span(node, "rowspan"), _span(node, "colspan")
                taken.update((row + down, column + right) for down in range(rows) for right in range(columns))
                if node.element is not None:
                    head = part.type == "THead"
                    yield Cell(node, node.element, row, column, rows, columns, group, head)
                column += columns
            row += 1


def _of_type(node: Node, *types: str) -> Iterator[Node]:
    return (kid for kid in node.kids if isinstance(kid, Node) and kid.type in types)


def _span(node: Node, name: str) -> int:
    said = (node.element.get(name) if node.element is not None else None) or "1"
    return min(max(int(said), 1), SPAN_LIMIT) if said.isascii() and said.isdigit() else 1
