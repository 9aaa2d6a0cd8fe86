"""What assistants read is true: commands and links exist, and AGENTS.md is one text."""

import re
from pathlib import Path

import pytest

from bronbrief.cli.main import COMMANDS, run
from bronbrief.mcp.tools import Tools
from bronbrief.reporting import shapes
from support.tools import ROOT
from support.workspaces import replace_samples

AGENTS = ROOT / "src" / "bronbrief" / "authoring" / "example" / "AGENTS.md"
DOCS = ROOT / "docs"


def test_the_commands_for_assistants_exist_and_answer_in_json() -> None:
    """AGENTS.md names commands that there are; where it says --json, the shape is documented."""
    named = re.findall(r"`bronbrief ([a-z]+)([^`]*)`", AGENTS.read_text("utf-8"))
    documented = {command.split()[0] for command in shapes.COMMANDS}
    assert {name for name, _ in named} <= set(COMMANDS)
    assert {name for name, rest in named if "--json" in rest} == documented - {"dossier", "inspect"}


def test_the_repository_has_the_text_that_init_writes() -> None:
    """This repository is a workspace: its AGENTS.md is that of every other."""
    assert (ROOT / "AGENTS.md").read_bytes() == AGENTS.read_bytes()


def test_the_example_for_assistants_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The spec in AGENTS.md has no findings in the workspace that it is written into."""
    run(["init", "-q", str(tmp_path)])
    replace_samples(tmp_path)
    monkeypatch.chdir(tmp_path)
    example = re.search(r"```yaml\n(.*?)```", (tmp_path / "AGENTS.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    (tmp_path / "briefs" / "brug.yaml").write_text(example[1], encoding="utf-8")
    capsys.readouterr()
    assert run(["check", "brug", "--format", "github"]) == 0
    assert capsys.readouterr().out == ""


def test_llms_txt_lists_every_document() -> None:
    """docs/llms.txt links to each page of docs/, and to nothing that is not there."""
    linked = re.findall(r"\]\(([^)]+)\)", (DOCS / "llms.txt").read_text("utf-8"))
    assert sorted(linked) == sorted(path.name for path in DOCS.glob("*.md"))


def test_the_page_lists_every_tool() -> None:
    """docs/assistants.md has a row for each tool."""
    rows = set(re.findall(r"^\| `(\w+)` \|", (DOCS / "assistants.md").read_text("utf-8"), re.MULTILINE))
    assert rows == {name for name in vars(Tools) if not name.startswith("_")} & rows
    assert len(rows) == 14
