"""What stands in for `perform` in the preview."""

import time
from concurrent.futures import Executor
from pathlib import Path

from bronbrief.serve.task_queue import Listener
from bronbrief.serve.tasks import Task, TaskResult
from support.jobs import die


def echo(task: Task, root: Path, workers: Executor, listener: Listener) -> TaskResult:  # noqa: ARG001 - as the real one
    """Have a worker do nothing."""
    workers.submit(int).result()
    return TaskResult(task)


def kill(task: Task, root: Path, workers: Executor, listener: Listener) -> TaskResult:
    """Kill every worker that is given the task."""
    workers.submit(die, str(root), "worker").result()
    return echo(task, root, workers, listener)


def endless_first(task: Task, root: Path, workers: Executor, listener: Listener) -> TaskResult:
    """Never come back from the first revision."""
    if task.revision == 1:
        workers.submit(time.sleep, 600).result()
    return echo(task, root, workers, listener)
