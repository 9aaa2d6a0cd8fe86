"""Where render jobs are done: what the main road asks of worker processes and of a cluster alike."""

import os
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.findings import report
from bronbrief.pipeline.engine import explain_engine_failure
from bronbrief.pipeline.jobs import RenderJob, this_setter
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.versions import loaded_libraries

DASK, ENGINE = "dask:", "bronbrief.pdf.typeset"


@dataclass(frozen=True, slots=True)
class Done:
    """A job that was done, or that failed with findings."""

    name: str
    outcome: Outcome[bytes]


class EngineBrokenError(Exception):
    """The engine does not load on this machine; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


class Executor(Protocol):
    """Somewhere that render jobs are done."""

    def submit(self, job: RenderJob) -> None:
        """Take on a job; never waits for one."""

    def tend(self) -> None:
        """Let those who have become ready begin; never waits for one. Called between other work."""

    def finished(self) -> Iterator[Done]:
        """Yield jobs as they are done, until none is left; jobs may be submitted meanwhile."""

    @property
    def waiting(self) -> int:
        """Return how many jobs are not done yet."""

    @property
    def room(self) -> int:
        """Return how many more jobs keep everyone busy; the main road packs no more than that ahead."""

    @property
    def libraries(self) -> tuple[str, ...]:
        """Return the system libraries that PDFs are set with here, as far as known."""

    def close(self) -> None:
        """Let go of everyone at once, whatever they are doing."""


class InProcess:
    """Does jobs in this very process: for one that has loaded the engine already, and keeps it."""

    room = 1
    libraries: tuple[str, ...] = ()

    def __init__(self) -> None:
        """Take the setter of this process, with the styles that it has kept. Raises EngineBrokenError."""
        try:
            self._setter = this_setter()
        except (OSError, ImportError) as error:
            raise EngineBrokenError(explain_engine_failure(error)) from error
        self.libraries = loaded_libraries()
        self._jobs: deque[RenderJob] = deque()

    @property
    def waiting(self) -> int:
        """Return how many jobs are not done yet."""
        return len(self._jobs)

    def submit(self, job: RenderJob) -> None:
        """Take on a job."""
        self._jobs.append(job)

    def tend(self) -> None:
        """Do nothing: the one that does the jobs is busy with what else there is."""

    def finished(self) -> Iterator[Done]:
        """Do the jobs and yield each as it is done."""
        while self._jobs:
            job = self._jobs.popleft()
            yield Done(job.name, self._setter.set(job))

    def close(self) -> None:
        """Let go of what is left."""
        self._jobs.clear()


def open_executor(options: Options, briefs: int) -> Executor:
    """Return the executor that the options ask for, for so many briefs, at work on getting ready.

    Raises EngineBrokenError where it cannot be had.
    """
    if options.executor:
        if not options.executor.startswith(DASK):
            raise EngineBrokenError(report("executor-unknown", name=options.executor))
        from bronbrief.pipeline.executor_dask import DaskExecutor

        return DaskExecutor(options.executor.removeprefix(DASK), options.patience)
    size = min(options.jobs or cores(), max(briefs, 1))
    if size == 1 and ENGINE in sys.modules:
        return InProcess()
    from bronbrief.pipeline.workers import Workers

    return Workers(size, options.patience)


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
