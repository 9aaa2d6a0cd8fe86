"""Small records in `build/.cache`, kept from run to run: JSON that is believed only where it was written.

Each names the folder that it stands in, so that a record that came along with a clone or a copy counts for
nothing. One that is damaged, of another format or from elsewhere is as good as none.
"""

import json
import os
from collections.abc import Mapping
from typing import Any

from bronbrief.core.workspace import BUILD, FileProblemError, Workspace

FOLDER = f"{BUILD}/.cache"


def read_kept(workspace: Workspace, name: str, form: int | str) -> dict[str, Any] | None:
    """Read the record `build/.cache/NAME.json` of a format; None where there is none to believe."""
    try:
        folder = workspace.resolve(FOLDER)
        with open(folder / f"{name}.json", "rb") as stream:
            read = json.loads(stream.read())
        if read["format"] != form or read["home"] != _home(folder):
            return None
    except (OSError, ValueError, LookupError, TypeError, RecursionError, FileProblemError):
        return None
    return dict(read)


def write_kept(workspace: Workspace, name: str, form: int | str, data: Mapping[str, object]) -> bool:
    """Write a record whole; whether that worked. One that cannot be written costs time, nothing else."""
    try:
        folder = workspace.resolve(FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        whole = {"format": form, "home": _home(folder), **data}
        text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
        workspace.write(f"{FOLDER}/{name}.json", text.encode(errors="surrogatepass"))
    except (OSError, FileProblemError):
        return False
    return True


def _home(folder: os.PathLike[str]) -> list[str | int]:
    status = os.stat(folder)
    return [os.fspath(folder), status.st_dev, status.st_ino]
