"""What templates may do to values."""

import pytest
from markupsafe import Markup

from bronbrief.brief.model import Prose
from bronbrief.html.filters import fill_label, flow, html_date, inline, keep_end, keep_numbers, title_lines


def test_a_label_is_filled_by_name_only() -> None:
    """Braces that are no field stay as they are: labels cannot reach into values."""
    assert fill_label("Zie citaat {number} {number.__class__}", number=3) == "Zie citaat 3 {number.__class__}"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("woorden", "<p>woorden<sup>1</sup></p>"),
        ("<p>een</p>", "<p>een<sup>1</sup></p>"),
        ("<p>een</p><p>twee</p>", "<p>een</p><p>twee<sup>1</sup></p>"),
        ("<p>een</p><ul><li>twee</li></ul>", "<p>een</p><ul><li>twee</li></ul><p><sup>1</sup></p>"),
        ("<em>schuin</em> begin", "<p><em>schuin</em> begin<sup>1</sup></p>"),
    ],
)
def test_calls_to_notes_close_the_last_paragraph(html: str, expected: str) -> None:
    """A tail goes where a reader expects it, and prose without paragraphs gets one."""
    assert flow(Prose(html, ""), Markup("<sup>1</sup>")) == expected


def test_a_tail_that_is_no_markup_is_escaped() -> None:
    """Text that was not made as markup never becomes markup."""
    assert flow(Prose("a", "a"), "<b>") == "<p>a&lt;b&gt;</p>"


def test_a_single_paragraph_loses_its_tags_in_a_line() -> None:
    """Within a heading or a cell, one paragraph is a phrase; two stay two."""
    assert inline(Prose("<p>een <em>zin</em></p>", "")) == "een <em>zin</em>"
    assert inline(Prose("<p>een</p><p>twee</p>", "")) == "<p>een</p><p>twee</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024-03-05", "2024-03-05"),
        ("2021~", None),
        ("2024-21", None),
        ("", None),
    ],
)
def test_only_dates_that_html_takes_are_machine_dates(text: str, expected: str | None) -> None:
    """A date in EDTF that HTML cannot hold prints as words alone."""
    assert html_date(text) == expected


def test_a_long_title_breaks_after_its_colon() -> None:
    """A title in two parts stands on two lines; its words and spaces stay."""
    made = title_lines("Coevorden en Brest: van stedenband naar stilte")
    assert "Brest: <br>van stedenband" in made
    assert made.striptags() == "Coevorden en Brest: van stedenband naar stilte"


def test_the_end_of_a_title_is_kept_together() -> None:
    """No last word stands alone on a line, and every word is escaped."""
    assert keep_end("Zes overheden over Belarus & China") == (
        'Zes overheden over Belarus <span class="together">&amp; China</span>'
    )
    assert keep_end("Kort") == "Kort"


def test_numbers_stay_with_the_word_before_them() -> None:
    """No line ends between a locator's word and its number; a line may end after each comma."""
    label = "Vlaams Parlement, op of na 18 september 2020, antwoord 2, al. 1–3"
    kept = keep_numbers(label).split(" ")
    assert kept[-2:] == ["antwoord\u00a02,", "al.\u00a01–3"]
    assert keep_numbers(label).replace("\u00a0", " ") == label


def test_the_last_line_of_a_subtitle_is_not_left_with_two_short_words() -> None:
    """Short words at the end take others along, but never so many that they fill a line."""
    whole = "Wat de gemeente schreef en deed van 2000 tot 2024"
    assert keep_end(whole, 16).endswith('<span class="together">van 2000 tot 2024</span>')
    assert keep_end("Over gemeenschappelijke-regelingenwetgeving in zee", 16).endswith(">in zee</span>")
