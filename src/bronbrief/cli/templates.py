"""`bronbrief templates`: the templates of the workspace and what each of them needs."""

import json
from pathlib import Path

import click

from bronbrief.cli.shared import exit_code, open_workspace, show, with_workspace

INTRO = {
    "en": "Name one in a spec: `template: tijdlijn`. Your own go in templates/NAME/.",
    "nl": "Noem er een in een briefdefinitie: `template: tijdlijn`. Eigen sjablonen gaan in templates/NAAM/.",
}
NEEDS = {"en": "needs", "nl": "nodig"}
PAGES = {"en": "at most {pages} pages", "nl": "ten hoogste {pages} pagina's"}


@click.command("templates")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@with_workspace
@click.pass_context
def command(ctx: click.Context, folder: Path | None, lang: str, *, as_json: bool) -> None:
    """List the templates, what each is for, and the fields and blocks that a spec must have for it."""
    workspace = open_workspace(folder, lang)
    from bronbrief.core.diagnostics import Diagnostic
    from bronbrief.html.manifest import Manifest
    from bronbrief.html.templates import load_template, template_names

    manifests: dict[str, Manifest] = {}
    findings: list[Diagnostic] = []
    for name in template_names(workspace):
        loaded = load_template(workspace, name)
        findings += loaded.diagnostics
        if loaded.value is not None:
            manifests[name] = loaded.value.manifest
    if as_json:
        listed = [
            {
                "name": name,
                "titles": dict(manifest.titles),
                "descriptions": dict(manifest.descriptions),
                "needs": list(manifest.needs),
                "pages": manifest.pages,
            }
            for name, manifest in manifests.items()
        ]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        spoken = "nl-NL" if lang == "nl" else "en"
        for name, manifest in manifests.items():
            click.echo(f"{name}\n  {manifest.description(spoken)}")
            facts = [f"{NEEDS[lang]}: {', '.join(manifest.needs)}"] if manifest.needs else []
            facts += [PAGES[lang].format(pages=manifest.pages)] if manifest.pages else []
            for fact in facts:
                click.echo(f"  {fact}")
        click.echo(f"\n{INTRO[lang]}")
    show(findings, workspace, lang)
    ctx.exit(exit_code(findings))
