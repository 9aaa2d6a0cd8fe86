"""`bronbrief sources`: what people and programs read of the sources."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from bronbrief.cli.sources import command


def run(workspace: Path, *arguments: str) -> Result:
    """Run the command in a workspace, in Dutch."""
    return CliRunner().invoke(command, ["--workspace", str(workspace), "--lang", "nl", *arguments])


def test_list_is_a_line_a_source(workspace: Path) -> None:
    """Without an id, each source is one line with tabs, its date in words."""
    result = run(workspace)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "havenkrant-2023\tnovember 2023\tHavenkrant\tVeerdienst vaart voorlopig door\t53"
    ]


def test_passages_are_ready_to_quote(workspace: Path) -> None:
    """With an id, each passage is one line: locator, tab, its text joined."""
    result = run(workspace, "havenkrant-2023")
    assert result.exit_code == 0
    assert "kop 1\tVeerdienst vaart voorlopig door\n" in result.stdout
    assert "\nal. 3\tOver het jaar daarna is nog niets besloten.\n" in result.stdout
    assert "in stand. Dat schrijft het college aan de raad.\n" in result.stdout


def test_path_will_do_for_an_id(workspace: Path) -> None:
    """The path of the text, as a shell completes it, names the source too."""
    assert run(workspace, "seeds/havenkrant-2023.txt").stdout == run(workspace, "havenkrant-2023").stdout


def test_json_has_the_record_as_written(workspace: Path) -> None:
    """JSON uses the keys of the record, and places each passage in the decoded file."""
    data = json.loads(run(workspace, "havenkrant-2023", "--json").stdout)
    text = (workspace / "seeds" / "havenkrant-2023.txt").read_text(encoding="utf-8")
    assert data["record"]["title_basis"] == "stated"
    for passage in data["passages"]:
        assert text[passage["start"] : passage["end"]].replace("\n", " ") == passage["text"]
    assert json.loads(run(workspace, "--json").stdout)[0]["passages"] == 4


def test_unknown_id_is_a_usage_error(workspace: Path) -> None:
    """A name that is not there ends with 2 and the nearest name."""
    result = run(workspace, "havenkrant")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "havenkrant-2023" in result.stderr


def test_findings_end_with_one(workspace: Path) -> None:
    """A source that changed is still shown, with the finding on standard error."""
    path = workspace / "seeds" / "havenkrant-2023.txt"
    path.write_text(path.read_text(encoding="utf-8") + "Slot\x1b[31m.\n", encoding="utf-8")
    result = run(workspace, "havenkrant-2023")
    assert result.exit_code == 1
    assert "source-changed" in result.stderr
    assert "\x1b" not in result.stdout


def test_records_go_to_reference_managers(workspace: Path) -> None:
    """CSL-JSON is a list, of all sources or the one that is named."""
    said = [
        json.loads(run(workspace, *names, "--format", "csl-json").stdout)
        for names in ((), ("havenkrant-2023",))
    ]
    assert said[0] == said[1]
    assert [(one["id"], one["type"], one["container-title"]) for one in said[0]] == [
        ("havenkrant-2023", "article-newspaper", "Havenkrant")
    ]
