"""Which briefs a command is about: names and paths become the specs of the workspace."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.findings import report
from bronbrief.core.workspace import BRIEFS, Workspace
from bronbrief.render.suggest import nearest_first

NAMES_SHOWN = 5


def choose(
    workspace: Workspace, specs: Sequence[str], wanted: Iterable[str], folder: Path
) -> Outcome[tuple[str, ...]]:
    """Return the specs that the user asked for, all of them where nothing was named.

    `specs` are the paths of all specs in the workspace. A brief is named by its name, or by the path of
    its file: from `folder` (where the user stands), from the top of the workspace, or absolute.
    """
    if not specs:
        return Outcome(None, (report("briefs-none"),))
    chosen: dict[str, None] = {}
    unknown: list[Diagnostic] = []
    for name in wanted:
        path = _find(workspace, specs, name, folder)
        if path is None:
            unknown.append(report("brief-unknown", name=name, names=_nearest(name, specs)))
        else:
            chosen[path] = None
    return Outcome(None, tuple(unknown)) if unknown else Outcome(tuple(chosen) or tuple(specs))


def _find(workspace: Workspace, specs: Sequence[str], name: str, folder: Path) -> str | None:
    known = set(specs)
    by_name = {PurePosixPath(path).stem: path for path in specs}
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
    names = [PurePosixPath(path).stem for path in specs]
    return ", ".join(nearest_first(PurePosixPath(name).stem, names).split(", ")[:NAMES_SHOWN])
