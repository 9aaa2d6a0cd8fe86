"""A brief made in the app: nothing in it has to be taken away before it can be written."""

from dataclasses import replace
from pathlib import Path

import pytest

from bronbrief.authoring.excerpt_yaml import Selected
from bronbrief.core.workspace import Workspace
from bronbrief.html.templates import template_names
from bronbrief.pipeline.run import check
from bronbrief.serve.form_edits import FormEdit, edited
from bronbrief.serve.new_files import Told, add_source, facts_of, give_facts, new_brief
from bronbrief.serve.sources import SourceView
from bronbrief.serve.spec_files import Asked, SpecFiles
from support.workspaces import SOURCE_ID, SPEC

UNFILLED = {"unedited", "key-message-uncited", "answer-uncited", "cell-uncited"}
"""What is rightly said of a new brief: what is to be filled in, and what is to be quoted."""


@pytest.mark.every(6)
@pytest.mark.parametrize("template", template_names(Workspace(Path(__file__).parents[2])))
def test_a_new_brief_has_nothing_that_is_left_over(workspace: Path, template: str) -> None:
    """It quotes no source, and whoever replaces the texts that stand in it meets no error on the way."""
    root = Workspace(workspace)
    made = new_brief(root, Told("De brug", template, "nl-NL", "De raad", "2026-11-21"))
    assert made.value == "de-brug", made.diagnostics
    path = workspace / "briefs" / "de-brug.yaml"
    text = path.read_text(encoding="utf-8")
    assert "excerpts:" not in text
    assert {one.code for one in check(root, [made.value]).diagnostics} <= UNFILLED

    replaced = edited(text, [FormEdit("put", ("key_messages", 0), "De brug gaat dicht.")]).value
    assert replaced is not None
    path.write_text(replaced, encoding="utf-8")
    assert not [one for one in check(root, [made.value]).diagnostics if one.is_error]


def test_the_first_quotation_comes_above_the_sections(workspace: Path) -> None:
    """A brief that quotes nothing yet gets its excerpts where the reference has them."""
    root = Workspace(workspace)
    made = new_brief(root, Told("De brug", "memo", "nl-NL", "De raad", "2026-11-21"))
    assert made.value is not None
    view = SourceView(root)
    files = SpecFiles(root, view)
    there, picked = files.read(made.value), view.pick(SOURCE_ID, Selected(1, 0, 1, 40), ())
    assert there is not None
    assert picked is not None
    wanted = Asked(SOURCE_ID, picked.sha256, Selected(1, 0, 1, 40), None)
    placed = files.put_excerpt(there.text, wanted)
    assert placed is not None
    assert placed.value is not None, placed.diagnostics
    text = placed.value.text
    assert text.index("key_messages:") < text.index("\nexcerpts:\n") < text.index("\nsections:\n")
    assert [line for line in there.text.split("\n") if line not in text.split("\n")] == []


def test_an_excerpt_keeps_its_name_and_reasons_for_other_words(workspace: Path) -> None:
    """Only what says which words it quotes is another; one that is not there is not made."""
    view = SourceView(Workspace(workspace))
    files = SpecFiles(Workspace(workspace), view)
    reason = "    accept:\n      - text: 2024\n        reason: Dat jaar.\n"
    text = SPEC.replace("    to: in stand.\n", f"    to: in stand.\n{reason}")
    picked = view.pick(SOURCE_ID, Selected(1, 0, 1, 28), ())
    assert picked is not None
    wanted = Asked(SOURCE_ID, picked.sha256, Selected(1, 0, 1, 28), None, "in-stand")
    placed = files.put_excerpt(text, wanted)
    assert placed is not None
    assert placed.value is not None, placed.diagnostics
    changed = placed.value.text
    assert placed.value.name == "in-stand"
    assert changed.count("source: havenkrant-2023") == text.count("source: havenkrant-2023")
    assert reason in changed
    assert "to: in stand." not in changed
    assert files.put_excerpt(text, replace(wanted, instead="er-niet")) is None


DATED = "# Raad stelt besluit uit\n\nOostdam, 2 september 2026. De raad besluit later.\n"


def test_a_date_in_words_is_recorded_as_records_have_it(workspace: Path) -> None:
    """What the text has for a date is told with it, and so a clerk may write it too."""
    root = Workspace(workspace)
    taken = add_source(root, "besluit.txt", DATED.encode(), "nl", {})
    assert taken.value is not None, taken.diagnostics
    known = facts_of(root, "besluit")
    assert known is not None
    assert known.date == ("2 september 2026", "2026-09-02")
    assert "date" in known.doubts
    assert give_facts(root, "besluit", {"date": "2 september 2026"}, known.sha256).ok
    after = facts_of(root, "besluit")
    assert after is not None
    assert (after.said["date"], after.date) == ("2026-09-02", ())
    assert "date" not in after.doubts


def test_the_date_in_a_text_is_told_though_no_record_has_it(workspace: Path) -> None:
    """It is read in the text itself: a record that somebody wrote says nothing of it."""
    (workspace / "seeds" / "besluit.txt").write_text(DATED, encoding="utf-8")
    (workspace / "seeds" / "besluit.yaml").write_text("title: Besluit\n", encoding="utf-8")
    known = facts_of(Workspace(workspace), "besluit")
    assert known is not None
    assert known.date == ("2 september 2026", "2026-09-02")


def test_a_document_of_a_known_name_is_a_newer_version_or_another_source(workspace: Path) -> None:
    """Nothing is written over unasked; the newer version keeps what its author told of the source."""
    root = Workspace(workspace)
    assert add_source(root, "besluit.txt", DATED.encode(), "nl", {}).value is not None
    newer = DATED.replace("later", "nu").encode()
    assert [one.code for one in add_source(root, "besluit.txt", newer, "nl", {}).diagnostics] == [
        "source-exists"
    ]
    known = facts_of(root, "besluit")
    assert known is not None
    assert give_facts(root, "besluit", {"publisher": "Griffie"}, known.sha256).ok

    other = add_source(root, "besluit.txt", newer, "nl", {"twin": "other"}).value
    assert other is not None
    assert other.source.id == "besluit-2"
    assert add_source(root, "besluit.txt", newer, "nl", {"twin": "newer"}).value is not None
    assert (workspace / "seeds" / "besluit.txt").read_bytes() == newer
    assert "publisher: Griffie" in (workspace / "seeds" / "besluit.yaml").read_text(encoding="utf-8")
