"""Edits of the files that ask for a dossier: each changes what was asked, and nothing else of the text."""

from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.dossier.request import read_request
from bronbrief.serve.dossier_files import EMPTY, Action, changed, dossier_files, draft, may_write
from support.workspaces import BRIEF

LISTED = """\
# Raad van december
item: 7   # onder voorbehoud

briefs:
  # eerst de brief
  - brief: veer
    annex: 2
  - brug   # daarna
  - sluis
"""


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        (Action("give", "item", value="8a"), "item: 7 ", "item: 8a "),
        (Action("give", "item", value="7"), "", ""),
        (Action("add", value="haven"), "  - sluis\n", "  - sluis\n  - haven\n"),
        (Action("remove", at=2), "  - sluis\n", ""),
        (Action("move", at=2, to=1), "  - brug   # daarna\n  - sluis\n", "  - sluis\n  - brug   # daarna\n"),
        (Action("annex", at=0, value="5"), "annex: 2", "annex: 5"),
        (Action("annex", at=0), "    annex: 2\n", ""),
        (Action("annex", at=2, value=""), "", ""),
    ],
)
def test_an_action_changes_its_own_characters(action: Action, before: str, after: str) -> None:
    """Comments, order and layout of all else stay as they were typed."""
    done = changed("raad.yaml", LISTED, action)
    assert done.value == LISTED.replace(before, after)


def test_one_paper_is_the_main_one() -> None:
    """To choose another main paper takes the mark from the one that had it."""
    text = changed("raad.yaml", LISTED, Action("main", at=0, value="true")).value
    assert text is not None
    both = changed("raad.yaml", text, Action("main", at=2, value="true")).value
    assert both is not None
    assert both.count("main:") == 1
    assert both.index("main:") > both.index("sluis")


@pytest.mark.parametrize(
    "action",
    [
        Action("remove", at=9),
        Action("move", at=0, to=9),
        Action("give", "briefs", value="x"),
        Action("give", "__class__", value="x"),
    ],
)
def test_what_is_not_there_is_not_changed(action: Action) -> None:
    """An edit of a place that there is not, or of a key that a dossier has not, leaves the text alone."""
    assert changed("raad.yaml", LISTED, action).value in (None, LISTED)


def test_a_file_that_was_edited_is_what_the_command_reads(workspace: Path) -> None:
    """From nothing to a file that asks for a dossier, field by field."""
    text = EMPTY
    for action in (
        Action("add", value=BRIEF),
        Action("give", "meeting", value="2026-12-08"),
        Action("give", "item", value="7"),
        Action("give", "combined", value="true"),
        Action("give", "made", value="2026-12-01"),
        Action("annex", at=0, value="3"),
        Action("main", at=0, value="true"),
    ):
        text = changed("raad.yaml", text, action).value or ""
    assert [line.strip() for line in text.splitlines() if ":" in line and "brief" not in line] == [
        *("meeting: 2026-12-08", 'item: "7"', "annex: 3", "main: true", "combined: true", "made: 2026-12-01"),
    ]
    now = draft(Workspace(workspace), "", text)
    assert (now.path, now.diagnostics) == ("dossier-2026-12-08-7.yaml", ())
    (workspace / now.path).write_text(text, encoding="utf-8")
    read = read_request(Workspace(workspace), now.path).value
    assert read is not None
    (asked,) = read.briefs
    assert (asked.brief, asked.annex, asked.main, read.combined) == (BRIEF, 3, True, True)
    assert (str(read.meeting), read.item, str(read.made)) == ("2026-12-08", "7", "2026-12-01 00:00:00")


def test_only_files_that_ask_for_a_dossier_are_written(workspace: Path, tmp_path: Path) -> None:
    """Other YAML files at the top, those below it, hidden ones and links out of it are no such files."""
    (workspace / "raad.yaml").write_text("briefs: [", encoding="utf-8")
    (workspace / "mkdocs.yml").write_text("nav:\n  briefs: x\n", encoding="utf-8")
    (workspace / ".raad.yaml").write_text("briefs: [x]\n", encoding="utf-8")
    (tmp_path / "buiten.yaml").write_text("briefs: [x]\n", encoding="utf-8")
    (workspace / "buiten.yaml").symlink_to(tmp_path / "buiten.yaml")
    here = Workspace(workspace)
    assert dossier_files(here) == ("raad.yaml",)
    refused = (
        *(
            "mkdocs.yml",
            ".raad.yaml",
            "buiten.yaml",
            f"briefs/{BRIEF}.yaml",
            "briefs/nieuw.yaml",
            "../x.yaml",
        ),
        *("x.txt", "", "/tmp/x.yaml", "..", "a\n.yaml", "A.yaml"),  # noqa: S108
    )
    assert [path for path in refused if may_write(here, path)] == []
    assert may_write(here, "raad.yaml")
    assert may_write(here, "raad-2.yaml")
