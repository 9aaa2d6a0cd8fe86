"""Page numbers: known by the pages of the text, never by being a number on a line of its own."""

import pytest

from bronbrief.sources.passages import page_marks, split_passages, without_page_marks

SENTENCE = "De gemeente herstelt de kademuur van de oude haven en betaalt daarvoor een deel zelf. "
PAGE = SENTENCE * 20
CUT = "Het waterschap heeft in de zomer van dat jaar vastgesteld dat de dijk bij de sluis"


def marks(text: str) -> list[str]:
    """Return the lines that are taken for page numbers."""
    return [text[start:end] for start, end in page_marks(text)]


@pytest.mark.parametrize("form", ["{}", "- {} -", "Pagina {}", "blz. {} van 9", "{}/9", "– {} –"])
def test_a_series_at_the_distance_of_pages_numbers_them(form: str) -> None:
    """Three numbers or more of one form that rise by one with a page between are left out of the view."""
    numbers = [form.format(number) for number in (4, 5, 6)]
    text = "\n\n".join(part for number in numbers for part in (PAGE, number))
    assert marks(text) == numbers
    assert all(number not in one.text for one in split_passages(text) for number in numbers)


@pytest.mark.parametrize(
    "numbers", [("4", "5"), ("4", "6", "8"), ("4", "5", "- 6 -"), ("6", "5", "4"), ("4", "4", "4")]
)
def test_what_is_no_series_is_text(numbers: tuple[str, ...]) -> None:
    """Two numbers, numbers that do not rise by one, and numbers of different forms stay."""
    text = "\n\n".join(part for number in numbers for part in (PAGE, number))
    assert marks(text) == []
    assert [one.text for one in split_passages(text)][1::2] == list(numbers)


def test_numbers_close_together_are_text() -> None:
    """A series that numbers short paragraphs is not one of pages."""
    text = "\n\n".join(part for number in "12345" for part in (number, SENTENCE))
    assert marks(text) == []


def test_a_figure_between_pages_does_not_break_a_series() -> None:
    """Another lone number in the text is no page number, and the pages are still known."""
    text = f"{PAGE}\n\n1\n\n{CUT} over\n\n340\n\nmeter was verzakt. {PAGE}\n\n2\n\n{PAGE}\n\n3\n"
    assert marks(text) == ["1", "2", "3"]
    assert any("de sluis over 340 meter was verzakt." in one.text for one in split_passages(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{CUT}\n\n- 7 -\n\n\fis verzakt.", ["- 7 -"]),
        (f"{CUT}\n\n1\n\fis verzakt.\n\n2\n", ["1", "2"]),
        (f"{CUT}\n\n31\n\fis verzakt.\n\n32\n", ["31", "32"]),
        (f"{CUT}\n31\n\fis verzakt.\n\n32\n", ["31", "32"]),
        (f"{CUT} over\n\n340\n\fmeter is verzakt.", []),
        (f"{CUT} over\n\n340\n\nmeter\n\fis verzakt.", []),
        (f"gesteund door\n\n12 van 30\n\fleden. {PAGE}", []),
    ],
)
def test_form_feeds_tell_the_edges_of_pages(text: str, found: list[str]) -> None:
    """At a form feed a number counts if it says that it numbers a page, or counts as the pages do."""
    assert marks(text) == found


def test_a_sentence_runs_on_over_a_page_number() -> None:
    """What a page break cut in two is one passage, and the number behind its joint is left out."""
    (passage,) = split_passages(f"{CUT}\n\n- 7 -\n\n\fis verzakt.")
    assert passage.text == f"{CUT} is verzakt."


def test_without_page_marks_no_character_moves() -> None:
    """The text without its page numbers has spaces there, and the rest in its place."""
    text = f"{CUT}\n\n- 7 -\n\n\fis verzakt."
    assert without_page_marks(text) == text.replace("- 7 -", "     ")
    assert without_page_marks(CUT) == CUT


@pytest.mark.parametrize("figure", ["340", "12 van 30", "1.250", "€ 3,5", "40%", "2021"])
def test_a_figure_on_a_line_of_its_own_stays_in_its_sentence(figure: str) -> None:
    """A sentence runs on over a figure that has a line to itself, and holds it."""
    (passage,) = split_passages(f"{CUT} over\n\n{figure}\n\nmeter is verzakt.")
    assert passage.text == f"{CUT} over {figure} meter is verzakt."


@pytest.mark.parametrize("ruling", ["* * *", "---", "· · ·", "_____"])
def test_no_sentence_runs_on_over_a_ruling(ruling: str) -> None:
    """A ruling may stand for what is left out: it stays where it stands, between two passages."""
    shown = [(str(one.locator), one.text) for one in split_passages(f"{CUT}\n\n{ruling}\n\nis verzakt.")]
    assert shown == [("al. 1", CUT), ("regel 1", ruling), ("al. 2", "is verzakt.")]


def test_a_running_head_is_at_the_edge_of_most_pages() -> None:
    """Between form feeds a line that comes back on the pages is left out, and the sentence reads on."""
    halves = [f"{CUT}\n\nRaad van Oostdam, blad {number} van 4\n\f" for number in (1, 2, 3)]
    text = "Notulen\n\n" + "Notulen\n\nis verzakt. ".join(halves) + "Notulen\n\nis hersteld.\n"
    assert marks(text) == [
        *("Notulen", "Raad van Oostdam, blad 1 van 4", "Notulen", "Raad van Oostdam, blad 2 van 4"),
        *("Notulen", "Raad van Oostdam, blad 3 van 4", "Notulen"),
    ]
    assert [one.text for one in split_passages(text)] == [
        f"{CUT} is verzakt. {CUT} is verzakt. {CUT} is hersteld."
    ]


def test_a_line_of_a_paragraph_is_no_running_head() -> None:
    """Lines at the edges of pages that adjoin other lines are text, however alike they are."""
    pages = [f"Op dag {day} werd de brug gesloten en de weg\nomgelegd langs het dorp." for day in (1, 2, 3)]
    assert marks("\n\f".join(pages)) == []


@pytest.mark.parametrize(
    "lines",
    [("Kosten 250", "Kosten 300", "Kosten 410"), ("Ja", "Nee", "Ja"), ("2 man", "2 man", "3 man")],
)
def test_what_differs_from_page_to_page_is_text(lines: tuple[str, ...]) -> None:
    """A line at the edge of a page with other words or another figure is no running head."""
    assert marks("\n\n\f".join(f"{line}\n\n{PAGE}" for line in lines)) == []
