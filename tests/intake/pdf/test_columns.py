"""PDFs: columns are read one after another however they were drawn, and rows of a table stay rows."""

import random

import pytest

from bronbrief.sources.model import Unit
from bronbrief.sources.passages import split_passages
from support.drawn_pdf import lines, read, text

FIRST = [
    "Het waterschap wil de dijk bij de",
    "haven ophogen, omdat het water er",
    "elke winter hoger staat. De kosten",
    "van ruim 4 miljoen euro komen voor",
    "de helft van het Rijk, als de raad",
    "van Zuid-",
    "Holland daarmee instemt.",
]
SECOND = [
    "Boeren langs de dijk vrezen dat er",
    "land verloren gaat en vragen om een",
    "vergoeding. Het bestuur zegt dat er",
    "niet eerder dan in het voorjaar een",
    "besluit valt over de grond die men",
    "nodig heeft.",
]
THIRD = [
    "De provincie wil eerst weten welke",
    "vogels er broeden, voordat er met",
    "het werk begonnen wordt. Daarvoor",
    "komt een onderzoek van een jaar.",
]
WIDE = (
    "Deze regel loopt over de volle breedte van de bladzijde, van de linker- tot aan de rechterkantlijn toe."
)
LEFTS = (50, 230, 410)
ORDERS = ("columns", "rows", "backwards", "shuffled")


def drawn_in(order: str, columns: list[list[str]]) -> str:
    """Put the operators of columns of lines in an order of drawing."""
    if order == "rows":
        longest = max(map(len, columns))
        return "".join(column[at] for at in range(longest) for column in columns if at < len(column))
    parts = [line for column in columns for line in column]
    if order == "backwards":
        parts.reverse()
    if order == "shuffled":
        random.Random(7).shuffle(parts)  # noqa: S311 - the same each time
    return "".join(parts)


def joined(column: list[str]) -> str:
    """Return the words of a column as running text."""
    return " ".join(column).replace("Zuid- ", "Zuid-")


def passages(found: str) -> list[str]:
    """Return the passages that the text is split into."""
    return [one.text for one in split_passages(found)]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("shift", [0, 5])
@pytest.mark.parametrize("columns", [[FIRST, SECOND], [FIRST, SECOND, THIRD], [SECOND, THIRD]])
def test_columns_are_read_one_after_another(order: str, shift: int, columns: list[list[str]]) -> None:
    """In whatever order they are drawn, and where base lines differ, no line runs into another column."""
    placed = [
        lines(left, 700 - shift * at, column, size=9)
        for at, (left, column) in enumerate(zip(LEFTS, columns, strict=False))
    ]
    found = read(drawn_in(order, placed)).text
    assert " ".join(found.split()) == " ".join(line for column in columns for line in column)
    assert "\t" not in found


@pytest.mark.parametrize("order", ORDERS)
def test_what_stands_over_and_under_columns_comes_before_and_after_them(order: str) -> None:
    """A title, a line over the whole width and a closing line keep their places."""
    columns = [lines(LEFTS[0], 660, FIRST, size=9), lines(LEFTS[1], 660, SECOND, size=9)]
    around = [text(50, 760, "De dijk bij Zuid-dam", 18), text(50, 700, WIDE)], [text(50, 500, WIDE)]
    found = read("".join(around[1]) + drawn_in(order, columns) + "".join(around[0])).text
    assert passages(found) == ["De dijk bij Zuid-dam", WIDE, joined(FIRST), joined(SECOND), WIDE]


def test_a_heading_under_columns_is_not_part_of_the_first() -> None:
    """A new part of the page with columns of its own begins after both columns above it."""
    upper = [lines(LEFTS[0], 760, FIRST, size=9), lines(LEFTS[1], 760, SECOND, size=9)]
    lower = [lines(LEFTS[0], 560, THIRD, size=9), lines(LEFTS[1], 560, SECOND, size=9)]
    found = read(drawn_in("rows", upper) + text(50, 600, "Vogels", 14) + drawn_in("rows", lower)).text
    parts = [joined(FIRST), joined(SECOND), "Vogels", joined(THIRD), joined(SECOND)]
    assert passages(found) == parts


def test_a_column_that_is_longer_than_the_other_is_read_to_its_end() -> None:
    """Where the second column ends early, the first is still read whole before it."""
    long = [*FIRST, "", *SECOND]
    found = read(
        drawn_in("rows", [lines(LEFTS[0], 700, long, size=9), lines(LEFTS[1], 700, THIRD, size=9)])
    ).text
    assert passages(found) == [joined(FIRST), joined(SECOND), joined(THIRD)]


def test_a_sentence_runs_on_from_one_column_to_the_next() -> None:
    """A sentence that the foot of a column cuts in two is one."""
    columns = [lines(LEFTS[0], 700, FIRST[:5], size=9), lines(LEFTS[1], 700, FIRST[5:] + SECOND, size=9)]
    assert joined(FIRST) in " ".join(passages(read(drawn_in("rows", columns)).text))


TABLE = [
    ["Post", "2024", "2025", "Toelichting"],
    ["Dijken", "12", "500", "Ophoging"],
    ["Wegen en paden", "1.200", "1.350", "Onderhoud"],
    ["Totaal", "1.212", "1.850", "Zie bijlage"],
]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("leading", [13, 20])
def test_rows_of_a_table_stay_rows_and_are_no_headings(order: str, leading: int) -> None:
    """A tab parts the cells, so that no number runs into the next, and no row is a heading."""
    lefts = (50, 200, 240, 290)
    columns = [lines(left, 700, [row[at] for row in TABLE], leading=leading) for at, left in enumerate(lefts)]
    found = read(text(50, 740, "Begroting", 16) + drawn_in(order, columns) + text(50, 560, WIDE)).text
    rows = [one for one in split_passages(found) if "\t" in one.text or "Post" in one.text]
    assert [one.text.split("\t") for one in rows] == TABLE
    assert {one.locator.unit for one in rows} == {Unit.PARAGRAPH}


def test_a_cell_of_several_lines_is_one_cell() -> None:
    """Lines of a cell are joined, and its row ends where the next begins; a hyphen at a line end stays."""
    rows = [
        (
            "Dijk",
            [
                "Het bestuur legt de dijk bij",
                "de haven in mei hoger, als oud-",
                "bestuurders daarmee gaan.",
            ],
            "400",
        )
    ]
    rows += [("Weg", ["De weg langs de haven wordt", "voor die tijd afgesloten."], "30")]
    content, y = "", 700.0
    for name, cell, amount in rows:
        content += text(50, y, name) + "".join(lines(120, y, cell)) + text(400, y, amount)
        y -= 14 * len(cell) + 10
    assert read(content).text.split("\n\n") == [
        "Dijk\tHet bestuur legt de dijk bij de haven in mei hoger, als oud-bestuurders daarmee gaan.\t400",
        "Weg\tDe weg langs de haven wordt voor die tijd afgesloten.\t30",
    ]


def test_a_table_of_running_text_is_drawn_cell_by_cell_and_read_so() -> None:
    """Questions beside their answers stay together, though both are running text."""
    rows = [(FIRST[:3], SECOND[:3]), (THIRD[:2], FIRST[3:5]), (SECOND[3:], THIRD[1:])]
    content, y = "", 700.0
    for one, other in rows:
        content += "".join(lines(LEFTS[0], y, one, size=9) + lines(LEFTS[1], y, other, size=9))
        y -= 14 * max(len(one), len(other)) + 8
    cells = [(" ".join(one), " ".join(other)) for one, other in rows]
    assert read(content).text.split("\n\n") == [f"{one}\t{other}" for one, other in cells]


@pytest.mark.parametrize("marks", [["1.", "2."], ["a)", "b)"], ["•", "•"]])
def test_items_of_a_list_are_no_cells(marks: list[str]) -> None:
    """What stands behind a number or a bullet goes on on the next line."""
    items = [FIRST[:3], SECOND[:3]]
    content, y = "", 700.0
    for mark, item in zip(marks, items, strict=True):
        content += text(50, y, mark) + "".join(lines(75, y, item))
        y -= 42
    written = [f"{mark} {' '.join(item)}" for mark, item in zip(marks, items, strict=True)]
    assert " ".join(read(content).text.split()) == " ".join(written)
    assert "\t" not in read(content).text


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("lees-", "en schrijf"),
        ("oud-", "minister"),
        ("2025-", "2028"),
        ("A-", "locatie"),
        ("Noord-", "Holland"),
    ],
)
def test_a_hyphen_at_a_line_end_is_kept_with_its_line_end(above: str, below: str) -> None:
    """The code that reads text files decides what becomes of it, and the paragraph stays one."""
    rows = [
        "Het gaat in dit besluit van de raad over de " + above,
        below + " die men in het hele land",
        "al kent.",
    ]
    found = read("".join(lines(60, 700, rows))).text
    assert found == "\n".join(rows)
    assert len(passages(found)) == 1


def test_text_that_is_turned_comes_after_the_rest() -> None:
    """Words along the edge or across the page are whole, and splice no line."""
    turned = "q BT /F1 9 Tf 0 1 -1 0 580 300 Tm (Concept van juni) Tj ET Q\n"
    across = "q BT /F1 50 Tf 0.7 0.7 -0.7 0.7 150 300 Tm 0.8 g (VOORBEELD) Tj ET Q\n"
    found = read(turned + across + "".join(lines(60, 700, FIRST)))
    assert found.text.split("\n\n")[1:] == ["Concept van juni", "VOORBEELD"]


def test_letters_of_a_ligature_are_each_read_once() -> None:
    """Letters that one glyph draws are none of them taken for a second drawing."""
    assert read(text(60, 700, "effect, flat en fijn; offline")).text == "effect, flat en fijn; offline"
