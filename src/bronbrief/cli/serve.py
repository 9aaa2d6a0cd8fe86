"""`bronbrief serve`: the preview, a local web app that shows briefs as they are written."""

import contextlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.open import launch
from bronbrief.cli.param_types import Number
from bronbrief.cli.shared import lang_option, open_workspace, value_of, workspace_option
from bronbrief.core.loopback import HIGHEST, Listening, listen
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n

PORT = 8765
ALONE = 8 * 3600.0
"""Seconds without a visitor after which a preview ends that no terminal can stop."""


@click.command("serve", cls=Command)
@click.option("--port", type=Number(0, HIGHEST), default=PORT, show_default=True)
@click.option("--open/--no-open", "opens", default=None)
@click.option("--read-only", is_flag=True)
@click.option("--install", is_flag=True)
@click.option("--uninstall", is_flag=True)
@click.option("--from-menu", is_flag=True)
@workspace_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    port: int,
    folder: Path | None,
    lang: str,
    *,
    opens: bool | None,
    read_only: bool,  # noqa: ARG001 - `_serve` reads it
    install: bool,
    uninstall: bool,
    from_menu: bool,
) -> None:
    """Write briefs in the browser, and see them as you write, beside the sources that they quote."""
    with _told_in_a_window(lang) if from_menu else contextlib.nullcontext():
        workspace = open_workspace(folder, lang)
        if install or uninstall:
            from bronbrief.cli.menu import change_menu

            change_menu(workspace, lang, install=install)
            return
        with contextlib.suppress(KeyboardInterrupt):  # the way to end it, while it starts as well
            if from_menu:
                _serve_menu(ctx, workspace)
            else:
                shows = sys.stdout.isatty() if opens is None else opens
                _serve(ctx, workspace, value_of(listen(port), None, lang), opens=shows)
        click.echo(i18n.say("views", "serve.stopped", lang), err=True)


def _serve_menu(ctx: click.Context, workspace: Workspace) -> None:
    """Open the preview of the workspace that runs already, or start one on any port that is free."""
    from bronbrief.serve import running

    root = workspace.root.resolve()
    if (url := running.running(root)) is not None:
        launch(url)
        return
    listening = listen(ctx.params["port"]).value or value_of(listen(0), None, ctx.params["lang"])
    running.note(root, listening)
    try:
        _serve(ctx, workspace, listening, opens=True, patience=ALONE)
    finally:
        running.forget(root)


def _serve(
    ctx: click.Context,
    workspace: Workspace,
    listening: Listening,
    *,
    opens: bool,
    patience: float | None = None,
) -> None:
    from bronbrief.pdf.engine import load_engine

    lang = ctx.params["lang"]
    value_of(load_engine(), None, lang)
    from bronbrief.serve.run import Manner, serve

    def ready() -> None:
        click.echo(i18n.say("views", "serve.at", lang, url=listening.url))
        if opens:
            launch(listening.entry)

    chosen = ctx.get_parameter_source("lang") is not click.core.ParameterSource.DEFAULT
    manner = Manner(lang if chosen else None, writes=not ctx.params["read_only"], patience=patience)
    serve(workspace, listening, manner, ready)


@contextlib.contextmanager
def _told_in_a_window(lang: str) -> Iterator[None]:
    """Show what goes wrong in the browser: whoever comes from the menu has no terminal to read it in."""
    heard = io.StringIO()
    try:
        with contextlib.redirect_stderr(heard):
            yield
    except click.exceptions.Exit as ending:
        if ending.exit_code:
            _show_window(heard.getvalue(), lang)
        raise
    finally:
        sys.stderr.write(heard.getvalue())


def _show_window(text: str, lang: str) -> None:
    import tempfile
    from html import escape

    title = escape(i18n.say("views", "serve.failed", lang))
    page = f'<!DOCTYPE html><html lang="{lang}"><meta charset="utf-8"><title>{title}</title>'
    with tempfile.NamedTemporaryFile(
        "w", suffix=".html", prefix="bronbrief-", delete=False, encoding="utf-8", errors="replace"
    ) as file:
        file.write(f"{page}<h1>{title}</h1><pre>{escape(text)}</pre></html>\n")
    launch(file.name)
