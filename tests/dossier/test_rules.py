"""The rules of a council: data, strict, and wide where a council says nothing."""

from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.diagnostics import Severity
from bronbrief.core.workspace import Workspace
from bronbrief.dossier.rules import OWN_RULES, given, known_fields, load_rules
from bronbrief.spec.load import load_spec
from support.workspaces import BRIEF


def test_without_rules_nothing_is_limited(workspace: Path) -> None:
    """Vendors publish no limits, so the rules that are shipped claim none."""
    rules = load_rules(Workspace(workspace)).value

    assert rules is not None
    assert rules.pattern == "{meeting} {title} - bijlage {annex}"
    assert (rules.max_bytes, rules.max_pages, rules.required) == (None, None, ())
    assert set(rules.screening.values()) == {Severity.WARNING}


def test_a_council_replaces_what_it_names(workspace: Path) -> None:
    """Keys that a council's file leaves out stay as shipped."""
    (workspace / OWN_RULES).write_text(
        'name: "{annex} {title}"\nlimits: {max_size: 20}\nscreening: {bsn: error, email: off}\n'
        "required: [summary, council.body]\nallowed: [griffie@oostdam.nl]\n",
        encoding="utf-8",
    )
    rules = load_rules(Workspace(workspace)).value

    assert rules is not None
    assert (rules.pattern, rules.max_bytes, rules.max_pages) == ("{annex} {title}", 20_000_000, None)
    assert rules.screening == {
        "bsn": Severity.ERROR,
        "telephone": Severity.WARNING,
        "iban": Severity.WARNING,
    }
    assert rules.required == ("summary", "council.body")


@pytest.mark.parametrize(
    ("text", "code", "at", "hint"),
    [
        ("limit: {max_pages: 4}", "spec-misspelt-key", "limit", "limits"),
        ("limits: {max_page: 4}", "spec-misspelt-key", "max_page", "max_pages"),
        ("limits: {max_pages: veel}", "spec-not-a-number", "veel", ""),
        ("screening: {bsn: aan}", "spec-not-a-weight", "aan", ""),
        ('name: "{titel}"', "name-pattern-field", '"{titel}"', "title"),
        ('name: "{title!r:>999999999}"', "name-pattern-field", '"{title!r:>999999999}"', ""),
        ('name: "{title"', "name-pattern-unbalanced", '"{title"', ""),
        ("required: [sumary]", "rule-field", "sumary", "summary"),
        ("required: [council.bodi]", "rule-field", "council.bodi", "council.body"),
    ],
)
def test_mistakes_in_rules_are_found_where_they_stand(
    workspace: Path, text: str, code: str, at: str, hint: str
) -> None:
    """A mistake is one finding, at its characters, with the name that was meant."""
    (workspace / OWN_RULES).write_text(text + "\n", encoding="utf-8")
    done = load_rules(Workspace(workspace))

    assert done.value is None
    assert [found.code for found in done.diagnostics] == [code]
    found = done.diagnostics[0]
    assert found.place is not None
    assert found.place.file == OWN_RULES
    assert text[found.place.column - 1 : found.place.end_column - 1] == at
    assert found.params.get("near", "") == hint or not hint


def test_a_file_of_comments_changes_nothing(workspace: Path) -> None:
    """An empty file of rules is as good as none."""
    (workspace / OWN_RULES).write_text("# nog niets\n", encoding="utf-8")

    assert load_rules(Workspace(workspace)).value == load_rules(Workspace(workspace), None).value
    assert load_rules(Workspace(workspace)).value is not None


def test_a_file_that_is_named_must_be_there(workspace: Path) -> None:
    """Rules that were asked for and are not there are no reason to go on without."""
    done = load_rules(Workspace(workspace), "raad.yaml")

    assert done.value is None
    assert [found.code for found in done.diagnostics] == ["file-missing"]


def test_fields_are_those_of_a_spec(workspace: Path) -> None:
    """Every field that rules may ask for can be read from a spec, also within council."""
    loaded = load_spec(Workspace(workspace), f"briefs/{BRIEF}.yaml", BLOCKS).value
    assert loaded is not None

    assert {"title", "for", "summary", "council.body", "archive.creators"} <= set(known_fields())
    assert given(loaded.spec, "for")
    assert not given(loaded.spec, "summary")
    assert not given(loaded.spec, "council.body")
