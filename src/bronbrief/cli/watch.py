"""`bronbrief watch`: build, and build again whenever something that was read changes."""

import threading
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from bronbrief.cli.build import briefs_and_formats
from bronbrief.cli.shared import open_workspace, quiet_option, show, with_workspace
from bronbrief.core.diagnostics import Diagnostic

WORDS = {
    "en": {
        "all": "first build",
        "after": "{files} changed",
        "more": "{files} and {count} more",
        "seconds": "{seconds:.1f} s",
        "point": ".",
        "waiting": "Waiting for changes; stop with Ctrl+C.",
        "stopped": "Stopped. What was built is whole.",
    },
    "nl": {
        "all": "eerste keer",
        "after": "{files} gewijzigd",
        "more": "{files} en nog {count}",
        "seconds": "{seconds:.1f} s",
        "point": ",",
        "waiting": "Wacht op wijzigingen; stop met Ctrl+C.",
        "stopped": "Gestopt. Wat gebouwd is, is heel.",
    },
}
SHOWN = 3


@click.command("watch", short_help="Build, and build again after every change.")
@briefs_and_formats
@quiet_option
@with_workspace
def command(
    briefs: tuple[str, ...], formats: tuple[str, ...], folder: Path | None, lang: str, *, quiet: bool
) -> None:
    """Build briefs, all of them where none is named, and build again after every change.

    Exactly those files are watched that the last build read, also those that it did not find. One line is
    printed for each build, after its findings; advice is given once. Stop with Ctrl+C: what was built is
    whole.
    """
    workspace = open_workspace(folder, lang)
    from bronbrief.authoring.watch import Rebuild, rebuilds
    from bronbrief.cli import outcome
    from bronbrief.pipeline.options import Options

    told: list[Diagnostic] = []

    def tell(turn: Rebuild) -> None:
        found = turn.report.diagnostics
        show([one for one in found if one.is_error or one not in told], workspace, lang)
        told[:] = found
        if not quiet:
            came = outcome.as_text(turn.report, lang).splitlines()[-1]
            click.echo(f"{_line(turn.changed, turn.seconds, lang)}: {came}")
            if not turn.changed:
                click.echo(WORDS[lang]["waiting"])

    stop = threading.Event()
    try:
        for turn in rebuilds(workspace, briefs, Options(formats, Path.cwd()), stop):
            tell(turn)
    except KeyboardInterrupt:
        stop.set()
        click.echo(WORDS[lang]["stopped"], err=True)


def _line(changed: Iterable[str], seconds: float, lang: str) -> str:
    """Write when a build ended, why it was made and how long it took."""
    words, names = WORDS[lang], list(changed)
    files = ", ".join(names[:SHOWN])
    if len(names) > SHOWN:
        files = words["more"].format(files=files, count=len(names) - SHOWN)
    why = words["after"].format(files=files) if names else words["all"]
    took = words["seconds"].format(seconds=seconds).replace(".", words["point"])
    return f"{datetime.now().astimezone():%H:%M:%S}  {why}, {took}"
