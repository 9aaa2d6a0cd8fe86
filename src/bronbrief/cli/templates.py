"""`bronbrief templates`: the templates of the workspace and what each of them needs."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.shared import echo, exit_code, open_workspace, show, with_workspace
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n

if TYPE_CHECKING:
    from bronbrief.html.manifest import Manifest

Changed: TypeAlias = Mapping[str, tuple[str, ...] | None]


@click.command("templates", cls=Command)
@click.option("--copy", "copied", metavar="NAME", shell_complete=completing.templates)
@click.option("--specimen", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@with_workspace
@click.pass_context
def command(
    ctx: click.Context, folder: Path | None, lang: str, *, copied: str | None, specimen: bool, as_json: bool
) -> None:
    """List the templates, what each is for, and the fields and blocks that a spec must have for it."""
    workspace = open_workspace(folder, lang)
    if copied is not None:
        from bronbrief.html.shipped_templates import copy_shipped

        _written(ctx, workspace, copy_shipped(workspace, copied), lang)
    if specimen:
        from bronbrief.authoring.specimen import write_specimen

        _written(ctx, workspace, write_specimen(workspace), lang)
    from bronbrief.html.listing import as_data, changed_copies, list_templates

    listed = list_templates(workspace)
    manifests, findings = listed.value or {}, listed.diagnostics
    changed = changed_copies(workspace)
    if as_json:
        from bronbrief.reporting.json import dumps

        click.echo(dumps(as_data(manifests, changed)))
    else:
        _as_text(manifests, changed, lang)
    show(findings, workspace, lang)
    ctx.exit(exit_code(findings))


def _written(ctx: click.Context, workspace: Workspace, made: Outcome[tuple[str, ...]], lang: str) -> NoReturn:
    """Say what was written and found, and end."""
    for path in made.value or ():
        echo(i18n.say("views", "schema.wrote", lang, path=path))
    show(made.diagnostics, workspace, lang)
    ctx.exit(exit_code(made.diagnostics))


def _as_text(manifests: Mapping[str, "Manifest"], changed: Changed, lang: str) -> None:
    """Write the same for people, copies of shipped folders last."""
    for name, manifest in manifests.items():
        echo(f"{name}\n  {manifest.description(i18n.say('language', 'tag', lang))}")
        if manifest.needs:
            echo(f"  {i18n.say('views', 'templates.needs', lang, needs=', '.join(manifest.needs))}")
        if manifest.roles:
            echo(f"  {i18n.say('views', 'templates.roles', lang, roles=', '.join(manifest.roles))}")
        if manifest.pages:
            echo(f"  {i18n.say('views', 'templates.pages', lang, pages=manifest.pages)}")
    for name, files in changed.items():
        if files is not None:
            said = ", ".join(files) or i18n.say("views", "templates.as_shipped", lang)
            echo(i18n.say("views", "templates.own", lang, name=name, files=said))
    echo(f"\n{i18n.say('views', 'templates.intro', lang)}")
