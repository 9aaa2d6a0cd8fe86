"""The main road, from `seeds/` and `briefs/` to `build/`.

0. Leave out the briefs that are up to date: what they are made from is as it was (`plan.py`).
1. Read the sources (once for all briefs) and the spec.
2. Check the spec against what exists; find the template and see whether the spec has what it needs.
3. Prove every excerpt against its source.
4. Assemble the brief: order, numbers, citations, labels.
5. Fill the page for print.
6. Fill the page for the screen, and send off the PDF to be set, in a worker process or on a cluster; not if
   the very same page was set before.
7. Meanwhile hold the brief's own words against what they cite.
8. Write the record of the evidence.
9. Publish: all files of the brief at once.

The steps stand in `road.py`, and `journey.py` takes many briefs down them side by side. `check` is the same
road without steps 6, 8 and 9, for every brief. A step that finds errors does not hide what later steps can
still find, and one brief's errors do not stop the others. Nothing is published of a brief with errors.

This module imports none of the libraries that building takes, so that finding nothing to do takes no time.
"""

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import replace
from time import time_ns

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.import_path import keep_current_folder_off_path
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.choose import choose
from bronbrief.pipeline.ledger import CHECKS, NAME, Ledger, load_ledger, save_ledger
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.plan import Plan, make_plan
from bronbrief.pipeline.report import BuildReport, State
from bronbrief.spec.paths import spec_paths


def build(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> BuildReport:
    """Build briefs, all of them where none is named, and the table of contents of `build/`.

    `names` are names or paths. Nothing that a user can get wrong raises: every finding of every brief is
    in the report. Briefs that are up to date are reported from the record of the build that made them.
    """
    keep_current_folder_off_path()
    moment, wanted, how = time_ns(), tuple(names), options or Options()
    chosen = _chosen(workspace, wanted, how)
    if chosen.value is None:
        return BuildReport(general=chosen.diagnostics)
    plan = make_plan(workspace, load_ledger(workspace), chosen.value, how, everything=not wanted)
    if plan.nothing_to_do:
        done = _as_before(workspace, plan, whole=not wanted)
    else:
        done = _travel(workspace, plan, chosen.value, how, moment, everything=not wanted)
    return replace(done, general=(*chosen.diagnostics, *done.general))


def _travel(  # noqa: PLR0913 - what a run is made of
    workspace: Workspace,
    plan: Plan,
    paths: tuple[str, ...],
    options: Options,
    moment: int,
    *,
    everything: bool,
) -> BuildReport:
    """Build what is not up to date. Those who set PDFs begin to load the engine before all else."""
    from bronbrief.pipeline.executor import open_executor
    from bronbrief.pipeline.jobs import ExecutorError

    sets = bool(plan.stale) and "pdf" in options.formats
    try:
        with open_executor(options, len(plan.stale)) if sets else nullcontext() as executor:
            from bronbrief.pipeline.journey import travel

            return travel(workspace, plan, paths, options, executor, moment=moment, everything=everything)
    except ExecutorError as error:
        return BuildReport(general=(error.diagnostic,))


def explain(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> Outcome[Plan]:
    """Tell which briefs would be built and why, without building any."""
    wanted, how = tuple(names), options or Options()
    chosen = _chosen(workspace, wanted, how)
    if chosen.value is None:
        return Outcome(None, chosen.diagnostics)
    ledger = load_ledger(workspace)
    return Outcome(make_plan(workspace, ledger, chosen.value, how, everything=not wanted))


def check(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> BuildReport:
    """Find everything that is wrong with briefs, all of them where none is named; publish nothing.

    Of briefs that are as they were when they were last checked, the findings come from the record.
    """
    moment, wanted, how = time_ns(), tuple(names), options or Options()
    chosen = _chosen(workspace, wanted, how)
    if chosen.value is None:
        return BuildReport(general=chosen.diagnostics)
    ledger = load_ledger(workspace, CHECKS) if how.shows is None else Ledger()
    plan = make_plan(workspace, ledger, chosen.value, how, everything=not wanted, state=State.CHECKED)
    if plan.stale or plan.sources:
        from bronbrief.pipeline.journey import look_over

        done = look_over(workspace, plan, chosen.value, how, moment=moment, everything=not wanted)
    else:
        done = _as_before(workspace, plan, whole=not wanted, name=CHECKS)
    return replace(done, general=(*chosen.diagnostics, *done.general))


def _chosen(workspace: Workspace, names: tuple[str, ...], options: Options) -> Outcome[tuple[str, ...]]:
    return choose(workspace, spec_paths(workspace), names, options.folder or workspace.root)


def _as_before(workspace: Workspace, plan: Plan, *, whole: bool, name: str = NAME) -> BuildReport:
    """Report from the record alone; whoever watches hears what the briefs were made from."""
    record, sources = plan.ledger.whole, plan.ledger.sources
    inputs = plan.ledger.files if whole else _inputs(plan)
    workspace.reads.update(inputs)
    if plan.looker.renewed:
        plan.ledger.files.update(plan.looker.renewed)
        save_ledger(workspace, plan.ledger, name)
    general = sources.findings if sources and whole else ()
    files = tuple(name for name, _ in record.outputs) if record else ()
    return BuildReport(tuple(plan.fresh.values()), general, files)


def _inputs(plan: Plan) -> set[str]:
    return {path for brief in plan.fresh for path in plan.ledger.briefs[brief].inputs}
