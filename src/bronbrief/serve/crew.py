"""Worker processes, and the tasks that wait for them: started once, replaced when they end."""

import contextlib
import multiprocessing
import shutil
import tempfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Condition, Thread
from time import monotonic

from bronbrief.core.findings import report
from bronbrief.serve.tasks import Answer, Done, Task
from bronbrief.serve.worker import work

PATIENCE = 5.0
"""Seconds that a task may take once a later turn of the same brief waits for it."""
TASKS_EACH = 400
"""A worker makes way for a fresh one after so many tasks, so that memory stays bounded over days."""
_POLL, _GRACE = 0.25, 2.0

_processes = multiprocessing.get_context("forkserver")


class Worker:
    """One process and its queue: urgent tasks first. Each brief waits in it at most once."""

    def __init__(self, root: Path, hear: Callable[[Answer], None], *, sets: bool) -> None:
        """Work in a workspace and hand answers to `hear`; `sets` tells that PDFs are set here."""
        self._root, self._hear, self._sets = root, hear, sets
        self._waiting: dict[str, tuple[bool, Task]] = {}
        self._wake = Condition()
        self._ended = False
        self._process: BaseProcess | None = None
        self._end: Connection | None = None
        self._folder = ""
        self._performed = 0
        self._performing = False
        self._thread = Thread(target=self._run, name="preview-worker", daemon=True)

    def start(self) -> None:
        """Start the process, which makes itself ready, and wait for tasks."""
        self._thread.start()

    def give(self, task: Task, *, urgent: bool = True) -> None:
        """Put a task in the queue, in place of an earlier one about the same brief."""
        with self._wake:
            before = self._waiting.pop(task.name, (False, task))
            self._waiting[task.name] = (urgent or before[0], task)
            self._wake.notify()

    @property
    def idle(self) -> bool:
        """Tell whether a task that is given now is begun at once."""
        with self._wake:
            return not self._waiting and not self._performing

    def stop(self) -> None:
        """End the process at once; what it was publishing is whole or not there."""
        with self._wake:
            self._ended = True
            self._wake.notify()
        self._kill()
        if self._thread.is_alive():
            self._thread.join(_GRACE)

    def _run(self) -> None:
        try:
            self._renew()
            while (task := self._next()) is not None:
                if self._performed >= TASKS_EACH:
                    self._renew()
                self._performed += 1
                if not self._perform(task) and not self._ended:
                    self._renew()
                    self._hear(Done(task, (report("preview-stopped", name=task.name),), frozenset()))
        finally:  # one that was being started while it was to stop, too
            self._kill()

    def _next(self) -> Task | None:
        with self._wake:
            self._performing = False
            while not self._waiting and not self._ended:
                self._wake.wait()
            if self._ended:
                return None
            self._performing = True
            name = next((name for name, (urgent, _) in self._waiting.items() if urgent), None)
            return self._waiting.pop(name or next(iter(self._waiting)))[1]

    def _perform(self, task: Task) -> bool:
        """Send a task and hand on its answers; False where the process ended or was ended on the way."""
        began, end = monotonic(), self._end
        assert end is not None  # noqa: S101
        try:
            end.send(task)
            while True:
                if end.poll(_POLL):
                    answer = end.recv()
                    self._hear(answer)
                    if isinstance(answer, Done):
                        return True
                elif task.name in self._waiting and monotonic() - began > PATIENCE:
                    return False
        except (EOFError, OSError):
            return False

    def _renew(self) -> None:
        self._kill()
        ours, theirs = _processes.Pipe()
        self._folder = tempfile.mkdtemp(prefix="bronbrief-")
        process = _processes.Process(
            target=work, args=(theirs, self._root, self._folder), kwargs={"sets": self._sets}, daemon=True
        )
        process.start()
        theirs.close()
        self._process, self._end, self._performed = process, ours, 0

    def _kill(self) -> None:
        """End the process, and remove what it left on the disk."""
        if self._end is not None:
            with contextlib.suppress(OSError):
                self._end.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
