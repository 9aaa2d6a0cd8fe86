"""`bronbrief explain`: what a diagnostic means and how to mend what it found."""

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.shared import echo, lang_option, value_of


@click.command("explain", cls=Command)
@click.argument("code", shell_complete=completing.codes)
@click.option("--json", "as_json", is_flag=True)
@lang_option
def command(code: str, lang: str, *, as_json: bool) -> None:
    """Say what the diagnostic CODE means, what causes it and how to mend it."""
    from bronbrief.reporting import manual

    known = value_of(manual.asked_code(code), None, lang)
    if as_json:
        from bronbrief.reporting.json import dumps

        click.echo(dumps(manual.as_data(known, lang)))
    else:
        echo(manual.explain(known, lang), nl=False)
