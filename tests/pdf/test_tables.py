"""Headers of tables: scope, identifiers, and which cells they head."""

import pytest

from bronbrief.verify.reading import Node
from support.typesetting import below, tree_of

STYLE = "table{border-collapse:collapse}"


def heads(body: str) -> dict[str, list[str]]:
    """Return for each data cell, by its text, the texts of its headers."""
    tree = tree_of(f"<table>{body}</table>", STYLE)
    names = {cell.id: cell.text for cell in below(tree, "TH")}
    return {cell.text: [names[key] for key in _ids(cell)] for cell in below(tree, "TD")}


def _ids(cell: Node) -> list[str]:
    return cell.attributes.get("Headers", "").split()


def test_cells_have_their_row_and_column() -> None:
    """A cell is headed by the head of its column and that of its row."""
    found = heads(
        "<thead><tr><th>Wie</th><th>Wat</th><th>Hoe</th></tr></thead>"
        "<tbody><tr><th scope='row'>A</th><td>1</td><td>2</td></tr>"
        "<tr><th scope='row'>B</th><td>3</td><td>4</td></tr></tbody>"
    )
    assert found == {"1": ["Wat", "A"], "2": ["Hoe", "A"], "3": ["Wat", "B"], "4": ["Hoe", "B"]}


def test_group_heads_its_own_rows_only() -> None:
    """The head of a row group heads the rows of that group, and none of the next."""
    found = heads(
        "<thead><tr><th>Wie</th><th>Wat</th></tr></thead>"
        "<tbody><tr><th scope='rowgroup' colspan='2'>Nederland</th></tr>"
        "<tr><th scope='row'>A</th><td>1</td></tr></tbody>"
        "<tbody><tr><th scope='rowgroup' colspan='2'>België</th></tr>"
        "<tr><th scope='row'>B</th><td>2</td></tr></tbody>"
    )
    assert found == {"1": ["Wat", "Nederland", "A"], "2": ["Wat", "België", "B"]}


def test_spans_move_the_cells_after_them() -> None:
    """Cells that span rows or columns are counted with where they reach."""
    found = heads(
        "<thead><tr><th>Wie</th><th colspan='2'>Wat</th></tr></thead>"
        "<tbody><tr><th scope='row' rowspan='2'>A</th><td>1</td><td>2</td></tr>"
        "<tr><td>3</td><td>4</td></tr></tbody>"
    )
    assert found == {"1": ["Wat", "A"], "2": ["Wat", "A"], "3": ["Wat", "A"], "4": ["Wat", "A"]}


@pytest.mark.parametrize(
    ("body", "scopes"),
    [
        ("<thead><tr><td></td><th>K</th></tr></thead><tbody><tr><th>R</th><td>1</td></tr></tbody>",
         ["Column", "Column", "Row"]),
        ("<tbody><tr><th scope='col'>K</th></tr><tr><td>1</td></tr></tbody>", ["Column"]),
        ("<tbody><tr><th>Datum</th><td>2026</td></tr></tbody>", ["Row"]),
    ],
)  # fmt: skip
def test_scope_is_on_every_header(body: str, scopes: list[str]) -> None:
    """Scope is what the author said, else a column in a head and a row at the start of a row."""
    tree = tree_of(f"<table>{body}</table>", STYLE)
    assert [cell.attributes["Scope"] for cell in below(tree, "TH")] == scopes


def test_identifiers_are_unique_over_tables() -> None:
    """No two headers of a document share an ID."""
    table = "<table><tbody><tr><th>A</th><td>1</td></tr></tbody></table>"
    ids = [cell.id for cell in below(tree_of(table + table, STYLE), "TH")]
    assert len(ids) == len(set(ids)) == 2
