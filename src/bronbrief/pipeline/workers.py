"""Warm worker processes on this machine: forked where the engine is loaded already, watched over, replaced.

A worker that dies or takes too long costs its own brief only. Workers are replaced after a number of jobs, so
that what the engine's libraries keep does not pile up.
"""

import contextlib
import multiprocessing
import shutil
import sys
import tempfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import active_count
from time import monotonic

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.findings import report
from bronbrief.pipeline.executor import Done, EngineBrokenError
from bronbrief.pipeline.interrupts import interrupts_held, start_fork_server
from bronbrief.pipeline.jobs import RenderJob
from bronbrief.pipeline.worker import Ready, Sender, serve

JOBS_EACH = 120  # the engine's libraries keep a quarter of a mebibyte a brief
AHEAD = 2
START_PATIENCE = 120.0
NURSERY = "bronbrief.pipeline.nursery"


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    pipe: Connection
    sender: Sender = field(default_factory=Sender)
    job: RenderJob | None = None
    deadline: float = 0.0
    ready: bool = False
    done: int = 0


class Workers:
    """An executor of processes on this machine."""

    def __init__(self, size: int, patience: float) -> None:
        """Start so many workers, at once; each may take `patience` seconds over a job."""
        self._size, self._patience = size, patience
        self._queue: deque[RenderJob] = deque()
        self._workers: list[_Worker] = []
        self._folder = tempfile.mkdtemp(prefix="bronbrief-")
        self.libraries: tuple[str, ...] = ()
        self._hiring: Future[None] | None = None
        try:
            if size == 1 and sys.platform == "linux" and active_count() == 1:
                self._hire_here()
            else:
                self._hire_meanwhile(size)
        except BaseException:  # Ctrl-C, too: no one else knows of them yet
            self.close()
            raise

    @property
    def waiting(self) -> int:
        """Return how many jobs are not done yet."""
        return len(self._queue) + sum(worker.job is not None for worker in self._workers)

    @property
    def room(self) -> int:
        """Return how many more jobs keep every worker busy."""
        return max(0, self._size * AHEAD - self.waiting)

    def submit(self, job: RenderJob) -> None:
        """Take on a job. Raises EngineBrokenError.

        The only worker is waited for until it is ready: what else there is to do is done while it works.
        """
        self._queue.append(job)
        self.tend()
        if self._size == 1 and not self._workers[0].ready:
            wait([self._workers[0].pipe], START_PATIENCE)
            self.tend()

    def tend(self) -> None:
        """Give work to those who have become ready. Raises EngineBrokenError."""
        self._all_hired()
        for worker in [one for one in self._workers if not one.ready and one.pipe.poll()]:
            for _ in self._hear(worker):
                raise RuntimeError("a worker that was given nothing has come back with something")
        self._hand_out()

    def finished(self) -> Iterator[Done]:
        """Yield jobs as they are done, until none is left. Raises EngineBrokenError."""
        while self.waiting:
            self._hand_out()
            until = min(worker.deadline for worker in self._workers)
            patience = min(max(0.0, until - monotonic()), START_PATIENCE)
            heard = wait([worker.pipe for worker in self._workers], patience)
            for worker in [one for one in self._workers if one.pipe in heard]:
                yield from self._hear(worker)
            now = monotonic()
            for worker in [one for one in self._workers if one.deadline < now]:
                yield from self._lose(worker, "worker-hung", seconds=round(self._patience))

    def close(self) -> None:
        """End every worker at once, whatever it is doing, and remove what they left on the disk."""
        with contextlib.suppress(Exception):
            self._all_hired()
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()
        self._queue.clear()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _hire_meanwhile(self, size: int) -> None:
        """Hire in a thread of its own: until the server is ready, there is nothing to do but wait."""
        thread = ThreadPoolExecutor(1)
        self._hiring = thread.submit(self._hire, size)
        thread.shutdown(wait=False)

    def _all_hired(self) -> None:
        if self._hiring is not None:
            self._hiring.result()

    def _hire(self, number: int = 1) -> None:
        server = start_fork_server([NURSERY])
        for _ in range(number):
            ours, theirs = server.Pipe()
            process = server.Process(target=serve, args=(theirs, self._folder), daemon=True)
            self._start(process, ours, theirs)

    def _hire_here(self) -> None:
        """Fork a worker from this process: while that is light and has no threads, the quickest way."""
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._folder, ours), daemon=True)
        with interrupts_held():
            self._start(process, ours, theirs)

    def _start(self, process: BaseProcess, ours: Connection, theirs: Connection) -> None:
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours, deadline=monotonic() + START_PATIENCE))

    def _hand_out(self) -> None:
        for worker in self._workers:
            if worker.ready and worker.job is None and self._queue:
                worker.job = self._queue.popleft()
                worker.deadline = monotonic() + self._patience
                try:
                    worker.pipe.send(worker.sender.parcel(worker.job))
                except OSError:  # it died: that is heard from the other end of the pipe
                    continue

    def _hear(self, worker: _Worker) -> Iterator[Done]:
        """Take what a worker says, or find that it has died."""
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            yield from self._lose(worker, "worker-died", status=worker.process.exitcode)
            return
        worker.deadline = float("inf")
        if isinstance(said, Ready):
            if said.broken:
                raise EngineBrokenError(said.broken)
            worker.ready, self.libraries = True, said.libraries
            return
        job, worker.job = worker.job, None
        worker.done += 1
        if worker.done >= JOBS_EACH:
            self._dismiss(worker)
        if job is not None:
            yield Done(job.name, said)

    def _lose(self, worker: _Worker, code: str, **params: int | None) -> Iterator[Done]:
        """Replace a worker that died or hangs; its job is reported and not tried again."""
        if not worker.ready and worker.job is None:
            self.close()
            raise EngineBrokenError(report("workers-do-not-start"))
        job = worker.job
        worker.process.kill()
        self._dismiss(worker)
        if job is not None:
            told = {name: str(value) for name, value in params.items()}
            finding = report(code, job.place, name=job.name)
            yield Done(job.name, Outcome(None, (replace(finding, params={**finding.params, **told}),)))

    def _dismiss(self, worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.join(5)
        worker.process.kill()
        self._workers.remove(worker)
        self._hire()
