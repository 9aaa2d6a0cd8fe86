"""`bronbrief build`: prove and build briefs."""

from dataclasses import replace
from pathlib import Path

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Choice, Number
from bronbrief.cli.shared import (
    BROKEN,
    Function,
    echo,
    exit_code,
    open_workspace,
    quiet_option,
    show,
    with_workspace,
)
from bronbrief.core.renditions import FORMATS
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.options import Options


def parse_formats(context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    """Read a list such as "pdf,html"; raises UsageError for anything else."""
    wanted = {part.strip().lower() for part in value.split(",")}
    unknown = sorted(wanted - set(FORMATS))
    if unknown:
        told = Choice(FORMATS).get_invalid_choice_message(", ".join(unknown) or value, context)
        raise click.UsageError(told)
    return tuple(form for form in FORMATS if form in wanted)


def briefs_and_formats(command: Function) -> Function:
    """Let a command take the briefs to build, and what to make of them."""
    formats = click.option(
        "--format",
        "formats",
        default=",".join(FORMATS),
        callback=parse_formats,
        metavar="LIST",
        show_default=True,
    )
    return click.argument("briefs", nargs=-1, metavar="[BRIEF]...", shell_complete=completing.briefs)(
        formats(command)
    )


@click.command("build", cls=Command)
@briefs_and_formats
@click.option("--force", is_flag=True)
@click.option("--prune", is_flag=True)
@click.option("--explain", "explaining", is_flag=True)
@click.option("--jobs", "-j", type=Number(1), metavar="N")
@click.option("--executor", metavar="dask:ADDRESS")
@click.option("--json", "as_json", is_flag=True)
@quiet_option
@with_workspace
@click.pass_context
def command(
    ctx: click.Context,
    briefs: tuple[str, ...],
    formats: tuple[str, ...],
    folder: Path | None,
    lang: str,
    *,
    jobs: int | None,
    executor: str | None,
    force: bool,
    prune: bool,
    explaining: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Build briefs into build/, all of them where none is named; what is up to date is left as it is."""
    workspace = open_workspace(folder, lang)
    from bronbrief.cli import run_views
    from bronbrief.cli.progress import shown_progress
    from bronbrief.pipeline.run import build

    options = Options(formats, Path.cwd(), force=force, prune=prune, jobs=jobs, executor=executor)
    if explaining:
        ctx.exit(_explain(workspace, briefs, options, lang, as_json=as_json))
    with shown_progress(lang, hidden=quiet or as_json) as progress:
        report = build(workspace, briefs, replace(options, progress=progress))
    if as_json:
        click.echo(run_views.as_json(report, lang), nl=False)
    else:
        show(report.diagnostics, workspace, lang)
        if not quiet:
            made = {path: workspace.root / path for path in report.files}
            echo(run_views.as_text(report, lang), nl=False, files=made)
    ctx.exit(report.exit_code)


def _explain(
    workspace: Workspace, briefs: tuple[str, ...], options: Options, lang: str, *, as_json: bool
) -> int:
    """Say which briefs would be built and why; return the exit code."""
    from bronbrief.cli import run_views
    from bronbrief.pipeline.run import explain

    outcome = explain(workspace, briefs, options)
    show(outcome.diagnostics, workspace, lang)
    plan = outcome.value
    if plan is None:
        return BROKEN
    paths = sorted([*plan.fresh, *plan.stale])
    if as_json:
        from bronbrief.reporting.json import dumps

        click.echo(dumps(run_views.plan_data(plan, paths)))
    else:
        echo(run_views.plan_text(plan, paths, lang), nl=False)
    return exit_code(outcome.diagnostics)
