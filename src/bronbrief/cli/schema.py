"""`bronbrief schema`: the JSON Schema of specs, for an editor, and the reference made from the same model."""

import json
from pathlib import Path

import click

from bronbrief.cli.shared import BROKEN, open_workspace, with_workspace
from bronbrief.core.workspace import Workspace


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
        from bronbrief.spec.reference import reference_page

        if output is None:
            raise click.UsageError("--reference needs --output FILE, or --output - for standard output.")
        _write(output, reference_page())
        return
    workspace = open_workspace(folder, lang)
    name = "defaults.schema.json" if defaults else "brief.schema.json"
    text = json.dumps(_schema(workspace, defaults=defaults), indent=2, ensure_ascii=False) + "\n"
    _write(output or workspace.build / name, text)


def _schema(workspace: Workspace, *, defaults: bool) -> dict[str, object]:
    from bronbrief.render.templates import load_template, template_names
    from bronbrief.sources.catalogue import load_catalogue, source_ids
    from bronbrief.spec.load import shared_keys
    from bronbrief.spec.model import BriefSpec, Shared
    from bronbrief.spec.schema import json_schema

    templates = {name: name for name in template_names(workspace)}
    for name in templates:
        loaded = load_template(workspace, name).value
        if loaded is not None:
            templates[name] = loaded.manifest.description("nl-NL")
    sources = {name: name for name in source_ids(workspace)}
    catalogue = load_catalogue(workspace).value
    for source in catalogue.sources.values() if catalogue else ():
        sources[source.id] = source.record.title
    model = Shared if defaults else BriefSpec
    return json_schema(templates, sources, shared_keys(workspace), model)


def _write(output: Path, text: str) -> None:
    if str(output) == "-":
        click.echo(text, nl=False)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        click.echo(f"{output}: {error.strerror}", err=True)
        raise click.exceptions.Exit(BROKEN) from error
    click.echo(f"Wrote {output}")
