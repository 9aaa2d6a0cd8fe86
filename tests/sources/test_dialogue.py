"""Questions and answers: named as the source numbers them, and where that is unsure not at all."""

import pytest

from bronbrief.sources.passages import split_passages


def shown(text: str) -> dict[str, str]:
    """Split a text; return the passages by their locators."""
    return {str(one.locator): one.text for one in split_passages(text)}


@pytest.mark.parametrize(
    ("label", "locator"),
    [
        ("Antwoord op vraag 2 en 3:", "antwoord 2 en 3"),
        ("Antwoord op 2 en 3:", "antwoord 2 en 3"),
        ("Antwoord vragen 2/3:", "antwoord 2 en 3"),
        ("Antwoord op vraag 2 en vraag 3:", "antwoord 2 en 3"),
        ("Antwoorden 2 t/m 4:", "antwoord 2-4"),
        ("Antwoorden 2, 3 en 4:", "antwoord 2, 3 en 4"),
        ("Antw. 2:", "antwoord 2"),
        ("Antwoord 2b:", "antwoord 2b"),
        ("Antwoord 2 (wethouder Ter Braak):", "antwoord 2"),
        ("Answer to questions 2 and 3:", "antwoord 2 en 3"),
        ("Antwoord op vraag 2", "antwoord 2"),
    ],
)
def test_an_answer_says_which_questions_it_answers(label: str, locator: str) -> None:
    """The numbers of a label are those of the locator, all of them."""
    text = f"Vraag 2: Komt de brug er?\n\n{label}\nDat weten wij nog niet.\n\nVraag 9: En de tunnel?\n"
    assert shown(text)[locator].endswith("Dat weten wij nog niet.")


@pytest.mark.parametrize(
    "opening",
    [
        "Reactie:",
        "Reactie van het college:",
        "Vervolgvraag:",
        "Nadere vraag 2:",
        "Repliek:",
        "Vraag 2 is al beantwoord:",
        "Mevrouw Ter Braak (Lokaal):",
        "De voorzitter:",
        "Wethouder Ter Braak:",
        "Ter Braak:",
        "Our reply:",
        "3 Vraag van de fractie:",
    ],
)
def test_an_opening_of_unknown_form_ends_the_turn(opening: str) -> None:
    """Words behind it, and the paragraphs after them, are neither the question's nor the answer's."""
    text = (
        "Vraag 1: Komt de brug er?\n\nAntwoord 1: Ja.\n\n"
        f"{opening} Dat is te laat.\n\nWij betreuren dat.\n\nVraag 2: Wanneer?\n\nAntwoord 2: Later.\n"
    )
    found = shown(text)
    assert list(found) == ["vraag 1", "antwoord 1", "al. 1", "al. 2", "vraag 2", "antwoord 2"]
    assert found["al. 1"].startswith(opening)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vraag 1: Kan dit?\nAntwoord college: Ja.\nVraag 2: En dat?\nAntwoord B&W: Nee.",
            ["vraag 1", "antwoord 1", "vraag 2", "antwoord 2"],
        ),
        (
            "1. Kan dit?\n\n2. En dat?\n\nAntwoord: Ja.\n\n3. En dit?\n\nAntwoord: Nee.",
            ["vraag 1", "vraag 2", "al. 1", "vraag 3", "antwoord 3"],
        ),
        (
            "Vraag 1: Kan dit?\n\nAntwoord: Ja.\n\nAntwoord: Nee.",
            ["vraag 1", "antwoord 1", "al. 1"],
        ),
        (
            "Vraag 1: Kan dit?\n\nAntwoord: Ja.\n\nDeel B\n\nVraag 1: En hier?\n\nAntwoord: Nee.",
            ["vraag 1", "antwoord 1", "kop 1", "al. 1", "al. 2"],
        ),
        (
            "Vraag 1: Kan dit?\n\nAntwoord: Ja.\n\nAanvullende vraag: Zeker?\n\nAntwoord: Ja.",
            ["vraag 1", "antwoord 1", "al. 1", "al. 2"],
        ),
        (
            "De brug is oud.\n\n1. Wat nu?\n\n2. Wanneer?\n\nANTWOORD\n\n1. Niets.\n\n2. Later.\n\nEn duur.",
            ["al. 1", "vraag 1", "vraag 2", "kop 1", "antwoord 1", "antwoord 2, al. 1", "antwoord 2, al. 2"],
        ),
        (
            "Vragen\n\n1. Wat nu?\n\n2. Wanneer?\n\nAntwoorden\n\n1. Niets.\n\n2. Later.",
            ["kop 1", "vraag 1", "vraag 2", "kop 2", "antwoord 1", "antwoord 2"],
        ),
        (
            "1. Mag dit?\n\nAntwoord:\nJa.\n\n2. En dit?\n\nAntwoord:\nNee.",
            ["vraag 1", "kop 1", "antwoord 1", "vraag 2", "kop 2", "antwoord 2"],
        ),
        (
            "1. Mag dit?\nAntwoord: Ja.\n2. Graag een toelichting.\nAntwoord: Die volgt.",
            ["vraag 1", "antwoord 1", "al. 1", "al. 2"],
        ),
        (
            "4. Wat kost dat?\n\nDe kosten zijn onbekend.\n\n5. Wie betaalt?\n\nDat is de vraag?",
            ["vraag 4", "al. 1", "vraag 5", "al. 2"],
        ),
        (
            "Vraag 6: Klopt het?\n\na) Zo ja, waarom?\n\nb) Zo nee, hoe dan?\n\nAntwoord 6: Het klopt.",
            ["vraag 6, al. 1", "vraag 6, al. 2", "vraag 6, al. 3", "antwoord 6"],
        ),
    ],
)
def test_what_is_unsure_is_plainly_numbered(text: str, expected: list[str]) -> None:
    """An answer without a number belongs to the one question that is open, or to none."""
    assert list(shown(text)) == expected
