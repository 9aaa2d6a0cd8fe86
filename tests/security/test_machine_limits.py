"""A machine that refuses is a finding: a full disk, no place for temporary files, a folder that is gone."""

import errno
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.core.machine_limits import refused_by_machine
from support.workspaces import BRIEF, write_minimal_workspace

RUN = "from bronbrief.cli.main import main; main()"
DOSSIER = ["dossier", BRIEF, "--meeting", "2026-12-08", "--item", "7"]
FAULTS: tuple[tuple[int, list[str]], ...] = (
    *((0, one.split()) for one in ("build", "new pont", "init nieuw", "find veerdienst")),
    *((0, one.split()) for one in ("add nota.txt --no-input", "completion bash --install")),
    (512, DOSSIER),
    (512, ["add", "nota.txt", "--no-input"]),
)
"""How many bytes a file may hold, and the command that meets that."""


def run(root: Path, command: list[str], before: Callable[[], None]) -> "subprocess.CompletedProcess[str]":
    """Run a command in a workspace, in a process that is prepared by `before`."""
    home = str(root.parent)
    return subprocess.run(
        [sys.executable, "-P", "-c", RUN, *command, "--lang", "en"],
        cwd=root, capture_output=True, text=True, check=False, preexec_fn=before,
        env=os.environ | {"HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home, "TMPDIR": home},
    )  # fmt: skip


def files_in(root: Path) -> dict[Path, bytes]:
    """Return what stands in a workspace, but for what makes the next run faster."""
    found = (path for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path: path.read_bytes() for path in found if path.stat().st_size}


@pytest.mark.every(8)
@pytest.mark.parametrize(("limit", "command"), FAULTS)
def test_where_nothing_can_be_written_it_is_said_and_nothing_is_left(
    tmp_path: Path, limit: int, command: list[str]
) -> None:
    """No command calls it a mistake of ours, and none leaves a file that is half written."""
    root = write_minimal_workspace(tmp_path / "werk")
    (root / "nota.txt").write_text("De raad besluit.\n", encoding="utf-8")
    before = files_in(root)
    done = run(root, command, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    said = done.stdout + done.stderr
    assert done.returncode in {0, 1, 2}, said
    assert "Traceback" not in said
    assert "istake in Bronbrief" not in said
    if done.returncode:
        assert "machine-refused" in said or "output-unwritable" in said
    after = files_in(root)
    assert {path: after.get(path) for path in before} == before
    assert not list(tmp_path.rglob("bronbrief-crash-*"))
    assert not list(root.rglob(".new-*"))


def test_a_folder_that_is_gone_is_a_finding(tmp_path: Path) -> None:
    """Whoever stands in a folder that was removed is told so."""
    root = write_minimal_workspace(tmp_path / "werk")
    for command in (["build"], ["init", "x"], ["help"]):
        gone = root / "weg"
        gone.mkdir()
        done = run(gone, command, gone.rmdir)
        assert (done.returncode, "folder-gone" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    ("error", "refused"),
    [
        (OSError(errno.ENOSPC, "x"), True),
        (OSError(errno.EDQUOT, "x"), True),
        (FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']"), True),
        (shutil.Error([("a", "b", f"[Errno 28] {os.strerror(errno.ENOSPC)}: 'a' -> 'b'")]), True),
        (FileNotFoundError(errno.ENOENT, "No such file"), False),
        (PermissionError(errno.EACCES, "x"), False),
        (ValueError("No space left on device"), False),
    ],
)
def test_what_the_machine_refuses_is_told_from_our_mistakes(
    error: Exception,
    refused: bool,  # noqa: FBT001 - one of the cases
) -> None:
    """Also where it is behind another exception."""
    outer = RuntimeError("outer")
    outer.__cause__ = error
    for one in (error, outer):
        assert (refused_by_machine(one) is not None) is refused
