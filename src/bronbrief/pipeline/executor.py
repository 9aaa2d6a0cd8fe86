"""Where jobs are done: in worker processes on this machine, or on a Dask cluster, behind one interface.

Dask gives a job that was lost with its worker to another one. A job that brings down worker after worker is
given up, and costs its own brief only. Its workers need Bronbrief, in the same versions.
"""

import logging
import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.machine_limits import refused_by_machine
from bronbrief.pipeline.job import Result
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.worker import prepare

DASK = "dask:"
CONNECT_SECONDS, CLOSE_SECONDS = 10, 2
_IN_TEMPLATE = re.compile(r'File "(templates/[^"]+)", line (\d+)')


class ExecutorError(Exception):
    """There is nowhere to do jobs; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


@contextmanager
def open_workers(options: Options, briefs: int, root: Path) -> Iterator[Executor]:
    """Give worker processes for so many briefs of a workspace, those of the caller where it has some.

    At the end all that they have not done is cancelled.
    """
    if options.workers is not None:
        yield options.workers
        return
    size = 1 if options.executor else min(options.jobs or cores(), max(briefs, 1))
    sets = "pdf" in options.formats and not options.executor
    workers = start_workers(size, options.timeout, partial(prepare, sets=sets), root)
    try:
        yield workers
    finally:
        workers.shutdown(cancel_futures=True)


def start_workers(size: int, timeout: float, ready: Callable[[], object], root: Path) -> Executor:
    """Start worker processes, which call `ready` at once."""
    from bronbrief.pipeline.pool import WorkerPool

    return WorkerPool(size, timeout, ready, workspace=root)


@contextmanager
def connected(name: str) -> Iterator[Executor]:
    """Give the workers of a cluster ("dask:ADDRESS") as an executor; at the end, call back what is not done.

    Raises ExecutorError where the scheduler does not answer, or has no workers.
    """
    if not name.startswith(DASK):
        raise ExecutorError(report("executor-unknown", name=name))
    client = _client(name.removeprefix(DASK))
    executor: Executor = client.get_executor(pure=False, retries=0)
    try:
        yield executor
    finally:
        with suppress(Exception):  # where the scheduler has gone, there is nothing to call back
            executor.shutdown(wait=False)
        with suppress(Exception):
            client.close(CLOSE_SECONDS)


def _client(address: str) -> Any:  # noqa: ANN401 - Dask need not be installed
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ExecutorError(report("dask-missing")) from error
    for name in ("distributed", "tornado"):  # what goes wrong is told as a finding
        logging.getLogger(name).setLevel(logging.CRITICAL)
    client: Any = None
    try:
        client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except (OSError, ValueError, TimeoutError) as error:
        if client is not None:
            client.close()
        reason = str(error) or type(error).__name__
        raise ExecutorError(report("dask-unreachable", address=address, reason=reason)) from error
    return client


def result_of(path: str, future: Future[Result], options: Options) -> Result:
    """Return what came of a job; whatever befell it on the way is a finding of its own brief.

    Raises CancelledError where it was cancelled by the owner of the workers.
    """
    try:
        return future.result(0)
    except Exception as error:
        if isinstance(error, CancelledError) and not options.executor:
            raise
        return Result((failure(path, error, options),))


def failure(path: str, error: Exception, options: Options) -> Diagnostic:
    """Tell what befell a job; the errors of libraries that may not be installed are known by their names."""
    name, place = PurePosixPath(path).stem, Place(path)
    if isinstance(error, TimeoutError):
        return _hung(name, place, str(error), round(options.timeout))
    if isinstance(error, BrokenExecutor):
        return report("workers-do-not-start")
    if isinstance(error, CancelledError):  # by nobody here: its connection was lost
        return report("dask-lost", place, name=name)
    if type(error).__name__ in {"ProcessExpired", "KilledWorker"}:
        return report("worker-died", place, name=name, status=getattr(error, "exitcode", "lost"))
    if reason := refused_by_machine(error):
        return report("machine-refused", place, reason=reason)
    return report("worker-failed", place, name=name, detail=f"{type(error).__name__}: {error}")


def _hung(name: str, place: Place, stack: str, seconds: int) -> Diagnostic:
    """Tell of a job that took too long: at the line of the template that it was in, if it was in one."""
    at = _IN_TEMPLATE.search(stack)
    if at is None:
        return report("worker-hung", place, name=name, seconds=seconds, detail=stack)
    return report("template-endless", Place(at[1], int(at[2]), 1), reason=f"{name}, {seconds} s")


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
