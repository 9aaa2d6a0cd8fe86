"""Writing files whole or not at all, one or several together, never through a link; and removing them so.

Several files are written to a folder `.new-…` beside their places and forced to disk; that folder is renamed
to `.ready-…`, and from then on they are written: what a kill left to be put in place is put there by the next
run. What is to go is named in a folder `.gone-…`, and from then on it is removed. Who writes in a folder
holds a lock on it, so that a leftover is known by the lock that nobody holds.
"""

import errno
import fcntl
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from bronbrief.core.digests import ABSENT, digest_of
from bronbrief.core.processes import interrupts_deferred

TEMPORARY = ".new-"
"""How the names of files begin that are being written; nobody can guess the rest and lay a link there."""
_READY = ".ready-"
_GONE = ".gone-"
_OURS = re.compile(r"\.(?:new|ready|gone)-[0-9a-f]{32}")


def write_whole(folder: Path, name: str, data: bytes, *, replace: bool = True) -> None:
    """Write a file in a folder that exists: forced to disk under another name, then put in place.

    What stands there is replaced; of a link, the link itself and not what it leads to. Without `replace` that
    raises FileExistsError. Raises OSError where it cannot be written; then all is as it was.
    """
    with _locked(folder, fcntl.LOCK_SH) as (directory, _):
        temporary = f"{TEMPORARY}{os.urandom(16).hex()}"
        try:
            _write_new(temporary, data, directory)
            if replace:
                os.replace(temporary, name, src_dir_fd=directory, dst_dir_fd=directory)
            else:
                _put_where_free(directory, temporary, name)
            os.fsync(directory)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(temporary, dir_fd=directory)


def write_together(folder: Path, files: Mapping[str, bytes], *, replace: bool) -> None:
    """Write files by their paths in a folder that exists, all of them or none, whenever this is ended.

    Without `replace` FileExistsError names the first that has something in its way; what an earlier run was
    killed at, and nobody has seen, is not in the way. Raises OSError where they cannot be written.
    """
    with interrupts_deferred(), _locked(folder, fcntl.LOCK_EX) as (directory, locked):
        finished = _settled(folder) if locked else frozenset()
        for path in () if replace else [path for path in files if path not in finished]:
            if _is_taken(folder, path) and not (finished and holds(folder / path, files[path])):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
        number = os.urandom(16).hex()
        staging, ready = folder / f"{TEMPORARY}{number}", folder / f"{_READY}{number}"
        try:
            _stage(staging, files)
            staging.rename(ready)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        os.fsync(directory)
        _put_in_place(ready, folder)
        os.fsync(directory)
        ready.rmdir()


def remove_together(folder: Path, files: Mapping[str, str]) -> None:
    """Remove from a folder the files by name that have these SHA-256s, all or none, whenever this is ended.

    Of a link, the link itself goes. Raises OSError where they cannot be removed.
    """
    with interrupts_deferred(), _locked(folder, fcntl.LOCK_EX) as (directory, locked):
        if locked:
            _settled(folder)
        number = os.urandom(16).hex()
        staging, gone = folder / f"{TEMPORARY}{number}", folder / f"{_GONE}{number}"
        try:
            _stage(staging, {f"{digest}-{name}": b"" for name, digest in files.items()})
            staging.rename(gone)
            os.fsync(directory)
            _take_away(gone, folder)
            os.fsync(directory)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
            shutil.rmtree(gone, ignore_errors=True)


def settle(folder: Path) -> None:
    """Complete or sweep what killed runs left in a folder, unless somebody is writing there."""
    with suppress(OSError):
        if any(map(_OURS.fullmatch, os.listdir(folder))):  # noqa: PTH208
            with _locked(folder, fcntl.LOCK_EX | fcntl.LOCK_NB) as (_, locked):
                if locked:
                    _settled(folder)


def lock(handle: int, how: int) -> bool:
    """Lock an open file or folder, and tell whether it is locked.

    Not every file system can (ENOLCK, EOPNOTSUPP: some of a network): writing goes on there without.
    """
    try:
        fcntl.flock(handle, how)
    except OSError:
        return False
    return True


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[tuple[int, bool]]:
    """Open a folder and lock it; give its handle and whether it is locked: not every file system can."""
    directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield directory, lock(directory, how)
    finally:
        os.close(directory)


def _settled(folder: Path) -> frozenset[str]:
    """Put in place what is ready, remove the rest, and return the paths that were put in place."""
    finished: set[str] = set()
    for name in filter(_OURS.fullmatch, sorted(os.listdir(folder))):  # noqa: PTH208
        left = folder / name
        if left.is_dir() and not left.is_symlink():
            if name.startswith(_READY):
                finished.update(_put_in_place(left, folder))
            elif name.startswith(_GONE):
                _take_away(left, folder)
            shutil.rmtree(left)
        elif name.startswith(TEMPORARY):
            left.unlink()
    return frozenset(finished)


def _stage(staging: Path, files: Mapping[str, bytes]) -> None:
    staging.mkdir()
    for path, data in files.items():
        (staging / path).parent.mkdir(parents=True, exist_ok=True)
        _write_new(staging / path, data)
    for folder, _, _ in os.walk(staging, topdown=False):
        flush(Path(folder))


def _put_in_place(ready: Path, folder: Path, inside: str = "") -> list[str]:
    """Move what lies ready to its place, in the order of its names, and return the paths."""
    moved: list[str] = []
    for name in sorted(os.listdir(ready)):  # noqa: PTH208
        source, target = ready / name, folder / name
        if source.is_dir() and not source.is_symlink() and target.is_dir() and not target.is_symlink():
            moved += _put_in_place(source, target, f"{inside}{name}/")
            flush(target)
            source.rmdir()
        else:
            within = [str(one.relative_to(source)) for one in source.rglob("*") if one.is_file()]
            source.replace(target)
            moved += [f"{inside}{name}/{one}" for one in within] or [f"{inside}{name}"]
    return moved


def _take_away(gone: Path, folder: Path) -> None:
    """Remove the files that are named, unless another came in the place of one since."""
    for named in sorted(os.listdir(gone)):  # noqa: PTH208
        digest, _, name = named.partition("-")
        if name and digest != ABSENT and digest_of(folder / name) == digest:
            (folder / name).unlink()


def flush(folder: Path) -> None:
    """Force to disk what a folder holds."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_taken(folder: Path, path: str) -> bool:
    """Tell whether something stands at a path, or where one of its folders must come."""
    parents = [folder / parent for parent in Path(path).parents][:-1]
    stands = any(os.path.lexists(one) and (one.is_symlink() or not one.is_dir()) for one in parents)
    return stands or os.path.lexists(folder / path)


def holds(path: Path, data: bytes) -> bool:
    """Tell whether a file, and no link to one, holds these bytes; one of another size is not read."""
    return (
        path.is_file()
        and not path.is_symlink()
        and path.stat().st_size == len(data)
        and path.read_bytes() == data
    )


def _write_new(path: str | Path, data: bytes, directory: int | None = None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags, 0o666, dir_fd=directory), "wb") as stream:
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
        with suppress(FileNotFoundError):
            os.stat(name, dir_fd=directory, follow_symlinks=False)
            raise FileExistsError(name) from None
        os.replace(temporary, name, src_dir_fd=directory, dst_dir_fd=directory)
