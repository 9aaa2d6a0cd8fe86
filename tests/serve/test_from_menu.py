"""Started from a menu the preview is found again, ends when it is left alone, and says what went wrong."""

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bronbrief.core.loopback import entry_url, listen, nonce_of
from bronbrief.serve import running
from support.serving import COMMAND

FAKE = """#!/bin/sh
printf '%s\\n' "$1" >> "{log}"
"""
TIMES = 300


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that notes what the desktop is asked to open."""
    tools, log = tmp_path / "bin", tmp_path / "opened.txt"
    tools.mkdir()
    (tools / "xdg-open").write_text(FAKE.format(log=log), encoding="utf-8")
    (tools / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("WSL_DISTRO_NAME", "BRONBRIEF_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    return log


def lines(log: Path, number: int) -> list[str]:
    """Wait until so many things were opened, and return them."""
    for _ in range(TIMES):
        found = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        if len(found) >= number:
            return found
        time.sleep(0.1)
    pytest.fail(f"{number} were to be opened")


@contextmanager
def clicked(root: Path, code: str = COMMAND) -> Iterator["subprocess.Popen[str]"]:
    """Start the preview as its entry in the menu does: without a terminal."""
    command = [sys.executable, "-c", code, "serve", "--from-menu", "--port", "0", "--workspace", str(root)]
    process = subprocess.Popen(
        command, cwd=root.parent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=60)


@pytest.mark.ci
def test_a_second_click_opens_the_preview_that_runs(workspace: Path, opened: Path, tmp_path: Path) -> None:
    """It starts no other. The note of where the first is can be read by its user alone, and ends with it."""
    with clicked(workspace):
        (first,) = lines(opened, 1)
        assert "?ticket=" in first
        (noted,) = (tmp_path / "cache").rglob("running/*.json")
        assert stat.S_IMODE(noted.stat().st_mode) == 0o600
        assert stat.S_IMODE(noted.parent.stat().st_mode) == 0o700
        with clicked(workspace) as second:
            assert second.wait(60) == 0
        assert [one.partition("?")[0] for one in lines(opened, 2)] == [first.partition("?")[0]] * 2
    assert not noted.exists()


@pytest.mark.ci
def test_it_ends_when_it_is_left_alone(workspace: Path, opened: Path) -> None:
    """Nobody has to stop what no terminal shows."""
    code = f"import bronbrief.cli.serve as one; one.ALONE = 0.5\n{COMMAND}"
    with clicked(workspace, code) as process:
        lines(opened, 1)
        assert process.wait(60) == 0


def test_what_goes_wrong_is_shown_in_the_browser(workspace: Path, opened: Path) -> None:
    """Where the preview cannot start, a page says why; a name in it is text."""
    workspace = workspace.rename(workspace.with_name("<b>x"))
    (workspace / "seeds").rename(workspace / "weg")
    with clicked(workspace) as process:
        assert process.wait(60) == 2
    (page,) = lines(opened, 1)
    text = Path(page).read_text(encoding="utf-8")
    assert "workspace-missing" in text
    assert "<b>" not in text


@pytest.mark.parametrize(
    "noted",
    ["", "[]", "{}", '{"port": "x", "token": 1}', '{"port": 0, "token": "x"}', '{"port": 1, "token": "x"}'],
)
def test_a_note_that_leads_nowhere_is_as_good_as_none(workspace: Path, opened: Path, noted: str) -> None:
    """Damaged, or of a preview that is gone, it is passed over."""
    del opened
    listening = listen(0).value
    assert listening is not None
    running.note(workspace, listening)
    (file,) = Path(os.environ["XDG_CACHE_HOME"]).rglob("running/*.json")
    assert json.loads(file.read_text(encoding="utf-8"))["port"] == listening.port
    for one in listening.sockets:
        one.close()
    assert running.running(workspace) is None
    file.write_text(noted, encoding="utf-8")
    assert running.running(workspace) is None


def test_a_ticket_is_made_with_the_token_alone() -> None:
    """Each is another, and none can be made or altered without the token."""
    first, second = (entry_url(80, "geheim").partition("ticket=")[2] for _ in range(2))
    assert first != second
    assert nonce_of(first, "geheim") == first.partition(".")[0]
    assert nonce_of(first, "ander") is None
    assert nonce_of(f"x{first}", "geheim") is None
    assert nonce_of("", "geheim") is None
    assert "geheim" not in first
