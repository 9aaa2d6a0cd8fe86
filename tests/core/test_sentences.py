"""Sentences that cut through speech are widened until its marks are paired."""

import pytest

from bronbrief.core.sentences import sentence_with_most, with_speech_whole

SPEECH = "Zij zei: “Het is voorbij. Niemand wil nog.”"
STRAIGHT = SPEECH.translate({ord("“"): '"', ord("”"): '"'})


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (f"{SPEECH} Toen ging zij.", "voorbij", SPEECH),
        (f"Eerst dit. {SPEECH} Toen ging zij.", "Niemand", SPEECH),
        (f"{STRAIGHT} Toen ging zij.", "voorbij", STRAIGHT),
        (f"Eerst dit. {STRAIGHT} Toen ging zij.", "Niemand", STRAIGHT),
        ("Eerst dit. „Het is voorbij. Het was mooi. Niemand wil nog.” Einde.", "mooi", "Het was mooi."),
        ("Zij zei: “Het is voorbij. Niemand wil nog. En toen niets", "voorbij", "Zij zei: “Het is voorbij."),
        ("Eerst dit. Het was mooi. Einde.", "mooi", "Het was mooi."),
        ("«Een. Twee. Drie. Vier. Vijf. Zes. Zeven.»", "Een", "«Een."),
    ],
)
def test_speech_is_kept_whole_where_it_can_be(text: str, word: str, expected: str) -> None:
    """A mark that opens is followed to the one that closes, and back; what has no other stays cut."""
    at = text.index(word)
    start, end = with_speech_whole(text, *sentence_with_most(text, [(at, at + len(word))]))
    assert text[start:end] == expected
