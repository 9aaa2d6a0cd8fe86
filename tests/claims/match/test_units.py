"""Units beside money: how they are written, and that a figure in one is not carried by another."""

import pytest

from bronbrief.claims.match.facts import find_facts
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.numbers import find_numbers
from bronbrief.claims.match.support import from_text, supports


def carried(said: str, words: str, lang: str = "nl") -> bool:
    """Tell whether a text carries every fact of some words."""
    support = from_text(said, languages()[lang])
    facts = list(find_facts(words, languages()[lang], lambda _: None))
    assert facts
    return all(supports(support, words, fact.read) for fact in facts)


@pytest.mark.parametrize(
    ("text", "measure", "lang"),
    [
        ("9,50 m hoog", "m", "nl"),
        ("38,5 kilometer", "km", "nl"),
        ("150 vierkante meter", "m2", "nl"),
        ("2,4 miljoen kubieke meter water", "m3", "nl"),
        ("twee volle jaren", "year", "nl"),
        ("tien werkdagen", "day", "nl"),
        ("de 54-jarige", "year", "nl"),
        ("tiendaagse", "day", "nl"),
        ("400 MW", "MW", "nl"),
        ("het tweede lid", "lid", "nl"),
        ("lid 2", "lid", "nl"),
        ("een half uur", "hour", "nl"),
        ("fifty-four-year-old", "year", "en"),
        ("three consecutive months", "month", "en"),
        ("half an hour", "hour", "en"),
        ("zeven molens", "", "nl"),
        ("half september", None, "nl"),
    ],
)
def test_a_unit_is_read_however_it_is_written(text: str, measure: str | None, lang: str) -> None:
    """Signs, words, plurals and compounds of a unit are one and the same."""
    found = [number.measure for number in find_numbers(text, languages()[lang])]
    assert found == ([] if measure is None else [measure])


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("een termijn van zes weken", "zes maanden"),
        ("hooguit 9,5 meter", "9,5 kilometer"),
        ("19,4 kilometer dijk", "19,4 hectometer dijk"),
        ("zij is 54 jaar", "54 gasten kwamen"),
        ("drie zaalvakken", "na drie jaar"),
        ("een daling van 3 procentpunt", "3 procent minder"),
        ("een daling van 3 procent", "3 procentpunt minder"),
        ("artikel 4, tweede lid", "artikel 4, derde lid"),
        ("een weg van 2000 meter", "in 2000 kilometer"),
        ("Kerkstraat 14a", "op nummer 14b"),
    ],
)
def test_a_figure_in_another_unit_is_not_carried(said: str, words: str) -> None:
    """The right number with the wrong unit was never said."""
    assert not carried(said, words)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Hoekstra (54) begint", "de 54-jarige"),
        ("de 54-jarige Hoekstra", "zij is 54"),
        ("twee verdachten van 19 en 23 jaar", "een 19-jarige"),
        ("een tiendaagse viering", "tien dagen"),
        ("400 megawatt", "400 MW"),
        ("| 150 |", "150 m²"),
        ("artikel 4, eerste lid", "artikel 4, lid 1"),
        ("met 3 procentpunt", "3 procentpunten"),
        ("een half uur", "een halve uur"),
        ("binnen zes maanden", "binnen een half jaar"),
        ("na anderhalf jaar", "na achttien maanden"),
        ("Kerkstraat 14a", "op nummer 14"),
    ],
)
def test_the_same_unit_in_other_words_is_carried(said: str, words: str) -> None:
    """A unit may be written in another way, and left out where nothing else is counted."""
    assert carried(said, words)
