"""Recording a run: what each brief was made from, as it was when it was read."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.findings import of_input
from bronbrief.core.workspace import BUILD, SEEDS, Workspace, digest_of
from bronbrief.pipeline.build import BriefBuild
from bronbrief.pipeline.context import BuildContext
from bronbrief.pipeline.freshness import Plan
from bronbrief.pipeline.installation import is_library
from bronbrief.pipeline.record import CONTENTS, SCHEMA, SOURCES, Made, Record, save_record


class Recorder:
    """Gathers what a run makes, beside what earlier ones made that still counts."""

    def __init__(self, plan: Plan, formats: tuple[str, ...]) -> None:
        """Begin from what is up to date."""
        self._formats = formats
        self._made = {path: made for path, made in plan.record.made.items() if path not in plan.stale}
        self._installed, self._new = plan.installed, set[str]()
        self._libraries = {
            path: held
            for made in plan.record.made.values()
            for path, held in made.inputs.items()
            if is_library(path)
        }

    def brief(self, context: BuildContext, build: BriefBuild) -> None:
        """Record what came of one brief."""
        if not all(map(of_input, build.findings.found)):  # by the machine: it is tried again
            self._made.pop(build.path, None)
            return
        inputs = {**build.workspace.reads, **_of_sources(context, build.sources)}
        if build.failed:  # what is said of a mistake may draw on anything that there is
            inputs = {**context.workspace.reads, **inputs}
        else:
            inputs = {path: held for path, held in inputs.items() if not path.endswith("/")}
        outputs = {
            f"{BUILD}/{build.name}/{name}": sha256(data).hexdigest()
            for name, data in (build.files or {}).items()
        }
        job = "" if build.failed else build.digest
        self._made[build.path] = Made(
            inputs, outputs, self._formats, tuple(build.findings.found), build.failed, job
        )
        self._new.add(build.path)

    def set_with(self, libraries: Iterable[str]) -> None:
        """Add the system libraries that PDFs were set with, those known before where none are given."""
        held = {path: digest_of(path) for path in libraries} or self._libraries
        for path in self._new:
            made = self._made[path]
            if made.job:
                self._made[path] = replace(made, inputs={**made.inputs, **held})

    def sources(self, context: BuildContext) -> tuple[Diagnostic, ...]:
        """Record what was found in all sources, where they were all read; return what is known of them."""
        if context.whole:
            reads = {
                path: held for path, held in context.workspace.reads.items() if path.startswith(f"{SEEDS}/")
            }
            self._made[SOURCES] = Made(reads, findings=context.source_findings)
        return self._made[SOURCES].findings if SOURCES in self._made else ()

    def shared(self, key: str, workspace: Workspace, files: Iterable[str]) -> None:
        """Record what the table of contents or the schema was made from."""
        outputs = {path: workspace.digest(path) for path in files}
        self._made[key] = Made(dict(workspace.reads), outputs)

    def files(self) -> tuple[str, ...]:
        """Return the files that belong to no single brief."""
        return tuple(
            path for key in (SCHEMA, CONTENTS) if key in self._made for path in self._made[key].outputs
        )

    def save(self, workspace: Workspace, path: str) -> None:
        """Write the record, without briefs whose specs are gone."""
        made = {key: one for key, one in self._made.items() if (workspace.root / key).exists()}
        save_record(workspace, path, Record(self._installed, made))


def _of_sources(context: BuildContext, sources: Iterable[str]) -> Mapping[str, str]:
    """Return what was read of these sources and their records."""
    reads = context.workspace.reads
    paths = (f"{SEEDS}/{source}{ending}" for source in sources for ending in (".txt", ".yaml"))
    return {path: reads[path] for path in paths if path in reads}
