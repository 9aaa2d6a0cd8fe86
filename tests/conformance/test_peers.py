"""The structure tree beside that of Typst, which is known for good ones, for the same text."""

import importlib.util
from collections import Counter
from collections.abc import Iterator

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import build
from bronbrief.verify.reading import Node, read_tree
from support.generated_sources import register_entry, write_sources
from support.tools import refuse

QUOTATIONS = 6
NOTES = 6
ROWS = 90


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """Return the tree of a brief with six quotations, six notes and a table over several pages."""
    root = tmp_path_factory.mktemp("peers")
    for folder in ("briefs", "templates", "build"):
        (root / folder).mkdir()
    write_sources(root)
    (root / "briefs" / "proef.yaml").write_text(_spec(), encoding="utf-8")
    report = build(Workspace(root))
    assert report.exit_code == 0, report.diagnostics
    return read_tree((root / "build" / "proef" / "proef.pdf").read_bytes())


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """Return the tree of the same text set by Typst."""
    if importlib.util.find_spec("typst") is None:
        refuse("Typst is absent; make test installs it (typst from PyPI)")
    import typst  # noqa: PLC0415 - only where it is installed

    source = tmp_path_factory.mktemp("typst") / "proef.typ"
    source.write_text(_typst(), encoding="utf-8")
    return read_tree(typst.compile(source, format="pdf", pdf_standards=["ua-1"]))


def _spec() -> str:
    excerpts = "".join(
        f"  citaat-{number}: {{source: register-2024, passage: al. {number}}}\n"
        for number in range(1, QUOTATIONS + 1)
    )
    text = "".join(
        f"      Zin {number} rust op een noot [@register-2024, al. {number + 20}]:\n\n"
        f"      ![[citaat-{number}]]\n\n"
        for number in range(1, NOTES + 1)
    )
    rows = "".join(f"      | {number} | {_cell(number)} |\n" for number in range(ROWS))
    return (
        "title: Proef\ntemplate: raadsinformatiebrief\nlang: nl-NL\ndate: 2026-11-21\nfor: De raad\n"
        f"key_messages: [Een kernpunt.]\nexcerpts:\n{excerpts}"
        f"sections:\n  - heading: Kop\n    body: |\n{text}"
        f"      | Nummer | Inhoud |\n      |---|---|\n{rows}"
    )


def _typst() -> str:
    text = "".join(
        f"Zin {number} rust op een noot#footnote[{register_entry(number + 20)}]:\n\n"
        f"#quote(block: true)[{register_entry(number)}]\n\n"
        for number in range(1, NOTES + 1)
    )
    rows = "".join(f"[{number}], [{_cell(number)}],\n" for number in range(ROWS))
    return (
        '#set document(title: "Proef")\n#set text(lang: "nl")\n#title()\n= Kop\n'
        f"{text}#table(columns: 2, table.header([Nummer], [Inhoud]),\n{rows})\n"
    )


def _cell(number: int) -> str:
    return f"Regel {number} van de tabel, met wat woorden om haar te vullen"


def _below(node: Node, kind: str) -> list[Node]:
    return [one for one in node.walk() if one.type == kind]


def _long_tables(node: Node) -> list[Node]:
    """Return the tables of the text; ours has one more at its head, with the date and the like."""
    return [table for table in _below(node, "Table") if len(_below(table, "TR")) > ROWS]


@pytest.mark.ci
def test_as_many_quotations_tables_and_notes(ours: Node, theirs: Node) -> None:
    """Six block quotations for six, one table for one however many pages it covers, six notes for six."""
    for tree in (ours, theirs):
        count = Counter(node.type for node in tree.walk())

        assert count["BlockQuote"] == QUOTATIONS
        assert count["Note"] == NOTES
        (table,) = _long_tables(tree)
        assert len(_below(table, "TR")) == ROWS + 1
        assert len(_below(table, "TD")) == 2 * ROWS


@pytest.mark.ci
def test_cells_say_what_typst_says(ours: Node, theirs: Node) -> None:
    """Row for row, the long table holds the same words."""
    (mine,), (other,) = _long_tables(ours), _long_tables(theirs)

    assert list(_texts(mine)) == list(_texts(other))


def _texts(table: Node) -> Iterator[tuple[str, ...]]:
    for row in _below(table, "TR"):
        yield tuple(cell.text for cell in row.kids if isinstance(cell, Node))


def test_quotations_say_what_typst_says(ours: Node, theirs: Node) -> None:
    """Quotation for quotation, the words are the same."""
    mine, other = (_below(tree, "BlockQuote") for tree in (ours, theirs))

    assert [node.text for node in mine] == [node.text for node in other]


def test_every_note_has_an_id_and_is_called_by_a_reference(ours: Node) -> None:
    """Each Note carries an ID of its own, and as many References call them."""
    notes = _below(ours, "Note")

    assert len({note.id for note in notes}) == NOTES
    assert all(note.id for note in notes)
    calls = [node for node in _below(ours, "Reference") if node.text.isdigit()]
    assert [node.text for node in calls] == [str(number) for number in range(1, NOTES + 1)]
