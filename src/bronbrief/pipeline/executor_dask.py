"""Render jobs on a Dask cluster: the same self-contained jobs, sent to a scheduler; workers share no disk.

Dask gives a job that was lost with its worker to another one. A job that brings down worker after worker is
given up, and costs its own brief only. The workers need Bronbrief, in the same versions.
"""

from collections.abc import Iterator
from importlib import import_module
from queue import Empty, Queue
from typing import Any

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.findings import report
from bronbrief.pipeline.executor import Done, EngineBrokenError
from bronbrief.pipeline.jobs import RenderJob, this_setter

CONNECT_SECONDS = 10
AHEAD = 3


def set_on_worker(job: RenderJob) -> Outcome[bytes]:
    """Do a job in a worker of the cluster, which keeps its style sheets and typefaces from job to job."""
    return this_setter().set(job)


class DaskExecutor:
    """An executor of the workers of a Dask scheduler."""

    def __init__(self, address: str, patience: float) -> None:
        """Connect to a scheduler. Raises EngineBrokenError where that fails, or where it has no workers."""
        try:
            distributed: Any = import_module("distributed")
        except ImportError as error:
            raise EngineBrokenError(report("dask-missing")) from error
        self._patience = patience
        self._jobs: dict[str, tuple[RenderJob, Any]] = {}
        self._done: Queue[str] = Queue()
        self.libraries: tuple[str, ...] = ()
        try:
            self._client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
            self._client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        except (OSError, ValueError, TimeoutError) as error:
            raise EngineBrokenError(_unreachable(address, error)) from error

    @property
    def waiting(self) -> int:
        """Return how many jobs are not done yet."""
        return len(self._jobs)

    @property
    def room(self) -> int:
        """Return how many more jobs keep every worker busy."""
        workers = self._client.scheduler_info(n_workers=-1)["workers"].values()
        threads = sum(worker["nthreads"] for worker in workers)
        return max(0, max(int(threads), 1) * AHEAD - self.waiting)

    def submit(self, job: RenderJob) -> None:
        """Send a job."""
        future = self._client.submit(set_on_worker, job, pure=False)
        self._jobs[job.name] = job, future
        future.add_done_callback(lambda _future, name=job.name: self._done.put(name))

    def tend(self) -> None:
        """Do nothing: the scheduler does."""

    def finished(self) -> Iterator[Done]:
        """Yield jobs as they are done, until none is left."""
        while self._jobs:
            try:
                name = self._done.get(timeout=self._patience)
            except Empty:
                yield from self._give_up()
                return
            job, future = self._jobs.pop(name)
            yield Done(name, _outcome(job, future))

    def close(self) -> None:
        """Call back what is not done, and leave the cluster."""
        self._client.cancel([future for _, future in self._jobs.values()])
        self._jobs.clear()
        self._client.close()

    def _give_up(self) -> Iterator[Done]:
        """Report every job that is still away: for as long as one job may take, none has come back."""
        for name, (job, future) in list(self._jobs.items()):
            future.cancel()
            del self._jobs[name]
            finding = report("worker-hung", job.place, name=name, seconds=round(self._patience))
            yield Done(name, Outcome(None, (finding,)))


def _outcome(job: RenderJob, future: Any) -> Outcome[bytes]:  # noqa: ANN401 - distributed has no types
    try:
        outcome = future.result()
    except import_module("distributed").KilledWorker:
        return Outcome(None, (report("worker-died", job.place, name=job.name, status="lost"),))
    except Exception as error:  # noqa: BLE001 - whatever befell the job is told, and costs this brief only
        detail = f"{type(error).__name__}: {error}"
        return Outcome(None, (report("worker-failed", job.place, name=job.name, detail=detail),))
    assert isinstance(outcome, Outcome)  # noqa: S101
    return outcome


def _unreachable(address: str, error: Exception) -> Diagnostic:
    return report("dask-unreachable", address=address, reason=str(error) or type(error).__name__)
