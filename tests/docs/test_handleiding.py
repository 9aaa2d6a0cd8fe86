"""The Dutch manual is true: its commands are run in their order, on its own files, and print what it shows.

After a change of words, run `BRONBRIEF_UPDATE_MANUAL=1 pytest tests/docs/test_handleiding.py` and read the
difference.
"""

import os
import re
import shlex
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from bronbrief.core.diagnostics import codes
from support.tools import ROOT

MANUAL = ROOT / "docs" / "handleiding.md"
FILE = r"<!-- bestand: (?P<path>\S+) -->\n```\w+\n(?P<text>.*?)```\n"
STEP = re.compile(rf"{FILE}|```console\n(?P<session>.*?)```\n", re.DOTALL)
UPDATE = os.environ.get("BRONBRIEF_UPDATE_MANUAL") == "1"


def commands(session: str) -> list[str]:
    """Return the commands of a session."""
    return [line[2:] for line in session.splitlines() if line.startswith("$ ")]


def play(session: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Run a session's commands in the current folder, and write it down with what they print."""
    said = []
    for command in commands(session):
        program, *arguments = shlex.split(command)
        if program == "cd":
            os.chdir(arguments[0])
            printed = ""
        else:
            assert program == "bronbrief", command
            assert run(arguments) in (0, 1), command
            shown = capsys.readouterr()
            printed = (shown.out + shown.err).strip("\n")
        said.append(f"$ {command}\n{printed}\n" if printed else f"$ {command}\n")
    return "\n".join(said).replace("\n\n$", "\n$")


@pytest.mark.ci
def test_the_manual_shows_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever follows the manual from top to bottom sees on the screen what stands on the page."""
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "persbericht").mkdir()
    page = MANUAL.read_text(encoding="utf-8")
    wanted, got = [], []
    for step in STEP.finditer(page):
        if step["path"]:
            target = Path(step["path"])
            target.write_text(step["text"], encoding="utf-8")
            continue
        wanted.append(step["session"])
        got.append(play(step["session"], capsys))
    if UPDATE:
        replaced = iter(got)
        page = STEP.sub(lambda step: step[0] if step["path"] else f"```console\n{next(replaced)}```\n", page)
        MANUAL.write_text(page, encoding="utf-8")
    assert len(got) > 10
    assert got == wanted or UPDATE


def test_the_manual_names_only_what_exists() -> None:
    """Every command, code, page and picture that the manual names is there."""
    page = MANUAL.read_text(encoding="utf-8")
    known = {path.stem for path in (ROOT / "src" / "bronbrief" / "cli").glob("*.py")}

    assert set(re.findall(r"bronbrief ([a-z]+)", page)) <= known
    assert set(re.findall(r"\[([a-z]+(?:-[a-z]+)+)\]$", page, re.MULTILINE)) <= set(codes())
    for target in re.findall(r"\]\(([^)#:]+)\)", page):
        assert (MANUAL.parent / target).is_file(), target


def test_the_manual_keeps_its_sentences_short() -> None:
    """Plain Dutch: outside tables and code a sentence has 13 words on average, and never more than 30."""
    page = re.sub(r"```.*?```|<!--.*?-->", "", MANUAL.read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = [line for line in page.splitlines() if line and line[0] not in "|#"]
    sentences = [part.split() for part in re.split(r"(?<=[.!?:])\s+", " ".join(lines))]

    assert max(map(len, sentences)) <= 30
    assert sum(map(len, sentences)) / len(sentences) <= 13
