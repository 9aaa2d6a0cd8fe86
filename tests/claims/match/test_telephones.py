"""Telephone numbers, whatever stands between their digits."""

import pytest

from bronbrief.claims.match.own_forms import find_telephones


@pytest.mark.parametrize(
    "text",
    [
        "088-361 11 00",
        "088 361 11 00",
        "0883611100",
        "(088) 361 11 00",
        "+31 88 361 11 00",
        "0031 88 3611100",
    ],
)
def test_a_telephone_number_is_its_digits(text: str) -> None:
    """Groups, hyphens, parentheses and the code of the country make no other number."""
    assert [found.word for found in find_telephones(f"Bel {text}.")] == ["tel:0883611100"]


@pytest.mark.parametrize("text", ["0,5 en 12 000 000", "2022-00418", "1.000.000.000", "0" * 40, "088"])
def test_other_digits_are_no_telephone_number(text: str) -> None:
    """Amounts, file numbers and long rows of digits are left to be read as such."""
    assert list(find_telephones(text)) == []
