"""What the doctor looks at, and what it makes of a machine that lacks something."""

import tomllib
from pathlib import Path

import pytest

from bronbrief.core.diagnostics import Outcome, report
from bronbrief.pipeline import doctor as machine
from bronbrief.pipeline.doctor import Check, State, can_build, examine
from support.tools import ROOT


def _named(checks: tuple[Check, ...], name: str) -> Check:
    return next(check for check in checks if check.name == name)


def test_this_machine_can_build(workspace: Path) -> None:
    """On a machine that is set up, nothing that a build needs is missing, and each thing says its version."""
    checks = examine(workspace, "en")
    assert can_build(checks), checks
    assert _named(checks, "Workspace").found == str(workspace)
    assert all(check.found for check in checks if check.state is State.READY)


def test_a_machine_without_pango_cannot_build(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Pango the library and the engine are missing, each with a cure for three package managers."""
    lost: Outcome[str] = Outcome(None, (report("engine-library-missing", library="libpango-1.0-0"),))
    monkeypatch.setattr(machine, "open_library", lambda _library: None)
    monkeypatch.setattr(machine, "pango_version", lambda: None)
    monkeypatch.setattr(machine, "load_engine", lambda: lost)
    checks = examine(workspace, "en")
    assert not can_build(checks)
    missing = {check.name for check in checks if check.state is State.MISSING}
    assert missing == {"Pango", "Pango for FreeType", "WeasyPrint"}
    cure = _named(checks, "Pango").cure
    assert all(manager in cure for manager in ("apt-get install libpango-1.0-0", "dnf", "brew"))


def test_the_subsetter_is_worth_having_but_not_needed(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without HarfBuzz's subsetter builds work, and the doctor says what it would bring."""
    real = machine.open_library
    monkeypatch.setattr(machine, "open_library", lambda lib: None if lib is machine.SUBSETTER else real(lib))
    checks = examine(workspace, "en")
    assert can_build(checks)
    assert "slowly" in _named(checks, "HarfBuzz subsetter").cure


@pytest.mark.parametrize(("version", "fits"), [((1, 43, 9), False), ((1, 44, 0), True), ((1, 50, 12), True)])
def test_an_old_pango_is_refused(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...], *, fits: bool
) -> None:
    """Pango must be at least the version that the engine works with."""
    monkeypatch.setattr(machine, "pango_version", lambda: version)
    assert can_build(examine(workspace, "en")) is fits


@pytest.mark.parametrize(("version", "fits"), [("69.0", False), ("70.1", True), ("71.0", False)])
def test_an_engine_out_of_range_is_refused(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, version: str, *, fits: bool
) -> None:
    """An engine of another major version is refused, with the version that is wanted."""
    monkeypatch.setattr(machine, "load_engine", lambda: Outcome(version))
    checks = examine(workspace, "en")
    assert can_build(checks) is fits
    assert fits or "weasyprint>=70,<71" in _named(checks, "WeasyPrint").cure


def test_a_missing_font_package_is_named(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A typeface that is not installed stops builds, and the cure names its package."""
    monkeypatch.setattr(machine, "FONT_PACKAGES", ("fontpkg-not-installed",))
    checks = examine(workspace, "en")
    assert not can_build(checks)
    assert _named(checks, "fontpkg-not-installed").cure == "Run pip install fontpkg-not-installed."


def test_a_folder_that_cannot_be_written_stops_builds(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build/ without write permission is found before a build is tried."""
    monkeypatch.setattr("bronbrief.pipeline.doctor.tempfile.TemporaryFile", _refuse)
    checks = examine(workspace, "en")
    assert _named(checks, "Writing in build/").state is State.MISSING


def test_a_healthy_machine_needs_no_workspace(tmp_path: Path) -> None:
    """Outside a workspace the doctor says how to make one, and does not call the machine ill."""
    checks = examine(tmp_path, "en")
    assert "bronbrief init" in _named(checks, "Workspace").cure
    assert can_build(checks)


def test_a_dutch_reader_gets_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names and cures come in the language asked for."""
    monkeypatch.setattr(machine, "pango_version", lambda: None)
    checks = examine(tmp_path, "nl")
    assert _named(checks, "Pango").cure.startswith("Geef de opdracht apt-get install")
    assert "bronbrief init" in _named(checks, "Werkmap").cure


def test_the_limits_are_those_of_the_package() -> None:
    """The versions and typefaces that the doctor wants are those that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"weasyprint>={machine.ENGINE_LEAST},<{machine.ENGINE_BELOW}" in project["dependencies"]
    assert project["requires-python"] == ">=" + ".".join(map(str, machine.PYTHON_LEAST))
    fonts = {line.split(">")[0] for line in project["dependencies"] if line.startswith("fontpkg-")}
    assert fonts == set(machine.FONT_PACKAGES)


def _refuse(*_args: object, **_options: object) -> None:
    raise OSError("not here")
