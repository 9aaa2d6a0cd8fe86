"""From a position in a scalar's text to the character that the author typed, in every style of YAML."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bronbrief.core.diagnostics import Place
from bronbrief.core.yaml.values import read_yaml
from support.tools import sized

FILE = "briefs/x.yaml"
WORD = "![[perspectief]]"
SHAPES = {
    "plain": f"a: zie {WORD} hier\n",
    "plain over lines": f"a: zie\n  dit\n\n  en {WORD} hier\nb: c\n",
    "single": f"a: 'zie ''t {WORD}'\n",
    "single over lines": f"a: 'zie ''t\n\n\n  en   dan {WORD}'\n",
    "double": f'a: "zie \\"t\\" \\u00e9 {WORD}"\n',
    "double over lines": f'a: "zie \\\n    dit\\n en\n\n  dan \\x41 {WORD}"\n',
    "literal": f"a: |\n  Een.\n\n  Zie {WORD} hier.\nb: c\n",
    "literal stripped": f"a: |-\n  Een.\n    {WORD}\n\n\nb: c\n",
    "literal kept": f"a: |+\n\n  Een.\n  {WORD}\n\n",
    "literal indented": f"a: |2\n     Een.\n  {WORD}\n",
    "literal, short blank lines": f"a:\n  b: |\n      Een.\n \n      Zie {WORD}\n",
    "literal with a comment": f"a: | # toelichting\n  Zie {WORD}\n",
    "folded": f"a: >\n  Een\n  twee.\n\n  Zie {WORD} hier\n  en daar.\n",
    "folded, more indented": f"a: >-\n  Een\n\n    lijst\n    {WORD}\n  en verder\n",
    "in a list": f"a:\n  - x\n  - |\n    Een {WORD}\n",
    "in brackets": f"a: [x, 'zie {WORD}']\n",
}


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_word_is_found_where_it_stands(shape: str, break_: str) -> None:
    """In every style and with every line break, a word in the text leads to its place in the file."""
    text = SHAPES[shape]
    outcome = read_yaml(text.replace("\n", break_).encode(), FILE)
    assert outcome.value is not None
    places = outcome.value.places
    path = next(at for at, span in places.spans.items() if span.style not in ("{", "[") and WORD in span.text)
    start = places.spans[path].text.index(WORD)
    before = text[: text.index(WORD)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert places.within(path, start, start + len(WORD)) == Place(
        FILE, line, column, line, column + len(WORD)
    )


def test_a_stretch_over_lines_begins_and_ends_where_it_stands() -> None:
    """A stretch that runs over a line break has its end on the later line."""
    outcome = read_yaml(b"a: |\n  een twee\n  drie vier\n", FILE)
    assert outcome.value is not None
    assert outcome.value.places.within(("a",), 4, 13) == Place(FILE, 2, 7, 3, 7)


def test_positions_outside_the_text_give_the_whole_value() -> None:
    """A position that the text does not have, or of a list, is no reason to fail."""
    outcome = read_yaml(b"a: xy\nb: [c]\n", FILE)
    assert outcome.value is not None
    places = outcome.value.places
    assert places.within(("a",), 5, 9) == places.value(("a",))
    assert places.within(("b",), 0, 1) == places.value(("b",))
    assert places.within(("a",), 2, 2) == Place(FILE, 1, 6, 1, 6)


@settings(max_examples=sized(300, 75), deadline=None)
@given(
    st.lists(st.text(st.sampled_from("ab é#:-'\"\\\u00a0"), max_size=12), max_size=6),
    st.sampled_from(["|", "|-", "|+", ">", ">-", "|2", ">2+"]),
)
@example(["", "a"], "|")
def test_every_character_of_a_block_leads_to_itself(lines: list[str], header: str) -> None:
    """Whatever a block scalar holds, each of its visible characters leads back to the same character."""
    text = f"k: {header}\n" + "".join(f"  {line}\n" for line in lines)
    outcome = read_yaml(text.encode(), FILE)
    if outcome.value is None or outcome.value.value["k"] is None:
        return
    span = outcome.value.places.spans[("k",)]
    for offset, character in enumerate(span.text):
        place = outcome.value.places.within(("k",), offset, offset + 1)
        if not character.isspace():
            at = span.origin.starts[place.line - 1] + place.column - 1
            assert text[at] == character
