"""A Dask cluster: the same jobs, the same bytes, and a worker that is lost costs nothing."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase

import pytest

from bronbrief.core.diagnostics import Place
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.executor import ExecutorError, connected, result_of
from bronbrief.pipeline.job import Result
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BriefReport, State
from bronbrief.pipeline.run import build
from support.jobs import die
from support.tools import refuse

NAMES = ("a", "b", "c", "d", "e", "f")
LIMIT = 60.0
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(Path(__file__).parents[1]),
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
}


@dataclass
class Cluster:
    """A scheduler and its workers, each a process of its own."""

    address: str
    scheduler: subprocess.Popen[bytes]
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
            [*dask, "--host", "127.0.0.1", "--port", "0", "--no-dashboard"],
            stderr=stream,
            cwd=tmp_path,
            env=ENVIRONMENT,
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
            workers.append(subprocess.Popen(command, stdout=quiet, stderr=quiet, cwd=folder, env=ENVIRONMENT))
        yield Cluster(address, scheduler, workers)
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
    """Follows a build and kills a process of the cluster once the first brief has come back."""

    def __init__(self, victim: subprocess.Popen[bytes]) -> None:
        self.victim = victim

    def starts(self, names: object) -> None:
        """Do nothing."""

    def enters(self, name: str, stage: str) -> None:
        """Do nothing."""

    def ends(self, brief: BriefReport) -> None:  # noqa: ARG002 - any brief will do
        """Kill the process, once."""
        if self.victim.poll() is None:
            os.kill(self.victim.pid, signal.SIGKILL)
            self.victim.wait()


def write_briefs(workspace: Path, names: Sequence[str]) -> None:
    """Make briefs of these names from the one that a workspace has."""
    (spec,) = (workspace / "briefs").glob("*.yaml")
    for name in names:
        text = spec.read_text(encoding="utf-8").replace("title: ", f"title: {name} ", 1)
        (workspace / "briefs" / f"{name}.yaml").write_text(text, encoding="utf-8")
    spec.unlink()


@pytest.mark.ci
def test_cluster_gives_the_same_bytes_though_a_worker_is_killed(workspace: Path, cluster: Cluster) -> None:
    """Of two workers one is killed in mid-run; every brief is built, to the same bytes as on this machine."""
    write_briefs(workspace, NAMES)
    killer = Killer(cluster.workers[0])
    options = Options(executor=f"dask:{cluster.address}", progress=killer)
    done = build(Workspace(workspace), options=options)

    assert killer.victim.poll() is not None
    assert [(brief.name, brief.state) for brief in done.briefs] == [(name, State.BUILT) for name in NAMES]
    assert done.exit_code == 0
    here = build(Workspace(workspace), options=Options(force=True))
    assert {brief.state for brief in here.briefs} == {State.UNCHANGED}


@pytest.mark.ci
def test_scheduler_that_is_killed_costs_the_briefs_that_were_away(workspace: Path, cluster: Cluster) -> None:
    """That it has gone is found of each brief that has no PDF yet; what had come back is built and whole."""
    names = [f"brief-{letter}" for letter in ascii_lowercase]
    write_briefs(workspace, names)
    killer = Killer(cluster.scheduler)
    options = Options(executor=f"dask:{cluster.address}", progress=killer)
    done = build(Workspace(workspace), options=options)

    assert killer.victim.poll() is not None
    assert [brief.name for brief in done.briefs] == names
    built = [brief for brief in done.briefs if brief.state is State.BUILT]
    lost = [brief for brief in done.briefs if brief.state is State.FAILED]
    assert built
    assert lost
    assert len(built) + len(lost) == len(names)
    assert {finding.code for brief in lost for finding in brief.diagnostics} == {"dask-lost"}
    assert all((workspace / path).is_file() for brief in built for path in brief.files)
    assert done.exit_code == 2
    assert (workspace / "build" / "index.html").is_file()
    again = build(Workspace(workspace), [lost[0].name])
    assert [brief.state for brief in again.briefs] == [State.BUILT]


@pytest.mark.ci
def test_job_that_kills_every_worker_costs_itself_only(cluster: Cluster, tmp_path: Path) -> None:
    """A job is given up by the scheduler once too many workers died of it, and is told as theirs is."""
    with connected(f"dask:{cluster.address}") as executor:
        deadly: Future[Result] = executor.submit(die, str(tmp_path), "a")  # type: ignore[arg-type]
        wait([deadly], LIMIT)
        (finding,) = result_of("briefs/a.yaml", deadly, Options()).diagnostics
    assert (finding.code, finding.place) == ("worker-died", Place("briefs/a.yaml"))


def test_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong address is a finding about the machine, and nothing is built."""
    monkeypatch.setattr("bronbrief.pipeline.executor.CONNECT_SECONDS", 1)
    with pytest.raises(ExecutorError) as caught, connected("dask:tcp://127.0.0.1:9"):
        pass
    assert caught.value.diagnostic.code == "dask-unreachable"


def test_unknown_executor_is_told() -> None:
    """What is no Dask scheduler is refused by name."""
    with pytest.raises(ExecutorError) as caught, connected("kubernetes"):
        pass
    assert caught.value.diagnostic.code == "executor-unknown"
