"""Writing a file whole or not at all, and never through a link."""

import contextlib
import os
from pathlib import Path

TEMPORARY = ".new-"
"""How the names of files begin that are being written; nobody can guess the rest and lay a link there."""


def write_whole(folder: Path, name: str, data: bytes, *, replace: bool = True) -> None:
    """Write a file in a folder that exists: forced to disk under another name, then put in place.

    What stands there is replaced; of a link, the link itself and not what it leads to. Without `replace` that
    raises FileExistsError. Raises OSError where it cannot be written; then all is as it was.
    """
    directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        temporary = f"{TEMPORARY}{os.urandom(16).hex()}"
        try:
            _write_new(directory, temporary, data)
            if replace:
                os.replace(temporary, name, src_dir_fd=directory, dst_dir_fd=directory)
            else:
                _put_where_free(directory, temporary, name)
            os.fsync(directory)
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary, dir_fd=directory)
    finally:
        os.close(directory)


def _write_new(directory: int, name: str, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    with os.fdopen(os.open(name, flags, 0o666, dir_fd=directory), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _put_where_free(directory: int, temporary: str, name: str) -> None:
    """Give a file its name unless that is taken: in one step where the file system has hard links."""
    try:
        os.link(temporary, name, src_dir_fd=directory, dst_dir_fd=directory)
    except FileExistsError:
        raise
    except OSError:
        with contextlib.suppress(FileNotFoundError):
            os.stat(name, dir_fd=directory, follow_symlinks=False)
            raise FileExistsError(name) from None
        os.replace(temporary, name, src_dir_fd=directory, dst_dir_fd=directory)
