"""A folder without permission is a finding, and the rest goes on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.workspaces import BRIEF, write_minimal_workspace

AS_AN_ORDINARY_USER = """
import ctypes, os, sys
for capability in (1, 2):  # what lets root read what is closed to it; nothing to drop for anybody else
    ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-m", "bronbrief", *sys.argv[1:]])
"""


@pytest.mark.every(16)
@pytest.mark.parametrize(
    "command", ["build", "check", "sources", "find", "templates", "new", "add", "dossier"]
)
@pytest.mark.parametrize(
    "folder",
    ["briefs", "seeds", "templates", "templates/eigen", "templates/_labels", "build", f"build/{BRIEF}"],
)
def test_a_folder_without_permission_is_a_finding(folder: str, command: str, tmp_path: Path) -> None:
    """No command breaks on it, and a build says which folder cannot be read."""
    root = write_minimal_workspace(tmp_path / "werk")
    (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "nota.txt").write_text("De raad besluit.\n", encoding="utf-8")
    more = {
        "find": ["raad"],
        "new": ["pont"],
        "add": ["nota.txt", "--no-input"],
        "dossier": [BRIEF, "--meeting", "2026-12-08", "--item", "7"],
        "build": ["--format", "html"],
    }
    environment = {**os.environ, "HOME": str(root), "TMPDIR": str(root)}
    (root / folder).chmod(0)
    done = subprocess.run(
        [sys.executable, "-c", AS_AN_ORDINARY_USER, "--lang", "en", command, *more.get(command, [])],
        cwd=root, capture_output=True, text=True, check=False, timeout=120, env=environment,
    )  # fmt: skip
    (root / folder).chmod(0o700)
    assert "Traceback" not in done.stdout + done.stderr
    assert "mistake in Bronbrief" not in done.stdout + done.stderr
    if (
        command in {"build", "check"}
        and folder != f"build/{BRIEF}"
        and (command, folder) != ("check", "build")
    ):
        assert folder.split("/", maxsplit=1)[0] in done.stdout + done.stderr
        assert "Permission denied" in done.stdout + done.stderr
