"""What was left out of a spec: where it stood, and which names and words may have stood in it."""

import pytest

from bronbrief.core.yaml.values import Data
from bronbrief.spec.left_out import NOTHING, LeftOut, as_identifier, cites, names_in


def test_paths_are_found_from_above_and_from_below() -> None:
    """A path holds what was left out below it; it is touched by what was left out around it as well."""
    left_out = LeftOut(frozenset({("sections", 1, "body"), ("house",)}))
    assert left_out.within(("sections",))
    assert left_out.within(("sections", 1))
    assert not left_out.within(("sections", 0))
    assert not left_out.within(("house", "fonts"))
    assert left_out.touches(("house", "fonts"))
    assert not left_out.touches(("sections", 0, "body"))


def test_nothing_left_out_is_false() -> None:
    """Only a spec without gaps counts as whole."""
    assert not NOTHING
    assert not NOTHING.within(())
    assert LeftOut(frozenset({("date",)}))
    assert LeftOut(weighs=True)


def test_an_excerpt_may_be_used_where_its_name_or_its_place_was_left_out() -> None:
    """A name in what went, or a gap in the text that weighs, keeps an excerpt from being called unused."""
    assert LeftOut(words=frozenset({"brug"})).may_use("brug")
    assert LeftOut(frozenset({("sections", 0, "body")}), weighs=True).may_use("brug")
    assert not LeftOut(frozenset({("sections", 0, "kleur")})).may_use("brug")
    assert not LeftOut(frozenset({("date",)}), weighs=True).may_use("brug")


def test_an_excerpt_may_be_defined_in_what_was_left_out() -> None:
    """Without the excerpts any name may be one; otherwise only those that stood in what went."""
    assert LeftOut(frozenset({("excerpts",)}), weighs=True).may_define("brug")
    assert LeftOut(words=frozenset({"brug"})).may_define("brug")
    assert not LeftOut(frozenset({("sections",)}), weighs=True).may_define("brug")


def test_parts_of_words_and_dates_count_as_said() -> None:
    """A day written in figures may carry a claim on its year."""
    left_out = LeftOut(words=frozenset(names_in("sinds 2026-01-15")))
    assert left_out.may_say("15 januari 2026")
    assert not left_out.may_say("1977")


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Zie [@geen-contact; @b] en ![[c]]", {"zie", "geen-contact", "b", "en", "c"}),
        ({"a": ["x", {"b": None}]}, {"a", "x", "b"}),
        ("Geen Contact", {"geen", "contact", "geen-contact"}),
        (None, set()),
    ],
)
def test_names_are_found_in_texts_and_keys(value: Data, names: set[str]) -> None:
    """Every identifier counts, at any depth, and a text as the identifier that it would make."""
    assert names <= set(names_in(value)) if names else not list(names_in(value))


def test_text_becomes_an_identifier() -> None:
    """Capitals, accents and signs go; nothing is left of signs alone."""
    assert as_identifier("Één Brug_2") == "een-brug-2"
    assert as_identifier("…") == ""


def test_references_and_names_of_excerpts_are_citations() -> None:
    """A text cites when it refers to anything, or names an excerpt in passing."""
    assert cites("[@x]", ())
    assert cites("![[x]]", ())
    assert cites("over brug", ("brug",))
    assert not cites("rood", ("brug",))
