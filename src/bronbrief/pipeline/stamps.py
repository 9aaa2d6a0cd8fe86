"""What files are like now, against the record: looked at first, read only where the look has changed."""

import os
import stat
from collections.abc import Iterable
from time import time_ns

from bronbrief.core.workspace import Stamp, Workspace, stamp_of
from bronbrief.pipeline.ledger import Ledger, Seen

UNSETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file shows in its time, on the coarsest of file systems (FAT)."""


class Looker:
    """Compares files with what was recorded of them, each once, and keeps what they are like now."""

    def __init__(self, workspace: Workspace, ledger: Ledger) -> None:
        """Look at the files of a workspace."""
        self._root = os.fspath(workspace.root)
        self._ledger = ledger
        self._moment = time_ns()
        self.missing: set[str] = set()
        self.renewed: dict[str, Seen] = {}

    def changed(self, files: Iterable[tuple[str, Seen]]) -> set[str]:
        """Return the paths that do not hold what was recorded, and note those that are gone."""
        found: set[str] = set()
        look, prefix = os.stat, self._root + os.sep
        for path, seen in files:
            try:
                status = look(path if path[0] == "/" else prefix + path)
            except OSError:
                if seen.stamp is not None:
                    self.missing.add(path)
                    found.add(path)
                continue
            old = seen.stamp
            if (
                old is None
                or status.st_mtime_ns != old[1]
                or status.st_size != old[0]
                or status.st_ino != old[2]
                or status.st_ctime_ns != old[3]
            ):
                self._compare(path, seen, stamp_of(status), found)
        return found

    def _compare(self, path: str, seen: Seen, stamp: Stamp, found: set[str]) -> None:
        """Read a file whose look has changed; where it holds the same, keep its new look."""
        if seen.digest is not None and digest_of(self._root, path) == seen.digest:
            self.renewed[path] = Seen(settled(stamp, self._moment), seen.digest)
        else:
            found.add(path)


def digest_of(root: str, path: str) -> str | None:
    """Return the SHA-256 of a file, or of the names in a folder (a path with a slash at its end).

    None for what cannot be read, and for what is no file: a named pipe would keep us waiting.
    """
    import hashlib

    real = os.path.join(root, path)
    try:
        if path.endswith("/"):
            with os.scandir(real) as entries:
                names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
            return hashlib.sha256("\0".join(names).encode(errors="surrogateescape")).hexdigest()
        with open(real, "rb", opener=_without_waiting) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return None
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def settled(stamp: Stamp, moment: int) -> Stamp:
    """Return a stamp that can be trusted from a moment on (in nanoseconds), or one that never agrees.

    A file may change twice within one tick of the clock of its file system. What changed just before it was
    read is therefore read again next time.
    """
    size, changed, inode, touched = stamp
    return stamp if max(changed, touched) < moment - UNSETTLED else (size, 0, inode, touched)
