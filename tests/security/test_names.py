"""Names that lie, steer a terminal or are no text: each command says so, and goes on with the rest."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bronbrief.dossier.naming import file_name
from support.tools import some
from support.workspaces import BRIEF, write_minimal_workspace

RUN = "from bronbrief.cli.main import main; main()"
NAMES = (
    *(
        b"seeds/\xff.txt",
        b"seeds/\xfe.yaml",
        b"briefs/\xff.yaml",
        b"templates/\xff.txt",
        b"seeds/\xe9t\xe9.pdf",
    ),
    *(name.encode() for name in ("seeds/a\x1b]0;X\x07.txt", "briefs/b\u202edet.yaml", "seeds/\u200bx.pdf")),
    b"templates/\xfe/template.yaml",
    "templates/\x9b2J/template.yaml".encode(),
)
UNSAFE = ("\x1b", "\x07", "\x9b", "\u202e", "\u200b")
COMMANDS = (
    *(
        ["check"],
        ["check", "--format", "json"],
        ["check", "--format", "sarif"],
        ["check", "--format", "github"],
    ),
    *(["build"], ["build", "--explain"], ["sources"], ["find", "veerdienst"], ["templates"], ["schema"]),
    *(
        ["dossier", BRIEF],
        ["verify", "build"],
        ["verify", "."],
        ["doctor"],
        ["new", "anders"],
        ["inspect", "x"],
    ),
    *(
        ["inspect", "seeds/\udcff.txt"],
        ["verify", "seeds/\udcff.txt"],
        ["build", "\udcff"],
        ["add", "x\x1b]0;X\x07.txt"],
    ),
    ["add", "\udcff.html"],
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with names that a careless program stumbles over."""
    root = write_minimal_workspace(tmp_path / "werk")
    (root / "x\x1b]0;X\x07.txt").write_text("Een bericht\n\nMet een alinea.\n", encoding="utf-8")
    for name in NAMES:
        path = os.path.join(os.fsencode(root), name)  # noqa: PTH118 - names of bytes
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(path, "wb") as stream:  # noqa: PTH123
            stream.write(b"title: x\n")
    return root


def run(root: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Run a command in a workspace."""
    return subprocess.run([sys.executable, "-c", RUN, *arguments], cwd=root, capture_output=True, check=False)


@pytest.mark.ci
def test_every_command_goes_on_and_steers_no_terminal(root: Path) -> None:
    """No command ends with a mistake of ours, and no character of a name reaches the terminal raw."""
    for command in some(COMMANDS, 8):
        done = run(root, *command)
        said = (done.stdout + done.stderr).decode()
        assert "mistake in Bronbrief" not in said, command
        assert "Traceback" not in said, command
        if command != ["schema"]:
            assert [one for one in UNSAFE if one in said] == [], command


@pytest.mark.every(4)
@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github"])
def test_names_that_are_no_text_are_findings_beside_the_others(root: Path, format_: str) -> None:
    """Whatever the format, CI hears of the name, and of what else is wrong."""
    said = run(root, "check", "--format", format_, "--lang", "en").stdout.decode()
    for code in ("file-name-not-utf8", "file-name-hidden-character", "source-name"):
        assert code in said


@pytest.mark.every(4)
@pytest.mark.parametrize("command", [["watch"], ["serve", "--port", "0"]])
def test_what_runs_on_goes_on(root: Path, command: list[str]) -> None:
    """A name that is no text ends neither the watch nor the preview, there from the start or coming later."""
    with subprocess.Popen(
        [sys.executable, "-c", RUN, *command], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout is not None
        while b"http://" not in (line := process.stdout.readline()) and b"first build" not in line:
            assert line
        for number in range(3):
            name = b"seeds/%d\xfd.txt" % number
            with open(os.path.join(os.fsencode(root), name), "wb"):  # noqa: PTH118, PTH123
                time.sleep(2)
        assert process.poll() is None
        process.terminate()
        assert b"mistake in Bronbrief" not in process.stdout.read()


def test_hidden_characters_reach_no_name_of_a_file_in_a_dossier() -> None:
    """A title that turns the direction of text does not turn the names of files that go to a council."""
    values = {"meeting": "2026", "title": "Nota \u202efdp.\u200bexe", "annex": "1\u2066"}
    assert (
        file_name("{meeting} {title} - bijlage {annex}", values, ".pdf")
        == "2026 Nota fdp.exe - bijlage 1.pdf"
    )
