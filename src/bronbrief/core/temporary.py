"""Folders for temporary files: gone when a command ends, or after a kill when the next one makes another.

Who uses one holds a lock on it, so that a leftover is known by the lock that nobody holds. Reports of crashes
(`bronbrief-crash-…`) are for the user, who removes them.
"""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

PREFIX = "bronbrief-run-"
_YOUNG = 60.0
"""Seconds in which one who made a folder has surely locked it."""


@contextmanager
def temporary_folder() -> Iterator[str]:
    """Give a new folder, which is removed at the end, and sweep those of runs that were killed."""
    _sweep(Path(tempfile.gettempdir()))
    with ExitStack() as stack:
        made = tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)
        folder = stack.enter_context(made)
        with suppress(OSError):  # not every file system has locks
            stack.callback(os.close, _locked(folder))
        yield folder


def _sweep(where: Path) -> None:
    for folder in where.glob(f"{PREFIX}*"):
        with suppress(OSError):
            found = folder.lstat()
            if found.st_uid == os.getuid() and abs(time.time() - found.st_mtime) > _YOUNG:
                handle = _locked(folder)
                try:
                    shutil.rmtree(folder, ignore_errors=True)
                finally:
                    os.close(handle)


def _locked(folder: str | Path) -> int:
    """Return a handle on a folder, which holds a lock on it. Raises OSError where another does."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle
