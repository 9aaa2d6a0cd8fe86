"""`bronbrief open`: the PDF or the web page of a brief, as it was last built."""

from pathlib import Path

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.launching import launch
from bronbrief.cli.shared import BROKEN, echo, open_workspace, stop, with_workspace
from bronbrief.core.diagnostics import report
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace
from bronbrief.locale import i18n
from bronbrief.pipeline.build_record import CONTENTS


@click.command("open", cls=Command)
@click.argument("brief", metavar="[BRIEF]", required=False, shell_complete=completing.briefs)
@click.option("--html", "as_page", is_flag=True)
@with_workspace
@click.pass_context
def command(ctx: click.Context, brief: str | None, folder: Path | None, lang: str, *, as_page: bool) -> None:
    """Open the PDF of BRIEF as it was last built, or the list of all briefs."""
    workspace = open_workspace(folder, lang)
    name = _named(workspace, brief, lang) if brief else None
    path = f"{BUILD}/{name}/{name}.{'html' if as_page else 'pdf'}" if name else CONTENTS
    try:
        file = workspace.resolve(path)
    except FileProblemError as problem:
        stop([problem.diagnostic], workspace, lang)
    if not file.is_file():
        cure = f"bronbrief build {name or ''}".rstrip()
        stop([report("not-built", path=path, command=cure)], workspace, lang)
    opened = launch(str(file))
    echo(i18n.say("views", "open.opened" if opened else "open.alone", lang, path=path))
    if not opened:
        ctx.exit(BROKEN)


def _named(workspace: Workspace, asked: str, lang: str) -> str:
    """Return the name of the brief that is asked for, or stop with the nearest one that there is."""
    from bronbrief.pipeline.choose import choose
    from bronbrief.spec.paths import brief_name, spec_paths

    chosen = choose(workspace, spec_paths(workspace), [asked], Path.cwd())
    return brief_name(chosen.value[0]) if chosen.value else stop(chosen.diagnostics, workspace, lang)
