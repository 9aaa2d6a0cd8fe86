"""`bronbrief templates`: the templates of the workspace and what each of them needs."""

from pathlib import Path
from typing import NoReturn

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import echo, exit_code, open_workspace, show, with_workspace
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n


@click.command("templates", cls=Command)
@click.option("--copy", "copied", metavar="NAME")
@click.option("--json", "as_json", is_flag=True)
@with_workspace
@click.pass_context
def command(ctx: click.Context, folder: Path | None, lang: str, *, copied: str | None, as_json: bool) -> None:
    """List the templates, what each is for, and the fields and blocks that a spec must have for it."""
    workspace = open_workspace(folder, lang)
    if copied is not None:
        _copy(ctx, workspace, copied, lang)
    from bronbrief.core.diagnostics import Diagnostic
    from bronbrief.html.manifest import Manifest
    from bronbrief.html.shipped_templates import changed_files, shipped_folders
    from bronbrief.html.templates import load_template, template_names

    manifests: dict[str, Manifest] = {}
    findings: list[Diagnostic] = []
    for name in template_names(workspace):
        loaded = load_template(workspace, name)
        findings += loaded.diagnostics
        if loaded.value is not None:
            manifests[name] = loaded.value.manifest
    changed = {name: changed_files(workspace, name) for name in shipped_folders()}
    if as_json:
        listed = [
            {
                "name": name,
                "titles": dict(manifest.titles),
                "descriptions": dict(manifest.descriptions),
                "needs": list(manifest.needs),
                "pages": manifest.pages,
                "changed": list(changed.get(name) or ()),
            }
            for name, manifest in manifests.items()
        ]
        from bronbrief.reporting.json import dumps

        click.echo(dumps(listed))
    else:
        for name, manifest in manifests.items():
            echo(f"{name}\n  {manifest.description(i18n.say('language', 'tag', lang))}")
            if manifest.needs:
                needs = ", ".join(manifest.needs)
                echo(f"  {i18n.say('views', 'templates.needs', lang, needs=needs)}")
            if manifest.pages:
                echo(f"  {i18n.say('views', 'templates.pages', lang, pages=manifest.pages)}")
        for name, files in changed.items():
            if files is not None:
                said = ", ".join(files) or i18n.say("views", "templates.as_shipped", lang)
                echo(i18n.say("views", "templates.own", lang, name=name, files=said))
        echo(f"\n{i18n.say('views', 'templates.intro', lang)}")
    show(findings, workspace, lang)
    ctx.exit(exit_code(findings))


def _copy(ctx: click.Context, workspace: Workspace, name: str, lang: str) -> NoReturn:
    """Hand out a shipped template, say what was written, and end."""
    from bronbrief.html.shipped_templates import copy_shipped

    made = copy_shipped(workspace, name)
    for path in made.value or ():
        echo(i18n.say("views", "schema.wrote", lang, path=path))
    show(made.diagnostics, workspace, lang)
    ctx.exit(exit_code(made.diagnostics))
