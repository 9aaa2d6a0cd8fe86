"""What a font of a PDF says that its codes stand for, read as the standard has it."""

import pytest

from bronbrief.core.to_unicode import TooManyCodesError, read_to_unicode


@pytest.mark.parametrize(
    ("cmap", "said"),
    [
        ("1 beginbfchar <0cf3> <00660069> endbfchar", {0xCF3: "fi"}),
        ("2 beginbfchar <0cf3> <00660069>\n<0032> <004F> endbfchar", {0xCF3: "fi", 0x32: "O"}),
        ("1 beginbfchar <01> <D83DDE00> endbfchar", {1: "\U0001f600"}),
        ("1 beginbfrange <20> <22> <0041> endbfrange", {0x20: "A", 0x21: "B", 0x22: "C"}),
        ("1 beginbfrange <20><21> [<0041> <00660066>] endbfrange", {0x20: "A", 0x21: "ff"}),
        ("1 beginbfrange <0001> <0002> <00660069> endbfrange", {1: "fi", 2: "fj"}),
        ("beginbfchar <0 1> < 00 41 > endbfchar beginbfchar <02> <0042>", {1: "A", 2: "B"}),
        ("beginbfchar <> <0041> endbfchar", {0: "A"}),
        ("begincmap endcmap", {}),
    ],
)
def test_a_code_has_the_text_that_the_map_gives_it(cmap: str, said: dict[int, str]) -> None:
    """One character or several, by themselves, in ranges or in lists."""
    assert read_to_unicode(cmap.encode()) == said


def test_a_map_of_more_codes_than_any_font_has_is_refused() -> None:
    """Ranges that lie over each other count each time."""
    ranges = "<0000> <FFFF> <0041>\n" * 5
    with pytest.raises(TooManyCodesError):
        read_to_unicode(f"5 beginbfrange {ranges} endbfrange".encode())
