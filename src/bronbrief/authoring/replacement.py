"""A newer version of a source, and what it does to the quotations of every brief."""

from collections.abc import Iterator
from dataclasses import replace

from bronbrief.blocks import registry
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, Severity
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.changes import Effect, changes
from bronbrief.evidence.record import RecordedQuotation
from bronbrief.intake.add import Intake, Request
from bronbrief.intake.replace import replace_source
from bronbrief.pipeline.changes import effect_diagnostic, quotations_of
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.model import Source
from bronbrief.spec.load import LoadedSpec, load_spec
from bronbrief.spec.paths import spec_paths

_Quoted = tuple[LoadedSpec, tuple[RecordedQuotation, ...]]


def replace_and_compare(workspace: Workspace, request: Request) -> Outcome[Intake]:
    """Replace a source, and report for each brief that quotes it what became of its quotations.

    They are proven in the old version first: what a brief selects by a locator may select other words now.
    """
    quoted = list(_quoted(workspace, request.source_id))
    done = replace_source(workspace, request)
    if done.value is None:
        return done
    effects = tuple(_effects(quoted, done.value.source))
    return Outcome(done.value, (*done.diagnostics, *effects))


def _quoted(workspace: Workspace, source_id: str) -> Iterator[_Quoted]:
    catalogue = load_catalogue(workspace, [source_id]).value
    for path in spec_paths(workspace) if catalogue else ():
        loaded = load_spec(workspace, path, registry.BLOCKS).value
        if loaded is not None and catalogue is not None:
            yield loaded, quotations_of(workspace, loaded, source_id, catalogue)


def _effects(quoted: list[_Quoted], source: Source) -> Iterator[Diagnostic]:
    for loaded, quotations in quoted:
        if found := changes(quotations, source, source.path):
            stands = all(change.effect is Effect.STANDS for change in found)
            severity = Severity.HINT if stands else Severity.WARNING
            yield replace(
                effect_diagnostic(source, found, loaded), place=Place(loaded.path), severity=severity
            )
