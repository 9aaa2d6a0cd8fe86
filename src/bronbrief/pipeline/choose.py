"""Which briefs a command is about: names and paths become the specs of the workspace."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report
from bronbrief.core.workspace import BRIEFS, Workspace
from bronbrief.spec.paths import brief_name

NAMES_SHOWN = 5


def choose(
    workspace: Workspace, specs: Sequence[str], wanted: Iterable[str], folder: Path
) -> Outcome[tuple[str, ...]]:
    """Return the specs that the user asked for, all of them where nothing was named.

    Two specs of one name are reported, and only the first of them is built.

    `specs` are the paths of all specs in the workspace. A brief is named by its name, or by the path of
    its file: from `folder` (where the user stands), from the top of the workspace, or absolute.
    """
    if not specs:
        return Outcome(None, (report("briefs-none"),))
    twice = _twice(specs)
    chosen: dict[str, None] = {}
    unknown: list[Diagnostic] = []
    for name in wanted:
        path = _find(workspace, specs, name, folder)
        if path is None:
            unknown.append(report("brief-unknown", name=name, names=_nearest(name, specs)))
        else:
            chosen[path] = None
    if unknown:
        return Outcome(None, tuple(unknown))
    paths = tuple(chosen) or tuple(specs)
    found = tuple(
        report("brief-twice", Place(path), path=path, other=other)
        for path, other in twice.items()
        if path in chosen or other in chosen or not chosen
    )
    alike = tuple(_alike(path for path in specs if path not in twice))
    return Outcome(tuple(path for path in paths if path not in twice) if found else paths, found + alike)


def _twice(specs: Sequence[str]) -> dict[str, str]:
    """Return the specs whose name another spec has already, with that other one."""
    first: dict[str, str] = {}
    return {path: other for path in specs if (other := first.setdefault(brief_name(path), path)) != path}


def _alike(specs: Iterable[str]) -> Iterator[Diagnostic]:
    """Report the specs whose names are those of others where capitals do not count."""
    first: dict[str, str] = {}
    for path in specs:
        other = first.setdefault(normalize("NFC", brief_name(path)).casefold(), path)
        if other != path:
            yield report("brief-names-differ-by-case", Place(path), path=path, other=other)


def _find(workspace: Workspace, specs: Sequence[str], name: str, folder: Path) -> str | None:
    known = set(specs)
    by_name = {brief_name(path): path for path in reversed(specs)}
    if name in by_name:
        return by_name[name]
    root = os.path.realpath(workspace.root)
    for base in (folder, workspace.root):
        relative = os.path.relpath(os.path.realpath(base / name), root) if "\0" not in name else name
        if relative in known:
            return relative
    as_brief = f"{BRIEFS}/{name}"
    return as_brief if as_brief in known else None


def _nearest(name: str, specs: Sequence[str]) -> str:
    from bronbrief.core.near import nearest_first

    names = [PurePosixPath(path).stem for path in specs]
    return nearest_first(PurePosixPath(name).stem, names, NAMES_SHOWN)
