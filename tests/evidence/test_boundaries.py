"""Where a quotation may begin and end."""

import pytest

from bronbrief.evidence.boundaries import cuts, word_around


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("recht|en", "rechten"),
        ("2|2 000", "22 000"),
        ("22| 000", "22 000"),
        ("22 |000 burgers", "22 000"),
        ("1 000 |000", "1 000 000"),
        ("1|,5", "1,5"),
        ("1,|5", "1,5"),
        ("1,5|0", "1,50"),
        ("18|:00", "18:00"),
        ("1/|5 deel", "1/5"),
        ("een Wit-|Russische stad", "Wit-Russische"),
        ("een Wit|-Russische stad", "Wit-Russische"),
        ("in|- en uitvoer", "in-"),
        ("zo'|n", "zo'n"),
        ("can|'t", "can't"),
        ("-|5 graden", "-5"),
        ("min −|5 graden", "−5"),
        ("€|5", "€5"),
        ("€ |5", "5"),
        ("5|%", "5%"),
        ("5| %", "5"),
        ("5| €", "5"),
        ("e|\u0301\u0323", "e\u0301\u0323"),
        ("woord|\u200bdeel", "woord\u200bdeel"),
    ],
)
def test_words_and_numbers_are_not_divided(text: str, whole: str) -> None:
    """A cut within a word, a compound or a number is seen, and the whole of it can be named."""
    at = text.index("|")
    plain = text.replace("|", "")

    assert cuts(plain, at)
    assert word_around(plain, at) == whole


@pytest.mark.parametrize(
    "text",
    [
        "|woord",
        "woord|",
        "een| woord",
        "een |woord",
        "woord|.",
        "'|bevroren' zei hij",
        "'bevroren|' zei hij",
        "(|nog) niet",
        "in 2019 |200 mensen",
        "2019-|2020",
        "op 18 |september",
        "l'|Europe",
        "woord –| woord",
        "nr. |5",
        "a, |5",
        "北京|市",
        "ครับ|ผม",
    ],
)
def test_other_places_are_free(text: str) -> None:
    """Between words, at punctuation and in scripts without spaces a quotation may begin and end."""
    assert not cuts(text.replace("|", ""), text.index("|"))
