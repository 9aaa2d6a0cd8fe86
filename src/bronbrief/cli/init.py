"""`bronbrief init`: a new workspace with an example that builds."""

from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import echo, lang_option, quiet_option, value_of
from bronbrief.locale import i18n


@click.command("init", cls=Command)
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@lang_option
@quiet_option
def command(folder: Path, lang: str, *, quiet: bool) -> None:
    """Make a workspace in DIR (the current folder if left out), with a small example."""
    from bronbrief.authoring.scaffold import scaffold

    value_of(scaffold(folder), None, lang)
    if not quiet:
        echo(i18n.say("views", "init.next", lang, folder=folder), nl=False)
