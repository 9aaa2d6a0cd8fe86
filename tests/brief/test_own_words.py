"""Cutting Markdown into pieces of own words, each with what it cites."""

from bronbrief.brief.own_words import GAP, pieces


def test_paragraphs_items_headings_and_cells_stand_alone() -> None:
    """Each paragraph, list item, heading and cell is a piece of its own, delimiters left out."""
    text = "Een.\nTwee.\n\n### Kop\n- drie\n- vier\n\n| a | b |\n|---|---|\n| c | d |"

    assert [piece.words.strip() for piece in pieces(text)] == [
        *("Een.\nTwee.", "### Kop", "- drie", "- vier"),
        *("a", "b", "c", "d"),
    ]


def test_references_and_addresses_are_blotted_out() -> None:
    """References, links and code leave no words, and the text keeps its length."""
    text = "Zie [hier](https://example.org/2020) en `1998` [@krant-2020; @nieuws, al. 3] of https://x.nl/12."
    (piece,) = pieces(text)

    assert len(piece.text) == len(text)
    assert piece.text.replace(GAP, "").split() == ["Zie", "[hier", "en", "of"]
    assert [(target.id, target.locator) for target in piece.cited] == [
        ("krant-2020", None),
        ("nieuws", "al. 3"),
    ]


def test_quotation_that_is_set_off_stands_beside_its_neighbours() -> None:
    """A paragraph has beside it the quotations directly before and after, and no others."""
    found = pieces("A.\n\n![[een]]\n\n![[twee]]\n\nB.\n\nC.\n\n![[drie]]")
    beside = [[target.id for target in piece.beside] for piece in found if not piece.is_quotation]

    assert beside == [["een", "twee"], ["twee", "een"], ["drie"]]


def test_quotation_in_a_sentence_ends_it() -> None:
    """After a quotation within a paragraph a sentence begins."""
    (piece,) = pieces("Hij zegt: ![[een]] Daarna zweeg hij.")

    assert piece.text.replace(GAP, "") == "Hij zegt: .  Daarna zweeg hij."


def test_cell_without_citation_has_those_of_its_row() -> None:
    """A cell has its own citations, and near it those of the whole row."""
    found = pieces("| a | b |\n|---|---|\n| c | d [@x] |")

    assert [[target.id for target in piece.cited] for piece in found] == [[], [], [], ["x"]]
    assert [[target.id for target in piece.near] for piece in found] == [[], [], ["x"], ["x"]]


def test_references_in_a_row_after_a_stop_are_blotted_as_space() -> None:
    """What is cited behind a full stop leaves it at the end of its sentence, however much is cited."""
    (piece,) = pieces("Een zin. [@a] [@b][@c-d] Volgende zin [@e][@f]!")

    assert piece.text == f"Een zin. {' ' * 15} Volgende zin {GAP * 8}!"


def test_long_lines_and_long_lists_are_cut_in_one_pass() -> None:
    """Neither spaces that might be the line below a table's head nor thousands of citations take long."""
    assert [piece.words for piece in pieces(f"a\n{' ' * 100_000}x")] == [f"a\n{' ' * 100_000}x"]
    assert len(pieces("- 5 [@lening]\n" * 10_000)) == 10_000
