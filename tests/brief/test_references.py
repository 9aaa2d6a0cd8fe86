"""The author's references are read where they stand, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.brief.references import CLOSE, OPEN, Kind, mark


@pytest.mark.parametrize(
    ("text", "kind", "targets"),
    [
        ("![[brug-1]]", Kind.QUOTATION, [("brug-1", None)]),
        ("![[ brug-1 ]]", Kind.QUOTATION, [("brug-1", None)]),
        ("[@brug-1]", Kind.CITATION, [("brug-1", None)]),
        ("[@a; @b]", Kind.CITATION, [("a", None), ("b", None)]),
        ("[@bron, al. 3]", Kind.CITATION, [("bron", "al. 3")]),
        ("[@bron, antwoord 2, al. 1; @b]", Kind.CITATION, [("bron", "antwoord 2, al. 1"), ("b", None)]),
        ("[@a;\n@b]", Kind.CITATION, [("a", None), ("b", None)]),
        ("[@Brug]", Kind.MALFORMED, []),
        ("[@a; b]", Kind.MALFORMED, []),
        ("[@a,]", Kind.MALFORMED, []),
        ("[@]", Kind.MALFORMED, []),
        ("![[Brug één]]", Kind.MALFORMED, []),
        ("![een brug](brug.png)", Kind.IMAGE, []),
    ],
)
def test_reference_is_read(text: str, kind: Kind, targets: list[tuple[str, str | None]]) -> None:
    """Every form of reference gives its kind and what it names."""
    (reference,) = mark(f"Zie {text}.").references

    assert reference.kind is kind
    assert [(target.id, target.locator) for target in reference.targets] == targets
    assert (reference.start, reference.end) == (4, 4 + len(text))


@pytest.mark.parametrize("text", [r"\[@a]", r"\![[a]]", "[a@b]", "a@b.nl", "[[a]]", "[ ] @a", "!"])
def test_other_text_is_left_alone(text: str) -> None:
    """A backslash keeps a reference as text, and what only resembles one is none."""
    marked = mark(text)

    assert marked.references == ()
    assert marked.text == text


def test_targets_know_their_characters() -> None:
    """Each target of a citation carries the place of exactly the characters that name it."""
    text = "Zie [@eerste ;  @tweede, al. 2]."
    first, second = mark(text).references[0].targets

    assert text[first.start : first.end] == "@eerste"
    assert text[second.start : second.end] == "@tweede, al. 2"


def test_tokens_cannot_be_forged() -> None:
    """Noncharacters in the author's text never pass for a token."""
    marked = mark(f"{OPEN}0{CLOSE} [@a]")

    assert marked.text == f"\ufffd0\ufffd {OPEN}0{CLOSE}"


@given(st.lists(st.sampled_from(["[@a]", "![[b]]", "woord ", "é", "\n", "![x](y)", "[", "]"]), max_size=12))
def test_every_character_maps_back(pieces: list[str]) -> None:
    """Outside the tokens, each character of the marked text stands at its own place in the author's."""
    text = "".join(pieces)
    marked = mark(text)
    inside = False
    for position, character in enumerate(marked.text):
        inside = inside or character == OPEN
        if not inside:
            assert text[marked.origin(position)] == character
        inside = inside and character != CLOSE
    assert marked.restore(marked.text) == text
