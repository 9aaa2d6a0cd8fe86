"""Build briefs anew in a temporary folder, by the ordinary road, and compare bytes: the strongest proof."""

import os
import re
import shutil
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from bronbrief.brief.labels import shipped_labels
from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.temporary import temporary_folder
from bronbrief.core.workspace import BUILD, SOURCE_LIMIT, Workspace
from bronbrief.dossier.lettering import stamp_face
from bronbrief.dossier.stamp import stamp
from bronbrief.pipeline.run import build
from bronbrief.verify.bundle import open_bundle
from bronbrief.verify.proofs import BriefProof, Verification

_ASIDE = shutil.ignore_patterns(BUILD, ".*", "node_modules", "__pycache__")


def rebuilt(path: Path, done: Verification, workspace: Workspace | None) -> Verification:
    """Add to what was found whether the workspace gives the same bytes; what it does not give is wrong."""
    bundle = open_bundle(path).value
    if bundle is None:
        return done
    found: list[Diagnostic] = []
    with temporary_folder() as folder:
        made = _made(workspace, done, Path(folder)) if workspace is not None else {}
        for brief in done.briefs:
            found += _compared(brief, bundle.files, made)
    return replace(done, general=(*done.general, *found))


def _made(workspace: Workspace, done: Verification, folder: Path) -> Mapping[str, Mapping[str, bytes]]:
    """Build the briefs that were verified, and return the files of each by their endings."""
    root = folder / "workspace"
    shutil.copytree(workspace.root, root, ignore=_aside, symlinks=True)
    known = {one.stem for one in (root / "briefs").glob("*.yaml")}
    names = tuple(sorted({brief.name for brief in done.briefs} & known))
    if names:
        build(Workspace(root), names)
    return {
        name: {_ending(file.name): file.read_bytes() for file in (root / BUILD / name).glob("*")}
        for name in names
    }


def _aside(folder: str, names: Sequence[str]) -> set[str]:
    """Return what of a folder no build reads: what is not copied."""
    return _ASIDE(folder, list(names)) | {name for name in names if not _is_read(Path(folder, name))}


def _is_read(path: Path) -> bool:
    """Tell whether a build may read what stands at a path: no pipe, nothing closed, nothing too large."""
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return True
    if stat.S_ISDIR(status.st_mode):
        return os.access(path, os.R_OK | os.X_OK)
    return stat.S_ISREG(status.st_mode) and status.st_size <= SOURCE_LIMIT and os.access(path, os.R_OK)


def _compared(
    brief: BriefProof, files: Mapping[str, bytes], made: Mapping[str, Mapping[str, bytes]]
) -> Iterator[Diagnostic]:
    own = made.get(brief.name, {})
    for name in brief.files or (brief.path,):
        again = own.get(_ending(name))
        if again is None:
            yield report("verify-not-rebuilt", Place(name), file=name)
        elif name in files and files[name] not in (again, _stamped(again, brief)):
            yield report("verify-rebuilt", Place(name), file=name, brief=brief.name)


def _stamped(pdf: bytes, brief: BriefProof) -> bytes | None:
    """Stamp a PDF that was built anew as the one that was verified, where that one has a stamp."""
    pattern = re.sub(
        r"\\{\w+\\}", r"[\\w. -]{1,20}", re.escape(shipped_labels(brief.lang).get("dossier_stamp", ""))
    )
    if not brief.stamp or not pdf.startswith(b"%PDF") or not re.fullmatch(pattern, brief.stamp):
        return None
    return stamp(pdf, brief.stamp, stamp_face())


def _ending(name: str) -> str:
    return (
        "".join(PurePosixPath(name).suffixes[-2:]) if name.endswith(".jsonld") else PurePosixPath(name).suffix
    )
