"""`bronbrief open`: the PDF or the web page of a brief, as it was last built."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.shared import BROKEN, echo, open_workspace, stop, with_workspace
from bronbrief.core.diagnostics import report
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace
from bronbrief.locale import i18n
from bronbrief.pipeline.build_record import CONTENTS

EXPLORER = "explorer.exe"


@click.command("open", cls=Command)
@click.argument("brief", metavar="[BRIEF]", required=False, shell_complete=completing.briefs)
@click.option("--html", "as_page", is_flag=True)
@with_workspace
@click.pass_context
def command(ctx: click.Context, brief: str | None, folder: Path | None, lang: str, *, as_page: bool) -> None:
    """Open the PDF of BRIEF as it was last built, or the list of all briefs."""
    workspace = open_workspace(folder, lang)
    name = _named(workspace, brief, lang) if brief else None
    path = f"{BUILD}/{name}/{name}.{'html' if as_page else 'pdf'}" if name else CONTENTS
    try:
        file = workspace.resolve(path)
    except FileProblemError as problem:
        stop([problem.diagnostic], workspace, lang)
    if not file.is_file():
        cure = f"bronbrief build {name or ''}".rstrip()
        stop([report("not-built", path=path, command=cure)], workspace, lang)
    opened = launch(str(file))
    echo(i18n.say("views", "open.opened" if opened else "open.alone", lang, path=path))
    if not opened:
        ctx.exit(BROKEN)


def _named(workspace: Workspace, asked: str, lang: str) -> str:
    """Return the name of the brief that is asked for, or stop with the nearest one that there is."""
    from bronbrief.pipeline.choose import choose
    from bronbrief.spec.paths import brief_name, spec_paths

    chosen = choose(workspace, spec_paths(workspace), [asked], Path.cwd())
    return brief_name(chosen.value[0]) if chosen.value else stop(chosen.diagnostics, workspace, lang)


def launch(target: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Open an address or the absolute path of a file, and tell whether there was anything to do it with.

    Where there is no desktop nothing is tried: what would open the page then takes over the terminal.
    """
    if sys.platform == "linux":
        if "WSL_DISTRO_NAME" in environ and shutil.which(EXPLORER):
            # It ends with 1 whatever it did.
            subprocess.run([EXPLORER, _for_windows(target)], check=False)  # noqa: S603 - an address of ours
            return True
        desktop = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
        if not desktop or not shutil.which("xdg-open"):
            return False
    return click.launch(target) == 0


def _for_windows(target: str) -> str:
    if not target.startswith("/"):
        return target
    command = ["wslpath", "-w", target]
    named = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - as above
    return named.stdout.strip() or target
