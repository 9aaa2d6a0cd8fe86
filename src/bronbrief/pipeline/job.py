"""What travels to a worker process and back: the road of one brief, and what belongs to all of them.

A worker on this machine reads the workspace by its path. One of a cluster shares no disk: its job carries the
files that the brief needs.
"""

import os
import tempfile
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bronbrief.core.diagnostics import Diagnostic, Place, has_errors
from bronbrief.core.findings import report
from bronbrief.core.workspace import (
    ABSENT,
    BRIEFS,
    BUILD,
    SEEDS,
    SOURCE_LIMIT,
    TEMPLATES,
    FileProblemError,
    Workspace,
)
from bronbrief.pipeline.installation import package_versions
from bronbrief.pipeline.record import CONTENTS, SCHEMA
from bronbrief.spec.paths import brief_name

if TYPE_CHECKING:
    from bronbrief.brief.model import Brief

SETTERS = ("bronbrief", "weasyprint", "pydyf", "fonttools", "pyphen")
"""The packages that must be the same wherever a job is done, or the same brief would give other bytes."""


@dataclass(frozen=True, slots=True)
class Job:
    """One brief to take down its road: where its spec is, and what to make of it; nothing to only check it.

    `before` is the digest of the page that the published PDF was set from, and that of the PDF itself.
    `shows` asks for the page as well. `packed` are the files of a job that goes to another machine, and
    `versions` those of the packages that must do it.
    """

    root: str
    path: str
    formats: tuple[str, ...] = ()
    before: tuple[str, str] = ("", "")
    shows: bool = False
    packed: Mapping[str, bytes] | None = None
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job: findings, what was read, files to publish.

    `inputs` are those of the reads that it depends on, `digest` is that of the page that its PDF was set
    from, `libraries` are those of the system that set it; `shown` is a brief with its web page.
    """

    findings: tuple[Diagnostic, ...] = ()
    reads: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    digest: str = ""
    libraries: Mapping[str, str] = field(default_factory=dict)
    shown: "tuple[Brief, str] | None" = None

    @property
    def failed(self) -> bool:
        """Tell whether an error was found."""
        return has_errors(self.findings)


def make_brief(job: Job) -> Result:
    """Do a job in this process; a mistake of ours costs this brief and no other."""
    name, place = brief_name(job.path), Place(job.path)
    here = package_versions() if job.versions else {}
    for package, needed in job.versions.items():
        if here.get(package, "") != needed:
            found = report(
                "worker-version", place, package=package, here=here.get(package, "–"), needed=needed
            )
            return Result((found,))
    try:
        from bronbrief.pipeline.build import take

        if job.packed is None:
            return take(job)
        with _unpacked(job.packed) as root:
            return take(replace(job, root=root))
    except MemoryError:
        return Result((report("worker-memory", place, name=name),))
    except Exception as error:  # noqa: BLE001 - told with its traceback, as a mistake of ours
        text = "".join(traceback.format_exception(error))
        return Result((report("worker-failed", place, name=name, detail=text),))


def make_shared(root: str, key: str) -> Result:
    """Make what belongs to no single brief: table of contents, schema, or the findings in all sources."""
    workspace = Workspace(Path(root))
    try:
        if key == CONTENTS:
            from bronbrief.pipeline.index import contents

            made = contents(workspace)
            data, found = made.value, made.diagnostics
        elif key == SCHEMA:
            from bronbrief.pipeline.schema import schema

            data, found = schema(workspace), ()
        else:
            from bronbrief.pipeline.context import read_sources

            data, found = None, read_sources(workspace)
    except Exception as error:  # noqa: BLE001 - as above
        text = "".join(traceback.format_exception(error))
        return Result((report("worker-failed", Place(key), name=key, detail=text),))
    return Result(found, workspace.reads, workspace.reads, {key: data} if data is not None else {})


def prepare(*, sets: bool) -> None:
    """Load what a brief's road takes, before there is a job: the engine too, where PDFs are set."""
    if sets:
        from bronbrief.pipeline.engine import load_engine
        from bronbrief.pipeline.typesetting import this_setter

        if load_engine().value is not None:
            this_setter()
    import bronbrief.claims.check
    import bronbrief.claims.house_words
    import bronbrief.pipeline.build
    import bronbrief.pipeline.reading_back  # noqa: F401


def packed(job: Job, workspace: Workspace, more: Iterable[str] = ()) -> Job:
    """Give a job the files that it needs on another machine, and `more`; of other sources only the names."""
    spec = _read(workspace, job.path)
    name = brief_name(job.path)
    wanted = {job.path, f"{BUILD}/{name}/{name}.evidence.jsonld", *more}
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


@contextmanager
def _unpacked(files: Mapping[str, bytes]) -> Iterator[str]:
    """Lay files out as a workspace while the body runs."""
    with tempfile.TemporaryDirectory(prefix="bronbrief-") as folder:
        for top in (BRIEFS, SEEDS, TEMPLATES, BUILD):
            (Path(folder) / top).mkdir()
        for path, data in files.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        yield folder
