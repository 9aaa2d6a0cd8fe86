"""Font files taken into a workspace: in `templates/fonts/`, each with a note of its licence."""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report, unwritable
from bronbrief.core.digests import sha256_of
from bronbrief.core.workspace import ASSET_LIMIT, MEBIBYTE, TEMPLATES, FileProblemError, Workspace
from bronbrief.html.font_files import FontFile, read_font

FOLDER = f"{TEMPLATES}/fonts"
NOTE = ".licence.txt"
LICENCES = ("OFL.txt", "LICENSE.txt", "LICENSE", "LICENCE.txt", "LICENCE", "LICENSE.md", "UFL.txt")
"""The names under which a licence usually lies beside a font."""
LICENCE_LIMIT = 64 * 1024


def add_font(workspace: Workspace, path: Path) -> Outcome[str]:
    """Put a font file (TTF, OTF, WOFF or WOFF2) in `templates/fonts/`, and return its path there.

    What it says of its licence lies beside it, in a file of that name and NOTE. Nothing is written over. A
    font that may not be embedded is refused, one that names no licence a warning.
    """
    data = _read(path)
    if data.value is None:
        return Outcome(None, data.diagnostics)
    font = read_font(data.value)
    if font is None or not font.embeddable:
        code = "font-not-embeddable" if font else "font-file-unreadable"
        return Outcome(None, (report(code, name=path.name),))
    licence = _licence_beside(path)
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", path.stem).strip("-.") + font.suffix
    added = f"{FOLDER}/{name}"
    note = _note(font, path.name, data.value, licence)
    failed = _write(workspace, {name: font.data, f"{name}{NOTE}": note.encode()}, added)
    if failed:
        return Outcome(None, (failed,))
    stated = licence or font.says["licence"] or font.says["licence_url"]
    found = () if stated else (report("font-licence-unstated", Place(f"{added}{NOTE}"), name=path.name),)
    return Outcome(added, found)


def _write(workspace: Workspace, files: Mapping[str, bytes], path: str) -> Diagnostic | None:
    """Write the files, all or none; return why that failed."""
    try:
        workspace.write_together(FOLDER, files, replace=False)
    except FileProblemError as problem:
        return problem.diagnostic
    except FileExistsError:
        return report("font-exists", Place(path), path=path)
    except OSError as error:
        return unwritable(FOLDER, error)
    return None


def font_files(workspace: Workspace) -> tuple[str, ...]:
    """Return the paths of the font files of a workspace."""
    return tuple(workspace.names(FOLDER, ".ttf", ".otf"))


def _read(path: Path) -> Outcome[bytes]:
    """Read the file; it may lie anywhere."""
    try:
        if not path.is_file():
            return Outcome(None, (report("document-missing", name=path),))
        with path.open("rb") as stream:
            data = stream.read(ASSET_LIMIT + 1)
    except OSError as error:
        return Outcome(None, (report("file-unreadable", path=path, reason=error.strerror or "unknown"),))
    if len(data) > ASSET_LIMIT:
        limit = f"{ASSET_LIMIT // MEBIBYTE} MiB"
        return Outcome(None, (report("file-too-large", path=path, limit=limit),))
    return Outcome(data)


def _licence_beside(path: Path) -> str:
    """Return the licence that lies beside a font, as in the archives that fonts are offered in."""
    for name in LICENCES:
        with suppress(OSError, UnicodeDecodeError):
            text = (path.parent / name).read_bytes()[: LICENCE_LIMIT + 1]
            if len(text) <= LICENCE_LIMIT:
                return text.decode()
    return ""


def _note(font: FontFile, name: str, data: bytes, licence: str) -> str:
    said = [*font.says.values(), f"{name}, SHA-256 {sha256_of(data)}"]
    own = "\n".join(filter(None, said))
    return f"{own}\n\n{licence}".rstrip() + "\n"
