"""Papers in `build/` of briefs that have no spec any more: named by each build, removed on request."""

import json
import os
from collections.abc import Iterator, Sequence

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.renditions import EVIDENCE, FORMATS
from bronbrief.core.workspace import BUILD, SOURCE_LIMIT, FileProblemError, Workspace
from bronbrief.pipeline.publish import withdraw
from bronbrief.spec.paths import brief_name


def orphans(workspace: Workspace, specs: Sequence[str], *, prune: bool) -> Iterator[Diagnostic]:
    """Report the folders that hold papers of a brief without a spec, and only those; `prune` removes them."""
    known = {brief_name(path).casefold() for path in specs}
    try:
        with os.scandir(workspace.resolve(BUILD)) as entries:
            folders = sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
    except (OSError, FileProblemError):
        return
    for name in folders:
        if name.casefold() in known or not _are_papers(workspace, name):
            continue
        path = f"{BUILD}/{name}/"
        gone = withdraw(workspace, name) if prune else None
        if gone and gone.diagnostics:
            yield from gone.diagnostics
        else:
            yield report("papers-removed" if prune else "papers-without-spec", Place(path), path=path)


def _are_papers(workspace: Workspace, name: str) -> bool:
    """Tell whether a folder is one that `build` published: by its files, all of them, and what one says."""
    try:
        with os.scandir(workspace.root / BUILD / name) as entries:
            held = {entry.name: entry.is_file(follow_symlinks=False) for entry in entries}
        if not all(held.values()) or not held.keys() <= {
            f"{name}.{ending}" for ending in (*FORMATS, EVIDENCE)
        }:
            return False
        said = json.loads(workspace.recording().read(f"{BUILD}/{name}/{name}.{EVIDENCE}", SOURCE_LIMIT))
        return isinstance(said, dict) and said.get("type") == "AnnotationCollection"
    except (OSError, ValueError, RecursionError, FileProblemError):
        return False
