"""PDFs: every character that a file draws is in the text or named, and none that it does not draw."""

import io
import re
from collections import Counter

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bronbrief.intake.pdf.reader import read_pdf
from support.drawn_pdf import box, drawn, lines, text
from support.tools import sized

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⁻₋ⁿⁱ", "01234567890123456789--ni")
PLACES = [(x, y) for x in (50, 180, 310, 440) for y in range(60, 790, 13)]
WORDS = st.text("abdeginorstvw0123456789-.,%/€é", min_size=1, max_size=7)
PHRASES = st.lists(WORDS, min_size=1, max_size=2).map(" ".join)
HOW = st.sampled_from(["", "", "", "raised", "lowered", "3 Tr", "1 g", "/Clear gs", "small", "covered"])
PIECES = st.tuples(st.sampled_from(PLACES), PHRASES, HOW, WORDS)


def second_reading(data: bytes) -> Counter[str]:
    """Count the characters that the operators of the pages draw, without any of the reader's code."""
    found: Counter[str] = Counter()
    with pikepdf.open(io.BytesIO(data)) as document:
        for page in document.pages:
            for one in pikepdf.parse_content_stream(page):
                if str(one.operator) == "Tj":
                    found.update(bytes(one.operands[0]).decode("cp1252"))
    return without_space(found)


def first_reading(data: bytes) -> Counter[str]:
    """Count the characters of the text and of what was left out, raised ones as those of the line."""
    answer = read_pdf(data)
    parts = [re.sub(r"^# ", "", answer.text, flags=re.MULTILINE)]
    parts += [text for _, text in answer.left_out]
    plain = re.sub(r"[\^_]\(([^()]*)\)", r"\1", "\n".join(parts))
    return without_space(Counter(plain.translate(RAISED)))


def without_space(found: Counter[str]) -> Counter[str]:
    """Return the count of what shows."""
    return Counter({char: count for char, count in found.items() if not char.isspace()})


def piece(place: tuple[float, float], phrase: str, how: str, more: str) -> str:
    """Draw a phrase, and something raised, lowered or hidden behind it."""
    x, y = place
    start = text(x, y, phrase, 8)
    end = x + 5.5 * len(phrase)
    if how in {"raised", "lowered"}:
        return start + text(end, y + (3 if how == "raised" else -2), more, 5)
    if how == "small":
        return start + text(end, y, more, 0.4)
    if how == "covered":
        return start + text(end, y, more, 7) + box(end - 1, y - 2, 60, 10)
    return start + (text(end, y, more, 7, f"{how} /F1") if how else "")


@settings(max_examples=sized(60, 15), deadline=None)
@given(
    st.lists(st.lists(PIECES, min_size=1, max_size=25, unique_by=lambda one: one[0]), min_size=1, max_size=3)
)
def test_nothing_is_lost_and_nothing_is_added(
    pages: list[list[tuple[tuple[int, int], str, str, str]]],
) -> None:
    """Wherever words stand and whatever hides them, two readings that share no code count the same."""
    data = drawn(*("".join(piece(*one) for one in page) for page in pages))
    assert first_reading(data) == second_reading(data)


@pytest.mark.parametrize("count", [2, 3, 7])
def test_running_heads_and_page_numbers_are_in_the_text_or_named(count: int) -> None:
    """What is kept once of many pages is named for the others."""
    pages = [
        text(60, 800, "Gemeente Oostdam")
        + text(60, 600, f"Regel {at} van dit stuk.")
        + text(280, 40, str(at))
        for at in range(1, count + 1)
    ]
    data = drawn(*pages)
    assert first_reading(data) == second_reading(data)


def test_a_lone_figure_at_the_edge_of_each_page_is_no_page_number_unless_it_rises() -> None:
    """Figures that stand at the head of pages are text."""
    figures = ["250", "31", "1200", "7"]
    answer = read_pdf(drawn(*(text(60, 780, figure) + text(60, 740, "miljoen euro.") for figure in figures)))
    assert [figure for figure in figures if figure in answer.text.split()] == figures
    numbered = read_pdf(
        drawn(*(text(60, 780, "miljoen euro.") + text(280, 40, str(at)) for at in range(4, 9)))
    )
    assert [text for reason, text in numbered.left_out if reason == "header-footer"] == list("4567")


def test_a_figure_at_the_head_of_a_page_stays_in_its_sentence() -> None:
    """A number that a page break parts from its unit is not set apart as if it were that of the page."""
    pages = [["De schade bedroeg in totaal ruim"], ["250", "miljoen euro, aldus het rapport."]]
    answer = read_pdf(drawn(*("".join(lines(60, 700, page)) for page in pages)))
    assert answer.text == "De schade bedroeg in totaal ruim\n\f250\nmiljoen euro, aldus het rapport."
