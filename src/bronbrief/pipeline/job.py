"""What travels to a worker process and back: one brief to take down its road, and what came of it.

A worker on this machine reads the workspace by its path. One of a cluster shares no disk: its job carries the
files that the brief needs.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bronbrief.core.diagnostics import Diagnostic, has_errors
from bronbrief.core.digests import ABSENT
from bronbrief.core.renditions import EVIDENCE
from bronbrief.core.workspace import (
    BRIEFS,
    BUILD,
    SEEDS,
    SOURCE_LIMIT,
    TEMPLATES,
    FileProblemError,
    Workspace,
)
from bronbrief.pipeline.installation import package_versions
from bronbrief.spec.paths import brief_name

if TYPE_CHECKING:
    from bronbrief.brief.model import Brief

SETTERS = ("bronbrief", "weasyprint", "pydyf", "fonttools", "pyphen")
"""The packages that must be the same wherever a job is done, or the same brief would give other bytes."""


@dataclass(frozen=True, slots=True)
class Job:
    """One brief to take down its road: where its spec is, and what to make of it; nothing to only check it.

    `before` is the digest of the page that the published PDF was set from, and that of the PDF itself.
    `shows` asks for the page as well. A job that does not review leaves the brief's own words and its pages
    unread, for another that does. `packed` are the files of a job that goes to another machine, and
    `versions` those of the packages that must do it.
    """

    root: str
    path: str
    formats: tuple[str, ...] = ()
    before: tuple[str, str] = ("", "")
    shows: bool = False
    reviews: bool = True
    packed: Mapping[str, bytes] | None = None
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job: findings, what was read, files to publish.

    `inputs` are those of the reads that it depends on, `digest` is that of the page that its PDF was set
    from, `screen` that of its page for the screen, `libraries` are those of the system that set it; `shown`
    is a brief with its web page.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    reads: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    digest: str = ""
    screen: str = ""
    libraries: Mapping[str, str] = field(default_factory=dict)
    shown: "tuple[Brief, str] | None" = None

    @property
    def failed(self) -> bool:
        """Tell whether an error was found."""
        return has_errors(self.diagnostics)


def joined(reviewed: Result, built: Result) -> Result | None:
    """Join what came of a brief's review and of its build without one into what the whole would have come to.

    None where they are not of the same files and page, or where the build was stopped by what the review did
    not look at: the whole would not have gone so far.
    """
    alike = all(reviewed.reads.get(path, held) == held for path, held in built.reads.items())
    stopped = built.failed and built.diagnostics != reviewed.diagnostics
    if not alike or stopped or reviewed.screen != built.screen:
        return None
    more = (one for one in built.diagnostics if one not in reviewed.diagnostics)
    reads = {**reviewed.reads, **built.reads}
    whole = replace(built, diagnostics=(*reviewed.diagnostics, *more), reads=reads)
    if whole.failed:
        return replace(whole, inputs=reads, files={}, digest="")
    return replace(whole, inputs={**reviewed.inputs, **built.inputs})


def packed(job: Job, workspace: Workspace, more: Iterable[str] = ()) -> Job:
    """Give a job the files that it needs on another machine, and `more`; of other sources only the names."""
    spec = _read(workspace, job.path)
    name = brief_name(job.path)
    wanted = {job.path, f"{BUILD}/{name}/{name}.{EVIDENCE}", *more}
    files: dict[str, bytes] = {}
    for path in _files(workspace):
        folder, _, file = path.partition("/")
        if folder == SEEDS:
            files[path] = b""
            wanted |= {path} if file.rpartition(".")[0].encode() in spec else set()
        elif folder == TEMPLATES or file.startswith("_"):
            wanted.add(path)
    files |= {path: _read(workspace, path) for path in wanted if (workspace.root / path).is_file()}
    versions = package_versions()
    return replace(job, root="", packed=files, versions={one: versions.get(one, "") for one in SETTERS})


def lacking(result: Result, job: Job, workspace: Workspace) -> set[str]:
    """Return the files that a job was found to need on another machine and that did not come along."""
    return {
        path
        for path, held in result.reads.items()
        if not path.startswith("/")
        and not path.endswith("/")
        and (job.packed or {}).get(path, b"") == b""
        and workspace.digest(path) not in (held, ABSENT)
    }


def _files(workspace: Workspace) -> Iterator[str]:
    for top in (BRIEFS, SEEDS, TEMPLATES):
        for folder, _, names in os.walk(workspace.root / top):
            inside = os.path.relpath(folder, workspace.root)
            yield from (f"{inside}/{name}" for name in names)


def _read(workspace: Workspace, path: str) -> bytes:
    """Read a file to be packed; what cannot be read is told by the road, which lacks it."""
    try:
        return workspace.recording().read(path, SOURCE_LIMIT)
    except FileProblemError:
        return b""
