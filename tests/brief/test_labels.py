"""The fixed words: all languages alike, and a workspace may have its own."""

from pathlib import Path

import pytest

from bronbrief.brief.labels import load_labels
from bronbrief.core.workspace import Workspace
from bronbrief.spec.types import LANGUAGES


def labels(root: Path, lang: str) -> dict[str, str]:
    """Return the labels of a language, which must be sound."""
    outcome = load_labels(Workspace(root), lang)
    assert outcome.ok, outcome.diagnostics
    return dict(outcome.value or {})


def test_languages_hold_the_same_labels(tmp_path: Path) -> None:
    """Every label exists in every language, with the same fields to fill."""
    held = {lang: labels(tmp_path, lang) for lang in LANGUAGES}
    first = held["nl-NL"]

    for lang, words in held.items():
        assert words.keys() == first.keys(), lang
        for key, text in words.items():
            assert text.strip(), key
            assert text.count("{") == first[key].count("{"), key


def test_flanders_has_its_own_words(tmp_path: Path) -> None:
    """The two kinds of Dutch differ where council life does."""
    north, south = labels(tmp_path, "nl-NL"), labels(tmp_path, "nl-BE")

    assert north["council_executive"] == "College van burgemeester en wethouders"
    assert south["council_executive"] == "College van burgemeester en schepenen"
    assert south["council_meeting"] == "Zitting"


def test_workspace_replaces_words(tmp_path: Path) -> None:
    """A workspace may replace one label and add another; the rest stays as shipped."""
    folder = tmp_path / "templates" / "_labels"
    folder.mkdir(parents=True)
    (folder / "nl-NL.yaml").write_text("notes: Eindnoten\neigen: woord\n", encoding="utf-8")

    words = labels(tmp_path, "nl-NL")

    assert (words["notes"], words["eigen"], words["sources"]) == ("Eindnoten", "woord", "Bronnen")


@pytest.mark.parametrize("text", ["notes: [a, b]\n", "notes:\n"])
def test_label_must_be_text(tmp_path: Path, text: str) -> None:
    """A label that is no text is an error at its key."""
    folder = tmp_path / "templates" / "_labels"
    folder.mkdir(parents=True)
    (folder / "nl-NL.yaml").write_text(text, encoding="utf-8")

    (found,) = load_labels(Workspace(tmp_path), "nl-NL").diagnostics

    assert (found.code, found.place and found.place.line) == ("labels-not-words", 1)
