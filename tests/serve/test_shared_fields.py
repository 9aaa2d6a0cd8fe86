"""What the archive and the council ask, as edits of the files that hold of all briefs."""

from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.dossier.rules import KINDS, RulesFile, load_rules
from bronbrief.serve.shared_fields import SHARED_FILES, drafted, written
from bronbrief.spec.keys import key_names, model_at
from support.workspaces import write_minimal_workspace

ARCHIVE, RULES = SHARED_FILES["archive"], SHARED_FILES["rules"]
ASKED = {
    "author": "Griffie",
    "for": "Gemeenteraad van Oostdam",
    "accent": "#1f4e5f",
    "appraisal": "Tijdelijk te bewaren",
    "years": "10",
    "start": "2027-01-01",
    "category": "1.2",
    "category_list": "Selectielijst gemeenten",
    "creator": "Gemeente Oostdam",
    "restriction": "Openbaar",
    "restriction_list": "Eigen begrippenlijst",
    "ground": "Geen: alles ligt ter inzage",
}
RULED = {
    "organisation": "Gemeente Oostdam",
    "identifier": "https://identifier.overheid.nl/tooi/id/gemeente/gm0000",
    "contact": "Griffie: Oostdam",
    "telephone": "14 0000",
    "email": "griffie@oostdam.nl",
    "publish": "https://raad.oostdam.nl/stukken/",
    "name": "{meeting} {title} - bijlage {annex}",
    "max_size": "50",
    "max_pages": "12",
    "required": "summary\ncouncil.body",
    "screen_bsn": "error",
    "screen_email": "warning",
    "screen_telephone": "off",
    "screen_iban": "warning",
    "allowed": "griffie@oostdam.nl\n14 0000",
}
WHOLE = {"archive": ASKED, "rules": RULED}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace in which neither file is there yet."""
    return Workspace(write_minimal_workspace(tmp_path / "werkmap"))


def write(workspace: Workspace, name: str, text: str) -> Path:
    """Write the file of a name, and return its path."""
    path = workspace.root / SHARED_FILES[name].path
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("archive", ""),
        ("archive", "# Alleen dit"),
        ("archive", "# Ons\nauthor: Griffie # wij\n"),
        ("archive", "archive:\n  creators: [Eerst]\n"),
        ("rules", ""),
        ("rules", "# Alleen dit"),
        ("rules", "# Van ons\nlimits: # ruim\n  max_size: 40\n"),
        ("rules", "required: [title]\ncontact: {telephone: 14 1111, name: Eerst}\n"),
    ],
)
def test_what_is_filled_in_comes_beside_what_stands_there(
    workspace: Workspace, name: str, before: str
) -> None:
    """Every field is read back as it was given, without a finding, and no comment or other key changes."""
    write(workspace, name, before)
    new = drafted(workspace, SHARED_FILES[name], WHOLE[name])

    assert new.fields == WHOLE[name]
    assert WHOLE[name].keys() == SHARED_FILES[name].fields.keys()
    assert not new.diagnostics
    assert [line for line in before.split("\n") if "#" in line and line not in new.text] == []


def test_every_rule_has_a_field() -> None:
    """What the file of a council may hold can be filled in."""
    reached = {path[:2] for path in RULES.fields.values()}
    for key in key_names(RulesFile):
        model = model_at(RulesFile, (key,))
        assert {(key, inner) for inner in key_names(model)} <= reached if model else (key,) in reached
    assert {f"screen_{kind}" for kind in KINDS} <= RULES.fields.keys()


def test_rules_that_are_filled_in_hold_for_dossiers(workspace: Workspace) -> None:
    """A file that was not there is made, and read as any file of a council."""
    new = drafted(workspace, RULES, RULED)
    assert (new.sha256, new.diff.count("\n-")) == ("", 0)
    assert written(workspace, RULES, RULED, "").ok
    rules = load_rules(workspace).value
    assert rules is not None
    assert rules.contact is not None
    assert (rules.contact.name, rules.max_pages, rules.required) == (
        "Griffie: Oostdam",
        12,
        ("summary", "council.body"),
    )
    assert "telephone" not in rules.screening


def test_what_is_emptied_leaves_nothing_behind(workspace: Workspace) -> None:
    """A field that is emptied takes with it what says nothing without it; a second item of a list stays."""
    write(workspace, "archive", "author: Griffie\narchive:\n  creators: [Eerst, Dan]\n")
    assert written(workspace, ARCHIVE, ASKED, drafted(workspace, ARCHIVE, {}).sha256).ok

    left = drafted(workspace, ARCHIVE, dict.fromkeys(ASKED, "")).text
    assert left == "archive:\n  creators: [Dan]\n"


def test_a_contact_without_a_name_goes_whole(workspace: Workspace) -> None:
    """Who answers a telephone must be named; a list keeps the comments of what stays in it."""
    write(
        workspace,
        "rules",
        "contact: {name: Griffie, telephone: 14 0000}\nallowed:\n  - een # dit\n  - twee\n",
    )
    new = drafted(workspace, RULES, {"contact": "", "allowed": "een"})
    assert new.text == "allowed:\n  - een # dit\n"
    alone = drafted(workspace, RULES, {"contact": "", "telephone": "14 0000"})
    assert [one.code for one in alone.diagnostics] == ["spec-missing-key"]


@pytest.mark.parametrize(
    ("name", "given", "code"),
    [
        ("archive", {"years": "tien"}, "spec-not-a-number"),
        ("rules", {"max_pages": "tien"}, "spec-not-a-number"),
        ("rules", {"required": "samenvatting"}, "rule-field"),
        ("rules", {"name": "{datum}"}, "name-pattern-field"),
    ],
)
def test_a_file_that_changed_or_would_not_read_is_not_written(
    workspace: Workspace, name: str, given: dict[str, str], code: str
) -> None:
    """What another wrote meanwhile stays, and so does a file that a value would break."""
    file = SHARED_FILES[name]
    seen = drafted(workspace, file, WHOLE[name]).sha256
    path = write(workspace, name, "# Een ander\n")
    now = drafted(workspace, file, WHOLE[name]).sha256

    changed = written(workspace, file, WHOLE[name], seen).diagnostics
    assert [one.code for one in changed] == ["file-changed-meanwhile"]
    assert [one.code for one in written(workspace, file, given, now).diagnostics] == [code]
    assert path.read_text(encoding="utf-8") == "# Een ander\n"
