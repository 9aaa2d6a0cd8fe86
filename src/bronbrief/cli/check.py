"""`bronbrief check`: find everything that is wrong, and publish nothing."""

import sys
from pathlib import Path

import click

from bronbrief.cli.shared import open_workspace, quiet_option, show, with_workspace

FORMATS = ("text", "json", "github", "sarif")


@click.command("check", short_help="Find everything that is wrong, and publish nothing.")
@click.argument("briefs", nargs=-1, metavar="[BRIEF]...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to write findings.")
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--force", is_flag=True, help="Check again what has not changed since the last check.")
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
    """Find everything that is wrong with briefs, all of them where none is named; publish nothing.

    It goes as far as filling the pages, so that it finds what `build` would find before the PDF is set.
    """
    workspace = open_workspace(folder, lang)
    from bronbrief.cli import outcome
    from bronbrief.pipeline.build import check
    from bronbrief.pipeline.options import Options

    with outcome.progress(lang, hidden=quiet or form != "text") as progress:
        report = check(workspace, briefs, Options((), Path.cwd(), progress, force=force))
    report = report.strict() if strict else report
    if form == "text":
        show(report.diagnostics, workspace, lang, stream=sys.stdout)
        if not quiet:
            click.echo(outcome.as_text(report, lang), nl=False)
    else:
        click.echo(outcome.findings(report, form, lang), nl=False)
    ctx.exit(report.exit_code)
