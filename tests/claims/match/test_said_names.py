"""Names in other forms: initials, parties, compounds, and nouns that are surnames as well."""

import pytest

from bronbrief.claims.match.facts import Kind, find_facts
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.support import Support, from_text, supports

SAID = """\
Voorzitter Annelies ter Haar en de heer De Jong (CDA) spraken met mr. S.T. Ouwehand, een bakker en een koning
over de Boerenbond, het Noorse bedrijf Nordlys Energi en Gooikse plannen. Van Hamme (Groen) kost dat niets.
De SSO, Syrië en de Tweede Kamer zwegen, net als burgemeester Jaap Velema in Westerwolde.
"""


def unsupported(words: str, said: str = SAID) -> list[str]:
    """Return the names of some words that a text does not carry."""
    support = from_text(said, languages()["nl"])
    found = find_facts(words, languages()["nl"], lambda _: None)
    return [fact.text for fact in found if fact.kind is Kind.NAME and not supports(support, words, fact.read)]


@pytest.mark.parametrize(
    "words",
    [
        "volgens A. ter Haar",
        "Ook mevrouw Ter Haar zei dat",
        "De CDA'er De Jong zei dat",
        "met S. Ouwehand",
        "zei S.T. Ouwehand",
        "de Boerenbondleden",
        "het Noorse Nordlys Energi",
        "in Gooik",
        "en Van Hamme van Groen",
        "het college van B en W",
        "Zo'n plan",
        "CDA-woordvoerder De Jong",
        "SSO-penningmeester Ter Haar",
        "de Noren",
    ],
)
def test_other_forms_of_a_name_are_carried(words: str) -> None:
    """Initials for given names, members of parties, compounds and adjectives say the same name."""
    assert unsupported(words) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("en burgemeester Haar van Westerwolde", "Haar van Westerwolde"),
        ("met Afghanen", "Afghanen"),
        ("volgens B. ter Haar", "B. ter Haar"),
        ("zei S.P. Ouwehand", "S.P. Ouwehand"),
        ("en raadslid Koning", "Koning"),
        ("en raadslid De Koning", "Koning"),
        ("de heer Bakker", "Bakker"),
        ("Bakker noemt dat riskant", "Bakker"),
        ("en raadslid Koster", "Koster"),
        ("de D66'er De Jong", "D66'er"),
        ("Van Hamme (Vooruit) zweeg", "Vooruit"),
        ("Milieudefensie zweeg", "Milieudefensie"),
        ("het Deense Nordlys Energi", "Deense Nordlys Energi"),
    ],
)
def test_names_that_only_look_alike_are_found(words: str, name: str) -> None:
    """Other initials, a noun where a surname is meant, and another party are no forms of what was said."""
    assert unsupported(words) == [name]


def test_bodies_and_peoples_have_names_in_both_languages() -> None:
    """A chamber, a people and somebody of a place are the same in other words."""
    support = from_text(SAID, languages()["nl"])
    for words, lang in (
        ("with Syrians", "en"),
        ("in the House of Representatives", "en"),
        ("en de Kamer", "nl"),
        ("Jemen", "nl"),
        ("de burgemeester Velema van Westerwolde", "nl"),
    ):
        facts = list(find_facts(words, languages()[lang], lambda _: None))
        assert all(supports(support, words, fact.read) for fact in facts) is (words != "Jemen"), words


def test_a_language_is_no_people() -> None:
    """A source in Dutch says nothing of a Dutch scheme, and may be called Dutch itself."""
    said = Support(languages=frozenset({"nederlands", "dutch"}))
    for words, right in (
        ("de Nederlandstalige bronnen", True),
        ("uit het Nederlands.", True),
        ("de Nederlandse regeling", False),
        ("in Nederlandse regels", False),
    ):
        (fact,) = find_facts(words, languages()["nl"], lambda _: None)
        assert supports(said, words, fact.read) is right, words
