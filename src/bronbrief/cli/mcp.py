"""`bronbrief mcp`: the commands as tools for assistants, by the Model Context Protocol."""

import signal
from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Number
from bronbrief.cli.shared import open_workspace, stop, value_of, with_workspace
from bronbrief.core.loopback import HIGHEST, listen
from bronbrief.locale import i18n

PORT = 8766


@click.command("mcp", cls=Command)
@click.option("--write", "writes", is_flag=True)
@click.option("--http", "over_http", is_flag=True)
@click.option("--port", type=Number(0, HIGHEST), default=PORT, show_default=True)
@with_workspace
@click.pass_context
def command(
    ctx: click.Context, port: int, folder: Path | None, lang: str, *, writes: bool, over_http: bool
) -> None:
    """Let an assistant search, prove and check; with --write also take in, save and build."""
    workspace = open_workspace(folder, lang)
    from importlib.util import find_spec

    if find_spec("mcp") is None:
        from bronbrief.core.diagnostics import report

        stop([report("mcp-missing")], None, lang)
    from bronbrief.mcp import run

    if not over_http:
        heard = run.serve_stdio(workspace, lang, writes=writes)
    else:
        found = value_of(listen(port), None, lang)
        address = f"http://127.0.0.1:{found.port}{run.PATH}"

        def ready() -> None:
            click.echo(i18n.say("views", "mcp.at", lang, url=address, token=found.token))

        heard = run.serve_http(workspace, lang, found, ready, writes=writes)
    ctx.exit(128 + heard if heard not in (0, signal.SIGINT) else 0)
