"""However the preview is ended, none of its processes outlives it."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from support.asking import ask, ours
from support.serving import COMMAND, serving
from support.workspaces import write_minimal_workspace

SOON = 60.0


@pytest.mark.every(4)
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


@pytest.mark.ci
def test_what_is_being_verified_does_not_outlive_the_preview(tmp_path: Path) -> None:
    """A preview that is asked to end while it verifies ends in order, and so does the child that reads."""
    with (
        serving(write_minimal_workspace(tmp_path / "werk")) as preview,
        ThreadPoolExecutor(1) as threads,
    ):
        sizes = "%5B%5B%22stuk.pdf%22,4%5D%5D"
        headers = ours(preview) | {"Content_Type": "application/octet-stream"}
        asked = threads.submit(ask, preview, f"/verify?files={sizes}", "POST", b"%PDF", **headers)
        until, reading = time.monotonic() + SOON, list[psutil.Process]()
        while not reading and not asked.done():
            assert time.monotonic() < until, "nothing was verified"
            children = psutil.Process(preview.process.pid).children()
            reading = [one for one in children if "bronbrief.core.child" in _command(one)]
            time.sleep(0.005)
        preview.process.send_signal(signal.SIGINT)
        preview.process.wait(SOON)
        asked.exception(SOON)
    _, alive = psutil.wait_procs(reading, SOON)
    assert [one for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []
