"""Times of day, in digits and in words."""

import pytest

from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.own_forms import find_times


def times(text: str, lang: str) -> list[int]:
    """Return the minutes of the time that a text has first."""
    return [int(found.value or 0) for found in find_times(text, languages()[lang])][:1]


@pytest.mark.parametrize(
    ("text", "minutes", "lang"),
    [
        ("om 19.30 uur", 450, "nl"),
        ("19:30", 450, "nl"),
        ("20u15", 495, "nl"),
        ("om half acht", 450, "nl"),
        ("kwart over elf", 675, "nl"),
        ("kwart voor elf", 645, "nl"),
        ("om tien voor half zes", 320, "nl"),
        ("om acht uur", 480, "nl"),
        ("na elf uur 's avonds", 660, "nl"),
        ("vijf over tien", 605, "nl"),
        ("7.30 pm", 450, "en"),
        ("half past seven", 450, "en"),
        ("a quarter to seven", 405, "en"),
        ("at 11.15", 675, "en"),
    ],
)
def test_a_time_is_read_in_both_halves_of_the_day(text: str, minutes: int, lang: str) -> None:
    """However it is told, a time comes to the same minutes after midnight or noon."""
    assert times(text, lang) == [minutes]


@pytest.mark.parametrize(
    "text",
    ["artikel 6:7, artikel 2:12", "acht uur lang", "2.10 meter", "half acht miljoen", "om 9.50 euro"],
)
def test_other_figures_are_no_times(text: str) -> None:
    """Articles, durations, measures and money tell no time."""
    assert times(text, "nl") == []
