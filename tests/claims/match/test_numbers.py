"""Numbers in digits and words, with their units."""

from decimal import Decimal

import pytest

from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.numbers import find_numbers

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
    ("€ 240 mln", "240000000", "EUR"),
    ("een dozijn", "12", ""),
    ("een half jaar", "0.5", ""),
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
    ("€246m", "246000000", "EUR"),
    ("$1.2bn", "1200000000", "USD"),
    ("half a dozen", "6", ""),
]


@pytest.mark.parametrize(
    ("text", "value", "unit", "lang"), [*((*row, "nl") for row in DUTCH), *((*row, "en") for row in ENGLISH)]
)
def test_number_is_read(text: str, value: str, unit: str, lang: str) -> None:
    """However a number is written, it has one value and one unit."""
    assert [(found.value, found.unit) for found in find_numbers(text, languages()[lang])] == [
        (Decimal(value), unit)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "een bron en nog een",
        "De raad acht dit nodig en neemt het in acht",
        "eenzijdig verder vieren, viering",
        "half september",
        "De vereniging vierde feest",
        "De Tweede Kamer",
        "A28 en D66",
        "de eerste en de tweede",
    ],
)
def test_ordinary_words_are_no_numbers(text: str) -> None:
    """Articles, verbs that look like numbers, names and turns of phrase hold no number."""
    assert [found.value for found in find_numbers(text, languages()["nl"])] == []


def test_vague_amounts_keep_their_word() -> None:
    """An amount without a number has a word, the same in both languages, and no value."""
    said = ["tens", "hundreds", "tens of thousands"]
    for text, lang in (
        ("tientallen, honderden en tienduizenden", "nl"),
        ("dozens, hundreds, tens of thousands", "en"),
    ):
        assert [(number.value, number.word) for number in find_numbers(text, languages()[lang])] == [
            (None, word) for word in said
        ]


def test_a_scale_counts_for_the_number_before_it() -> None:
    """In "van 41,3 naar 58,9 miljoen" both are millions."""
    first, second = find_numbers("van 41,3 naar 58,9 miljoen euro", languages()["nl"])
    assert (first.scaled, first.lent) == (Decimal(41_300_000), "EUR")
    assert second.value == Decimal(58_900_000)


def test_a_number_that_is_compared_has_the_unit_of_the_one_before_it() -> None:
    """In "138 duizend euro, 12 duizend meer" both are euros; so is a "ton"."""
    assert [found.lent for found in find_numbers("138 duizend euro, 12 duizend meer", languages()["nl"])] == [
        "",
        "EUR",
    ]
    assert [found.lent for found in find_numbers("nog twee ton erbij", languages()["nl"])] == ["EUR"]


def test_place_covers_number_and_unit() -> None:
    """The offsets cover the number with its scale and unit, and nothing else."""
    text = "Zo’n anderhalf miljard dollar, of € 12 miljoen."

    assert [text[found.start : found.end] for found in find_numbers(text, languages()["nl"])] == [
        "anderhalf miljard dollar",
        "€ 12 miljoen",
    ]
