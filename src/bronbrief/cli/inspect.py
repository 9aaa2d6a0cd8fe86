"""`bronbrief inspect`: reads a PDF as a screen reader does, and prints what it finds."""

from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import FINDINGS, echo, lang_option, show


@click.command("inspect", cls=Command)
@click.argument("pdf", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--transcript", "as_transcript", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@lang_option
@click.pass_context
def command(ctx: click.Context, pdf: Path, lang: str, *, as_transcript: bool, as_json: bool) -> None:
    """Print the structure of a PDF, an element a line, or its transcript."""
    from bronbrief.core.findings import report
    from bronbrief.verify.reading import NotTaggedError, outline, read_tree, transcript

    try:
        tree = read_tree(pdf.read_bytes())
    except NotTaggedError:
        show([report("pdf-not-tagged", path=pdf.name)], None, lang)
        ctx.exit(FINDINGS)
    if as_json:
        from dataclasses import asdict

        from bronbrief.reporting.json import dumps

        click.echo(dumps(asdict(tree)))
        return
    echo(transcript(tree) if as_transcript else outline(tree))
