"""`bronbrief templates` says which templates there are and what they need."""

import json
from pathlib import Path

from click.testing import CliRunner

from bronbrief.cli.templates import command


def test_the_templates_are_listed_with_their_needs(workspace: Path) -> None:
    """Each template comes with what it is for and what it needs, in the user's language."""
    result = CliRunner().invoke(command, ["--workspace", str(workspace), "--lang", "nl"])
    assert result.exit_code == 0
    assert "tijdlijn\n  Wat gebeurde wanneer, en waar de bronnen verschillen.\n" in result.output
    assert "  nodig: key_messages, timeline\n" in result.output
    assert "ten hoogste 2 pagina's" in result.output


def test_the_list_can_be_read_by_machines(workspace: Path) -> None:
    """JSON holds the same, whole."""
    result = CliRunner().invoke(command, ["--workspace", str(workspace), "--json"])
    listed = {entry["name"]: entry for entry in json.loads(result.stdout)}
    assert listed["factsheet"]["pages"] == 2
    assert listed["vergelijking"]["needs"] == ["key_messages", "comparison"]
    assert listed["vergelijking"]["promises"] == ["cells", "key_messages"]
    assert listed["raadsvoorstel"]["roles"][:2] == ["decision", "effect"]
    assert "council.signatories" in listed["raadsvoorstel"]["prints"]


def test_a_template_with_a_mistake_is_reported_and_the_rest_listed(workspace: Path) -> None:
    """A manifest that cannot be read is a finding with exit code 1; the other templates still show."""
    folder = workspace / "templates" / "kapot"
    folder.mkdir()
    (folder / "template.yaml").write_text("titel: x\n", encoding="utf-8")
    result = CliRunner().invoke(command, ["--workspace", str(workspace), "--lang", "en"])
    assert result.exit_code == 1
    assert "tijdlijn" in result.output
    assert "template-key" in result.output
