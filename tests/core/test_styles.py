"""Style sheets of strangers are read whatever numbers stand in them."""

import tinycss2

from bronbrief.core.styles import endless_number, with_short_numbers
from bronbrief.intake.extractors import EXTRACTORS
from bronbrief.verify.stylesheets import read_declarations, read_stylesheet

ENDLESS = "7" * 5000


def test_numbers_that_a_parser_takes_are_left_alone() -> None:
    """Only what is longer than any number with a meaning is made shorter, each by itself."""
    style = f"p {{ width: {'1' * 300}px; top: 0.{'3' * 300}em; content: '2024' }}"
    assert endless_number(style) is None
    assert with_short_numbers(style) == style
    longer = f"p {{ left: {ENDLESS}px; right: -{ENDLESS}.5e3em }}"
    assert endless_number(longer) == longer.index("7")
    assert with_short_numbers(longer) == longer.replace(ENDLESS, "7" * 400)
    tinycss2.parse_stylesheet(with_short_numbers(longer))


def test_a_page_with_an_endless_number_is_taken_in() -> None:
    """A browser shows such a page, so that it is read; its other styles hold."""
    style = f"p {{ z-index: {ENDLESS} }} b {{ display: none }}"
    page = f"<style>{style}</style><p style='order: {ENDLESS}'>De brug gaat <b>niet</b> dicht."
    assert EXTRACTORS[".html"](page.encode()).text == "De brug gaat dicht.\n"


def test_a_style_with_an_endless_number_is_verified() -> None:
    """What stands beside it is read as well."""
    (rule,) = read_stylesheet(f"p {{ z-index: {ENDLESS}; color: red }}").rules
    assert [one.name for one in rule.declarations] == ["z-index", "color"]
    assert [one.name for one in read_declarations(f"order: {ENDLESS}; color: red")] == ["order", "color"]
