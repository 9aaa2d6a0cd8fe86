"""The command `bronbrief`: finds the subcommand, and turns every way to end into an exit code.

Commands are loaded when they are asked for, so that `bronbrief --version` imports none of the libraries
that building needs.
"""

import importlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

import click

from bronbrief.cli import usage
from bronbrief.cli.commands import Command, default_lang, lang_of
from bronbrief.cli.param_types import Language
from bronbrief.cli.shared import BROKEN, DONE, show
from bronbrief.core.diagnostics import report
from bronbrief.core.machine_limits import refused_by_machine
from bronbrief.core.processes import keep_current_folder_off_path
from bronbrief.locale import i18n

NAME = "bronbrief"
GROUPS = {
    "begin": ("init", "add", "new"),
    "write": ("serve", "watch", "sources", "find", "templates", "fonts", "schema"),
    "check": ("check", "explain"),
    "deliver": ("build", "open", "dossier", "verify", "inspect"),
    "around": ("help", "doctor", "completion", "mcp"),
}
"""The commands by the work that they are for, in the order in which a user meets them."""
COMMANDS = tuple(name for names in GROUPS.values() for name in names)
INTERRUPTED = 130  # 128 + SIGINT, as shells report it
AGAIN = 0.01  # seconds
PIPE_CLOSED = 141  # 128 + SIGPIPE
_heard: list[int] = []


class LazyGroup(Command, click.Group):
    """A group whose commands are modules of `bronbrief.cli`, imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands in the order that a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command's module and return its `command`; None for a name that is not a command."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"bronbrief.cli.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)  # noqa: S101
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by the work that they are for; none of them is imported for it."""
        said = i18n.words("commands", lang_of(ctx))
        width = max(map(len, COMMANDS))
        for group, names in GROUPS.items():
            with formatter.section(said["groups"][group]):
                formatter.write_dl([(name.ljust(width), said[name]["short"]) for name in names])


@click.group(
    NAME,
    cls=LazyGroup,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    no_args_is_help=True,
    invoke_without_command=True,
)
@click.version_option(None, "--version", "-V", package_name="bronbrief", message="%(prog)s %(version)s")
@click.option("--lang", type=Language())
@click.option("--debug", is_flag=True)
@click.pass_context
def command(ctx: click.Context, *, lang: str | None, debug: bool) -> None:  # noqa: ARG001 - run() reads it
    """Policy briefs in which every quotation is cut from a named source and proven."""
    if ctx.invoked_subcommand is None:
        raise click.UsageError(i18n.say("usage", "commandless", lang_of(ctx)))
    if lang is not None:
        ctx.default_map = {name: {"lang": lang} for name in COMMANDS}


def main() -> None:
    """Run the command line and exit: 0 done, 1 findings, 2 usage or a broken machine."""
    keep_current_folder_off_path()
    vars(sys.modules["__main__"]).pop("__file__", None)  # a worker would run that script again
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # `nohup` has it ignored
            signal.signal(number, _end)
    signal.signal(signal.SIGALRM, _end_again)
    sys.unraisablehook = _unraised
    code = run(sys.argv[1:])
    sys.exit(_heard[0] if _heard else code)  # a library that was waiting may have taken it for Ctrl-C


def _end(number: int, _frame: FrameType | None) -> None:
    """End as Ctrl-C does, with everything tidied up that was begun; as shells report it."""
    _heard.append(128 + number)
    sys.exit(128 + number)


def _unraised(lost: "sys.UnraisableHookArgs") -> None:
    """Say once more what would end this command, where a callback of the interpreter lost it."""
    if isinstance(lost.exc_value, SystemExit | KeyboardInterrupt):
        signal.setitimer(signal.ITIMER_REAL, AGAIN)
    else:
        sys.__unraisablehook__(lost)


def _end_again(_number: int, _frame: FrameType | None) -> None:
    if _heard:
        sys.exit(_heard[0])
    raise KeyboardInterrupt


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; an expected mistake never shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = _perform(arguments)
        if sys.stdout is not None:  # closed by whoever began this
            sys.stdout.flush()
    except click.ClickException as error:
        usage.show(error, click.Context(command, info_name=NAME, obj=usage.language(arguments, os.environ)))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write(i18n.say("outcome", "stopped", default_lang(os.environ)) + "\n")
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except Exception as error:  # noqa: BLE001 - the last stop for our own mistakes
        return _ended_by(error, arguments)
    return code


def _ended_by(error: Exception, arguments: Sequence[str]) -> int:
    """Say what ended the command: the machine, or a mistake of ours."""
    reason = refused_by_machine(error)
    if reason is None:
        return _crashed(error, debug="--debug" in arguments)
    show([report("machine-refused", reason=reason)], None, usage.language(arguments, os.environ))
    return BROKEN


def _stands_somewhere() -> bool:
    """Tell whether the current folder still is; where it is not, stand elsewhere, to be able to say so."""
    try:
        return bool(os.getcwd())  # noqa: PTH109
    except OSError:
        os.chdir(os.sep)
        return False


def _perform(arguments: Sequence[str]) -> int:
    """Invoke the command, or answer a shell that asks how to complete it; return the exit code."""
    if not _stands_somewhere():
        show([report("folder-gone")], None, usage.language(arguments, os.environ))
        return BROKEN
    if asked := os.environ.get("_BRONBRIEF_COMPLETE"):
        from click.shell_completion import shell_complete

        return shell_complete(command, {}, NAME, "_BRONBRIEF_COMPLETE", asked)
    try:
        with command.make_context(
            NAME, list(arguments), obj=usage.language(arguments, os.environ)
        ) as context:
            command.invoke(context)
    except click.exceptions.Exit as ending:
        return ending.exit_code
    return DONE


def _pipe_closed() -> int:
    """Keep the interpreter from complaining about the closed pipe when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _crashed(error: Exception, *, debug: bool) -> int:
    import traceback

    text = "".join(traceback.format_exception(error))
    if debug:
        sys.stderr.write(text)
    path = "stderr" if debug else _keep(text)
    summary = f"{type(error).__name__}: {error}".splitlines()[0]
    sys.stderr.write(i18n.say("outcome", "crashed", default_lang(os.environ), error=summary, path=path))
    return BROKEN


def _keep(text: str) -> str:
    """Write a traceback where it can be written even if the workspace cannot."""
    import tempfile

    try:
        handle, name = tempfile.mkstemp(prefix="bronbrief-crash-", suffix=".txt", text=True)
        os.close(handle)
        Path(name).write_text(text, encoding="utf-8")
    except OSError:
        sys.stderr.write(text)
        return "stderr"
    return name
