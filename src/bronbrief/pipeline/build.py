"""The main road, from `seeds/` and `briefs/` to `build/`.

0. Leave out the briefs that are up to date: what they are made from is as it was (`freshness.py`).
1. Read the sources (once for all briefs) and the spec.
2. Check the spec against what exists; find the template and see whether the spec has what it needs.
3. Prove every excerpt against its source.
4. Assemble the brief: order, numbers, citations, labels.
5. Fill the page for print.
6. Fill the page for the screen, and send off the PDF to be set, in a worker process or on a cluster; not if
   the very same page was set before.
7. Meanwhile hold the brief's own words against what they cite, and read back both pages.
8. Read back the finished PDF: quotations, attributions, notes and translations are in it as in the brief.
9. Write the record of the evidence.
10. Publish: all files of the brief at once.

The steps stand in `road.py`, and `journey.py` takes many briefs down them side by side. `check` is the same
road without steps 6 and 8 to 10, for every brief. A step that finds errors does not hide what later steps can
still find, and one brief's errors do not stop the others. Nothing is published of a brief with errors.

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
            from bronbrief.pipeline.journey import build_briefs

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
        from bronbrief.pipeline.journey import look_over

        done = look_over(workspace, plan, chosen.value, how, everything=not wanted)
    else:
        done = _as_before(workspace, plan, State.CHECKED, everything=not wanted)
    return replace(done, general=(*chosen.diagnostics, *done.general))


def _chosen(workspace: Workspace, names: tuple[str, ...], options: Options) -> Outcome[tuple[str, ...]]:
    return choose(workspace, spec_paths(workspace), names, options.folder or workspace.root)


def _as_before(workspace: Workspace, plan: Plan, state: State, *, everything: bool) -> BuildReport:
    """Report from the record alone; whoever watches hears what the briefs were made from."""
    shared = [made for key in (SCHEMA, CONTENTS, SOURCES) if (made := plan.record.made.get(key))]
    for made in (*plan.fresh.values(), *(shared if everything else ())):
        workspace.reads.update(made.inputs)
    general = tuple(finding for made in shared for finding in made.findings) if everything else ()
    files = tuple(path for made in shared for path in made.outputs)
    return BuildReport(tuple(fresh_reports(plan.fresh, state).values()), general, files)
