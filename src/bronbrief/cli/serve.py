"""`bronbrief serve`: the preview, a local web app that shows briefs as they are written."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bronbrief.cli.shared import lang_option, open_workspace, stop, workspace_option

if TYPE_CHECKING:
    from bronbrief.core.workspace import Workspace

PORT = 8765
LAST_PORT = 65535
WORDS = {
    "en": {"at": "The preview is at {url} (stop with Ctrl+C).", "stopped": "Stopped."},
    "nl": {"at": "Het voorbeeld staat op {url} (stop met Ctrl+C).", "stopped": "Gestopt."},
}


@click.command("serve", short_help="Show briefs in the browser while you write.")
@click.option(
    "--port",
    type=click.IntRange(0, LAST_PORT),
    default=PORT,
    show_default=True,
    help="The port on this machine; 0 for any free one.",
)
@click.option("--open", "opens", is_flag=True, help="Open the preview in the browser.")
@workspace_option
@lang_option
@click.pass_context
def command(ctx: click.Context, port: int, folder: Path | None, lang: str, *, opens: bool) -> None:
    """Show briefs in the browser while you write them, beside the sources that they quote.

    Save a spec, and its page follows. The brief that you look at is built into build/; the others are
    checked. Nothing is ever written to briefs/ or seeds/, and only this machine can reach the preview.
    With --lang the interface is in that language; left out, the browser chooses.
    """
    workspace = open_workspace(folder, lang)
    with contextlib.suppress(KeyboardInterrupt):  # the way to end it, while it starts as well
        _serve(ctx, workspace, port, lang, opens=opens)
    click.echo(WORDS[lang]["stopped"], err=True)


def _serve(ctx: click.Context, workspace: "Workspace", port: int, lang: str, *, opens: bool) -> None:
    from bronbrief.pipeline.engine import load_engine
    from bronbrief.serve.run import listen, serve

    engine = load_engine()
    if engine.value is None:
        stop(engine.diagnostics, None, lang)
    listening = listen(port)
    if listening.value is None:
        stop(listening.diagnostics, None, lang)
    found = listening.value

    def ready() -> None:
        click.echo(WORDS[lang]["at"].format(url=found.url))
        if opens:
            click.launch(found.url)

    chosen = ctx.get_parameter_source("lang") is not click.core.ParameterSource.DEFAULT
    serve(workspace, found, lang if chosen else None, ready)
