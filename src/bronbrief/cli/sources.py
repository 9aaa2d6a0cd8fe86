"""`bronbrief sources`: the sources of the workspace, and the passages of one, ready to quote."""

import sys
from pathlib import Path

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.shared import exit_code, open_workspace, show, value_of, with_workspace


@click.command("sources", cls=Command)
@click.argument("source_id", metavar="[ID]", required=False, shell_complete=completing.sources)
@click.option("--json", "as_json", is_flag=True)
@click.option("--format", "form", type=click.Choice(["csl-json"]))
@with_workspace
@click.pass_context
def command(
    ctx: click.Context,
    source_id: str | None,
    folder: Path | None,
    lang: str,
    *,
    as_json: bool,
    form: str | None,
) -> None:
    """List the sources in seeds/, or print the passages of the source ID with their locators."""
    workspace = open_workspace(folder, lang)
    from bronbrief.cli import source_views
    from bronbrief.sources.catalogue import load_catalogue, named_source

    name = value_of(named_source(workspace, source_id), workspace, lang) if source_id else None
    loaded = load_catalogue(workspace, [name] if name else None)
    sources = list(loaded.value.sources.values()) if loaded.value else []
    if form or as_json:
        from bronbrief.intake.csl import as_csl
        from bronbrief.reporting.json import dumps
        from bronbrief.sources import as_data

        if form:
            value: object = [as_csl(one) for one in sources]
        elif name:
            value = as_data.whole(sources[0]) if sources else None
        else:
            value = [as_data.listed(source) for source in sources]
        click.echo(dumps(value))
    elif name and sources:
        click.echo(source_views.details(sources[0], lang, rich=sys.stdout.isatty()), nl=False)
    elif not name:
        click.echo(source_views.listing(sources, lang, rich=sys.stdout.isatty()), nl=False)
    show(loaded.diagnostics, workspace, lang)
    ctx.exit(exit_code(loaded.diagnostics))
