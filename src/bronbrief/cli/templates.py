"""`bronbrief templates`: the templates of the workspace and what each of them needs."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import echo, exit_code, open_workspace, show, with_workspace
from bronbrief.locale import i18n

if TYPE_CHECKING:
    from bronbrief.html.manifest import Manifest


@click.command("templates", cls=Command)
@click.option("--json", "as_json", is_flag=True)
@with_workspace
@click.pass_context
def command(ctx: click.Context, folder: Path | None, lang: str, *, as_json: bool) -> None:
    """List the templates, what each is for, and the fields and blocks that a spec must have for it."""
    workspace = open_workspace(folder, lang)
    from bronbrief.core.diagnostics import Diagnostic
    from bronbrief.html.templates import load_template, template_names

    manifests: dict[str, Manifest] = {}
    findings: list[Diagnostic] = []
    for name in template_names(workspace):
        loaded = load_template(workspace, name)
        findings += loaded.diagnostics
        if loaded.value is not None:
            manifests[name] = loaded.value.manifest
    if as_json:
        from bronbrief.reporting.json import dumps

        click.echo(dumps([_listed(name, manifest) for name, manifest in manifests.items()]))
    else:
        for name, manifest in manifests.items():
            echo(f"{name}\n  {manifest.description(i18n.say('language', 'tag', lang))}")
            if manifest.needs:
                needs = ", ".join(manifest.needs)
                echo(f"  {i18n.say('views', 'templates.needs', lang, needs=needs)}")
            if manifest.roles:
                roles = ", ".join(manifest.roles)
                echo(f"  {i18n.say('views', 'templates.roles', lang, roles=roles)}")
            if manifest.pages:
                echo(f"  {i18n.say('views', 'templates.pages', lang, pages=manifest.pages)}")
        echo(f"\n{i18n.say('views', 'templates.intro', lang)}")
    show(findings, workspace, lang)
    ctx.exit(exit_code(findings))


def _listed(name: str, manifest: "Manifest") -> dict[str, object]:
    """Return what a template says of itself as plain values."""
    return {
        "name": name,
        "titles": dict(manifest.titles),
        "descriptions": dict(manifest.descriptions),
        "needs": list(manifest.needs),
        "roles": list(manifest.roles),
        "promises": list(manifest.promises),
        "prints": None if manifest.prints is None else list(manifest.prints),
        "pages": manifest.pages,
    }
