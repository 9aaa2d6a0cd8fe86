"""What commands write as JSON has the shapes that docs/json.md lists: no key less, and none more."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from bronbrief.cli.main import run
from bronbrief.reporting.json_reference import page
from bronbrief.reporting.shapes import COMMANDS
from support.tools import ROOT
from support.workspaces import BRIEF, SOURCE_ID

Ran = Callable[..., Any]
CALLS = {
    "check [BRIEF]... --json": ["check"],
    "build [BRIEF]... --json": ["build"],
    "build --explain --json": ["build", "--explain"],
    "sources --json": ["sources"],
    "sources ID --json": ["sources", SOURCE_ID],
    "find TEXT... --json": ["find", "veerdinst", "kwartelkoning"],
    "templates --json": ["templates"],
    "explain CODE --json": ["explain", "quote-drift"],
    "verify PATH... --json": ["verify", f"build/{BRIEF}"],
    "dossier BRIEF... --json": ["dossier", BRIEF, "--meeting", "2026-12-08", "--item", "7"],
    "inspect PDF --json": ["inspect", f"build/{BRIEF}/{BRIEF}.pdf"],
}


def _closed(schema: Any) -> Any:
    """Refuse keys that a shape does not have."""
    if isinstance(schema, dict):
        closed = {key: _closed(value) for key, value in schema.items()}
        return closed | {"additionalProperties": False} if "properties" in schema else closed
    return [_closed(one) for one in schema] if isinstance(schema, list) else schema


def _wrong(command: str, written: str) -> list[str]:
    schema = _closed(TypeAdapter[Any](COMMANDS[command]).json_schema())
    return [one.message for one in Draft202012Validator(schema).iter_errors(json.loads(written))]


@pytest.fixture
def ran(workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ran:
    """Return a function that runs a command in a workspace, and gives what it writes and how it ended."""
    monkeypatch.chdir(workspace)

    def run_it(*arguments: str) -> tuple[str, int]:
        capsys.readouterr()
        code = run([*arguments, "--json", "--lang", "nl"])
        return capsys.readouterr().out, code

    return run_it


@pytest.mark.ci
def test_every_command_writes_its_shape(ran: Ran) -> None:
    """Each command that has --json writes exactly what is documented, in a workspace that is in order."""
    assert CALLS.keys() == COMMANDS.keys()
    run(["build", "--quiet"])
    for command, call in CALLS.items():
        written, code = ran(*call)
        assert code == 0, (command, written)
        assert _wrong(command, written) == [], command


@pytest.mark.ci
def test_trouble_has_the_same_shape(ran: Ran, workspace: Path) -> None:
    """With a quotation that is wrong, no brief at all, or a file that proves nothing, the shapes stay."""
    spec = workspace / "briefs" / f"{BRIEF}.yaml"
    good = spec.read_text("utf-8")
    run(["build", "--quiet"])
    page_file = workspace / "build" / BRIEF / f"{BRIEF}.html"
    page_file.write_text(page_file.read_text("utf-8").replace("geen reden", "reden"), encoding="utf-8")
    spec.write_text(good.replace("Wij zien geen reden", "Wij zien wel reden"), encoding="utf-8")
    for command in ("check [BRIEF]... --json", "verify PATH... --json", "dossier BRIEF... --json"):
        written, code = ran(*CALLS[command])
        assert code == 1, command
        assert json.loads(written)["diagnostics"], command
        assert _wrong(command, written) == [], command
    spec.unlink()
    written, _ = ran("build")
    assert _wrong("build [BRIEF]... --json", written) == []


def test_the_committed_page_is_current() -> None:
    """docs/json.md is what the shapes say: run `make docs` where it is not."""
    assert (ROOT / "docs" / "json.md").read_text("utf-8") == page()
