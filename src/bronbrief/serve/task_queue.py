"""Tasks that wait for a worker process: of each brief only the latest, what somebody looks at first."""

import traceback
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import RLock, Timer
from time import monotonic

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import report
from bronbrief.core.workspace import BRIEFS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.pipeline.options import TIMEOUT, Options
from bronbrief.pipeline.pool import WorkerPool
from bronbrief.pipeline.run import build, check
from bronbrief.serve.tasks import Aim, Page, Result, Task, page_of

OUTDATED_SECONDS = 5.0
"""Seconds that a task may take once a later revision of the same brief waits for it."""


class TaskQueue:
    """A queue with one worker process: urgent tasks first. Each brief waits in it at most once."""

    def __init__(self, root: Path, hear: Callable[[Result], None], prepare: Callable[[], object]) -> None:
        """Perform tasks in a workspace, hand results to `hear`; `prepare` is called in the worker first."""
        self._root, self._hear, self._prepare = root, hear, prepare
        self._waiting: dict[str, tuple[bool, Task]] = {}
        self._running: Task | None = None
        self._began = 0.0
        self._pool: WorkerPool | None = None
        self._thread = ThreadPoolExecutor(1, "preview-task")
        self._lock = RLock()

    def start(self) -> None:
        """Start the worker, which makes itself ready."""
        self._pool = WorkerPool(1, TIMEOUT, self._prepare, workspace=self._root)

    def give(self, task: Task, *, urgent: bool = True) -> None:
        """Put a task in the queue, in place of an earlier one about the same brief."""
        with self._lock:
            running = self._running
            if task == running:
                return
            before = self._waiting.pop(task.name, (False, task))
            self._waiting[task.name] = (urgent or before[0], task)
            if running is None:
                self._next()
            elif running.name == task.name:
                left = self._began + OUTDATED_SECONDS - monotonic()
                timer = Timer(max(0.0, left), self._give_up, (running,))
                timer.daemon = True
                timer.start()

    def stop(self) -> None:
        """End the worker at once; what it was publishing is whole or not there."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)
        self._thread.shutdown(cancel_futures=True)

    def _next(self) -> None:
        """Begin the next task, if there is one."""
        self._running = None
        if self._pool is None or not self._waiting:
            return
        name = next((name for name, (urgent, _) in self._waiting.items() if urgent), None)
        _, task = self._waiting.pop(name or next(iter(self._waiting)))
        self._running, self._began = task, monotonic()
        done = self._thread.submit(perform, task, self._root, self._pool)
        done.add_done_callback(partial(self._finish, task))

    def _finish(self, task: Task, future: Future[Result]) -> None:
        with self._lock:
            ended = self._pool is None
            self._next()
        if not ended:
            result = _result(task, future)
            if result is not None:
                self._hear(result)

    def _give_up(self, task: Task) -> None:
        """End a task whose result nobody waits for any more."""
        with self._lock:  # until it has ended: nothing else begins meanwhile that would end with it
            if self._running is task and self._pool is not None:
                self._pool.interrupt()


def _result(task: Task, future: Future[Result]) -> Result | None:
    """Return what came of a task; None of one that was given up."""
    try:
        return future.result()
    except CancelledError:
        return None
    except Exception:  # noqa: BLE001 - however its process ended, the preview goes on
        return Result(task, (report("preview-stopped", name=task.name),))


def perform(task: Task, root: Path, workers: Executor) -> Result:
    """Take one brief of a workspace down the road, as far as the task says. Raises CancelledError."""
    workspace = Workspace(root)
    pages: list[Page] = []

    def show(brief: Brief, html: str) -> None:
        try:
            spec = workspace.read(f"{BRIEFS}/{brief.name}.yaml", SPEC_LIMIT)
        except FileProblemError:  # it has gone meanwhile
            spec = b""
        pages.append(page_of(brief, html, spec))

    run = build if task.aim is Aim.PUBLISH else check
    try:
        options = Options(folder=root, shows=show, workers=workers)
        found = run(workspace, [task.name], options).diagnostics
    except CancelledError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with us, the preview goes on
        words = f"{type(error).__name__}: {error}".splitlines()[0]
        found = (report("preview-crashed", name=task.name, error=words, detail=traceback.format_exc()),)
    return Result(task, found, frozenset(workspace.reads), pages[-1] if pages else None)
