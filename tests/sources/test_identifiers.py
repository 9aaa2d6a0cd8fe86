"""Official numbers are read in every form in which people and documents write them."""

import pytest

from bronbrief.sources.identifiers import mistaken, recognise


@pytest.mark.parametrize(
    "variants",
    [
        (
            "Kamerstukken II 2021/22, 35 925 V, nr. 33",
            "Tweede Kamer, vergaderjaar 2021–2022, 35 925 V, nr. 33",
            "Kamerstuk II 2021-2022, 35 925-V nr. 33",
        ),
        ("Kamerstukken I 2008/09, 31700 VI, D", "Eerste Kamer, vergaderjaar 2008-2009, 31700-VI, D"),
        ("Handelingen II 2020/21, nr. 12, item 3", "h-tk-20202021-12-3"),
        (
            "Aanhangsel Handelingen II 2014/15, nr. 1241",
            "ah-tk-20142015-1241",
            "Aanhangsel van de Handelingen, Tweede Kamer, vergaderjaar 2014–2015, nr. 1241",
        ),
        ("Stb. 2018, 141", "stb-2018-141", "Staatsblad 2018 141", "Stb. 2018, nr. 141"),
        ("Provinciaal blad van Drenthe 2021, 77", "provinciaal blad Drenthe 2021, nr. 77"),
        ("Parl.St. Vl.Parl. 2017-18, nr. 1422/1", "1422 (2017-2018) nr. 1", "Stuk 1422 (2017-2018) – Nr. 1"),
        ("BS 12 maart 2021", "B.S. 12-3-2021", "Belgisch Staatsblad van 12 maart 2021"),
    ],
)
def test_one_number_in_several_hands_is_one(variants: tuple[str, ...]) -> None:
    """However a number is written, it is read as the same."""
    read = [recognise(variant) for variant in variants]

    assert read[0] is not None
    assert read == [read[0]] * len(read)


@pytest.mark.parametrize(
    "text",
    [
        "zaaknummer 2021-0417",
        "HR 20 december 2019, ECLI:NL:HR:2019:2006",
        "Kamerstukken II 2015/17, 34442, nr. 2",
        "Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9",
        "BS 31 februari 2021",
        "kst-35925-V-33",
    ],
)
def test_what_has_no_form_whole_is_left_alone(text: str) -> None:
    """Nothing is guessed of a number that cannot be read to its end: it stays as the author wrote it."""
    assert recognise(text) is None


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("Kamerstukken II 2015/17, 34442, nr. 2", "2015/16"),
        ("Handelingen II 1999/2001, nr. 3", "1999/00"),
        ("ECLI:NL:HR:2019", "ECLI:NL:HR:2019:2006"),
        ("Kamerstukken II 2015/16, 34442, nr. 2", ""),
        ("Kamerstukken 27858", ""),
        ("dossier 2015/17", ""),
    ],
)
def test_a_number_that_cannot_be_says_so(text: str, example: str) -> None:
    """A session of years that do not follow each other, and an ECLI that lacks a part, are named."""
    assert mistaken(text) == example
