"""`bronbrief fonts`: the typefaces that a house style can name, and taking in a further one."""

from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Choice
from bronbrief.cli.shared import echo, exit_code, open_workspace, show, with_workspace
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n


@click.command("fonts", cls=Command)
@click.argument("action", type=Choice(("add",)), required=False, metavar="[add]")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@with_workspace
@click.pass_context
def command(
    ctx: click.Context, action: str | None, files: tuple[Path, ...], folder: Path | None, lang: str
) -> None:
    """List the typefaces, or put font files in templates/fonts/ with their licences."""
    workspace = open_workspace(folder, lang)
    if action is None:
        _list(workspace, lang)
        return
    if not files:
        raise click.MissingParameter(ctx=ctx, param_hint="FILE", param_type="argument")
    from bronbrief.authoring.added_fonts import NOTE, add_font

    found: list[Diagnostic] = []
    added: list[str] = []
    for file in files:
        outcome = add_font(workspace, file)
        found += outcome.diagnostics
        if outcome.value is not None:
            added.append(outcome.value)
            echo(i18n.say("views", "fonts.added", lang, path=added[-1], note=f"{added[-1]}{NOTE}"))
    if added:
        echo(i18n.say("views", "fonts.next", lang))
        echo(f"house:\n  fonts:\n    others: [{', '.join(added)}]")
    show(found, workspace, lang)
    ctx.exit(exit_code(found))


def _list(workspace: Workspace, lang: str) -> None:
    from bronbrief.authoring.added_fonts import font_files
    from bronbrief.html.fonts import installed_fonts

    for name, whole in installed_fonts():
        echo(f"{name}  {i18n.say('views', 'fonts.whole' if whole else 'fonts.others', lang)}")
    for path in font_files(workspace):
        echo(f"{path}  {i18n.say('views', 'fonts.others', lang)}")
