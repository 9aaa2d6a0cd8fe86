"""`bronbrief dossier`: what goes to a meeting, stamped and described, as a folder and a ZIP file."""

from pathlib import Path
from typing import Any

import click

from bronbrief.cli.shared import open_workspace, quiet_option, show, with_workspace


@click.command("dossier")
@click.argument("briefs", nargs=-1, required=True, metavar="BRIEF...|FILE.yaml")
@click.option("--meeting", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The date, YYYY-MM-DD.")
@click.option("--item", metavar="N", help="The number of the agenda item.")
@click.option("--annex", type=click.IntRange(1, 999), metavar="N", help="The number of the first annex.")
@click.option("--combined", is_flag=True, help="Make one PDF of all briefs too, with a cover.")
@click.option("--with-sources", is_flag=True, help="Add the texts of the sources; others may have rights.")
@click.option("--council", type=click.Path(path_type=Path), metavar="FILE", help="The council's rules.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Where to.")
@click.option("--json", "as_json", is_flag=True, help="Write what came of it as JSON.")
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
    """Make the dossier of briefs for a meeting: a folder in build/dossier/ and the same as a ZIP file.

    Name the briefs, or one YAML file that lists the meeting, the item and the briefs. What is left out is
    taken from the first brief's own `council`. The briefs are built first where they are not up to date.
    """
    workspace = open_workspace(folder, lang)
    from bronbrief.cli import dossier_views, outcome
    from bronbrief.pipeline.options import Options

    asked = dossier_views.request(workspace, briefs, wishes)
    if asked.value is None:
        if as_json:
            click.echo(dossier_views.refused(asked.diagnostics, lang), nl=False)
        else:
            show(asked.diagnostics, workspace, lang)
        ctx.exit(dossier_views.refusal_code(asked.diagnostics))
    from bronbrief.dossier.make import bundle

    with outcome.progress(lang, hidden=quiet or as_json) as progress:
        done = bundle(workspace, asked.value, output, Options(folder=Path.cwd(), progress=progress))
    if as_json:
        click.echo(dossier_views.as_json(done, lang), nl=False)
    else:
        show(done.diagnostics, workspace, lang)
        if not quiet and done.folder is not None:
            click.echo(dossier_views.as_text(done, lang), nl=False)
    ctx.exit(done.exit_code)
