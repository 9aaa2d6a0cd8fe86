"""Hyphens at line ends: kept where they are the word's own, and doubted where nobody can tell."""

import pytest

from bronbrief.sources.model import Doubt, Passage
from bronbrief.sources.passages import split_passages


def joined(broken: str, more: str = "") -> tuple[Passage, str, Doubt]:
    """Join a word that a line end breaks; return what stands between two known words, and the doubt."""
    start = f"Het stuk gaat vandaag over {broken} want dat is voor de raad van groot belang"
    text = f"{start}\nomdat het zo is. {more}"
    passage = split_passages(text)[0]
    return passage, passage.text.split("over ")[1].split(" want")[0], passage.runs[1].doubt


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("lees-\nen schrijfles", "lees- en schrijfles"),
        ("in-\nof uitvoer", "in- of uitvoer"),
        ("oud-\nwethouder", "oud-wethouder"),
        ("ex-\nburgemeester", "ex-burgemeester"),
        ("niet-\nleden", "niet-leden"),
        ("anti-\nislamitisch", "anti-islamitisch"),
        ("zwart-\nwit", "zwart-wit"),
        ("rood-\nblauwe", "rood-blauwe"),
        ("Noord-\nbrabantse", "Noord-brabantse"),
        ("secretaris-\ngeneraal", "secretaris-generaal"),
        ("juridisch-\nbestuurlijke", "juridisch-bestuurlijke"),
        ("EU-\nlidstaten", "EU-lidstaten"),
        ("B-\nweg", "B-weg"),
        ("N-\n201", "N-201"),
        ("2024-\n2027", "2024-2027"),
    ],
)
def test_a_hyphen_of_a_known_form_is_the_words_own(broken: str, whole: str) -> None:
    """Known first parts, pairs, capitals and digits keep their hyphen, beyond doubt."""
    assert joined(broken)[1:] == (whole, Doubt.NONE)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("ex-\ntra", "extra"),
        ("oud-\nste", "oudste"),
        ("ge-\nmeente", "gemeente"),
        ("zuid-\nwesten", "zuidwesten"),
    ],
)
def test_other_words_are_joined(broken: str, whole: str) -> None:
    """A word that only looks so, and any other, is joined; another reading is left to the author."""
    assert joined(broken)[1:] == (whole, Doubt.LITTLE)


@pytest.mark.parametrize(
    ("broken", "more", "whole", "doubt"),
    [
        ("woon-\nwerkverkeer", "Het woon-werkverkeer neemt toe.", "woon-werkverkeer", Doubt.NONE),
        ("woon-\nwerkverkeer", "Het woonwerkverkeer neemt toe.", "woonwerkverkeer", Doubt.NONE),
        ("oud-\nkatholiek", "Zij is oudkatholiek.", "oudkatholiek", Doubt.NONE),
        ("kust-\nplaats", "Op deze plaats ligt de kust open.", "kustplaats", Doubt.MUCH),
        ("kust-\nplaats", "Op deze plaats is een kustplaats.", "kustplaats", Doubt.NONE),
        ("kust-\nplaats", "Een kust-plaats, een kustplaats.", "kust-plaats", Doubt.MUCH),
    ],
)
def test_the_text_itself_decides_first(broken: str, more: str, whole: str, doubt: Doubt) -> None:
    """What the text writes elsewhere is how it writes; two words that it has may be a pair."""
    assert joined(broken, more)[1:] == (whole, doubt)


def test_no_word_has_one_vowel_twice_over_a_seam() -> None:
    """Where joining would give the same vowel twice, the hyphen stays, with a little doubt."""
    assert joined("auto-\nonderdelen")[1:] == ("auto-onderdelen", Doubt.LITTLE)
