"""What the view leaves out within a quotation is told, and what it keeps cannot be left out."""

from collections.abc import Callable
from typing import Any

import pytest

from bronbrief.evidence.model import Excerpt, Verdict

ProveOne = Callable[..., tuple[Excerpt | None, list[str]]]

PAGED = (
    "De commissie heeft in het voorjaar drie keer gesproken over de plannen voor de haven en\n\n- 6 -\n\n"
    "\fover de kosten daarvan. Daarna is het voorstel aan de raad gezonden.\n\n- 7 -\n"
)
WORDS = (
    "De partijen in de raad spreken over zon-\nen windenergie, over de komst van N-\n14 toestellen, over\n"
    "het oud-\nraadslid, over kust-\nplaats en haven. Op die plaats ligt de kust open en de raad ver-\n"
    "gadert daar over en/\nof in het dorp."
)
TABLE = "Buurt\tPanden\tHuizen\nOosteind\t12\t500 panden\nWesteind\t4.310\t1.980\n"


def test_a_page_number_within_a_quotation_is_told(prove_one: ProveOne) -> None:
    """A quotation that runs over a page number gets a hint; one beside it gets none."""
    assert prove_one(PAGED, quote="plannen voor de haven en over de kosten")[1] == ["page-number-left-out"]
    assert prove_one(PAGED, passage="al. 1")[1] == ["page-number-left-out"]
    assert prove_one(PAGED, quote="over de kosten daarvan.")[1] == []


def test_a_doubtful_hyphen_within_a_quotation_is_told(prove_one: ProveOne) -> None:
    """The hint comes where the view drops a hyphen that may be the word's own, unless the author has it."""
    assert prove_one(WORDS, quote="over kustplaats en haven")[1] == ["hyphen-dropped"]
    assert prove_one(WORDS, **{"from": "over kust", "to": "en haven."})[0] is None
    assert prove_one(WORDS, passage="al. 1")[1] == ["hyphen-dropped"]
    excerpt, codes = prove_one(WORDS, quote="over kust-plaats en haven")
    assert excerpt is not None
    assert (excerpt.text, codes) == ("over kust-plaats en haven", [])
    assert prove_one(WORDS, quote="de raad vergadert daar")[1] == []


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("over zon- en windenergie", "over zon- en windenergie"),
        ("over zon-\nen windenergie", "over zon- en windenergie"),
        ("over zonen windenergie", None),
        ("over zon-en windenergie", None),
        ("van N-14 toestellen", "van N-14 toestellen"),
        ("van N- 14 toestellen", "van N-14 toestellen"),
        ("van N14 toestellen", None),
        ("het oud-raadslid", "het oud-raadslid"),
        ("het oudraadslid", None),
        ("raad vergadert daar", "raad vergadert daar"),
        ("raad ver-\ngadert daar", "raad vergadert daar"),
        ("daar over en/of in", "daar over en/of in"),
        ("daar over en/\nof in", "daar over en/of in"),
        ("daar over en/ of in", "daar over en/of in"),
        ("daar over en of in", None),
    ],
)
def test_a_quotation_keeps_what_the_view_keeps(prove_one: ProveOne, typed: str, printed: str | None) -> None:
    """A hyphen beyond doubt can be copied with its line end, and not dropped; so can a slash."""
    excerpt, _ = prove_one(WORDS, quote=typed)
    assert (excerpt.text if excerpt else None) == printed


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("500 panden", Verdict.EXACT),
        ("Oosteind\t12", Verdict.EXACT),
        ("Oosteind 12", Verdict.FOLDED),
        ("12\t500 panden", Verdict.EXACT),
        ("12 500 panden", None),
        ("Oosteind 12 500 panden", None),
        ("00 panden", None),
    ],
)
def test_numbers_in_two_cells_are_not_one(prove_one: ProveOne, typed: str, verdict: Verdict | None) -> None:
    """A tab between two numbers is no space within a number; a number in a cell is whole."""
    excerpt, _ = prove_one(TABLE, quote=typed)
    assert (excerpt.verdict if excerpt else None) == verdict


def test_a_number_typed_with_a_tab_is_still_a_number(prove_one: ProveOne) -> None:
    """Where the source has a space, what white space the author typed does not count."""
    excerpt, _ = prove_one("Er kwamen 12 500 bezoekers.", quote="kwamen 12\t500 bezoekers")
    assert excerpt is not None


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011"])
def test_hyphens_that_look_alike_are_one(prove_one: ProveOne, hyphen: str) -> None:
    """A hyphen typed as "-" finds the source's own, which prints; without it the word is another."""
    text = f"Het zuid{hyphen}oosten en de e{hyphen}\nfiets gaan voor."
    excerpt, _ = prove_one(text, quote="Het zuid-oosten en de e-fiets")
    assert excerpt is not None
    assert excerpt.text == f"Het zuid{hyphen}oosten en de e{hyphen}fiets"
    assert prove_one(text, quote="Het zuidoosten")[0] is None


def test_an_answer_to_several_questions_says_so(prove_one: ProveOne) -> None:
    """A passage is selected by the name that its locator has."""
    text = (
        "Vraag 1: Mag dit?\n\nVraag 2: En dat?\n\nAntwoord 1 en 2: Dit wel.\n\nDat niet.\n\nVraag 3: Wie?\n"
    )
    fields: dict[str, Any] = {"passage": "antwoord 1 en 2, al. 2"}
    excerpt, _ = prove_one(text, **fields)
    assert excerpt is not None
    assert (excerpt.text, [str(one) for one in excerpt.locators]) == ("Dat niet.", ["antwoord 1 en 2, al. 2"])
    assert prove_one(text, passage="antwoord 1 en 2")[0] is not None
    assert prove_one(text, passage="antwoord 2")[1] == ["passage-unknown"]
    assert prove_one(text, passage="vraag 1 en 2")[1] == ["passage-unlike"]
