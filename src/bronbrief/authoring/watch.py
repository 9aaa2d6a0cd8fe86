"""Watch exactly what the last run read, found or not, and run again when any of it changes.

The loop is that of Typst's `watch`: build, learn what was read, wait, build. There is no second road.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from threading import Event
from time import perf_counter, time_ns

import watchfiles

from bronbrief.core.workspace import BRIEFS, SEEDS, TEMPLATES, Workspace
from bronbrief.pipeline.executor import open_workers
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BuildReport
from bronbrief.pipeline.run import build
from bronbrief.spec.paths import spec_paths

TICK, STEP, DEBOUNCE = 250, 15, 120  # milliseconds
ALWAYS = frozenset({f"{BRIEFS}/", f"{SEEDS}/", f"{TEMPLATES}/"})
_TEMPORARY = ("~", ".swp", ".swx", ".tmp", ".part", "4913")


@dataclass(frozen=True, slots=True)
class Rebuild:
    """One turn of the loop: what had changed (nothing, the first time), what came of it, how long it took."""

    changed: tuple[str, ...]
    report: BuildReport
    seconds: float


def rebuilds(workspace: Workspace, names: Sequence[str], options: Options, stop: Event) -> Iterator[Rebuild]:
    """Build, and build again after every change, until `stop` is set; yield what came of each turn.

    A file that is missing is waited for; what a run reads anew is watched from then on. The workers stay.
    """
    reads: set[str] = set()
    with open_workers(options, len(names) or len(spec_paths(workspace)), workspace.root) as workers:
        for changed in changes(workspace.root, reads.copy, stop):
            start, fresh = perf_counter(), Workspace(workspace.root)
            report = build(fresh, names, replace(options, workers=workers))
            reads.update(fresh.reads)
            yield Rebuild(tuple(sorted(changed)), report, perf_counter() - start)


def changes(root: Path, reads: Callable[[], Collection[str]], stop: Event) -> Iterator[frozenset[str]]:
    """Yield what changed, as workspace-relative paths; first an empty set, as soon as the watch is on.

    `reads` gives what counts at this moment: paths of files, and folders (with a slash at the end) whose
    lists of names were read. Changes made while the caller is at work come with the next turn.
    """
    began, waiting = time_ns(), True
    while not stop.is_set():
        wanted = reads()
        folders = _folders(root, wanted)
        missed = frozenset() if waiting else _changed_since(root, wanted, began)
        if missed:
            began = time_ns()
            yield missed
        for batch in _batches(folders, stop):
            touched = _relevant(root, batch, reads())
            if touched or waiting:
                began, waiting = time_ns(), False
                yield touched
            if not _folders(root, reads()) <= folders:
                break


def _batches(folders: Collection[Path], stop: Event) -> Iterator[set[watchfiles.main.FileChange]]:
    """Yield events in these folders as they come, and an empty set at every tick.

    It ends at an event of a name that is not UTF-8, at which the library gives up, with all it had heard.
    """
    try:
        yield from watchfiles.watch(
            *folders,
            watch_filter=None,
            step=STEP,
            debounce=DEBOUNCE,
            rust_timeout=TICK,
            yield_on_timeout=True,
            recursive=False,
            stop_event=stop,
        )
    except RuntimeError:  # its own kind is private; what changed meanwhile is known by its time
        stop.wait(TICK / 1000)


def _folders(root: Path, reads: Collection[str]) -> frozenset[Path]:
    """Return the folders to watch: those of what was read, else the nearest above them that exists.

    The library takes names in UTF-8 only; a folder with another name is told of, and watched from above.
    """
    found = {root}
    for path in {_folder(path) for path in (*reads, *ALWAYS)}:
        inside = PurePosixPath(path)
        if inside.is_absolute() or ".." in inside.parts:
            continue
        folder = root / inside
        while folder != root and not (_is_text(folder) and folder.is_dir()):
            folder = folder.parent
        found |= {folder, folder.resolve()}
    return frozenset(found)


def _is_text(folder: Path) -> bool:
    return not any("\udc80" <= character <= "\udcff" for character in folder.name)


def _folder(path: str) -> str:
    return path.rstrip("/") if path.endswith("/") else str(PurePosixPath(path).parent)


def _relevant(root: Path, batch: set[watchfiles.main.FileChange], reads: Collection[str]) -> frozenset[str]:
    """Return which of the events are about what was read."""
    known = {*reads, *ALWAYS}
    above = {f"{parent}" for path in known for parent in PurePosixPath(path).parents}
    passing = {
        path for change, path in batch if change is watchfiles.Change.added and not Path(path).exists()
    }
    found = set()
    for change, file in batch:
        path = _relative(root, file)
        name = PurePosixPath(path).name
        listed = f"{PurePosixPath(path).parent}/" in known and change is not watchfiles.Change.modified
        listed = listed and file not in passing and not (name.startswith(".") or name.endswith(_TEMPORARY))
        on_the_way = path in above and change is not watchfiles.Change.modified
        if path in known or listed or on_the_way:
            found.add(path)
    return frozenset(found)


def _relative(root: Path, file: str) -> str:
    for top in (root, root.resolve()):
        if Path(file).is_relative_to(top):
            return Path(file).relative_to(top).as_posix()
    return file


def _changed_since(root: Path, reads: Collection[str], moment: int) -> frozenset[str]:
    """Return the files that changed since a moment: for folders that were not watched while it passed."""
    found = set()
    for path in reads:
        try:
            if not path.endswith("/") and (root / path).stat().st_ctime_ns > moment:
                found.add(path)
        except OSError:
            continue
    return frozenset(found)
