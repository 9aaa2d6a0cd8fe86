"""Words between quotation marks are found whatever the form of the marks, and apostrophes are none."""

import pytest

from bronbrief.claims.quotation_marks import quoted


def words_in(text: str) -> list[str]:
    """Return what stands between the marks of a text."""
    return [text[one.start : one.end].strip() for one in quoted(text)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“", "”"), ("„", "”"), ("„", "“"), ("«", "»"), ("»", "«"), ("« ", " »"), ("‹", "›"), ("›", "‹"),
        ("'", "'"), ("‘", "’"), ("‚", "‘"), ("‚", "’"), ('"', '"'), ("``", "''"), (",,", "''"), (",,", "”"),
        ("''", "''"), ("`", "'"), ("´", "´"), ("„", '"'), ('"', "”"), ("”", "”"), ("‘", "”"), ("『", "』"),
        ("＂", "＂"), ("‘‘", "’’"), ("❝", "❞"), ("„", ""), ("“", ""),
        ("″", "″"), ("′", "′"), ("′′", "′′"), ("ʺ", "ʺ"), ("ʼ", "ʼ"), ("❮", "❯"), ("｢", "｣"), ("⹂", "”"),
        ("≪", "≫"), ("⟪", "⟫"), ("<<", ">>"), ("<< ", " >>"), ('"\u00a0', '\u00a0"'), ("״", "״"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["Zij zegt: {}", "({})", "**{}**", "– {}, zegt zij", "{}"])
def test_every_form_of_marks_is_found(before: str, after: str, around: str) -> None:
    """Pairs of one form, of two forms, and a mark that only opens, wherever they stand in a sentence."""
    text = around.format(f"{before}wij bouwen meteen{after}")

    assert next(one.strip("*) ") for one in words_in(text)).startswith("wij bouwen meteen")


@pytest.mark.parametrize(
    "text",
    [
        "In 's-Hertogenbosch en ’s-Gravenhage zijn foto's en auto’s van 't dorp en ’t stadje.",
        "’s Avonds, 's nachts en ‘s ochtends; zo'n dag als in '68 of ’70.",
        "De fractie D'66 en de commissie-O'Neill spraken over de Rolling Stones' tournee.",
        'De plank is 5\' 6" lang en 12" breed, en 3,,4 is een tikfout.',
        "De plaats ligt op 52° 39′ 41″ NB, 6° 44′ 15″ OL; ʼs avonds is a << b.",
        "Rock 'n' roll, ik zag 'm en ze gaf 'r een hand.",
        "Niets tussen aanhalingstekens, ook niet met een komma, of twee.",
    ],
)
def test_apostrophes_and_signs_of_measure_are_no_marks(text: str) -> None:
    """What stands at the head or in the midst of a word, and feet and inches, quote nothing."""
    assert words_in(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hij zei “zij riep ‘nee’ en ging” en “ja”.", ["zij riep ‘nee’ en ging", "ja"]),
        ("De ‘band’ van ’t dorp is ‘oud maar goed’.", ["band", "oud maar goed"]),
        ("‘de foto’s van ’t dorp’ hangen er.", ["de foto’s van ’t dorp"]),
        ("Een “eerste”, een «tweede» en een 'derde' woord.", ["eerste", "tweede", "derde"]),
    ],
)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    """Each mark pairs with the next of its kind; what is quoted within stays within."""
    assert words_in(text) == found
