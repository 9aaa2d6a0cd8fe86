"""Shades derived from the house style keep the contrast that public bodies are bound to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.core.colours import contrast
from bronbrief.html.colours import house_colours, readable

COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOUR, COLOUR)
def test_derived_text_reads_on_its_ground(accent: str, ink: str) -> None:
    """Whatever the house colours, derived text keeps 4.5:1 on paper, tint and in the dark."""
    colours = house_colours(accent, ink)
    for text, grounds in {
        "soft": ("#ffffff", colours["tint"]),
        "accent-strong": ("#ffffff", colours["tint"]),
        "night-ink": (colours["night-paper"], colours["night-tint"]),
        "night-soft": (colours["night-paper"], colours["night-tint"]),
        "night-accent": (colours["night-paper"], colours["night-tint"]),
    }.items():
        assert all(contrast(colours[text], ground) >= 4.5 for ground in grounds), text


def test_a_colour_that_reads_stays_as_it_is() -> None:
    """Nothing is changed that need not be."""
    assert readable("#1f4e5f", "#ffffff") == "#1f4e5f"


@pytest.mark.parametrize("wrong", ["red", "#fff", "#1f4e5f;}body{", "url(x)", "#1f4e5g"])
def test_only_colours_reach_the_style_sheet(wrong: str) -> None:
    """A value that is not a colour in six digits is refused."""
    with pytest.raises(ValueError, match="not colours"):
        house_colours(wrong, "#000000")
    with pytest.raises(ValueError, match="not colours"):
        house_colours("#000000", wrong)
