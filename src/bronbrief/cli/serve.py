"""`bronbrief serve`: the preview, a local web app that shows briefs as they are written."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Number
from bronbrief.cli.shared import lang_option, open_workspace, stop, workspace_option
from bronbrief.locale import i18n

if TYPE_CHECKING:
    from bronbrief.core.workspace import Workspace

PORT = 8765
LAST_PORT = 65535


@click.command("serve", cls=Command)
@click.option(
    "--port",
    type=Number(0, LAST_PORT),
    default=PORT,
    show_default=True,
)
@click.option("--open", "opens", is_flag=True)
@click.option("--read-only", is_flag=True)
@workspace_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context, port: int, folder: Path | None, lang: str, *, opens: bool, read_only: bool
) -> None:
    """Write briefs in the browser, and see them as you write, beside the sources that they quote."""
    workspace = open_workspace(folder, lang)
    with contextlib.suppress(KeyboardInterrupt):  # the way to end it, while it starts as well
        _serve(ctx, workspace, port, lang, opens=opens, writes=not read_only)
    click.echo(i18n.say("views", "serve.stopped", lang), err=True)


def _serve(
    ctx: click.Context, workspace: "Workspace", port: int, lang: str, *, opens: bool, writes: bool
) -> None:
    from bronbrief.core.loopback import listen
    from bronbrief.pipeline.engine import load_engine
    from bronbrief.serve.run import serve

    engine = load_engine()
    if engine.value is None:
        stop(engine.diagnostics, None, lang)
    listening = listen(port)
    if listening.value is None:
        stop(listening.diagnostics, None, lang)
    found = listening.value

    def ready() -> None:
        click.echo(i18n.say("views", "serve.at", lang, url=found.url))
        if opens:
            click.launch(found.url)

    chosen = ctx.get_parameter_source("lang") is not click.core.ParameterSource.DEFAULT
    serve(workspace, found, lang if chosen else None, ready, writes=writes)
