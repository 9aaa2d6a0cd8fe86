"""`bronbrief schema`: the JSON Schema of specs, for an editor, and the reference made from the same model."""

from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import echo, open_workspace, with_workspace, write_output
from bronbrief.locale import i18n


@click.command("schema", cls=Command)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
)
@click.option("--defaults", is_flag=True)
@click.option("--dossier", is_flag=True)
@click.option("--reference", is_flag=True)
@with_workspace
def command(
    output: Path | None, folder: Path | None, lang: str, *, defaults: bool, dossier: bool, reference: bool
) -> None:
    """Write the JSON Schema of specs, with the sources and templates of this workspace to choose from."""
    if reference:
        from bronbrief.blocks import registry
        from bronbrief.spec.reference import reference_page

        if output is None:
            raise click.UsageError(i18n.say("usage", "reference", lang))
        _write(output, reference_page(registry.BLOCKS), lang)
        return
    from bronbrief.dossier.index import index_schema
    from bronbrief.pipeline.schema import workspace_schema
    from bronbrief.reporting.json import dumps

    workspace = open_workspace(folder, lang)
    kind = "dossier" if dossier else "defaults" if defaults else "brief"
    name = f"{kind}.schema.json"
    schema = index_schema() if dossier else workspace_schema(workspace, defaults=defaults)
    text = dumps(schema) + "\n"
    _write(output or workspace.build / name, text, lang)


def _write(output: Path, text: str, lang: str) -> None:
    if str(output) == "-":
        click.echo(text, nl=False)
        return
    write_output(output, text, lang)
    echo(i18n.say("views", "schema.wrote", lang, path=output))
