"""A Dask cluster: the same jobs, the same bytes, and a worker that is lost costs nothing."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.build import build
from bronbrief.pipeline.executor import EngineBrokenError, open_executor
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BriefReport, State
from support.tools import refuse

NAMES = ("a", "b", "c", "d", "e", "f")


@dataclass
class Cluster:
    """A scheduler and its workers, each a process of its own."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Start a scheduler and two workers on loopback; each worker has an empty folder of its own to be in."""
    try:
        import distributed  # noqa: F401, PLC0415
    except ImportError:
        refuse("distributed is not installed: pip install 'bronbrief[dask]'")
    log = tmp_path / "scheduler.log"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    with log.open("wb") as stream:
        scheduler = subprocess.Popen(
            [*dask, "--host", "127.0.0.1", "--port", "0", "--no-dashboard"], stderr=stream, cwd=tmp_path
        )
    workers: list[subprocess.Popen[bytes]] = []
    try:
        address = _address(log)
        for number in range(2):
            folder = tmp_path / f"worker-{number}"
            folder.mkdir()
            command = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny"]
            command += ["--nthreads", "1", "--no-dashboard", "--local-directory", str(folder)]
            quiet = subprocess.DEVNULL
            workers.append(subprocess.Popen(command, stdout=quiet, stderr=quiet, cwd=folder))
        yield Cluster(address, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def _address(log: Path) -> str:
    """Wait for a scheduler to say where it listens."""
    for _ in range(600):
        found = re.search(r"tcp://127\.0\.0\.1:\d+", log.read_text(encoding="utf-8", errors="replace"))
        if found:
            return found[0]
        time.sleep(0.1)
    raise AssertionError("the scheduler does not start")


class Killer:
    """Follows a build and kills a worker of the cluster once the first brief has come back."""

    def __init__(self, victim: subprocess.Popen[bytes]) -> None:
        self.victim = victim

    def starts(self, names: object) -> None:
        """Do nothing."""

    def enters(self, name: str, stage: str) -> None:
        """Do nothing."""

    def ends(self, brief: BriefReport) -> None:  # noqa: ARG002 - any brief will do
        """Kill the worker, once."""
        if self.victim.poll() is None:
            os.kill(self.victim.pid, signal.SIGKILL)
            self.victim.wait()


def test_cluster_gives_the_same_bytes_though_a_worker_is_killed(workspace: Path, cluster: Cluster) -> None:
    """Of two workers one is killed in mid-run; every brief is built, to the same bytes as on this machine."""
    (spec,) = (workspace / "briefs").glob("*.yaml")
    for name in NAMES:
        text = spec.read_text(encoding="utf-8").replace("title: ", f"title: {name} ", 1)
        (workspace / "briefs" / f"{name}.yaml").write_text(text, encoding="utf-8")
    spec.unlink()
    killer = Killer(cluster.workers[0])
    options = Options(executor=f"dask:{cluster.address}", progress=killer)
    done = build(Workspace(workspace), options=options)

    assert killer.victim.poll() is not None
    assert [(brief.name, brief.state) for brief in done.briefs] == [(name, State.BUILT) for name in NAMES]
    assert done.exit_code == 0
    here = build(Workspace(workspace), options=Options(force=True))
    assert {brief.state for brief in here.briefs} == {State.UNCHANGED}


def test_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong address is a finding about the machine, and nothing is built."""
    monkeypatch.setattr("bronbrief.pipeline.executor_dask.CONNECT_SECONDS", 1)
    with pytest.raises(EngineBrokenError) as caught:
        open_executor(Options(executor="dask:tcp://127.0.0.1:9"), 1)
    assert caught.value.diagnostic.code == "dask-unreachable"


def test_unknown_executor_is_told() -> None:
    """What is no Dask scheduler is refused by name."""
    with pytest.raises(EngineBrokenError) as caught:
        open_executor(Options(executor="kubernetes"), 1)
    assert caught.value.diagnostic.code == "executor-unknown"
