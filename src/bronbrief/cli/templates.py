"""`bronbrief templates`: the templates of the workspace and what each of them needs."""

from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import echo, exit_code, open_workspace, show, with_workspace
from bronbrief.locale import i18n


@click.command("templates", cls=Command)
@click.option("--json", "as_json", is_flag=True)
@with_workspace
@click.pass_context
def command(ctx: click.Context, folder: Path | None, lang: str, *, as_json: bool) -> None:
    """List the templates, what each is for, and the fields and blocks that a spec must have for it."""
    workspace = open_workspace(folder, lang)
    from bronbrief.html.listing import as_data, list_templates

    listed = list_templates(workspace)
    manifests, findings = listed.value or {}, listed.diagnostics
    if as_json:
        from bronbrief.reporting.json import dumps

        click.echo(dumps(as_data(manifests)))
    else:
        for name, manifest in manifests.items():
            echo(f"{name}\n  {manifest.description(i18n.say('language', 'tag', lang))}")
            if manifest.needs:
                needs = ", ".join(manifest.needs)
                echo(f"  {i18n.say('views', 'templates.needs', lang, needs=needs)}")
            if manifest.pages:
                echo(f"  {i18n.say('views', 'templates.pages', lang, pages=manifest.pages)}")
        echo(f"\n{i18n.say('views', 'templates.intro', lang)}")
    show(findings, workspace, lang)
    ctx.exit(exit_code(findings))
