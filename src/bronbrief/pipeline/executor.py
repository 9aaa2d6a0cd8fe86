"""Where PDFs are set: in worker processes on this machine, in this very process, or on a cluster."""

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.findings import report
from bronbrief.pipeline.executor_dask import connected
from bronbrief.pipeline.jobs import ExecutorError, RenderJob, load_setter
from bronbrief.pipeline.options import Options

P = ParamSpec("P")
T = TypeVar("T")

DASK, ENGINE = "dask:", "bronbrief.pdf.typeset"


class InProcessExecutor(Executor):
    """Does jobs in this process as they are submitted: for one that has loaded the engine, and keeps it."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call the function, and return a future that is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - a future hands it on
            future.set_exception(error)
        return future


@contextmanager
def open_executor(options: Options, briefs: int) -> Iterator[Executor]:
    """Give the executor that the options ask for, for so many briefs, while it gets ready.

    At the end all that it has not done is cancelled. Raises ExecutorError where it cannot be had.
    """
    if options.executor:
        if not options.executor.startswith(DASK):
            raise ExecutorError(report("executor-unknown", name=options.executor))
        with connected(options.executor.removeprefix(DASK)) as executor:
            yield executor
        return
    size = min(options.jobs or cores(), max(briefs, 1))
    if size == 1 and ENGINE in sys.modules:
        yield InProcessExecutor()
        return
    from bronbrief.pipeline.pool import WorkerPool

    pool = WorkerPool(size, options.timeout, load_setter)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def outcome_of(job: RenderJob, future: Future[Outcome[bytes]], options: Options) -> Outcome[bytes]:
    """Return what came of a job; whatever befell it on the way is a finding of its own brief."""
    try:
        return future.result(0)
    except TimeoutError:
        finding = report("worker-hung", job.place, name=job.name, seconds=round(options.timeout))
    except BrokenExecutor:
        finding = report("workers-do-not-start")
    except CancelledError:  # by nobody here: its connection was lost
        finding = report("dask-lost", job.place, name=job.name)
    except Exception as error:  # noqa: BLE001 - it is told, and costs this brief only
        finding = _failure(job, error)
    return Outcome(None, (finding,))


def _failure(job: RenderJob, error: Exception) -> Diagnostic:
    """Tell the end of a worker from a mistake of ours, by names: the libraries may not be installed."""
    match type(error).__name__:
        case "ProcessExpired":
            return report("worker-died", job.place, name=job.name, status=getattr(error, "exitcode", ""))
        case "KilledWorker":
            return report("worker-died", job.place, name=job.name, status="lost")
    detail = f"{type(error).__name__}: {error}"
    return report("worker-failed", job.place, name=job.name, detail=detail)


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
