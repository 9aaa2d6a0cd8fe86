"""`bronbrief build`: prove and build briefs."""

import json
from dataclasses import replace
from pathlib import Path

import click

from bronbrief.cli.shared import (
    BROKEN,
    Command,
    exit_code,
    open_workspace,
    quiet_option,
    show,
    with_workspace,
)
from bronbrief.cli.usage import Misuse
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.options import Options

FORMATS = ("pdf", "html")


def parse_formats(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    """Read a list such as "pdf,html"; raises Misuse for anything else."""
    wanted = {part.strip().lower() for part in value.split(",")}
    unknown = sorted(wanted - set(FORMATS))
    if unknown:
        known = ", ".join(FORMATS)
        raise Misuse("choice", value=", ".join(unknown) or value, known=known)
    return tuple(form for form in FORMATS if form in wanted)


def briefs_and_formats(command: Command) -> Command:
    """Let a command take the briefs to build, and what to make of them."""
    formats = click.option(
        "--format",
        "formats",
        default=",".join(FORMATS),
        callback=parse_formats,
        metavar="LIST",
        show_default=True,
        help="What to make; the evidence always comes with it.",
    )
    return click.argument("briefs", nargs=-1, metavar="[BRIEF]...")(formats(command))


@click.command("build", short_help="Build briefs into build/.")
@briefs_and_formats
@click.option("--force", is_flag=True, help="Build what is up to date as well.")
@click.option("--explain", "explaining", is_flag=True, help="Say what would be built and why; build nothing.")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    metavar="N",
    help="How many PDFs are set side by side; left out, as many as there are processors.",
)
@click.option(
    "--executor",
    metavar="dask:ADDRESS",
    help="Set PDFs on the workers of a Dask scheduler, such as dask:tcp://10.0.0.5:8786.",
)
@click.option("--json", "as_json", is_flag=True, help="Write what came of it as JSON.")
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
    explaining: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Build briefs into build/, all of them where none is named; what is up to date is left as it is.

    BRIEF is a name (coevorden-brest) or a path (briefs/coevorden-brest.yaml). Nothing is written of a
    brief that has errors; what an earlier build left of it stays.
    """
    workspace = open_workspace(folder, lang)
    from bronbrief.cli import outcome
    from bronbrief.pipeline.build import build

    options = Options(formats, Path.cwd(), force=force, jobs=jobs, executor=executor)
    if explaining:
        ctx.exit(_explain(workspace, briefs, options, lang, as_json=as_json))
    with outcome.progress(lang, hidden=quiet or as_json) as progress:
        report = build(workspace, briefs, replace(options, progress=progress))
    if as_json:
        click.echo(outcome.as_json(report, lang), nl=False)
    else:
        show(report.diagnostics, workspace, lang)
        if not quiet:
            click.echo(outcome.as_text(report, lang), nl=False)
    ctx.exit(report.exit_code)


def _explain(
    workspace: Workspace, briefs: tuple[str, ...], options: Options, lang: str, *, as_json: bool
) -> int:
    """Say which briefs would be built and why; return the exit code."""
    from bronbrief.cli import reasons
    from bronbrief.pipeline.build import explain

    outcome = explain(workspace, briefs, options)
    show(outcome.diagnostics, workspace, lang)
    plan = outcome.value
    if plan is None:
        return BROKEN
    paths = sorted([*plan.fresh, *plan.stale])
    if as_json:
        click.echo(json.dumps(reasons.as_data(plan, paths), indent=2, ensure_ascii=False))
    else:
        click.echo(reasons.as_text(plan, paths, lang), nl=False)
    return exit_code(outcome.diagnostics)
