"""What the commands share: the workspace, the language, and how findings reach the user."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any, NoReturn, TypeVar

import click

from bronbrief.cli.commands import default_lang
from bronbrief.cli.param_types import Language
from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors, report, unwritable
from bronbrief.core.workspace import FileProblemError, Workspace, find_workspace

Function = TypeVar("Function", bound=Callable[..., Any])
T = TypeVar("T")

DONE, WRONG, BROKEN = 0, 1, 2

lang_option = click.option(
    "--lang",
    type=Language(),
    default=lambda: default_lang(os.environ),
    show_default="lang_default",
)
workspace_option = click.option("--workspace", "folder", type=click.Path(path_type=Path), metavar="DIR")
quiet_option = click.option("--quiet", "-q", is_flag=True)


def with_workspace(command: Function) -> Function:
    """Give a command the options `--workspace` (as `folder`) and `--lang`."""
    return workspace_option(lang_option(command))


def open_workspace(folder: Path | None, lang: str) -> Workspace:
    """Return the workspace named, or the nearest one from the current folder upwards, or stop with 2."""
    start = Path.cwd() if folder is None else folder.absolute()
    root = find_workspace(start)
    if root is None or (folder is not None and root.resolve() != folder.resolve()):
        stop([report("workspace-missing", folder=folder or start)], None, lang)
    return Workspace(root)


def stop(diagnostics: Iterable[Diagnostic], workspace: Workspace | None, lang: str) -> NoReturn:
    """Show what is wrong with the command line or the machine, and end with exit code 2."""
    show(diagnostics, workspace, lang)
    raise click.exceptions.Exit(BROKEN)


def value_of(outcome: Outcome[T], workspace: Workspace | None, lang: str) -> T:
    """Return the value of an outcome; where there is none, show why and end with exit code 2."""
    return outcome.value if outcome.value is not None else stop(outcome.diagnostics, workspace, lang)


def show(
    diagnostics: Iterable[Diagnostic],
    workspace: Workspace | None,
    lang: str,
    stream: IO[str] | None = None,
) -> None:
    """Show findings, on standard error unless told otherwise, in colour only on a terminal."""
    found = tuple(diagnostics)
    if not found:
        return
    out = stream or sys.stderr
    if out.isatty():
        from rich.console import Console

        from bronbrief.reporting import colour

        colour.show(Console(file=out), found, workspace, lang)
    else:
        from bronbrief.reporting import terminal

        click.echo(terminal.render(found, workspace, lang), file=out, nl=False)


def echo(text: str, *, nl: bool = True, err: bool = False, files: Mapping[str, Path] | None = None) -> None:
    """Print lines for people: no name or text in them steers the terminal. For lines without colours.

    A line that ends with the name of one of the `files` leads to it, where the terminal takes links.
    """
    from bronbrief.reporting.excerpt import printable

    safe = "\n".join("\t".join(map(printable, line.split("\t"))) for line in text.split("\n"))
    if files and sys.stdout.isatty():
        from bronbrief.reporting.links import ends_linked, takes_links

        safe = ends_linked(safe, files) if takes_links(sys.stdout) else safe
    click.echo(safe, nl=nl, err=err)


def write_output(output: Path, text: str, lang: str) -> None:
    """Write a file that the user named, or stop with 2; what lies in a workspace does not lead out of it."""
    root = find_workspace(Path(os.path.normpath(output.absolute())).parent)
    workspace = Workspace(root) if root else None
    inside = workspace.relative(output) if workspace else None
    try:
        if workspace is not None and inside is not None:
            workspace.write(inside, text.encode())
        else:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(text, encoding="utf-8")
    except FileProblemError as problem:
        stop([problem.diagnostic], workspace, lang)
    except OSError as error:
        stop([unwritable(output, error)], workspace, lang)


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """Return 1 where any finding is an error in the user's input, else 0."""
    return WRONG if has_errors(diagnostics) else DONE
