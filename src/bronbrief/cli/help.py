"""`bronbrief help`: what there is, or what one command does."""

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.shared import lang_option


@click.command("help", cls=Command)
@click.argument("name", metavar="[COMMAND]", required=False, shell_complete=completing.commands)
@lang_option
@click.pass_context
def command(ctx: click.Context, name: str | None, lang: str) -> None:  # noqa: ARG001 - the context has it
    """Show what commands there are, or what COMMAND does."""
    top = ctx.find_root()
    if name is not None and isinstance(top.command, click.Group):
        _, found, _ = top.command.resolve_command(top, [name])
        if found is not None:
            top = click.Context(found, parent=top, info_name=name)
    click.echo(top.get_help())
