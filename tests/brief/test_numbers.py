"""Numbers in digits and words, with their units."""

from decimal import Decimal

import pytest

from bronbrief.brief.numbers import find_numbers

DUTCH = [
    ("anderhalf miljard", "1500000000", ""),
    ("1,5 miljard", "1500000000", ""),
    ("1.500.000.000", "1500000000", ""),
    ("22 000", "22000", ""),
    ("22.000", "22000", ""),
    ("22 duizend", "22000", ""),
    ("tweeëntwintigduizend", "22000", ""),
    ("een half miljoen", "500000", ""),
    ("half miljoen", "500000", ""),
    ("een miljoen", "1000000", ""),
    ("twee en een half", "2.5", ""),
    ("driekwart", "0.75", ""),
    ("zeventig", "70", ""),
    ("driehonderd", "300", ""),
    ("zo’n honderdduizend mensen", "100000", ""),
    ("duizendjarig", "1000", ""),
    ("1000-jarig", "1000", ""),
    ("tiendaagse", "10", ""),
    ("de derde keer", "3", ""),
    ("de 21e eeuw", "21", ""),
    ("80 procent", "80", "%"),
    ("80%", "80", "%"),
    ("tachtig procent", "80", "%"),
    ("€ 1.500,50", "1500.5", "EUR"),
    ("twaalf miljoen euro", "12000000", "EUR"),
    ("anderhalf miljard dollar", "1500000000", "USD"),
    ("14.30 uur", "14.3", ""),
    ("acht mensen", "8", ""),
    ("3,8 ton", "380000", ""),
]
ENGLISH = [
    ("one and a half billion dollars", "1500000000", "USD"),
    ("$1.5 billion", "1500000000", "USD"),
    ("half a million", "500000", ""),
    ("twenty-two thousand", "22000", ""),
    ("22,000", "22000", ""),
    ("three hundred and twelve", "312", ""),
    ("2.5 per cent", "2.5", "%"),
    ("the third time", "3", ""),
    ("ten-day", "10", ""),
]


@pytest.mark.parametrize(
    ("text", "value", "unit", "lang"), [*((*row, "nl") for row in DUTCH), *((*row, "en") for row in ENGLISH)]
)
def test_number_is_read(text: str, value: str, unit: str, lang: str) -> None:
    """However a number is written, it has one value and one unit."""
    assert [(found.value, found.unit) for found in find_numbers(text, lang)] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    "text",
    [
        "een bron en nog een",
        "De raad acht dit nodig en neemt het in acht",
        "eenzijdig verder vieren, viering",
        "half september",
        "De Tweede Kamer",
        "A28 en D66",
        "de eerste en de tweede",
    ],
)
def test_ordinary_words_are_no_numbers(text: str) -> None:
    """Articles, verbs that look like numbers, names and turns of phrase hold no number."""
    assert [found.value for found in find_numbers(text, "nl")] == []


def test_vague_amounts_keep_their_word() -> None:
    """An amount without a number has its word and no value."""
    found = list(find_numbers("tientallen, honderden en tienduizenden", "nl"))

    assert [(number.value, number.word) for number in found] == [
        (None, "tientallen"),
        (None, "honderden"),
        (None, "tienduizenden"),
    ]


def test_place_covers_number_and_unit() -> None:
    """The offsets cover the number with its scale and unit, and nothing else."""
    text = "Zo’n anderhalf miljard dollar, of € 12 miljoen."

    assert [text[found.start : found.end] for found in find_numbers(text, "nl")] == [
        "anderhalf miljard dollar",
        "€ 12 miljoen",
    ]
