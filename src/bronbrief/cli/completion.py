"""`bronbrief completion`: let a shell complete commands, options, briefs, sources, templates and codes."""

import os
import shlex
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Choice
from bronbrief.cli.shared import echo, lang_option, stop, value_of
from bronbrief.core.diagnostics import report
from bronbrief.core.own_files import put_own, remove_own, user_base
from bronbrief.locale import i18n

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_BRONBRIEF_COMPLETE"
MARK = "# made by: bronbrief completion\n"


@click.command("completion", cls=Command)
@click.argument("shell", metavar="[SHELL]", required=False, type=Choice(SHELLS))
@click.option("--install", is_flag=True)
@click.option("--uninstall", is_flag=True)
@lang_option
@click.pass_context
def command(ctx: click.Context, shell: str | None, lang: str, *, install: bool, uninstall: bool) -> None:
    """Write what lets SHELL complete what is typed, or put it where that shell looks for it."""
    named = shell or Path(os.environ.get("SHELL", "")).name
    if named not in SHELLS:
        raise click.UsageError(i18n.say("usage", "choice", lang, value=named, known=", ".join(SHELLS)), ctx)
    if not install and not uninstall:
        click.echo(_script(named, ctx), nl=False)
        return
    try:
        path = _place(named)
    except RuntimeError as error:
        stop([report("output-unwritable", path="~", reason=error)], None, lang)
    if uninstall:
        removed = value_of(remove_own(path, MARK.encode()), None, lang)
        echo(i18n.say("views", "own.removed" if removed else "own.none", lang, path=path))
        return
    value_of(put_own(path, _script(named, ctx).encode(), MARK.encode()), None, lang)
    echo(
        i18n.say(
            "views",
            f"completion.{named}",
            lang,
            path=path,
            quoted=shlex.quote(str(path)),
            folder=shlex.quote(str(path.parent)),
        ),
        nl=False,
    )


def _script(shell: str, ctx: click.Context) -> str:
    """Return the script for a shell; `click` makes it."""
    known = get_completion_class(shell)
    assert known is not None  # noqa: S101
    top = ctx.find_root()
    return known(top.command, {}, "bronbrief", VARIABLE).source().rstrip() + f"\n\n{MARK}"


def _place(shell: str) -> Path:
    """Return where a shell looks for the completions of its user."""
    data = user_base("XDG_DATA_HOME", "~/.local/share")
    if shell == "fish":
        return user_base("XDG_CONFIG_HOME", "~/.config") / "fish" / "completions" / "bronbrief.fish"
    if shell == "zsh":
        return data / "zsh" / "site-functions" / "_bronbrief"
    folder = os.environ.get("BASH_COMPLETION_USER_DIR", "")
    return (Path(folder) if folder else data / "bash-completion") / "completions" / "bronbrief"
