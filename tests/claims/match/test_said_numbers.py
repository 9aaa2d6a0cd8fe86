"""A number that is said to be rounded may stand for one close by, on the side that the words name."""

from decimal import Decimal

import pytest

from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.said_numbers import hedge_before, may_be_part, may_round_to


@pytest.mark.parametrize(
    ("words", "lang", "hedge"),
    [
        ("het zijn ruim ", "nl", "over"),
        ("het zijn meer dan ", "nl", "over"),
        ("bijna de ", "nl", "under"),
        ("zo’n ", "nl", "about"),
        ("over ", "nl", ""),
        ("over ", "en", "over"),
        ("just under ", "en", "under"),
        ("some ", "en", "about"),
        ("precies ", "nl", ""),
        ("ruim. ", "nl", ""),
        ("onbijna ", "nl", ""),
    ],
)
def test_the_words_before_a_number_say_how_it_was_rounded(words: str, lang: str, hedge: str) -> None:
    """Only words that stand right before it count, in the language of the text."""
    assert hedge_before(f"{words}8.200", len(words), languages()[lang]) == hedge


@pytest.mark.parametrize(
    ("said", "given", "hedge", "fits"),
    [
        ("8214", "8200", "over", True),
        ("8214", "8200", "under", False),
        ("1940", "2000", "under", True),
        ("1940", "2000", "over", False),
        ("47", "50", "about", True),
        ("2.15", "2", "over", True),
        ("4612", "5000", "under", False),
        ("1450", "1000", "over", False),
        ("8214", "8300", "under", True),
        ("9.45", "9.5", "under", True),
        ("312.6", "312", "over", True),
        ("312.6", "312", "about", False),
        ("8214", "8400", "under", False),
        ("8200", "8214", "about", False),
        ("0", "0", "about", False),
    ],
)
def test_a_rounded_number_is_rounder_and_close(said: str, given: str, hedge: str, fits: bool) -> None:  # noqa: FBT001
    """It has fewer digits, is what rounding gives, differs by little, and lies on the right side."""
    assert may_round_to(Decimal(said), Decimal(given), hedge) is fits


def test_a_percentage_may_be_given_as_a_simple_part() -> None:
    """17,3 percent is over a sixth and no quarter, nor nearly a sixth."""
    assert may_be_part(Decimal("0.173"), Decimal(1) / 6, "over")
    assert not may_be_part(Decimal("0.173"), Decimal(1) / 6, "under")
    assert not may_be_part(Decimal("0.173"), Decimal("0.25"), "under")
