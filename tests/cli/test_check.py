"""`bronbrief check --fix`: what would change is shown, and written only when that is wanted."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from bronbrief.cli.check import command
from support.workspaces import BRIEF, SPEC

WRONG = SPEC.replace("title:", "title").replace(
    "quote: Wij zien geen reden", "quote: Wij zien geen aanleiding"
)


def run(workspace: Path, *arguments: str) -> Result:
    """Run the command on the spec with two mistakes, in Dutch."""
    (workspace / f"briefs/{BRIEF}.yaml").write_text(WRONG, encoding="utf-8")
    return CliRunner().invoke(command, ["--workspace", str(workspace), "--lang", "nl", *arguments])


def test_fix_shows_and_asks(workspace: Path) -> None:
    """Without a terminal to ask on nothing is written, and what is wrong is told."""
    done = run(workspace, "--fix")
    assert "+title: De veerdienst" in done.stderr
    assert "[yaml-colon-missing]" in done.stdout
    assert done.exit_code == 1
    assert (workspace / f"briefs/{BRIEF}.yaml").read_text(encoding="utf-8") == WRONG


def test_yes_writes_until_nothing_is_left_to_fix(workspace: Path) -> None:
    """A cure that brings another mistake to light is followed by that one's."""
    done = run(workspace, "--fix", "--yes")
    assert done.exit_code == 0, done.output
    assert done.stderr.count("--- briefs/") == 2
    assert (workspace / f"briefs/{BRIEF}.yaml").read_text(encoding="utf-8") == SPEC


def test_programs_read_the_fix(workspace: Path) -> None:
    """JSON and SARIF have the place and the text of each replacement."""
    found = json.loads(run(workspace, "--json").stdout)["diagnostics"]
    (fix,) = next(one["fix"] for one in found if one["code"] == "yaml-colon-missing")
    assert fix["text"] == ":"
    assert (fix["place"]["line"], fix["place"]["column"], fix["place"]["end_column"]) == (1, 6, 6)
    (result,) = json.loads(run(workspace, "--format", "sarif").stdout)["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": ":"}
