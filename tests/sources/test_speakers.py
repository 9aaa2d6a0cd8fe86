"""Speakers of minutes and reports: named where the document names them, and nowhere else."""

import pytest

from bronbrief.sources.locators import find_passages, parse_locator
from bronbrief.sources.model import Locator, Unit
from bronbrief.sources.passages import split_passages

OPENING = "De voorzitter: Ik open de beraadslaging over de brug.\n\n"
CLOSING = "\n\nDe voorzitter: Ik dank u voor uw inbreng."


def locators(text: str) -> list[str]:
    """Split a text and return the locators."""
    return [str(one.locator) for one in split_passages(text)]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("De heer Ter Braak (Lokaal)", "Ter Braak"),
        ("Dhr. Oudkerk", "Oudkerk"),
        ("Mevrouw De Wilde (Groen Oost)", "De Wilde"),
        ("Mw. drs. Oudkerk", "Oudkerk"),
        ("Wethouder Van 't Veer", "Van 't Veer"),
        ("Minister-president Jan Jambon", "Jambon"),
        ("Vlaams minister Annick De Ridder", "De Ridder"),
        ("Viceminister-president Els Claes (Partij)", "Claes"),
        ("Els van den Broeck (Partij van Oost)", "van den Broeck"),
        ("Schepen Claes", "Claes"),
        ("Councillor Mary Smith-Jones", "Smith-Jones"),
        ("De griffier", "griffier"),
    ],
)
def test_a_known_form_names_the_speaker(said: str, name: str) -> None:
    """The locator has the surname, or the office of who has no name, and counts what they say."""
    text = f"{OPENING}{said}: De brug is oud.\n\nZij moet worden vervangen.{CLOSING}"
    assert locators(text) == ["voorzitter, al. 1", f"{name}, al. 1", f"{name}, al. 2", "voorzitter, al. 2"]


def test_a_name_on_a_line_of_its_own_names_the_speaker() -> None:
    """Reports that set the speaker above what is said are read as well; the name itself is a heading."""
    text = (
        "Vergadering\n\nDe voorzitter\n\nMevrouw Claes heeft het woord.\n\nEls Claes (Partij)\n\n"
        "De brug is oud.\n\nWat nu?\n\nMinister Jan Oudkerk\n\nWij gaan kijken.\n\nBijlagen\n\nEen tekening."
    )
    assert locators(text) == [
        *("kop 1", "kop 2", "voorzitter, al. 1", "kop 3", "Claes, al. 1", "Claes, al. 2"),
        *("kop 4", "Oudkerk, al. 1", "kop 5", "al. 1"),
    ]


def test_two_of_one_name_are_told_apart() -> None:
    """Where two speakers would have one name, each is named as the document does."""
    text = f"{OPENING}De heer Claes (Oost): Ja.\n\nMevrouw Claes (West): Nee.{CLOSING}"
    assert locators(text)[1:3] == ["De heer Claes (Oost), al. 1", "Mevrouw Claes (West), al. 1"]


@pytest.mark.parametrize(
    "between",
    [
        "Oudkerk: Dat klopt niet.",
        "(Applaus.)",
        "De vergadering wordt geschorst.",
        "Het voorstel wordt zonder stemming aangenomen.",
        "Stemming: dertien leden zijn tegen.",
    ],
)
def test_words_of_nobody_known_are_put_in_no_mouth(between: str) -> None:
    """A name of unknown form, an aside and what the minutes tell are plainly numbered."""
    text = f"{OPENING}De heer Claes (Oost): De brug is oud.\n\n{between}{CLOSING}"
    assert locators(text) == ["voorzitter, al. 1", "Claes, al. 1", "al. 1", "voorzitter, al. 2"]


@pytest.mark.parametrize(
    "text",
    [
        "De voorzitter: Ik open de vergadering.\n\nDe heer Claes vraagt het woord.",
        "Voorzitter: J. Claes\n\nGriffier: P. Oudkerk\n\nWethouder: M. Ter Braak\n\nDe raad vergadert.",
        "Kortom: het is klaar.\n\nLet op: het is laat.\n\nConclusie: wij gaan.",
    ],
)
def test_without_speakers_throughout_nobody_is_named(text: str) -> None:
    """A single opening, a list of who was there and words before a colon make no speakers."""
    assert all(locator.startswith(("al.", "kop")) for locator in locators(text))


def test_a_speaker_is_found_by_the_locator_as_written() -> None:
    """What is printed is read again, whatever its capitals."""
    text = f"{OPENING}Minister Oudkerk: De brug is oud.{CLOSING}"
    passages = split_passages(text)
    asked = parse_locator("OUDKERK, alinea 1")
    assert asked == Locator(Unit.SPEAKER, 1, 1, "OUDKERK")

    class Source:
        """As much of a source as is looked at."""

    source = Source()
    source.passages = passages  # type: ignore[attr-defined]
    assert find_passages(source, asked) == (passages[1],)  # type: ignore[arg-type]
