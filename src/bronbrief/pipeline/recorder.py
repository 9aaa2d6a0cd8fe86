"""Recording a run: what each brief was made from, as it was when it was read."""

from collections.abc import Mapping

from bronbrief.core.diagnostics import Diagnostic, of_input
from bronbrief.core.digests import sha256_of
from bronbrief.core.workspace import BUILD, SEEDS, Workspace
from bronbrief.pipeline.build_record import CONTENTS, SCHEMA, SOURCES, BuildRecord, Made, save_record
from bronbrief.pipeline.freshness import Plan
from bronbrief.pipeline.installation import is_library
from bronbrief.pipeline.job import Result


class Recorder:
    """Gathers what a run makes, beside what earlier ones made that still counts."""

    def __init__(self, plan: Plan, formats: tuple[str, ...]) -> None:
        """Begin from what is up to date."""
        self._formats, self._installed = formats, plan.installed
        self._made = {path: made for path, made in plan.record.made.items() if path not in plan.stale}
        self._libraries = {
            path: held
            for made in plan.record.made.values()
            for path, held in made.inputs.items()
            if is_library(path)
        }

    def brief(self, name: str, path: str, result: Result) -> None:
        """Record what came of one brief; its PDF was set with the libraries known before if none are told."""
        if not all(map(of_input, result.diagnostics)):  # by the machine: it is tried again
            self._made.pop(path, None)
            return
        libraries = (result.libraries or self._libraries) if result.digest else {}
        outputs = {f"{BUILD}/{name}/{file}": sha256_of(data) for file, data in result.files.items()}
        inputs: Mapping[str, str] = {**result.inputs, **libraries}
        self._made[path] = Made(
            inputs, outputs, self._formats, result.diagnostics, result.failed, result.digest
        )

    def shared(self, key: str, result: Result, workspace: Workspace) -> None:
        """Record what belongs to no single brief, as it was made and stands published."""
        if not all(map(of_input, result.diagnostics)):  # by the machine: it is tried again
            self._made.pop(key, None)
            return
        reads = result.reads
        if key == SOURCES:
            reads = {path: held for path, held in reads.items() if path.startswith(f"{SEEDS}/")}
        outputs = {path: workspace.digest(path) for path in result.files}
        self._made[key] = Made(dict(reads), outputs, diagnostics=result.diagnostics)

    @property
    def of_sources(self) -> tuple[Diagnostic, ...]:
        """Return what is known of all sources."""
        return self._made[SOURCES].diagnostics if SOURCES in self._made else ()

    def files(self) -> tuple[str, ...]:
        """Return the files that belong to no single brief."""
        made = (self._made[key] for key in (SCHEMA, CONTENTS) if key in self._made)
        return tuple(path for one in made for path in one.outputs)

    def save(self, workspace: Workspace, path: str) -> None:
        """Write the record, without briefs whose specs are gone."""
        made = {key: one for key, one in self._made.items() if workspace.has(key)}
        save_record(workspace, path, BuildRecord(self._installed, made))
