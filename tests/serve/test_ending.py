"""However the preview is ended, none of its processes outlives it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from support.serving import COMMAND
from support.workspaces import write_minimal_workspace

SOON = 60.0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_preview(tmp_path: Path, number: signal.Signals) -> None:
    """A worker ends with the server, whether that was asked to end or had no time to say anything."""
    root = write_minimal_workspace(tmp_path / "werk")
    restored = "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL); "
    with subprocess.Popen(
        [sys.executable, "-c", restored + COMMAND, "serve", "--port", "0"],
        cwd=root,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as server:
        assert server.stdout is not None
        server.stdout.readline()
        until = time.monotonic() + SOON
        while len(workers := psutil.Process(server.pid).children(recursive=True)) < 3:
            assert time.monotonic() < until, "the workers did not start"
            time.sleep(0.02)
        server.send_signal(number)
        server.wait(SOON)
    _, alive = psutil.wait_procs(workers, SOON)
    assert [one for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []
