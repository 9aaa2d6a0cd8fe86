"""Which passages are read for a fact: all that have it in another form, and few others."""

import pytest

from bronbrief.claims.match.candidates import may_hold
from bronbrief.claims.match.facts import find_facts
from bronbrief.claims.match.languages import languages


def holds(words: str, text: str, lang: str = "nl") -> bool:
    """Tell whether a text may hold the one fact of some words."""
    (fact,) = find_facts(words, languages()[lang], lambda _: None)
    return bool(may_hold(fact.read, words[fact.start : fact.end])(text))


@pytest.mark.parametrize(
    ("words", "text", "lang"),
    [
        ("met 1,5 miljard dollar", "een lening van anderhalf miljard", "nl"),
        ("met 22.000 mensen", "meer dan 22 000 burgers", "nl"),
        ("met 1 miljoen mensen", "een miljoen burgers", "nl"),
        ("met 300 mensen", "driehonderd manschappen", "nl"),
        ("na 18 maanden", "na anderhalf jaar", "nl"),
        ("met ruim 8.200 mensen", "er waren 8.214 mensen", "nl"),
        ("met tientallen mensen", "dozens came", "nl"),
        ("bel 088 361 11 00", "telefoon (088) 3611100", "nl"),
        ("op 9 augustus 2020", "de zitting van 09-08-2020", "nl"),
        ("in augustus", "op 9/8", "nl"),
        ("sinds 1998", "sinds ’98", "nl"),
        ("de stad Nijmegen", "de Nijmeegse raad", "nl"),
        ("the city of Minsk in Belarus", "de Wit-Russische stad Minsk", "en"),
        ("met Lukashenko", "volgens Loekasjenko", "en"),
        ("de RvS", "de Raad van State", "nl"),
        ("het Centraal Bureau voor de Statistiek", "volgens het CBS", "nl"),
    ],
)
def test_a_passage_that_has_a_fact_in_another_form_is_read(words: str, text: str, lang: str) -> None:
    """Digits or words, other separators, units, spellings, and abbreviations do not hide a fact."""
    for fact in find_facts(words, languages()[lang], lambda _: None):
        assert may_hold(fact.read, words[fact.start : fact.end])(text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("met 98765 mensen", "In 2019 kwamen 98 mensen, en twaalf honden."),
        ("met ruim 8.200 mensen", "er waren 7.100 mensen"),
        ("op 9 augustus 2020", "op 9 augustus 2021"),
        ("de stad Nijmegen", "de raad van Assen"),
        ("de RvS", "de Raad van Bestuur"),
    ],
)
def test_a_passage_that_has_none_of_it_is_not(words: str, text: str) -> None:
    """Without its figures, its year or the beginning of its words a passage need not be read for it."""
    assert not holds(words, text)
