"""`bronbrief schema`: the JSON Schema of specs, for an editor, and the reference made from the same model."""

import json
from pathlib import Path

import click

from bronbrief.cli.shared import open_workspace, with_workspace, write_output
from bronbrief.cli.usage import Misuse


@click.command("schema")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Where to write; - is standard output. Left out, build/brief.schema.json.",
)
@click.option("--defaults", is_flag=True, help="The schema of briefs/_defaults.yaml instead.")
@click.option(
    "--reference", is_flag=True, help="The reference of the spec as Markdown instead; needs --output."
)
@with_workspace
def command(output: Path | None, folder: Path | None, lang: str, *, defaults: bool, reference: bool) -> None:
    """Write the JSON Schema of specs, with the sources and templates of this workspace to choose from.

    An editor with YAML support uses it when the spec begins with
    "# yaml-language-server: $schema=../build/brief.schema.json".
    """
    if reference:
        from bronbrief.blocks import registry
        from bronbrief.spec.reference import reference_page

        if output is None:
            raise Misuse("reference")
        _write(output, reference_page(registry.BLOCKS), lang)
        return
    from bronbrief.pipeline.schema import workspace_schema

    workspace = open_workspace(folder, lang)
    name = "defaults.schema.json" if defaults else "brief.schema.json"
    text = json.dumps(workspace_schema(workspace, defaults=defaults), indent=2, ensure_ascii=False) + "\n"
    _write(output or workspace.build / name, text, lang)


def _write(output: Path, text: str, lang: str) -> None:
    if str(output) == "-":
        click.echo(text, nl=False)
        return
    write_output(output, text, lang)
    click.echo(f"Wrote {output}")
