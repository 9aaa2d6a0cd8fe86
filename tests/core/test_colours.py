"""Contrast, held to the values that WCAG gives."""

import pytest

from bronbrief.core.colours import READABLE, WHITE, contrast, luminance, readable


def test_the_ends_of_the_scale() -> None:
    """Black on white is 21:1, a colour on itself 1:1 (WCAG 2.2, contrast ratio)."""
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#1f4e5f", "#1f4e5f") == pytest.approx(1)
    assert luminance(WHITE) == pytest.approx(1)


def test_the_well_known_greys_around_the_bar() -> None:
    """#767676 is the lightest grey that reads on white; #777777 just does not."""
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("colour", ["#ff0000", "#ffee00", "#ffffff", "#3399ff"])
def test_the_proposed_colour_can_be_read(colour: str) -> None:
    """What is proposed instead of a colour passes, and one that passes is left alone."""
    assert contrast(readable(colour), WHITE) >= READABLE
    assert readable("#1f4e5f") == "#1f4e5f"
