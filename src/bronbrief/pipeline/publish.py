"""The moment bytes become visible: a brief's files appear all together or not at all.

The files of a brief are written to `build/.new-NAME/`, forced to disk, and the folder is then exchanged
with `build/NAME/` in one step of the kernel (`renameat2` on Linux, `renamex_np` on macOS), so that no
reader and no killed process ever meets half a brief or none. Replacing file by file would leave a PDF of
one build beside the evidence of another. Where the file system cannot exchange folders, the old one is
renamed aside first; `recover` puts it back if the process died between the two renames.

A folder and the ZIP file of it beside it are of one generation: the old ZIP file is away before the folder
changes, and the new one waits under the number (inode) of the new folder, by which `recover` tells whether
that has come.
"""

import fcntl
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bronbrief.core.atomic_write import TEMPORARY, flush, holds, lock, write_whole
from bronbrief.core.diagnostics import Diagnostic, Outcome, unwritable
from bronbrief.core.processes import interrupts_deferred
from bronbrief.core.workspace import BUILD, DOSSIERS, FileProblemError, Workspace

NEW, OLD, ZIP, LOCK = TEMPORARY, ".old-", ".zip-", ".lock"


@dataclass(frozen=True, slots=True)
class Published:
    """The workspace-relative paths of what now stands in `build/`, and whether any of it was written."""

    paths: tuple[str, ...]
    changed: bool


def publish(
    workspace: Workspace,
    name: str,
    files: Mapping[str, bytes],
    folder: str = BUILD,
    archive: bytes | None = None,
) -> Outcome[Published]:
    """Make `build/NAME/` hold exactly these files, all or none; nothing is written if it does already.

    Another folder than `build/` is named by its path from the top of the workspace. `archive` becomes the
    file `NAME.zip` beside it, together with it.

    A file whose bytes stay the same keeps its time of change. A full disk or a missing permission is a
    diagnostic, and what stood there before stands there still.
    """
    paths = tuple(f"{folder}/{name}/{file}" for file in files)
    place = f"{folder}/{name}"
    return _guarded(
        workspace, place, paths, lambda build: _publish_folder(build, name, files, archive), folder
    )


def publish_file(workspace: Workspace, name: str, data: bytes) -> Outcome[Published]:
    """Make `build/NAME`, a single file, hold these bytes; nothing is written if it does already."""
    path = f"{BUILD}/{name}"
    return _guarded(workspace, path, (path,), lambda build: _publish_file(build, name, data))


def withdraw(workspace: Workspace, name: str) -> Outcome[Published]:
    """Remove `build/NAME/`, whole or not at all."""
    return _guarded(workspace, f"{BUILD}/{name}", (), lambda build: _withdraw(build, name))


def recover(workspace: Workspace) -> Outcome[Published]:
    """Tidy up after processes that were killed while they published: put back what they had moved aside."""
    found: list[Diagnostic] = []
    for folder in (BUILD, DOSSIERS):
        with suppress(OSError):
            if any(map(_is_left, os.listdir(workspace.root / folder))):  # noqa: PTH208
                found += _guarded(workspace, folder, (), _recover, folder).diagnostics
    return Outcome(Published((), changed=False), tuple(found))


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
        in_the_way = f"{folder}/{LOCK}" if str(error.filename).endswith(f"/{LOCK}") else path
        return Outcome(None, (unwritable(in_the_way, error),))


@contextmanager
def _locked(build: Path) -> Iterator[None]:
    """Hold `build/` against other builds; whatever lies half-written while we hold it is nobody's."""
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC  # for reading too: a pipe must not block
    handle = os.open(build / LOCK, flags, 0o666)
    try:
        lock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _publish_folder(build: Path, name: str, files: Mapping[str, bytes], archive: bytes | None) -> bool:
    target, staging, zipped = build / name, build / f"{NEW}{name}", build / f"{name}.zip"
    if archive is not None:
        _settle(build, name)
    if _holds(target, files):
        return archive is not None and _publish_file(build, zipped.name, archive)
    _remove(staging)
    try:
        staging.mkdir()
        for file, data in files.items():
            _stage(staging / file, target / file, data)
        flush(staging)
        if archive is not None:
            _write(build / f"{ZIP}{staging.stat().st_ino}-{name}", archive)
            if os.path.lexists(zipped):
                zipped.rename(build / f"{OLD}{zipped.name}")
            flush(build)
        _put_in_place(staging, target, build / f"{OLD}{name}")
        flush(build)
    finally:
        if archive is not None:
            _settle(build, name)
        _remove(staging)
    _remove(build / f"{OLD}{name}")
    return True


def _put_in_place(staging: Path, target: Path, aside: Path) -> None:
    """Put a new folder where the old one is."""
    if not target.is_dir() or target.is_symlink():
        _remove(target)
        staging.rename(target)
    elif not _exchange(staging, target):
        _remove(aside)
        target.rename(aside)
        try:
            staging.rename(target)
        except OSError:
            aside.rename(target)
            raise


def _withdraw(build: Path, name: str) -> bool:
    gone = build / f"{NEW}{name}"
    _remove(gone)
    (build / name).rename(gone)
    flush(build)
    _remove(gone)
    return True


def _publish_file(build: Path, name: str, data: bytes) -> bool:
    target = build / name
    if holds(target, data):
        return False
    write_whole(build, name, data)
    return True


def _is_left(name: str) -> bool:
    return name.startswith((NEW, OLD, ZIP))


def _recover(build: Path) -> bool:
    left = sorted(filter(_is_left, os.listdir(build)), reverse=True)  # noqa: PTH208 - ZIP files first
    for name in left:
        bare = name[len(NEW) :]
        _settle(build, bare.partition("-")[2] if name.startswith(ZIP) else bare)
    return False


def _settle(build: Path, name: str) -> None:
    """Complete what was published under a name, once its folder is there, or else put back what was."""
    target, zipped = build / name, build / f"{name}.zip"
    number = str(target.lstat().st_ino) if target.is_dir() else ""
    for left in [one for one in os.listdir(build) if one.startswith(ZIP)]:  # noqa: PTH208
        of, _, named = left.removeprefix(ZIP).partition("-")
        if named == name and of == number != "":
            _remove(zipped)
            (build / left).rename(zipped)
        elif named == name:
            _remove(build / left)
    for path in (target, zipped):
        aside = build / f"{OLD}{path.name}"
        if os.path.lexists(aside) and not os.path.lexists(path):
            aside.rename(path)
        _remove(aside)
    _remove(build / f"{NEW}{name}")


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    if folder.is_symlink() or not folder.is_dir() or {entry.name for entry in folder.iterdir()} != set(files):
        return False
    return all(holds(folder / file, files[file]) for file in files)


def _stage(path: Path, before: Path, data: bytes) -> None:
    if holds(before, data):
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


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system or the file system cannot."""
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    at_working_folder, swap = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux; RENAME_SWAP of macOS is 2 too
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(at_working_folder, names[0], at_working_folder, names[1], swap) == 0)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*names, swap) == 0)
    return False
