"""Words between quotation marks that the author typed."""

import pytest

from bronbrief.brief.statements import Statement
from bronbrief.claims.typed_quotations import typed_quotations


def found(text: str) -> list[str]:
    """Return what is found in a text."""
    statement = Statement(("summary",), text, 0, len(text), ())
    return [text[one.start : one.end] for one in typed_quotations(statement, None)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Hij zei “wij gaan door”.", ["wij gaan door"]),
        ("Hij zei ‘zo’n brief gaat door’.", ["zo’n brief gaat door"]),
        ("Hij zei ‘d’Ivoire en d’Ivoire’ en ‘het blijft zo’.", ["d’Ivoire en d’Ivoire", "het blijft zo"]),
        ("Hij zei ‘t gaat om d’Ivoire.", []),
        ("Het woord “bevroren” viel.", []),
        ("'s Avonds om 'een uur'.", ["een uur"]),
    ],
)
def test_two_words_or_more_read_as_a_quotation(text: str, quoted: list[str]) -> None:
    """An apostrophe within does not end one, and a mark that nothing closes begins none."""
    assert found(text) == quoted


def test_a_mark_that_nothing_closes_takes_one_pass() -> None:
    """Thousands of apostrophes behind a mistyped mark are gone through once."""
    assert found(f"Hij zei ‘t gaat om {'d’Ivoire en ' * 5000}d’Ivoire.") == []
    assert found("Hij zei " + "‘dit " * 5000) == []
