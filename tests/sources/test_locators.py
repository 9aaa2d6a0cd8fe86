"""Locators: read as people write them, and find what a reader would point at."""

import pytest

from bronbrief.sources.locators import find_passages, parse_locator
from bronbrief.sources.model import Locator, Record, Source, Unit
from bronbrief.sources.passages import split_passages

TEXT = "Inleiding.\n\n1. Wat nu?\n\nDit.\n\nEn dat.\n\n2. Hoe?\n\nZo."


def source() -> Source:
    """Make a source with two questions, one answered in two paragraphs."""
    return Source(
        "bron",
        "seeds/bron.txt",
        "seeds/bron.yaml",
        Record("Bron", "stated", "web", "nl", "0" * 64),
        TEXT.encode(),
        TEXT,
        split_passages(TEXT),
    )


@pytest.mark.parametrize(
    ("text", "locator"),
    [
        ("al. 3", Locator(Unit.PARAGRAPH, 3)),
        (" Alinea 3 ", Locator(Unit.PARAGRAPH, 3)),
        ("al 3", Locator(Unit.PARAGRAPH, 3)),
        ("kop 1", Locator(Unit.HEADING, 1)),
        ("bijschrift 1", Locator(Unit.CAPTION, 1)),
        ("vraag 12", Locator(Unit.QUESTION, 12)),
        ("antwoord 2, al. 1", Locator(Unit.ANSWER, 2, 1)),
        ("Antwoord 2 alinea 1", Locator(Unit.ANSWER, 2, 1)),
    ],
)
def test_reads_what_people_write(text: str, locator: Locator) -> None:
    """Units may be written out, with or without a point, in any case."""
    assert parse_locator(text) == locator


@pytest.mark.parametrize(
    "text", ["", "3", "al.", "al. 0", "al. -1", "al. 3, al. 1", "blz. 3", "al. 3 en 4", "al. ٣"]
)
def test_refuses_anything_else(text: str) -> None:
    """What is no locator reads as None."""
    assert parse_locator(text) is None


@pytest.mark.parametrize(
    ("locator", "texts"),
    [
        ("al. 1", ["Inleiding."]),
        ("antwoord 1", ["Dit.", "En dat."]),
        ("antwoord 1, al. 2", ["En dat."]),
        ("antwoord 2", ["Zo."]),
        ("antwoord 2, al. 1", ["Zo."]),
        ("antwoord 2, al. 2", []),
        ("antwoord 3", []),
    ],
)
def test_finds_one_paragraph_or_the_whole_answer(locator: str, texts: list[str]) -> None:
    """An answer without a paragraph number is all of it; its only paragraph is also found by number."""
    parsed = parse_locator(locator)
    assert parsed
    assert [passage.text for passage in find_passages(source(), parsed)] == texts


def test_every_locator_that_is_written_can_be_read() -> None:
    """What `str` writes, `parse_locator` reads back."""
    for passage in source().passages:
        assert parse_locator(str(passage.locator)) == passage.locator
