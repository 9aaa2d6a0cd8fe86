"""`bronbrief dossier`: what goes to a meeting, stamped and described, as a folder and a ZIP file."""

from pathlib import Path
from typing import Any

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Day, Number
from bronbrief.cli.shared import echo, open_workspace, quiet_option, show, with_workspace


@click.command("dossier", cls=Command)
@click.argument(
    "briefs", nargs=-1, required=True, metavar="BRIEF...|FILE.yaml", shell_complete=completing.briefs
)
@click.option("--meeting", type=Day(), metavar="DATE")
@click.option("--item", metavar="N")
@click.option("--annex", type=Number(1, 999), metavar="N")
@click.option("--combined", is_flag=True)
@click.option("--with-sources", is_flag=True)
@click.option("--council", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--published", type=Day(), metavar="DATE")
@click.option("--replaces", type=click.Path(path_type=Path), metavar="DOSSIER")
@click.option("--made", type=Day(), metavar="DATE")
@click.option("--seal", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="CERTIFICATE")
@click.option("--timestamp", metavar="URL")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--json", "as_json", is_flag=True)
@quiet_option
@with_workspace
@click.pass_context
def command(
    ctx: click.Context,
    /,
    briefs: tuple[str, ...],
    folder: Path | None,
    lang: str,
    *,
    output: Path | None,
    as_json: bool,
    quiet: bool,
    **wishes: Any,  # noqa: ANN401 - as the options say
) -> None:
    """Make the dossier of briefs for a meeting: a folder in build/dossier/ and the same as a ZIP file."""
    workspace = open_workspace(folder, lang)
    from bronbrief.cli import dossier_views
    from bronbrief.cli.progress import shown_progress
    from bronbrief.pipeline.options import Options

    asked = dossier_views.asked(workspace, briefs, wishes, lang)
    if asked.value is None:
        if as_json:
            echo(dossier_views.refused(asked.diagnostics, lang), nl=False)
        else:
            show(asked.diagnostics, workspace, lang)
        ctx.exit(dossier_views.refusal_code(asked.diagnostics))
    from bronbrief.dossier.make import bundle

    request, sealing = asked.value
    with shown_progress(lang, hidden=quiet or as_json) as progress:
        done = bundle(workspace, request, output, Options(folder=Path.cwd(), progress=progress), sealing)
    if as_json:
        click.echo(dossier_views.as_json(done, lang), nl=False)
    else:
        show(done.diagnostics, workspace, lang)
        if not quiet and done.folder is not None:
            echo(dossier_views.as_text(done, lang), nl=False)
    ctx.exit(done.exit_code)
