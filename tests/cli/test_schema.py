"""`bronbrief schema` writes what an editor needs, and the reference."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bronbrief.cli.main import run


def test_the_schema_is_written_to_build(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without options the schema lands where specs point to, with the workspace's sources to choose from."""
    assert run(["schema", "--workspace", str(workspace)]) == 0
    written = workspace / "build" / "brief.schema.json"
    schema = json.loads(written.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    source = schema["$defs"]["excerpt"]["properties"]["source"]
    assert source["enum"] == ["havenkrant-2023"]
    assert source["markdownEnumDescriptions"] == ["Veerdienst vaart voorlopig door"]
    assert "tijdlijn" in schema["properties"]["template"]["enum"]
    assert "brief.schema.json" in capsys.readouterr().out


def test_a_dash_writes_to_standard_output(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--output -` prints the schema and nothing else, and writes no file."""
    assert run(["schema", "--workspace", str(workspace), "--output", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Bronbrief spec"
    assert not (workspace / "build" / "brief.schema.json").exists()


def test_the_defaults_have_a_schema_too(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--defaults` gives the schema of the file that all briefs share."""
    assert run(["schema", "--workspace", str(workspace), "--defaults", "-o", "-"]) == 0
    assert "required" not in json.loads(capsys.readouterr().out)


def test_the_reference_needs_a_place_to_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--reference` writes Markdown to a file, outside a workspace too, and asks for one if there is none."""
    page = tmp_path / "docs" / "reference.md"
    assert run(["schema", "--reference", "--output", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("# What a spec may contain\n")
    assert run(["schema", "--reference"]) == 2
    assert "--output" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_no_crash(tmp_path: Path, workspace: Path) -> None:
    """A file where a folder should be ends with exit code 2."""
    (tmp_path / "file").touch()
    assert run(["schema", "--workspace", str(workspace), "-o", str(tmp_path / "file" / "x.json")]) == 2
