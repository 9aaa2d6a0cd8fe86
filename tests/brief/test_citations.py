"""Sources are named as the citation style prescribes, and never with a blank where nothing is known."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bronbrief.brief.citations import Citer, cited_address
from bronbrief.brief.labels import load_labels
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.model import Locator, Source, Unit

SourceMaker = Callable[..., Source]
ExcerptMaker = Callable[..., Excerpt]


@pytest.fixture
def citer(tmp_path: Path) -> Citer:
    """Return a citer for a Dutch brief."""
    return Citer("nl-NL", load_labels(Workspace(tmp_path), "nl-NL").value or {})


@pytest.fixture
def english(tmp_path: Path) -> Citer:
    """Return a citer for an English brief."""
    return Citer("en", load_labels(Workspace(tmp_path), "en").value or {})


@pytest.fixture
def both(citer: Citer, english: Citer) -> tuple[Citer, Citer]:
    """Return both citers."""
    return citer, english


def test_label_names_publisher_date_and_place(
    citer: Citer, english: Citer, make_source: SourceMaker, make_excerpt: ExcerptMaker
) -> None:
    """A label is short: who published, when, and where in the text."""
    source = make_source()

    assert citer.label(source, make_excerpt("a").locators) == "De Krant, november 2023, al. 1"
    assert english.label(source, make_excerpt("a").locators) == "De Krant, November 2023, para. 1"


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ({"publisher": None}, "‘Brug blijft open’, november 2023"),
        ({"publisher": None, "author": "A. Bouwer"}, "A. Bouwer, november 2023"),
        ({"date": None}, "De Krant, z.d."),
        ({"date": "2021-03~"}, "De Krant, ca. maart 2021"),
        ({"date": "2020-09-18/.."}, "De Krant, op of na 18 september 2020"),
    ],
)
def test_unknown_facts_have_their_form(
    citer: Citer, make_source: SourceMaker, facts: dict[str, Any], label: str
) -> None:
    """What is unknown is said or left out, as the style has it."""
    assert citer.label(make_source(**facts), ()) == label


def test_labels_of_one_publisher_and_date_are_told_apart(citer: Citer, make_source: SourceMaker) -> None:
    """Two sources that would have one label carry their titles."""
    one, other = make_source("een", title="Eén"), make_source("twee", title="Twee")
    both = Citer("nl-NL", citer.labels, (one, other))

    assert both.label(one, ()) == "De Krant, ‘Eén’, november 2023"
    assert both.label(other, ()) == "De Krant, ‘Twee’, november 2023"


@pytest.mark.parametrize(
    ("locators", "words"),
    [
        ([("al.", 3, None)], ("al. 3", "para. 3")),
        ([("al.", 3, None), ("al.", 4, None), ("al.", 5, None)], ("al. 3–5", "para. 3–5")),
        ([("al.", 3, None), ("al.", 7, None)], ("al. 3 en 7", "para. 3 and 7")),
        ([("antwoord", 2, 1)], ("antwoord 2, al. 1", "answer 2, para. 1")),
        ([("antwoord", 2, 1), ("antwoord", 2, 2)], ("antwoord 2, al. 1–2", "answer 2, para. 1–2")),
        ([("vraag", 1, None), ("antwoord", 1, None)], ("vraag 1; antwoord 1", "question 1; answer 1")),
        ([("kop", 2, None)], ("kop 2", "heading 2")),
        ([("bijschrift", 2, None)], ("bijschrift 2", "caption 2")),
    ],
)
def test_locators_in_words(
    both: tuple[Citer, Citer],
    make_source: SourceMaker,
    locators: list[tuple[str, int, int | None]],
    words: tuple[str, str],
) -> None:
    """Locators print in the brief's language; neighbours are joined."""
    given = [Locator(Unit(unit), number, paragraph) for unit, number, paragraph in locators]

    assert tuple(citer.place(make_source(), given) for citer in both) == words


def test_entry_begins_with_the_title(citer: Citer, make_source: SourceMaker) -> None:
    """Without an author an entry begins with its title, linked; the address prints beside it."""
    entry = citer.entry(make_source(url="https://www.krant.nl/brug?a=1&b=2")).entry

    assert entry.plain == "‘Brug blijft open’, De Krant, november 2023. krant.nl/brug?a=1&b=2"
    assert '<a href="https://www.krant.nl/brug?a=1&amp;b=2"><cite>‘Brug blijft open’</cite></a>' in entry.html


def test_an_entry_has_one_full_stop(both: tuple[Citer, Citer], make_source: SourceMaker) -> None:
    """The stop of an abbreviation at the end is the stop of the entry."""
    ends = [citer.entry(make_source(date=None)).entry.plain for citer in both]
    marked = both[1].entry(make_source(date=None)).entry.html

    assert ends == ["‘Brug blijft open’, De Krant, z.d.", "‘Brug blijft open’, De Krant, n.d."]
    assert marked.endswith("</cite>, De Krant, n.d.")


def test_supplied_title_stands_in_brackets(citer: Citer, make_source: SourceMaker) -> None:
    """A title that was supplied shows it, and the ground is a remark."""
    entry = citer.entry(make_source(title_ground="supplied", date_ground="het bericht."))

    assert entry.entry.plain.startswith("[Brug blijft open], ")
    assert entry.title == "[Brug blijft open]"
    assert entry.remarks[:2] == (
        "De titel is door de opsteller gegeven; de bron heeft er geen.",
        "Grond voor de datum: het bericht.",
    )
    assert entry.remarks[-1] == "Bestand krant-2023.txt."


def test_a_source_of_recognised_text_says_so_and_others_do_not(
    both: tuple[Citer, Citer], make_source: SourceMaker
) -> None:
    """The list of sources tells in the brief's language which text software made of pictures."""
    told = ["Tekst herkend door software (OCR).", "Text recognised by software (OCR)."]
    assert [citer.entry(make_source(ocr="true")).remarks[0] for citer in both] == told
    assert not {*told} & {remark for citer in both for remark in citer.entry(make_source()).remarks}


def test_another_language_is_marked_in_an_entry(english: Citer, make_source: SourceMaker) -> None:
    """A title in another language than the brief's says which; the ground of a date then is not printed."""
    entry = english.entry(make_source(date_ground="kopregel"))

    assert '<cite lang="nl">' in entry.entry.html
    assert "kopregel" not in entry.entry.plain + " ".join(entry.remarks)
    assert "The record of the source gives the basis of its date." in entry.remarks
    assert not any("kopregel" in remark for remark in entry.remarks)


def test_hostile_record_is_escaped(citer: Citer, make_source: SourceMaker) -> None:
    """Nothing of a record becomes markup."""
    facts = {"title": "<script>{ground}", "publisher": "<b>", "author": '"><i>', "url": 'https://a.nl/"><b>'}
    entry = citer.entry(make_source(**facts)).entry

    for tag in ("<script", "<b>", "<i>"):
        assert tag not in entry.html
    assert entry.plain.startswith('"><i>, ‘<script>{ground}’, <b>, november 2023.')


def test_only_web_addresses_are_linked(citer: Citer, make_source: SourceMaker) -> None:
    """An address of another kind is not linked to, in the list or under a quotation."""
    source = make_source(url="javascript:alert(1)")

    assert "href" not in citer.entry(source).entry.html
    assert cited_address(source, ["De brug blijft open."]) is None
    assert cited_address(source, ()) is None


def test_quotation_leads_to_its_words(make_source: SourceMaker) -> None:
    """A source with an address is opened at the words quoted."""
    source = make_source(url="https://krant.nl/brug")

    words = cited_address(source, ["De brug blijft open."])

    assert words == "https://krant.nl/brug#:~:text=De%20brug%20blijft%20open."
    assert cited_address(source, ()) == "https://krant.nl/brug"
