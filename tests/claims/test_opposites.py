"""A clause with the words of what it cites that says the opposite gets a hint; one that agrees gets none."""

import pytest

from bronbrief.brief.own_words import GAP
from bronbrief.brief.statements import Statement
from bronbrief.claims.opposites import Opposite, find_opposites


def found(own: str, cited: str, lang: str = "nl") -> list[Opposite]:
    """Return the opposites of one text and one source."""
    return list(find_opposites(Statement((), own, 0, len(own), ()), [cited], lang))


@pytest.mark.parametrize(
    ("own", "cited"),
    [
        ("De raad steunt het plan van de provincie.", "De raad steunt het plan van de provincie niet."),
        (f"Het dorp verlaagt de {GAP * 4}leges niet.", "Het dorp verlaagt dit jaar de leges."),
        ("Zeist bouwt geen nieuwe school.", "In 2024 bouwt Zeist een nieuwe school."),
        ("Haar voorstel is verworpen; het dorp betaalt de school.", "Het dorp betaalt de school nooit."),
    ],
)
def test_one_of_two_that_denies_is_found(own: str, cited: str) -> None:
    """Where only one of two sentences of the same words has a negation, that is told."""
    (opposite,) = found(own, cited)

    assert (opposite.cited, opposite.names) == (cited, None)


@pytest.mark.parametrize(
    ("own", "cited", "names"),
    [
        ("Noorwegen leent IJsland zes miljoen.", "IJsland leent Noorwegen zes miljoen.", ("@NO", "@IS")),
        ("Belarus leent Rusland zes miljoen.", "Rusland leent Wit-Rusland zes miljoen.", ("@BY", "@RU")),
        ("Jansen betaalt Pietersen de huur.", "Pietersen betaalt Jansen de huur.", ("jansen", "pietersen")),
    ],
)
def test_names_that_change_places_are_found(own: str, cited: str, names: tuple[str, str]) -> None:
    """Who gives in one sentence and receives in the other is told, under any name of a country."""
    assert [one.names for one in found(own, cited)] == [names]


@pytest.mark.parametrize(
    ("own", "cited"),
    [
        ("De raad steunt het plan niet.", "Het plan steunt de raad dit jaar niet."),
        ("De huur is door Jansen aan Pietersen betaald.", "Jansen heeft Pietersen de huur betaald."),
        ("Het dorp betaalt de school, maar niet de brug.", "Het dorp betaalt de school."),
        (
            "Het college geeft een boek uit.",
            "Het college wil na lang beraad met alle partijen geen boek uitgeven.",
        ),
        ("De contacten van het dorp zijn voorbij:", "Het dorp heeft geen contacten meer."),
        ("Niets hiervan lijkt op de bron.", "De raad steunt het plan."),
    ],
)
def test_sentences_that_agree_are_silent(own: str, cited: str) -> None:
    """The same sense, another sense, and a line that leads to the quotation itself give no hint."""
    assert found(own, cited) == []
