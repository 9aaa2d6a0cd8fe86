"""Building and checking the briefs of a workspace: only what is not up to date, and what belongs to all.

`freshness.py` tells what is up to date, `build.py` is the road of one brief, and `runner.py` takes many down
it. `check` is the same road without the PDF, the evidence and publishing. One brief's errors do not stop the
others, and nothing is published of a brief with errors.

This module imports none of the libraries that building takes, so that finding nothing to do takes no time.
"""

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import replace

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.import_path import keep_current_folder_off_path
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.choose import choose
from bronbrief.pipeline.freshness import Plan, make_plan
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.record import BUILDS, CHECKS, CONTENTS, SCHEMA, SOURCES
from bronbrief.pipeline.report import BuildReport, State, fresh_reports
from bronbrief.spec.paths import spec_paths


def build(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> BuildReport:
    """Build briefs, all of them where none is named, and the table of contents of `build/`.

    `names` are names or paths. Nothing that a user can get wrong raises: every finding of every brief is
    in the report. Briefs that are up to date are reported from the record of the build that made them.
    """
    keep_current_folder_off_path()
    wanted, how = tuple(names), options or Options()
    chosen = _chosen(workspace, wanted, how)
    if chosen.value is None:
        return BuildReport(general=chosen.diagnostics)
    plan = make_plan(workspace, BUILDS, chosen.value, how, everything=not wanted)
    if plan.nothing_to_do:
        done = _as_before(workspace, plan, State.UNCHANGED, everything=not wanted)
    else:
        done = _build(workspace, plan, chosen.value, how, everything=not wanted)
    return replace(done, general=(*chosen.diagnostics, *done.general))


def _build(
    workspace: Workspace, plan: Plan, paths: tuple[str, ...], options: Options, *, everything: bool
) -> BuildReport:
    """Build what is not up to date. Those who set PDFs begin to load the engine before all else."""
    from bronbrief.pipeline.executor import open_executor
    from bronbrief.pipeline.jobs import ExecutorError

    sets = bool(plan.stale) and "pdf" in options.formats
    try:
        with open_executor(options, len(plan.stale)) if sets else nullcontext() as executor:
            from bronbrief.pipeline.runner import build_briefs

            return build_briefs(workspace, plan, paths, options, executor, everything=everything)
    except ExecutorError as error:
        return BuildReport(general=(error.diagnostic,))


def explain(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> Outcome[Plan]:
    """Tell which briefs would be built and why, without building any."""
    wanted, how = tuple(names), options or Options()
    chosen = _chosen(workspace, wanted, how)
    if chosen.value is None:
        return Outcome(None, chosen.diagnostics)
    return Outcome(make_plan(workspace, BUILDS, chosen.value, how, everything=not wanted))


def check(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> BuildReport:
    """Find everything that is wrong with briefs, all of them where none is named; publish nothing.

    Of briefs that are as they were when they were last checked, the findings come from the record.
    """
    wanted, how = tuple(names), options or Options()
    chosen = _chosen(workspace, wanted, how)
    if chosen.value is None:
        return BuildReport(general=chosen.diagnostics)
    anew = replace(how, force=how.force or how.shows is not None)
    plan = make_plan(workspace, CHECKS, chosen.value, anew, everything=not wanted)
    if plan.stale or plan.sources:
        from bronbrief.pipeline.runner import check_briefs

        done = check_briefs(workspace, plan, chosen.value, how, everything=not wanted)
    else:
        done = _as_before(workspace, plan, State.CHECKED, everything=not wanted)
    return replace(done, general=(*chosen.diagnostics, *done.general))


def _chosen(workspace: Workspace, names: tuple[str, ...], options: Options) -> Outcome[tuple[str, ...]]:
    chosen = choose(workspace, spec_paths(workspace), names, options.folder or workspace.root)
    return Outcome(chosen.value, (*chosen.diagnostics, *workspace.odd_names()))


def _as_before(workspace: Workspace, plan: Plan, state: State, *, everything: bool) -> BuildReport:
    """Report from the record alone; whoever watches hears what the briefs were made from."""
    shared = [made for key in (SCHEMA, CONTENTS, SOURCES) if (made := plan.record.made.get(key))]
    for made in (*plan.fresh.values(), *(shared if everything else ())):
        workspace.reads.update(made.inputs)
    general = tuple(finding for made in shared for finding in made.findings) if everything else ()
    files = tuple(path for made in shared for path in made.outputs)
    return BuildReport(tuple(fresh_reports(plan.fresh, state).values()), general, files)
