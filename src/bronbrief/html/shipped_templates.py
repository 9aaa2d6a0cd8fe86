"""The templates that Bronbrief ships: handed out to a workspace, and held against what it made of them."""

from pathlib import Path

from bronbrief.core.diagnostics import Outcome, Place, report, unwritable
from bronbrief.core.near import nearest_first
from bronbrief.core.workspace import TEMPLATES, FileProblemError, Workspace, is_folder, packaged_templates
from bronbrief.html.templates import FILE_LIMIT


def copy_shipped(workspace: Workspace, name: str) -> Outcome[tuple[str, ...]]:
    """Write the files of a shipped folder, such as `tijdlijn` or `_shared`, into the workspace's templates.

    All of them or none; nothing is written over. The value holds their paths.
    """
    if name not in shipped_folders():
        known = nearest_first(name, shipped_folders())
        return Outcome(None, (report("template-not-shipped", name=name, known=known),))
    files = {path.name: path.read_bytes() for path in _files(name)}
    folder = f"{TEMPLATES}/{name}"
    try:
        workspace.write_together(folder, files, replace=False)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    except FileExistsError as error:
        path = f"{folder}/{Path(str(error.filename)).name}"
        return Outcome(None, (report("template-copy-exists", Place(path), path=path),))
    except OSError as error:
        return Outcome(None, (unwritable(folder, error),))
    return Outcome(tuple(f"{folder}/{file}" for file in files))


def changed_files(workspace: Workspace, name: str) -> tuple[str, ...] | None:
    """Return the files of a folder that are not as shipped, added and lacking ones too.

    None where the workspace has no such folder of its own that can be read, or Bronbrief ships none.
    """
    mine = workspace.root / TEMPLATES / name
    shipped = packaged_templates() / name
    if not is_folder(mine) or not shipped.is_dir() or mine.resolve() == shipped.resolve():
        return None
    own = {path.rpartition("/")[2] for path in workspace.names(f"{TEMPLATES}/{name}", "")}
    theirs = {path.name: path.read_bytes() for path in _files(name)}
    return tuple(
        file
        for file in sorted(own | theirs.keys())
        if file not in own or _read(workspace, f"{TEMPLATES}/{name}/{file}") != theirs.get(file)
    )


def shipped_folders() -> tuple[str, ...]:
    """Return the names of the folders that Bronbrief ships, in alphabetical order."""
    return tuple(sorted(path.name for path in packaged_templates().iterdir() if path.is_dir()))


def _read(workspace: Workspace, path: str) -> bytes | None:
    try:
        return workspace.read(path, FILE_LIMIT)
    except FileProblemError:
        return None


def _files(name: str) -> list[Path]:
    return sorted(path for path in (packaged_templates() / name).iterdir() if path.is_file())
