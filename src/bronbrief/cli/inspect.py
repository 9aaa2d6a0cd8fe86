"""`bronbrief inspect`: reads a PDF as a screen reader does, and prints what it finds."""

from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import WRONG, echo, lang_option, show


@click.command("inspect", cls=Command)
@click.argument("pdf", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--transcript", "as_transcript", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@lang_option
@click.pass_context
def command(ctx: click.Context, pdf: Path, lang: str, *, as_transcript: bool, as_json: bool) -> None:
    """Print the structure of a PDF, an element a line, or its transcript."""
    from bronbrief.verify.contained import inspect_contained

    how = "json" if as_json else "transcript" if as_transcript else "outline"
    read = inspect_contained(pdf, how)
    if read.value is None:
        show(read.diagnostics, None, lang)
        ctx.exit(WRONG)
    if as_json:
        click.echo(read.value)
    else:
        echo(read.value)
