"""References that were mistyped are known by the names in them; other text in brackets is left alone."""

import pytest

from bronbrief.brief.mistyped import mistyped
from bronbrief.brief.references import mark

EXCERPTS = {"besluit", "dertien", "zes-weken"}
SOURCES = {"krant-2023"}


def found(text: str) -> list[tuple[str, str]]:
    """Return the mistyped references in a text, each with its right form."""
    slips = mistyped(text, mark(text).references, EXCERPTS, SOURCES)
    return [(text[one.start : one.end], one.form) for one in slips]


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("[[besluit]]", "![[besluit]]"),
        ("![[besluit]", "![[besluit]]"),
        ("![besluit]", "![[besluit]]"),
        ("![@dertien]", "![[dertien]]"),
        ("[[@dertien]]", "![[dertien]]"),
        ("[[dertein]]", "![[dertien]]"),
        ("[[Zes weken]]", "![[zes-weken]]"),
        ("![[besluit", "![[besluit]]"),
        ("[[besluit]", "![[besluit]]"),
        ("[dertien]", "[@dertien]"),
        ("[dertien; besluit]", "[@dertien; @besluit]"),
        ("@dertien", "[@dertien]"),
        ("@dertien]", "[@dertien]"),
        ("(@dertien)", "[@dertien]"),
        ("[@dertien", "[@dertien]"),
        ("[@onbekend", "[@onbekend]"),
        ("![[onbekend]", "![[onbekend]]"),
        ("[krant-2023, al. 3]", "[@krant-2023, al. 3]"),
        ("[[krant-2023]]", "[@krant-2023]"),
        ("(@krant-2023, al. 3)", "[@krant-2023, al. 3]"),
    ],
)
def test_mistyped_reference_has_its_right_form(typed: str, form: str) -> None:
    """Each slip is found at exactly its characters, and what is proposed is then a reference."""
    assert found(f"Zo staat het {typed} hier.") == [(typed, form)]
    assert found(f"Zo staat het {form} hier.") == []
    assert [one.literal for one in mark(form).references] == [form]


@pytest.mark.parametrize(
    "text",
    [
        "Zij zei […] en [sic] en [Zeeland] en [besluiten] en [Besluit].",
        "Mail a@dertien.nl, dertien@gemeente.nl of <dertien@gemeente.nl>.",
        "Zie [dertien](https://example.org/@dertien) en https://example.org/@dertien hier.",
        "Met `[dertien]` en ``[[besluit]]`` als code.",
        r"Letterlijk \[dertien], \@dertien, \![[besluit] en \(@dertien).",
        "Goed: ![[besluit]] en [@dertien; @krant-2023, al. 3]. Mooi![@dertien]",
        "Een [[woord]] en een (@handle) en @dertiende en @dertien-x.",
        "Noot[^1], ![kaart](kaart.png), [ ] en [].",
    ],
)
def test_other_text_is_no_slip(text: str) -> None:
    """Addresses, links, code, editing marks and words that name nothing are left alone."""
    assert found(text) == []


def test_slips_stand_in_reading_order() -> None:
    """All slips of a text are found, in the order of the text."""
    text = "@dertien, dan [besluit], dan ![[zes-weken], dan ![@dertien]."

    assert [typed for typed, _ in found(text)] == ["@dertien", "[besluit]", "![[zes-weken]", "![@dertien]"]
