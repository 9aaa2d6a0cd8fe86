"""What the archive asks, as edits of the file that all briefs share."""

from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.serve.archive_fields import FIELDS, drafted, written
from support.workspaces import write_minimal_workspace

WHOLE = {
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


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Return the file that all briefs of a workspace share; it is not there yet."""
    return write_minimal_workspace(tmp_path / "werkmap") / "briefs" / "_defaults.yaml"


@pytest.mark.parametrize(
    "before", ["", "# Alleen dit", "# Ons\nauthor: Griffie # wij\n", "archive:\n  creators: [Eerst]\n"]
)
def test_what_is_filled_in_comes_beside_what_stands_there(shared: Path, before: str) -> None:
    """Every field is read back as it was given, without a finding, and no comment or other key changes."""
    shared.write_text(before, encoding="utf-8")
    new = drafted(Workspace(shared.parents[1]), WHOLE)

    assert new.fields == WHOLE
    assert WHOLE.keys() == FIELDS.keys()
    assert not new.findings
    assert "Eerst" in before or new.text.startswith(before)


def test_what_is_emptied_leaves_nothing_behind(shared: Path) -> None:
    """A field that is emptied takes with it what says nothing without it; a second item of a list stays."""
    shared.write_text("author: Griffie\narchive:\n  creators: [Eerst, Dan]\n", encoding="utf-8")
    workspace = Workspace(shared.parents[1])
    assert written(workspace, WHOLE, drafted(workspace, {}).sha256).ok

    assert (
        drafted(workspace, dict.fromkeys(WHOLE, "")).text == "author: Griffie\narchive:\n  creators: [Dan]\n"
    )


def test_a_file_that_changed_or_would_not_read_is_not_written(shared: Path) -> None:
    """What another wrote meanwhile stays, and so does a file that a value would break."""
    workspace = Workspace(shared.parents[1])
    seen = drafted(workspace, WHOLE).sha256
    shared.write_text("author: Een ander\n", encoding="utf-8")
    now = drafted(workspace, WHOLE).sha256

    assert [one.code for one in written(workspace, WHOLE, seen).diagnostics] == ["file-changed-meanwhile"]
    assert [one.code for one in written(workspace, {"years": "tien"}, now).diagnostics] == [
        "spec-not-a-number"
    ]
    assert shared.read_text(encoding="utf-8") == "author: Een ander\n"
