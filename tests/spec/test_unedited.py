"""Sample text that nobody replaced is found in every language, wherever it stands, and not in real work."""

from pathlib import Path

import pytest
import yaml

from bronbrief.authoring.scaffold import scaffold
from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.diagnostics import Diagnostic, Severity
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n
from bronbrief.spec.load import load_spec
from bronbrief.spec.unedited import AREA, placeholders, unedited

HEAD = "title: Iets\ntemplate: memo\nlang: nl-NL\ndate: 2026-01-01\n"


def find(root: Path, text: str) -> list[Diagnostic]:
    """Read a spec and look for sample text in it."""
    (root / "briefs").mkdir(exist_ok=True)
    (root / "briefs" / "a.yaml").write_text(HEAD + text, encoding="utf-8")
    loaded = load_spec(Workspace(root), "briefs/a.yaml", BLOCKS).value
    assert loaded is not None
    return list(unedited(loaded.places))


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_sample_text_is_found_in_a_brief_of_any_language(tmp_path: Path, lang: str) -> None:
    """Whatever `new` writes in a language is found in a Dutch brief, once, where it stands."""
    for text in placeholders(lang):
        (found,) = find(tmp_path, f"sections:\n  - heading: Kop\n    body: |\n      Eerst dit. {text}\n")
        assert found.place is not None
        assert (found.place.line, found.place.column) == (8, 18)
        assert found.severity is Severity.WARNING


def test_it_is_found_where_a_line_ends_within_it_and_in_capitals(tmp_path: Path) -> None:
    """White space and case make no difference."""
    body = "VERVANG deze zin\n      door uw belangrijkste boodschap."
    text = f"sections:\n  - heading: Kop\n    body: |\n      {body}\n"
    assert [one.code for one in find(tmp_path, text)] == ["unedited"]


@pytest.mark.parametrize(
    "text",
    ["Vervang deze brug door een tunnel.", "De griffie gaf een voorbeeld.", "Schrijf de raad een brief."],
)
def test_the_words_of_an_author_are_left_alone(tmp_path: Path, text: str) -> None:
    """A sentence that only begins like a sample is an author's own."""
    assert not find(tmp_path, f"sections:\n  - heading: Kop\n    body: {text}\n")


def test_what_init_writes_is_among_the_words(tmp_path: Path) -> None:
    """The example of a new workspace says what the words say: neither changes without the other."""
    scaffold(tmp_path)
    words = i18n.words(AREA, "nl")
    brief, shared = (
        yaml.safe_load((tmp_path / "briefs" / name).read_text(encoding="utf-8"))
        for name in ("voorbeeld.yaml", "_defaults.yaml")
    )
    said = (brief["for"], shared["author"], brief["method"].strip())
    assert said == tuple(words[f"example_{key}"] for key in ("for", "author", "method"))
