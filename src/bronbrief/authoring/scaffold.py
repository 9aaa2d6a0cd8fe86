"""A new workspace: the folders, and a small example that builds."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.findings import report
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
    contents = {HIDDEN.get(path, path): data for path, data in _walk(files(__package__) / EXAMPLE, "")}
    contents |= dict.fromkeys(EMPTY, b"")
    taken = next((path for path in contents if _in_the_way(folder, path)), None)
    if taken is not None:
        return Outcome(None, (report("folder-not-empty", folder=folder, name=taken),))
    try:
        for path, data in contents.items():
            Workspace(folder).write(path, data, replace=False)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Outcome(None, (report("output-unwritable", path=folder, reason=reason),))
    return Outcome(tuple(sorted(contents)))


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _walk(entry, f"{prefix}{entry.name}/")
        elif entry.is_file():
            found.append((f"{prefix}{entry.name}", entry.read_bytes()))
    return found


def _in_the_way(folder: Path, path: str) -> bool:
    """Tell whether the path exists, or a file stands where one of its folders must come."""
    parents = [folder / parent for parent in Path(path).parents]
    return (folder / path).exists() or any(parent.exists() and not parent.is_dir() for parent in parents)
