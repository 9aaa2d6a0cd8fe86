"""Did you mean."""

from bronbrief.core.near import by_likeness, nearest


def test_a_slip_finds_the_name_that_was_meant() -> None:
    """A transposed, missing or capital letter still finds its name; a stranger finds none."""
    known = ["sections", "subtitle", "summary"]
    assert nearest("secion", known) == "sections"
    assert nearest("SUMMARY", known) == "summary"
    assert nearest("zebra", known) is None
    assert nearest("s" * 10_000, known) is None


def test_names_come_most_like_first() -> None:
    """Names are ordered by likeness, and alphabetically where they are equally unlike."""
    assert by_likeness("tijdlyn", ["factsheet", "tijdlijn"]) == ["tijdlijn", "factsheet"]
    assert by_likeness("q", ["b", "a"]) == ["a", "b"]
