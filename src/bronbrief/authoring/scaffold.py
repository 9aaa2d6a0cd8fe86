"""A new workspace: the folders, and a small example that builds."""

import os
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bronbrief.core.diagnostics import Outcome, report, unwritable
from bronbrief.core.workspace import (
    BRIEFS,
    BUILD,
    SEEDS,
    TEMPLATES,
    FileProblemError,
    Workspace,
    find_workspace,
)

EXAMPLE = "example"
# A package cannot carry these: they would hide or change its own files.
HIDDEN = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}
EMPTY = ("build/.gitkeep", "templates/.gitkeep")


def scaffold(folder: Path) -> Outcome[tuple[str, ...]]:
    """Make a workspace in a folder that is new or has nothing in the way; return the paths made.

    Nothing is written over: if any of the files exists already, nothing at all is made.
    """
    root = find_workspace(folder.resolve().parent)
    part = folder.resolve().relative_to(root).parts[0] if root else ""
    if part in (BRIEFS, SEEDS, TEMPLATES, BUILD):
        return Outcome(None, (report("folder-of-workspace", folder=folder, part=part, root=root),))
    contents = {HIDDEN.get(path, path): data for path, data in packaged_files(files(__package__) / EXAMPLE)}
    contents |= dict.fromkeys(EMPTY, b"")
    stood = os.path.lexists(folder)
    try:
        Workspace(folder).write_together(".", contents, replace=False)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    except FileExistsError as error:
        return Outcome(None, (report("folder-not-empty", folder=folder, name=error.filename),))
    except OSError as error:
        with suppress(OSError):  # something is in it
            if not stood:
                folder.rmdir()
        return Outcome(None, (unwritable(folder, error),))
    return Outcome(tuple(sorted(contents)))


def packaged_files(folder: Traversable, prefix: str = "") -> list[tuple[str, bytes]]:
    """Return the files of a folder that Bronbrief ships, by their paths in it."""
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += packaged_files(entry, f"{prefix}{entry.name}/")
        elif entry.is_file():
            found.append((f"{prefix}{entry.name}", entry.read_bytes()))
    return found
