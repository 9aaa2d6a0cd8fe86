"""Hyphens at a line end, settled by what the other text has."""

import pytest

from bronbrief.core.hyphenation import (
    Joint,
    Reading,
    has_line_end_hyphen,
    loosen,
    loosen_typed,
    readings,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("samen-\nwerking", True),
        ("samen- \r\n  werking", True),
        ("samen\u2010\nwerking", True),
        ("samen-werking", False),
        ("samen- werking", False),
        ("een -\nstreep", False),
    ],
)
def test_line_end_hyphens_are_seen(text: str, *, expected: bool) -> None:
    """Only a hyphen after a letter with a line break after it stands at a line end."""
    assert has_line_end_hyphen(text) is expected


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("samen-\nwerking", "samenwerking"),
        ("Wit-\nRusland", "Wit-Rusland"),
        ("in-\nen uitvoer", "in- en uitvoer"),
        ("2020-\n2021", "2020-2021"),
        ("samenwerking", "samenwerking"),
    ],
)
def test_typed_line_ends_agree(typed: str, source: str) -> None:
    """A hyphen that the author's line break made may be in the source or not."""
    author, found = loosen_typed(typed), loosen_typed(source)

    assert author.text == found.text
    assert readings(author, found, 0) == ()


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("samen-werking", "samenwerking"),
        ("samenwerking", "samen-werking"),
        ("in-en", "in- en"),
        ("20-\n21", "2021"),
    ],
)
def test_other_hyphens_must_agree(typed: str, source: str) -> None:
    """A hyphen within a line that only one side has makes another text, and digits never join."""
    author, found = loosen_typed(typed), loosen_typed(source)

    assert author.text == found.text
    assert readings(author, found, 0) is None


def test_the_author_reads_the_line_end_of_the_source() -> None:
    """Where the source breaks a word, the author's hyphen says how it is read, in the source's character."""
    source = loosen("samenwerking", [Joint(5, 5, "", at_line_end=True, hyphen="\u2010")])

    assert readings(loosen_typed("samen-werking"), source, 0) == (Reading(5, 5, "\u2010"),)
    assert readings(loosen_typed("samenwerking"), source, 0) == ()
    assert readings(loosen_typed("samen-\nwerking"), source, 0) == ()


def test_a_hyphen_beyond_doubt_is_read_in_one_way() -> None:
    """The author may copy a line end, on two lines or on one, but not read it otherwise than it surely is."""
    source = loosen("F-16", [Joint(1, 2, "-", at_line_end=True, hyphen="-", sure=True)])

    assert readings(loosen_typed("F16"), source, 0) is None
    assert readings(loosen_typed("F-\n16"), source, 0) == ()
    assert readings(loosen_typed("F- 16"), source, 0) == (Reading(1, 2, "-"),)


def test_loose_text_maps_back() -> None:
    """A span of the loose form leads back to the folded text, hyphens at its edges left out."""
    text = "een-twee drie-vier vijf"
    loose = loosen_typed(text)

    assert loose.text == "eentwee drievier vijf"
    assert loose.folded_span(3, 7) == (4, 8)
    assert loose.folded_span(8, 16) == (9, 18)
    assert loose.folded_span(0, 3) == (0, 3)
