"""`bronbrief watch`: build, and build again whenever something that was read changes."""

import threading
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path

import click

from bronbrief.cli.build import briefs_and_formats
from bronbrief.cli.commands import Command
from bronbrief.cli.shared import echo, open_workspace, quiet_option, show, with_workspace
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.locale import i18n

SHOWN = 3


@click.command("watch", cls=Command)
@briefs_and_formats
@quiet_option
@with_workspace
def command(
    briefs: tuple[str, ...], formats: tuple[str, ...], folder: Path | None, lang: str, *, quiet: bool
) -> None:
    """Build briefs, all of them where none is named, and build again after every change."""
    workspace = open_workspace(folder, lang)
    from bronbrief.authoring.watch import Rebuild, rebuilds
    from bronbrief.cli import run_views
    from bronbrief.pipeline.options import Options

    told: list[Diagnostic] = []

    def tell(turn: Rebuild) -> None:
        found = turn.report.diagnostics
        show([one for one in found if one.is_error or one not in told], workspace, lang)
        told[:] = found
        if not quiet:
            came = run_views.as_text(turn.report, lang).splitlines()[-1]
            gone = frozenset(one for one in turn.changed if not workspace.has(one))
            echo(f"{_line(turn.changed, gone, turn.seconds, lang)}: {came}")
            if not turn.changed:
                echo(_say("waiting", lang))

    stop = threading.Event()
    try:
        for turn in rebuilds(workspace, briefs, Options(formats, Path.cwd()), stop):
            tell(turn)
    except KeyboardInterrupt:
        stop.set()
        echo(_say("stopped", lang), err=True)


def _line(changed: Iterable[str], gone: AbstractSet[str], seconds: float, lang: str) -> str:
    """Write when a build ended, why it was made and how long it took."""
    ways = {"after": [one for one in changed if one not in gone], "gone": sorted(gone)}
    said = [_say(way, lang, files=_listed(names, lang)) for way, names in ways.items() if names]
    why = ", ".join(said) or _say("all", lang)
    took = _say("seconds", lang, seconds=f"{seconds:.1f}".replace(".", i18n.say("language", "decimal", lang)))
    return f"{datetime.now().astimezone():%H:%M:%S}  {why}, {took}"


def _listed(names: list[str], lang: str) -> str:
    files = ", ".join(names[:SHOWN])
    return _say("more", lang, files=files, count=len(names) - SHOWN) if len(names) > SHOWN else files


def _say(key: str, lang: str, **values: object) -> str:
    return i18n.say("views", f"watch.{key}", lang, **values)
