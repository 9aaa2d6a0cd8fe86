"""Taking a source out of the workspace: its text, its record and the document as received, all or none."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from bronbrief.brief.references import names_in
from bronbrief.core.atomic_write import remove_together
from bronbrief.core.diagnostics import Outcome, Place, report, unwritable
from bronbrief.core.digests import ABSENT
from bronbrief.core.workspace import SEEDS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.sources.catalogue import source_ids
from bronbrief.sources.model import ORIGINAL, RECORD, TEXT
from bronbrief.spec.paths import brief_name, spec_paths


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes with a source: its files by path, each with its SHA-256; and the briefs that quote it."""

    files: Mapping[str, str]
    briefs: tuple[str, ...] = ()


def removal_of(workspace: Workspace, source_id: str) -> Removal | None:
    """Return what goes with a source, nothing removed yet; None where there is no such source."""
    if source_id not in source_ids(workspace):
        return None
    own, original = {f"{source_id}{TEXT}", f"{source_id}{RECORD}"}, f"{source_id}{ORIGINAL}."
    names = ((path, PurePosixPath(path).name) for path in workspace.names(SEEDS, ""))
    paths = [path for path, name in names if name in own or name.startswith(original)]
    quoting = [brief_name(path) for path in spec_paths(workspace) if _quotes(workspace, path, source_id)]
    return Removal({path: workspace.digest(path) for path in paths}, tuple(quoting))


def remove_source(workspace: Workspace, source_id: str, seen: Mapping[str, str]) -> Outcome[tuple[str, ...]]:
    """Remove a source that no brief quotes, if its files still have these SHA-256s; return their paths."""
    now = removal_of(workspace, source_id) or Removal({})
    changed = sorted(path for path, _ in now.files.items() ^ seen.items())
    changed += [path for path in spec_paths(workspace) if brief_name(path) in now.briefs]
    if changed or ABSENT in seen.values():
        path = next(iter((*changed, *seen)))
        return Outcome(None, (report("file-changed-meanwhile", Place(path), file=path),))
    try:
        folder = workspace.resolve(SEEDS)
        remove_together(folder, {PurePosixPath(path).name: one for path, one in seen.items()})
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    except OSError as error:
        return Outcome(None, (unwritable(f"{SEEDS}/", error, Place(SEEDS)),))
    return Outcome(tuple(seen))


def _quotes(workspace: Workspace, path: str, source_id: str) -> bool:
    """Tell whether a brief quotes or cites a source; of one that cannot be read, whether it could."""
    try:
        data = workspace.read(path, SPEC_LIMIT)
    except FileProblemError:
        return True
    read = read_yaml(data, path).value
    return source_id in (names_in(read.value) if read else data.decode(errors="replace"))
