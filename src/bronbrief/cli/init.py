"""`bronbrief init`: a new workspace with an example that builds."""

from pathlib import Path

import click

from bronbrief.cli.shared import lang_option, quiet_option, stop

NEXT = {
    "en": "Made a workspace in {folder}. Build its example with:\n\n  cd {folder}\n  bronbrief build\n",
    "nl": "Werkmap gemaakt in {folder}. Bouw het voorbeeld met:\n\n  cd {folder}\n  bronbrief build\n",
}


@click.command("init", short_help="Make a workspace with a small example.")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@lang_option
@quiet_option
def command(folder: Path, lang: str, *, quiet: bool) -> None:
    """Make a workspace in DIR (the current folder if left out), with a small example."""
    from bronbrief.authoring.scaffold import scaffold

    made = scaffold(folder)
    if made.value is None:
        stop(made.diagnostics, None, lang)
    if not quiet:
        click.echo(NEXT[lang].format(folder=folder), nl=False)
