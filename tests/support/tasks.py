"""What stands in for `perform` in worker processes of the preview, which find it here by name."""

import os
import signal
import time
from pathlib import Path

from bronbrief.serve.tasks import Result, Task


def echo(task: Task, root: Path) -> Result:  # noqa: ARG001 - as the real one
    """Do nothing."""
    return Result(task)


def kill(task: Task, root: Path) -> Result:
    """Kill this very process."""
    os.kill(os.getpid(), signal.SIGKILL)
    return echo(task, root)


def endless_first(task: Task, root: Path) -> Result:
    """Never come back from the first revision."""
    if task.revision == 1:
        time.sleep(600)
    return echo(task, root)
