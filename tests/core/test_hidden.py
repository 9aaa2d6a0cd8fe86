"""`core/hidden.py`: what no reader sees is told, and what a script needs may stand."""

import pytest

from bronbrief.core.hidden import hidden_in, without_hidden
from bronbrief.core.yaml.values import read_yaml

DECEPTIVE = (
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff\u061c\u180e"
    "\U000e0041\U000e0001\x1b\x07"
)


@pytest.mark.parametrize("character", DECEPTIVE)
def test_what_no_reader_sees_is_found_anywhere(character: str) -> None:
    """At either end of a word and in it, and taken out it leaves the word."""
    for text in (f"{character}raad", f"ra{character}ad", f"raad{character}", character):
        assert list(hidden_in(text)) == [text.index(character)]
        assert without_hidden(text) == text.replace(character, "")


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian parts its letters so
        "क्\u200dष",  # Hindi joins them
        "👩\u200d🌾 op het land",
        "שלום\u200f (2024)\u200e",
        "\u200fمرحبا",
        "vlag \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "één ½ ﬁ …",
        "e\u0301 ❤\ufe0f",
    ],
)
def test_what_a_script_needs_may_stand(text: str) -> None:
    """Joiners, direction marks beside letters from right to left, and the tags of a flag are no deceit."""
    assert list(hidden_in(text)) == []
    assert without_hidden(text) == text


@pytest.mark.parametrize("text", ["ra\u200dad", "raad\u200e (2024)", "a\U000e0067\U000e007f"])
def test_elsewhere_the_same_characters_are_told(text: str) -> None:
    """In Latin text they are of no use."""
    assert list(hidden_in(text))


@pytest.mark.parametrize(
    "written", ["a\u202eb", '"a\\u202eb"', "'a\u202eb'", "|\n  a\u202eb", '"a\\U000e0041b"']
)
def test_each_value_of_a_yaml_file_is_looked_over(written: str) -> None:
    """A title or a body that holds such a character is warned of at its place, escaped or not."""
    read = read_yaml(f"title: {written}\nother: [x, y\u200bz]\n".encode(), "briefs/x.yaml")
    assert [finding.code for finding in read.diagnostics] == ["yaml-hidden-character"] * 2
    assert [finding.severity.value for finding in read.diagnostics] == ["warning"] * 2
    first, second = (finding.place for finding in read.diagnostics)
    assert first is not None
    assert second is not None
    assert first.line in {1, 2}
    assert second.column == len("other: [x, y") + 1


def test_a_soft_hyphen_of_the_author_may_stand() -> None:
    """It says where a word may be broken, and is no deceit in a text of one's own."""
    assert read_yaml("title: raads\u00adbrief\n".encode(), "briefs/x.yaml").diagnostics == ()
