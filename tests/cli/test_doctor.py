"""`bronbrief doctor` on sound machines and on poor ones."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bronbrief.cli.doctor import command
from bronbrief.pipeline.doctor import Check, State

POOR = (
    Check("Python", State.READY, "3.11.2"),
    Check("Pango", State.MISSING, "", "apt-get install libpango-1.0-0"),
    Check("Chromium", State.OPTIONAL, "", "apt-get install chromium"),
)

WITHOUT_PANGO = """\
import ctypes, sys
import cffi
class Closed(ctypes.CDLL):
    def __init__(self, name, *rest, **options):
        if "pango" in str(name):
            raise OSError(f"{name}: cannot open shared object file")
        super().__init__(name, *rest, **options)
class ClosedFFI(cffi.FFI):
    def dlopen(self, name, flags=0):
        if "pango" in str(name):
            raise OSError(f"cannot load library '{name}': no such file")
        return super().dlopen(name, flags)
ctypes.CDLL, cffi.FFI = Closed, ClosedFFI
from bronbrief.cli.doctor import command
command(sys.argv[1:])
"""


def test_a_sound_machine_gives_exit_0(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where builds will work, doctor says so in plain lines and exits with 0."""
    monkeypatch.chdir(workspace)
    result = CliRunner().invoke(command, ["--lang", "en"])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1] == "Builds will work on this machine."
    assert "\x1b[" not in result.output


def test_a_poor_machine_gives_exit_2_and_the_cures(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is named with its cure, and the exit status is that of a broken machine."""
    monkeypatch.setattr("bronbrief.cli.doctor.examine", lambda _start, _lang: POOR)
    result = CliRunner().invoke(command, ["--lang", "en"])
    assert result.exit_code == 2
    assert "missing     Pango: not found. apt-get install libpango-1.0-0" in result.output
    assert result.output.splitlines()[-1] == "Builds will not work yet. What is missing: Pango."


def test_a_dutch_reader_is_answered_in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --lang nl states and verdict are Dutch, and the exit status is the same."""
    monkeypatch.setattr("bronbrief.cli.doctor.examine", lambda _start, _lang: POOR)
    result = CliRunner().invoke(command, ["--lang", "nl"])
    assert result.exit_code == 2
    assert "ontbreekt   Pango: niet gevonden." in result.output
    assert result.output.splitlines()[-1] == "Bouwen zal nog niet werken. Wat ontbreekt: Pango."


def test_json_carries_every_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --json a program can read the same findings and the verdict."""
    monkeypatch.setattr("bronbrief.cli.doctor.examine", lambda _start, _lang: POOR)
    result = CliRunner().invoke(command, ["--json"])
    assert result.exit_code == 2
    told = json.loads(result.output)
    assert told["ready"] is False
    assert [(check["name"], check["state"]) for check in told["checks"]] == [
        ("Python", "ready"),
        ("Pango", "missing"),
        ("Chromium", "optional"),
    ]


def test_a_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the findings stand in columns, with brackets in them shown as they are."""
    monkeypatch.setattr("bronbrief.cli.doctor.examine", lambda _start, _lang: POOR)
    monkeypatch.setenv("FORCE_COLOR", "1")
    result = CliRunner().invoke(command, ["--lang", "en"], color=True)
    assert "\x1b[" in result.output
    assert "apt-get install libpango-1.0-0" in result.output


def test_doctor_works_where_pango_really_does_not_load(workspace: Path) -> None:
    """When the dynamic linker finds no Pango, doctor gives its verdict and no traceback."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PANGO, "--json"],
        cwd=workspace,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2, done.stderr
    missing = {c["name"] for c in json.loads(done.stdout)["checks"] if c["state"] == "missing"}
    assert missing == {"Pango", "Pango for FreeType", "WeasyPrint"}
    assert done.stderr == ""
