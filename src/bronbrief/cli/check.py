"""`bronbrief check`: find everything that is wrong, and publish nothing."""

import sys
from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Choice
from bronbrief.cli.shared import echo, open_workspace, quiet_option, show, with_workspace

FORMATS = ("text", "json", "github", "sarif")


@click.command("check", cls=Command)
@click.argument("briefs", nargs=-1, metavar="[BRIEF]...")
@click.option("--format", "form", type=Choice(FORMATS), default="text")
@click.option("--json", "form", flag_value="json")
@click.option("--strict", is_flag=True)
@click.option("--force", is_flag=True)
@quiet_option
@with_workspace
@click.pass_context
def command(
    ctx: click.Context,
    briefs: tuple[str, ...],
    form: str,
    folder: Path | None,
    lang: str,
    *,
    strict: bool,
    force: bool,
    quiet: bool,
) -> None:
    """Find everything that is wrong with briefs, all of them where none is named; publish nothing."""
    workspace = open_workspace(folder, lang)
    from bronbrief.cli import outcome
    from bronbrief.pipeline.options import Options
    from bronbrief.pipeline.run import check

    with outcome.progress(lang, hidden=quiet or form != "text") as progress:
        report = check(workspace, briefs, Options((), Path.cwd(), progress, force=force))
    report = report.strict() if strict else report
    if form == "text":
        show(report.diagnostics, workspace, lang, stream=sys.stdout)
        if not quiet:
            echo(outcome.as_text(report, lang), nl=False)
    else:
        click.echo(outcome.findings(report, form, lang), nl=False)
    ctx.exit(report.exit_code)
