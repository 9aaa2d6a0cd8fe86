"""File names that every file system and every reader takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.dossier.naming import NAME_LIMIT, file_name, unknown_fields

PATTERN = "{meeting} {title} - bijlage {annex}"
VALUES = {"meeting": "2026-12-08", "annex": "2", "item": "7", "version": "1.0", "name": "brief"}


def test_a_short_title_is_kept_whole() -> None:
    """Date, title and number of the annex make the name."""
    name = file_name(PATTERN, {**VALUES, "title": "Stedenband Coevorden-Brest"}, ".pdf")

    assert name == "2026-12-08 Stedenband Coevorden-Brest - bijlage 2.pdf"


def test_diacritics_stay() -> None:
    """Letters with diacritics are composed, not dropped."""
    name = file_name("{title}", {**VALUES, "title": "Coördinatie in Oekraïne"}, ".pdf")

    assert name == "Coördinatie in Oekraïne.pdf"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Coevorden en Brest: van stedenband naar stilte",
            "Coevorden en Brest - van stedenband naar stilte.pdf",
        ),
        ("Wat nu?", "Wat nu.pdf"),
        ("a/b\\c|d", "a-b-c-d.pdf"),
        ("Einde...", "Einde.pdf"),
    ],
)
def test_characters_that_other_systems_refuse_are_replaced(title: str, expected: str) -> None:
    """A colon, slash, question mark and the like never reach a file name."""
    assert file_name("{title}", {**VALUES, "title": title}, ".pdf") == expected


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Havens en steigers: " + "wat de gemeenten daarover schrijven " * 3, "Havens en steigers"),
        (f"Hoe gemeenten {'hun havens beheren ' * 4}in de vier steden", None),
        (f"Waarom de raden van dorpen {'aan de kust ' * 5}kozen voor een 7 meter hoge dijk", None),
    ],
)
def test_a_long_title_is_cut_where_it_reads_on_its_own(title: str, kept: str | None) -> None:
    """At its colon first, else at a word, and never after one that leads up to the next."""
    name = file_name(PATTERN, {**VALUES, "title": title}, ".pdf")
    cut = name.removeprefix("2026-12-08 ").removesuffix(" - bijlage 2.pdf")

    assert title.startswith(cut)
    assert kept is None or cut == kept
    assert cut.split()[-1] not in {"de", "voor", "vier", "een", "7", "van", "alle"}


@given(st.text(max_size=300))
def test_any_title_gives_a_name_of_at_most_120_characters(title: str) -> None:
    """A long title loses words at its end; the date and the annex always stay."""
    name = file_name(PATTERN, {**VALUES, "title": title}, ".pdf")

    assert len(name) <= NAME_LIMIT
    assert name.startswith("2026-12-08")
    assert name.endswith("bijlage 2.pdf")
    assert not set(name) & set('\\/:*?"<>|\0')


def test_unknown_fields_of_a_pattern_are_named() -> None:
    """A pattern may use only what the dossier knows."""
    assert unknown_fields("{meeting} {titel} {annex}") == ("titel",)
