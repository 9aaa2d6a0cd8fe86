"""Tasks that wait for a worker process: of each brief only the latest, what somebody looks at first."""

import traceback
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import RLock, Timer
from time import monotonic
from typing import Protocol

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import report
from bronbrief.core.workspace import BRIEFS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.pipeline.job import Result
from bronbrief.pipeline.options import TIMEOUT, Options, Silence
from bronbrief.pipeline.pool import WorkerPool
from bronbrief.pipeline.report import BriefReport
from bronbrief.pipeline.run import build, check
from bronbrief.serve.tasks import Aim, PreviewPage, Task, TaskResult, page_of

OUTDATED_SECONDS = 5.0
"""Seconds that a task may take once a later revision of the same brief waits for it."""


class Listener(Protocol):
    """Whoever hears what comes of tasks, and remembers it for the tasks after."""

    def hear(self, result: TaskResult) -> None:
        """Hear what came of a task."""

    def published(self, task: Task) -> None:
        """Hear that what stands in `build/` of a brief may have changed."""

    def reviewed(self, task: Task) -> Result | None:
        """Return what came of the review of a brief, of the revision of a task."""


class TaskQueue:
    """A queue with one worker process: urgent tasks first. Each brief waits in it at most once."""

    def __init__(self, root: Path, listener: Listener, prepare: Callable[[], object]) -> None:
        """Perform tasks in a workspace, and hand over results; `prepare` is called in the worker first."""
        self._root, self._listener, self._prepare = root, listener, prepare
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
        done = self._thread.submit(perform, task, self._root, self._pool, self._listener)
        done.add_done_callback(partial(self._finish, task))

    def _finish(self, task: Task, future: Future[TaskResult]) -> None:
        with self._lock:
            ended = self._pool is None
            self._next()
        if not ended:
            result = _result(task, future)
            if result is not None:
                self._listener.hear(result)

    def _give_up(self, task: Task) -> None:
        """End a task whose result nobody waits for any more."""
        with self._lock:  # until it has ended: nothing else begins meanwhile that would end with it
            if self._running is task and self._pool is not None:
                self._pool.interrupt()


def _result(task: Task, future: Future[TaskResult]) -> TaskResult | None:
    """Return what came of a task; None of one that was given up."""
    try:
        return future.result()
    except CancelledError:
        return None
    except Exception:  # noqa: BLE001 - however its process ended, the preview goes on
        return TaskResult(task, (report("preview-stopped", name=task.name),))


def perform(task: Task, root: Path, workers: Executor, listener: Listener) -> TaskResult:
    """Take one brief of a workspace down the road, as far as the task says. Raises CancelledError."""
    workspace = Workspace(root)
    heard: list[Result] = []
    options = Options(folder=root, workers=workers)
    try:
        if task.aim is Aim.PUBLISH:
            options = replace(options, reviews=False, reviewed=lambda _: listener.reviewed(task))
            options = replace(options, progress=_Published(task, listener))
            found = build(workspace, [task.name], options).diagnostics
        else:
            options = replace(options, reviews=task.aim is Aim.CHECK, hears=heard.append)
            found = check(workspace, [task.name], options).diagnostics
    except CancelledError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with us, the preview goes on
        words = f"{type(error).__name__}: {error}".splitlines()[0]
        found = (report("preview-crashed", name=task.name, error=words, detail=traceback.format_exc()),)
    result = heard[-1] if heard else None
    page = _page(workspace, *result.shown) if result and result.shown else None
    return TaskResult(task, found, frozenset(workspace.reads), page, result)


def _page(workspace: Workspace, brief: Brief, html: str) -> PreviewPage:
    try:
        spec = workspace.read(f"{BRIEFS}/{brief.name}.yaml", SPEC_LIMIT)
    except FileProblemError:  # it has gone meanwhile
        spec = b""
    return page_of(brief, html, spec)


class _Published(Silence):
    """Tells of a PDF as soon as it stands published, and not after all that comes with it."""

    def __init__(self, task: Task, listener: Listener) -> None:
        self._task, self._listener = task, listener

    def ends(self, brief: BriefReport) -> None:  # noqa: ARG002 - there is one
        self._listener.published(self._task)
