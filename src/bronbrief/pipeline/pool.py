"""Worker processes on this machine as an executor: one that dies or hangs costs its own job only.

Each worker is a pebble pool of one process, with pipes of its own: one that is killed in the middle of a
message holds up no other. Processes are started afresh and not forked, so that there is no server between
them and this process whose end would be theirs.
"""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from multiprocessing import resource_tracker
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from time import monotonic
from typing import Any, ParamSpec, TypeVar

from pebble import CONSTS, ProcessExpired, ProcessPool

from bronbrief.core.confine import Limits
from bronbrief.core.processes import interrupts_deferred, interrupts_held, keep_current_folder_off_path
from bronbrief.core.temporary import temporary_folder
from bronbrief.core.user_cache import user_folder
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace
from bronbrief.pipeline.worker import start_worker

P = ParamSpec("P")
T = TypeVar("T")

MEMORY = 4 * 1024**3
"""Bytes of address space that a worker may take: a page that wants more costs its own brief only."""
MAX_TASKS = 120
"""A worker makes way for a fresh one after so many jobs: the engine's libraries keep some of each."""
START_TIMEOUT, NOTICE = 120.0, 0.5
ATTEMPTS = {ProcessExpired: 2, BrokenProcessPool: 3}
"""How often a job is tried whose worker ended: in the middle of it, or before it had the job."""

CONSTS.sleep_unit = 0.02  # seconds that pebble may take to see that a worker has ended, or is to end


class _Worker:
    """One process, started anew when it has ended; it does one job at a time."""

    def __init__(self, stack: Path, limits: Limits, prepare: Callable[[], object]) -> None:
        self._stack, self._initializer = stack, partial(start_worker, str(stack), limits, prepare)
        self._pool: ProcessPool | None = None
        self._job: Future[Any] | None = None
        self._lock = Lock()
        self._ended = False

    def start(self) -> ProcessPool:
        """Return a pool whose process runs, or is starting. Raises BrokenProcessPool."""
        with self._lock, interrupts_held():
            if self._ended:
                raise CancelledError
            if self._pool is None or not self._pool.active:
                self._stop()
                self._pool = ProcessPool(
                    max_workers=1,
                    max_tasks=MAX_TASKS,
                    initializer=self._initializer,
                    context=multiprocessing.get_context("spawn"),
                )
            if not self._pool.active:  # to ask starts it
                raise BrokenProcessPool
            return self._pool

    def run(self, call: Callable[[], T], timeout: float) -> T:
        """Do a job. Raises TimeoutError, ProcessExpired or BrokenProcessPool, with the process gone.

        TimeoutError says where the process was.
        """
        pool = self.start()
        with self._lock:
            if self._ended:
                raise CancelledError
            try:
                job: Future[T] = pool.schedule(call, timeout=timeout)
            except RuntimeError as error:  # it has ended since it was started
                raise BrokenProcessPool from error
            self._job = job
        try:
            return _result(pool, job, monotonic() + timeout + START_TIMEOUT)
        except TimeoutError as error:
            self.stop()
            raise TimeoutError(self._stack.read_text(errors="replace")) from error
        except (ProcessExpired, BrokenProcessPool):
            self.stop()
            raise

    def stop(self, *, for_good: bool = False) -> None:
        """End the process, whatever it is doing."""
        with self._lock:
            self._ended = self._ended or for_good
            if self._job is not None:
                self._job.cancel()
            self._stop()

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
        self._pool = None


def _result(pool: ProcessPool, job: Future[T], until: float) -> T:
    """Wait for a job; pebble forgets one that came just as the process was seen to have ended."""
    while monotonic() < until:
        with suppress(TimeoutError):
            return job.result(NOTICE)
        if job.done():
            return job.result()
        if not pool.active:
            raise BrokenProcessPool
    raise TimeoutError


def _with_workspace(limits: Limits, root: Path | None) -> Limits:
    """Let workers read a workspace, write in its folder for output, and keep what is quicker kept."""
    if root is None:
        return limits
    writes = [*limits.writes]
    with suppress(OSError, FileProblemError):
        output = Workspace(root).resolve(BUILD)
        output.mkdir(exist_ok=True)
        writes.append(str(output))
    with suppress(OSError, RuntimeError):
        kept = user_folder()
        kept.mkdir(parents=True, exist_ok=True, mode=0o700)
        writes.append(str(kept))
    return replace(limits, reads=(os.path.realpath(root),), writes=writes)


class WorkerPool(Executor):
    """An executor of `size` processes; each may take `timeout` seconds over a job and `memory` bytes.

    They read the installation and the workspace, write in its `build/`, in the user's cache, in `folder`,
    their temporary folder, and in `writes`, and reach no host, as far as the system holds them to it.
    `prepare` is called in each before its first job. A job whose worker dies is tried once more in another.
    Futures raise TimeoutError for a job that took too long, ProcessExpired where the second worker died as
    well, BrokenProcessPool where no worker starts.
    """

    def __init__(  # noqa: PLR0913 - what a worker may
        self,
        size: int,
        timeout: float,
        prepare: Callable[[], object],
        *,
        memory: int = MEMORY,
        workspace: Path | None = None,
        writes: Sequence[str] = (),
    ) -> None:
        """Start the workers, and return at once. `shutdown` removes their temporary files."""
        keep_current_folder_off_path()
        self._timeout = timeout
        self._temporary = ExitStack()
        folder = self._temporary.enter_context(temporary_folder())
        self._threads = ThreadPoolExecutor(size, "worker")
        self._idle = SimpleQueue[_Worker]()
        self.folder = os.path.realpath(folder)
        limits = _with_workspace(Limits(memory, writes=(self.folder, *writes)), workspace)
        stacks = (Path(self.folder, f"{number}.stack") for number in range(size))
        self._workers = [_Worker(stack, limits, prepare) for stack in stacks]
        try:
            with interrupts_deferred():  # a process that is told half of what to do complains of it
                with interrupts_held():  # first: it undoes half of the mask that it is under
                    resource_tracker.ensure_running()
                for worker in self._workers:
                    self._idle.put(worker)
                    with suppress(BrokenProcessPool):  # said at the first job, which tries again
                        worker.start()
        except BaseException:  # Ctrl-C, too: no one else knows of them yet
            self.shutdown(cancel_futures=True)
            raise

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a function called in a worker; it and its arguments must be picklable."""
        return self._threads.submit(self._run, partial(fn, *args, **kwargs))

    def interrupt(self) -> None:
        """Cancel the jobs that are being done; those that wait are done after."""
        for worker in self._workers:
            worker.stop()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002
        """End every worker: when all jobs are done, or at once where these are to be cancelled.

        Without `wait`, jobs are cancelled as well: nobody would end the workers after them.
        """
        with interrupts_deferred():
            self._threads.shutdown(wait=wait and not cancel_futures)
            with ThreadPoolExecutor(len(self._workers)) as threads:
                for worker in self._workers:
                    threads.submit(worker.stop, for_good=True)
            # Jobs that wait end here: a future that is cancelled in the queue is never told to who waits.
            self._threads.shutdown()
            self._temporary.close()

    def _run(self, call: Callable[[], T]) -> T:
        worker, failed = self._idle.get(), dict.fromkeys(ATTEMPTS, 0)
        try:
            while True:
                try:
                    return worker.run(call, self._timeout)
                except (ProcessExpired, BrokenProcessPool) as error:
                    kind = type(error)
                    failed[kind] += 1
                    if failed[kind] == ATTEMPTS[kind]:
                        raise
        finally:
            self._idle.put(worker)
