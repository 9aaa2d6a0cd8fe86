"""What a worker process does before its first job: take on its limits, and end with its parent."""

import contextlib
import multiprocessing
import os
import resource
import signal
import tempfile
from collections.abc import Callable
from threading import Thread


def start_worker(folder: str, memory: int, prepare: Callable[[], object]) -> None:
    """Limit this process to so many bytes of memory, then prepare for what it will be asked.

    Temporary files go in `folder`, which the parent removes. What fails in preparing is not said here: it
    shows at the first job, where it can be told.
    """
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # there is nothing to tidy up that the parent does not
    _limit_memory(memory)
    Thread(target=_end_with_parent, name="parent", daemon=True).start()
    with contextlib.suppress(Exception):
        prepare()


def _limit_memory(limit: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > limit:
        with contextlib.suppress(OSError, ValueError):  # not every system lets a process limit itself
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _end_with_parent() -> None:
    """End at once, in the middle of a job too, where the parent was killed and could end nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGKILL)
