"""`bronbrief templates` says which templates there are and what they need."""

import json
from pathlib import Path

from click.testing import CliRunner

from bronbrief.cli.templates import command
from bronbrief.core.workspace import packaged_templates


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


def test_a_shipped_template_is_handed_out_once(workspace: Path) -> None:
    """All its files come into the workspace as they are; a second time nothing is written over."""
    arguments = ["--workspace", str(workspace), "--lang", "en"]
    assert CliRunner().invoke(command, [*arguments, "--copy", "tijdlijn"]).exit_code == 0
    folder = workspace / "templates" / "tijdlijn"
    shipped = packaged_templates() / "tijdlijn"
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == {
        one.name: one.read_bytes() for one in shipped.iterdir()
    }
    (folder / "screen.css").unlink()
    (folder / "print.css").write_text("h1 { color: red; }")
    again = CliRunner().invoke(command, [*arguments, "--copy", "tijdlijn"])
    assert again.exit_code == 1
    assert "template-copy-exists" in again.output
    assert (folder / "print.css").read_text() == "h1 { color: red; }"
    assert not (folder / "screen.css").exists()


def test_the_list_says_what_is_not_as_shipped(workspace: Path) -> None:
    """Of a copy it names each file that was changed, added or removed; of one left alone, nothing."""
    arguments = ["--workspace", str(workspace), "--lang", "en"]
    for name in ("factsheet", "_shared"):
        CliRunner().invoke(command, [*arguments, "--copy", name])
    (workspace / "templates" / "factsheet" / "print.css").write_text("h1 { color: red; }")
    (workspace / "templates" / "factsheet" / "screen.css").unlink()
    (workspace / "templates" / "factsheet" / "eigen.txt").write_text("x")
    listed = CliRunner().invoke(command, arguments).output
    assert "templates/factsheet/ is your own; not as shipped: eigen.txt, print.css, screen.css\n" in listed
    assert "templates/_shared/ is your own; not as shipped: nothing\n" in listed


def test_what_is_not_shipped_cannot_be_copied(workspace: Path) -> None:
    """A name that leads elsewhere or nowhere is refused, with the nearest name first."""
    for name in ("tijdlyn", "../briefs", ""):
        result = CliRunner().invoke(command, ["--workspace", str(workspace), "--lang", "en", "--copy", name])
        assert result.exit_code == 1
        assert "template-not-shipped" in result.output
    assert not list((workspace / "templates").iterdir())
