"""The moment bytes become visible: a brief's files appear all together or not at all.

The files of a brief are written to `build/.new-NAME/`, forced to disk, and the folder is then exchanged
with `build/NAME/` in one step of the kernel (`renameat2` on Linux, `renamex_np` on macOS), so that no
reader and no killed process ever meets half a brief or none. Replacing file by file would leave a PDF of
one build beside the evidence of another. Where the file system cannot exchange folders, the old one is
renamed aside first; `recover` puts it back if the process died between the two renames.
"""

import ctypes
import fcntl
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bronbrief.core.atomic_write import TEMPORARY, write_whole
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.findings import report
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace
from bronbrief.pipeline.interrupts import interrupts_deferred

NEW, OLD, LOCK = TEMPORARY, ".old-", ".lock"


@dataclass(frozen=True, slots=True)
class Published:
    """The workspace-relative paths of what now stands in `build/`, and whether any of it was written."""

    paths: tuple[str, ...]
    changed: bool


def publish(
    workspace: Workspace, name: str, files: Mapping[str, bytes], folder: str = BUILD
) -> Outcome[Published]:
    """Make `build/NAME/` hold exactly these files, all or none; nothing is written if it does already.

    Another folder than `build/` is named by its path from the top of the workspace.

    A file whose bytes stay the same keeps its time of change. A full disk or a missing permission is a
    diagnostic, and what stood there before stands there still.
    """
    paths = tuple(f"{folder}/{name}/{file}" for file in files)
    place = f"{folder}/{name}"
    return _guarded(workspace, place, paths, lambda build: _publish_folder(build, name, files), folder)


def publish_file(workspace: Workspace, name: str, data: bytes, folder: str = BUILD) -> Outcome[Published]:
    """Make `build/NAME`, a single file, hold these bytes; nothing is written if it does already."""
    path = f"{folder}/{name}"
    return _guarded(workspace, path, (path,), lambda build: _publish_file(build, name, data), folder)


def recover(workspace: Workspace) -> Outcome[Published]:
    """Tidy up after a process that was killed while it published: put back what it had moved aside."""
    return _guarded(workspace, BUILD, (), _recover)


def _guarded(
    workspace: Workspace,
    path: str,
    paths: tuple[str, ...],
    work: Callable[[Path], bool],
    folder: str = BUILD,
) -> Outcome[Published]:
    try:
        build = workspace.resolve(folder)
        build.mkdir(parents=True, exist_ok=True)
        with _locked(build), interrupts_deferred():  # Ctrl-C waits the moment that tidying up takes, too
            return Outcome(Published(paths, work(build)))
    except FileProblemError as error:
        return Outcome(None, (error.diagnostic,))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Outcome(None, (report("output-unwritable", path=path, reason=reason),))


@contextmanager
def _locked(build: Path) -> Iterator[None]:
    """Hold `build/` against other builds; whatever lies half-written while we hold it is nobody's."""
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC  # for reading too: a pipe must not block
    handle = os.open(build / LOCK, flags, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _publish_folder(build: Path, name: str, files: Mapping[str, bytes]) -> bool:
    target, staging, aside = build / name, build / f"{NEW}{name}", build / f"{OLD}{name}"
    if _holds(target, files):
        return False
    _remove(staging)
    try:
        staging.mkdir()
        for file, data in files.items():
            _stage(staging / file, target / file, data)
        _flush(staging)
        if not target.is_dir() or target.is_symlink():
            _remove(target)
            staging.rename(target)
        elif not _exchange(staging, target):
            _remove(aside)
            target.rename(aside)
            staging.rename(target)
        _flush(build)
    finally:
        _remove(staging)
    _remove(aside)
    return True


def _publish_file(build: Path, name: str, data: bytes) -> bool:
    target = build / name
    if target.is_file() and not target.is_symlink() and target.read_bytes() == data:
        return False
    write_whole(build, name, data)
    return True


def _recover(build: Path) -> bool:
    for entry in sorted(build.iterdir()):
        if entry.name.startswith(OLD) and not (build / entry.name.removeprefix(OLD)).exists():
            entry.rename(build / entry.name.removeprefix(OLD))
        elif entry.name.startswith((OLD, NEW)):
            _remove(entry)
    return False


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    if folder.is_symlink() or not folder.is_dir() or {entry.name for entry in folder.iterdir()} != set(files):
        return False
    return all((folder / file).is_file() and (folder / file).read_bytes() == files[file] for file in files)


def _stage(path: Path, before: Path, data: bytes) -> None:
    if before.is_file() and not before.is_symlink() and before.read_bytes() == data:
        try:
            os.link(before, path)
        except OSError:
            shutil.copy2(before, path)
        return
    _write(path, data)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system or the file system cannot."""
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    at_working_folder, swap = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux; RENAME_SWAP of macOS is 2 too
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(at_working_folder, names[0], at_working_folder, names[1], swap) == 0)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*names, swap) == 0)
    return False
