"""Files that Bronbrief puts outside a workspace at its user's request, and takes away again: its own alone.

Each holds a mark by which it is known. What stands at its place without that mark, a link above all, is
somebody else's: it is neither replaced nor removed.
"""

import os
from pathlib import Path

from bronbrief.core.atomic_write import write_whole
from bronbrief.core.diagnostics import Outcome, report, unwritable

_MOST = 1024 * 1024


def user_base(variable: str, default: str) -> Path:
    """Return a base folder of the user (XDG Base Directory Specification; a relative one does not count).

    Raises RuntimeError where the user has no home.
    """
    given = os.environ.get(variable, "")
    return Path(given) if os.path.isabs(given) else Path(default).expanduser()  # noqa: PTH117


def put_own(path: Path, data: bytes, mark: bytes, *, executable: bool = False) -> Outcome[Path]:
    """Write a file that holds the mark, in the place of an earlier one of ours."""
    assert mark in data  # noqa: S101
    try:
        if os.path.lexists(path) and not _is_own(path, mark):
            return Outcome(None, (report("file-not-ours", path=path),))
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path.parent, path.name, data)
        if executable:
            path.chmod(0o755)
    except OSError as error:
        return Outcome(None, (unwritable(path, error),))
    return Outcome(path)


def remove_own(path: Path, mark: bytes) -> Outcome[bool]:
    """Remove a file of ours, and tell whether there was one."""
    if not os.path.lexists(path):
        return Outcome(value=False)
    try:
        if not _is_own(path, mark):
            return Outcome(None, (report("file-not-ours", path=path),))
        path.unlink()
    except OSError as error:
        return Outcome(None, (unwritable(path, error),))
    return Outcome(value=True)


def _is_own(path: Path, mark: bytes) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return mark in stream.read(_MOST)
