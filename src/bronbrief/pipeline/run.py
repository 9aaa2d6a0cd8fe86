"""Building and checking the briefs of a workspace: only what is not up to date, and what belongs to all.

`freshness.py` tells what is up to date. Each brief that is not becomes a job (`runner.py`), and a worker
takes it down the road of `build.py`. `check` is the same with no files asked for. One brief's errors do not
stop the others, and nothing is published of a brief with errors.

Neither here nor in `runner.py` is a library imported that building takes: finding nothing to do takes no
time, and what strangers wrote is read in workers.
"""

from collections.abc import Iterable
from dataclasses import replace

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.processes import keep_current_folder_off_path
from bronbrief.core.workspace import BRIEFS, SEEDS, Workspace
from bronbrief.pipeline.build_record import BUILDS, CHECKS, CONTENTS, FOLDER, SCHEMA, SOURCES
from bronbrief.pipeline.choose import choose
from bronbrief.pipeline.freshness import Plan, make_plan
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.orphans import orphans
from bronbrief.pipeline.publish import recover
from bronbrief.pipeline.report import STATES, BuildReport, fresh_reports
from bronbrief.spec.paths import spec_paths, unread_specs


def build(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> BuildReport:
    """Build briefs, all of them where none is named, and the table of contents of `build/`.

    `names` are names or paths. Nothing that a user can get wrong raises: every finding of every brief is
    in the report. Briefs that are up to date are reported from the record of the build that made them.
    """
    return _run(workspace, tuple(names), options or Options(), BUILDS)


def check(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> BuildReport:
    """Find everything that is wrong with briefs, all of them where none is named; publish nothing.

    Of briefs that are as they were when they were last checked, the findings come from the record. Nothing is
    recorded where somebody waits to see the pages: a record has no page to show.
    """
    return _run(workspace, tuple(names), replace(options or Options(), formats=()), CHECKS)


def explain(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> Outcome[Plan]:
    """Return which briefs `build` would build now, and why, without building any."""
    wanted, how = tuple(names), options or Options()
    chosen = _chosen(workspace, wanted, how)
    if chosen.value is None:
        return Outcome(None, chosen.diagnostics)
    return Outcome(make_plan(workspace, BUILDS, chosen.value, how, everything=not wanted))


def _run(workspace: Workspace, names: tuple[str, ...], options: Options, record: str) -> BuildReport:
    keep_current_folder_off_path()
    workspace.settle(SEEDS, BRIEFS, FOLDER)
    tidied = recover(workspace).diagnostics if record == BUILDS else ()
    chosen = _chosen(workspace, names, options)
    if chosen.value is None:
        return BuildReport(general=chosen.diagnostics)
    anew = options.force or (record == CHECKS and options.hears is not None)
    plan = make_plan(workspace, record, chosen.value, replace(options, force=anew), everything=not names)
    if plan.nothing_to_do:
        done = _as_before(workspace, plan, record, everything=not names)
    else:
        from bronbrief.pipeline.runner import work

        done = work(workspace, plan, chosen.value, options, everything=not names)
    if record == BUILDS and (options.prune or not names):
        tidied += tuple(orphans(workspace, spec_paths(workspace), prune=options.prune))
    return replace(done, general=(*tidied, *chosen.diagnostics, *done.general))


def _chosen(workspace: Workspace, names: tuple[str, ...], options: Options) -> Outcome[tuple[str, ...]]:
    chosen = choose(workspace, spec_paths(workspace), names, options.folder or workspace.root)
    return Outcome(chosen.value, (*chosen.diagnostics, *unread_specs(workspace), *workspace.odd_names()))


def _as_before(workspace: Workspace, plan: Plan, record: str, *, everything: bool) -> BuildReport:
    """Report from the record alone; whoever watches hears what the briefs were made from."""
    shared = [made for key in (SCHEMA, CONTENTS, SOURCES) if (made := plan.record.made.get(key))]
    for made in (*plan.fresh.values(), *(shared if everything else ())):
        workspace.reads.update(made.inputs)
    general = tuple(finding for made in shared for finding in made.diagnostics) if everything else ()
    files = tuple(path for made in shared for path in made.outputs)
    return BuildReport(tuple(fresh_reports(plan.fresh, STATES[record]).values()), general, files)
