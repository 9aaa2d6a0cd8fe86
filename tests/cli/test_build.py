"""`bronbrief build`, `check` and `init` as a user meets them."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from support.workspaces import replace_samples


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Make a workspace with `bronbrief init`, replace the sample text in it, and stand in it."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert run(["init", str(tmp_path / "nieuw")]) == 0
    assert "bronbrief build" in capsys.readouterr().out
    replace_samples(tmp_path / "nieuw")
    monkeypatch.chdir(tmp_path / "nieuw")
    return tmp_path / "nieuw"


def spoil(folder: Path) -> None:
    """Change one word of a quotation."""
    spec = folder / "briefs" / "voorbeeld.yaml"
    spec.write_text(
        spec.read_text(encoding="utf-8").replace("zes weken dicht", "vijf weken dicht"), encoding="utf-8"
    )


def test_build_says_what_was_built_and_where(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Built from a folder below the workspace, by name: plain lines with paths, and the summary last."""
    os.chdir(folder / "briefs")

    assert run(["build", "voorbeeld", "--format", "html"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out == (
        "built        build/voorbeeld/voorbeeld.html\n"
        "Contents: build/index.html\n"
        "1 brief built; no findings.\n"
    )


@pytest.mark.usefixtures("folder")
def test_json_and_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """`--json` writes one document and nothing else; `--quiet` says nothing where nothing is wrong."""
    assert run(["build", "--format", "html", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["briefs"][0]["state"] == "built"
    assert document["diagnostics"] == []
    assert run(["build", "--format", "html", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_findings_in_every_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One finding reaches every format, each with exit code 1, in the language asked for."""
    spoil(folder)
    said = {}
    for form in ("text", "json", "github", "sarif"):
        assert run(["check", "--format", form, "--lang", "nl"]) == 1
        said[form] = capsys.readouterr().out

    assert said["text"].startswith("briefs/voorbeeld.yaml:")
    assert ": fout: " in said["text"]
    assert json.loads(said["json"])["diagnostics"][0]["code"] == "quote-drift"
    assert said["github"].startswith("::error file=briefs/voorbeeld.yaml,line=")
    assert json.loads(said["sarif"])["runs"][0]["results"][0]["ruleId"] == "quote-drift"


def test_strict_makes_warnings_count(folder: Path) -> None:
    """A warning passes a plain check and fails a strict one."""
    spec = folder / "briefs" / "voorbeeld.yaml"
    text = spec.read_text(encoding="utf-8").replace("Het college laat", "Het <b>college</b> laat")
    spec.write_text(text, encoding="utf-8")

    assert run(["check", "--quiet"]) == 0
    assert run(["check", "--quiet", "--strict"]) == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", ["build", "check"])
def test_unknown_brief_exits_with_two(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nothing answers to is wrong usage, told with the name that was meant."""
    assert run([command, "voorbeld"]) == 2
    captured = capsys.readouterr()
    assert "There is no brief voorbeld [brief-unknown]" in captured.out + captured.err
    assert "Use one of these names: voorbeeld." in captured.out + captured.err


def test_no_workspace_exits_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Outside a workspace the way to make one is told."""
    assert run(["build", "--workspace", str(tmp_path), "--lang", "en"]) == 2
    assert "Run `bronbrief init`" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("value", ["docx", "pdf,docx", "", ","])
def test_unknown_format_exits_with_two(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A format that does not exist is refused by name."""
    assert run(["build", "--format", value]) == 2
    assert "not one of pdf, html" in capsys.readouterr().err


def test_init_refuses_a_workspace(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Making a workspace in one that is there already changes nothing."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    assert run(["init"]) == 2
    assert "[folder-not-empty]" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.ci
def test_interrupted_build_leaves_whole_files(folder: Path) -> None:
    """Ctrl-C in the middle of a build ends with 130 and a sentence, and with no half-written brief."""
    for number in range(30):
        spec = (folder / "briefs" / "voorbeeld.yaml").read_bytes()
        (folder / "briefs" / f"brief-{number}.yaml").write_bytes(spec)
    command = [
        sys.executable,
        "-c",
        # A shell that runs tests in the background has its children ignore Ctrl+C: this one listens.
        (
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
            "from bronbrief.cli.main import main; main()"
        ),
        "build",
        "--format",
        "html",
    ]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        while not list((folder / "build").glob("brief-*")):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()

    assert process.returncode == 130
    assert errors.strip() == "Stopped. What was built before is whole."
    for built in (folder / "build").glob("brief-*"):
        assert sorted(path.name for path in built.iterdir()) == [
            f"{built.name}.evidence.jsonld",
            f"{built.name}.html",
        ]
    assert not list((folder / "build").glob(".new-*"))
