"""`intake/pdf/lines.py`: what stands on one line of a page is read as one line."""

import pytest

from bronbrief.intake.extraction import Extracted, extract
from bronbrief.sources.passages import split_passages
from support import drawn_pdf
from support.documents import placed_pdf
from support.drawn_pdf import text

BODY = [
    "Het college heeft de raad in een brief laten weten dat de brug over de vliet in het jaar",
    "daarna wordt vervangen, want dat vroeg de provincie aan alle gemeenten, zegt wethouder De",
    "Vries in een toelichting op het besluit.",
]
Piece = tuple[float, float, float, str]


def read(pieces: list[Piece]) -> Extracted:
    """Return what is read from a page."""
    outcome = extract(placed_pdf(pieces), "x.pdf")
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def passages(pieces: list[Piece]) -> dict[str, str]:
    """Return the passages of a page by their locators."""
    return {str(one.locator): one.text for one in split_passages(read(pieces).text)}


def body(top: float, size: float = 10) -> list[Piece]:
    """Set three lines of a paragraph, 14 points apart."""
    return [(60, top - 14 * number, size, line) for number, line in enumerate(BODY)]


def width(text: str, size: float) -> float:
    """Return about how wide a text is in Helvetica, as read from where the next piece is set in a probe."""
    widths = {
        "i": 222,
        "l": 222,
        "t": 278,
        "r": 333,
        "c": 500,
        "k": 500,
        "s": 500,
        "m": 833,
        "w": 722,
        " ": 278,
    }
    return sum(widths.get(letter, 556) for letter in text) * size / 1000


def test_a_running_head_that_is_drawn_last_joins_no_paragraph() -> None:
    """What stands above all else on the page is apart from the paragraph that was drawn before it."""
    head: Piece = (60, 800, 10, "Commissie Wonen en Milieu")
    full = "Vries in een toelichting op het besluit, dat de raad in de maand juni nog moet nemen."
    found = passages([*body(600)[:2], (60, 572, 10, full), head])
    assert " ".join([*BODY[:2], full]) in found.values()
    assert "Commissie Wonen en Milieu" in found.values()


def called(
    word: str, mark: str, after: str, *, lift: float = 4, note: str = "1 De noot hierbij."
) -> list[Piece]:
    """Set a line with a raised mark behind a word, what follows it, and a note at the foot of the page."""
    start, end = 60 + width(word, 12), 60 + width(word, 12) + width(mark, 7)
    return [
        (60, 700, 12, word),
        (start, 700 + lift, 7, mark),
        (end, 700, 12, after),
        (60, 400, 12, note),
    ]


@pytest.mark.parametrize("after", [".", " en de raad.", ", zegt hij."])
@pytest.mark.parametrize("words", ["Dat zeggen de ondernemers", "Dat is zo sinds 2024"])
def test_a_raised_mark_breaks_no_line_and_sticks_to_no_word(words: str, after: str) -> None:
    """What follows a call to a note goes on, and the call is left out where its note is on the page."""
    found = read(called(words, "1", after))
    assert found.text.split("\n")[0] == f"{words}{after}"
    assert "1 De noot hierbij." in found.text
    assert [one.text for one in found.left_out] == ["1"]


@pytest.mark.every(4)
@pytest.mark.parametrize(
    ("word", "mark", "note", "written"),
    [
        ("Dat zeggen de ondernemers", "1", "Geen noot.", "¹"),
        ("Dat is zo sinds 2024", "4", "Geen noot.", "⁴"),
        ("Dat kost 31", "2", "2 De noot hierbij.", "²"),
        ("De brug is 50 m", "2", "2 De noot hierbij.", "²"),
        ("De brug is 10", "6", "6 De noot hierbij.", "⁶"),
        ("De brug is 10", "-3", "3 De noot hierbij.", "⁻³"),
        ("De brug is 10", "2,5", "2 De noot hierbij.", "^(2,5)"),
        ("De kromme van x", "2", "2 De noot hierbij.", "²"),
        ("Dat is de 2", "e", "e De noot hierbij.", "e"),
    ],
)
def test_a_raised_mark_that_may_be_something_else_stays_raised_on_its_line(
    word: str, mark: str, note: str, written: str
) -> None:
    """An exponent, and a mark without its note, is kept where it stands, and joins no number."""
    found = read(called(word, mark, " en meer.", note=note))
    assert found.text.split("\n")[0].replace(" ", "") == f"{word}{written} en meer.".replace(" ", "")
    assert found.left_out == ()


def test_a_lowered_number_is_no_call() -> None:
    """The digit of a formula hangs, and stays low."""
    found = read(called("De uitstoot van CO", "2", " daalt.", lift=-2, note="2 De noot hierbij."))
    assert "CO₂ daalt" in found.text
    assert found.left_out == ()


def test_the_number_of_a_note_stands_before_its_words() -> None:
    """A raised number at the head of a note does not stand on a line of its own."""
    found = read([*body(700), (60, 304, 6, "1"), (65, 300, 10, "Peildatum is 5 januari van dit jaar.")])
    assert found.text.endswith("\n1 Peildatum is 5 januari van dit jaar.")


def test_paragraphs_are_kept_apart_by_the_space_between_them() -> None:
    """Lines of a paragraph run on, also before a capital; a gap, or a heading that asks, parts them."""
    rows: list[Piece] = [(60, 560 - 18 * at, 10, f"{year} {count}") for at, (year, count) in enumerate(ROWS)]
    page = [(60.0, 760.0, 16.0, "Wat kost dit?"), *body(720), *body(660), *rows]
    whole = " ".join(BODY)
    assert passages(page) == {
        "kop 1": "Wat kost dit?",
        "al. 1": whole,
        "al. 2": whole,
        **{f"al. {at}": f"{year} {count}" for at, (year, count) in enumerate(ROWS, 3)},
    }


ROWS = [("2023", "31"), ("2024", "28"), ("2025", "17")]


def test_a_title_that_wraps_is_one_heading() -> None:
    """Lines in large type go together where the first is full; a short one stands alone."""
    title = ["Nieuwe brug over de vliet komt er pas na", "het volgende jaar"]
    wrapped = [(60.0, 780.0 - 24 * at, 20.0, line) for at, line in enumerate(title)]
    assert passages([*wrapped, *body(700)]) == {"kop 1": " ".join(title), "al. 1": " ".join(BODY)}
    short = [(60.0, 780.0, 20.0, "Nota"), (60.0, 756.0, 20.0, "Nieuwe brug")]
    assert list(passages([*short, *body(700)])) == ["kop 1", "kop 2", "al. 1"]


def test_nothing_is_lost_or_added_but_hashes_and_calls() -> None:
    """Whatever is joined or parted, the words of the page are there, in order."""
    page = [(60.0, 780.0, 20.0, "Nota"), *body(740), *body(640, 9), *called("De gemeente", "1", " zegt.")]
    words = "".join(piece[3] for piece in page).replace(" ", "")
    text = "".join(read(page).text.replace("#", "").split())
    assert sorted(text) == sorted(words.replace("1", "", 1))


def test_letters_that_are_set_apart_are_words() -> None:
    """A title that is spaced out, or whose letters stand at even distances, has its words."""
    loose = "BT /F1 12 Tf 6 Tc 72 700 Td (BESLUIT) Tj 20 0 Td (VAN) Tj ET\n".replace("20 0", "118 0")
    even = "".join(text(72 + 10 * at, 660, letter) for at, letter in enumerate("besluiten"))
    assert drawn_pdf.read(loose + even).text.split() == ["BESLUIT", "VAN", "besluiten"]


def test_figures_and_letters_with_spaces_between_them_stay_apart() -> None:
    """A row of marks or of choices is no word, and no number."""
    marks = text(72, 700, "1 2 3 4 5 6") + text(72, 680, "a b c d e f")
    spread = "".join(text(72 + 14 * at, 640, letter) for at, letter in enumerate("123456"))
    assert drawn_pdf.read(marks + spread).text.split() == [*"123456", *"abcdef", *"123456"]


def test_a_raised_figure_as_large_as_the_rest_is_raised() -> None:
    """It stands right behind a word, and clearly higher; the line below is another one."""
    raised = "BT /F1 11 Tf 72 700 Td (10) Tj 5 Ts (6) Tj 0 Ts ( euro in 2024) Tj 5 Ts (4) Tj 0 Ts (.) Tj ET\n"
    assert drawn_pdf.read(raised + text(72, 686, "Meer.")).text == "10⁶ euro in 2024⁴.\nMeer."
