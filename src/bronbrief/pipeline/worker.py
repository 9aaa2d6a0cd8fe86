"""What a worker process does before its first job: take on its limits, and end with its parent."""

import contextlib
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable
from threading import Thread

from bronbrief.core.confine import Limits, confine


def start_worker(folder: str, limits: Limits, prepare: Callable[[], object]) -> None:
    """Hold this process to limits, then prepare for what it will be asked.

    Temporary files go in `folder`, which the parent removes. What fails in preparing is not said here: it
    shows at the first job, where it can be told.
    """
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # there is nothing to tidy up that the parent does not
    confine(limits)
    Thread(target=_end_with_parent, name="parent", daemon=True).start()
    with contextlib.suppress(Exception):
        prepare()


def _end_with_parent() -> None:
    """End at once, in the middle of a job too, where the parent was killed and could end nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGKILL)
