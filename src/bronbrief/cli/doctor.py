"""`bronbrief doctor`: says what is missing on this machine, and how to get it."""

from dataclasses import asdict
from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import BROKEN, DONE, echo, lang_option
from bronbrief.locale import i18n
from bronbrief.pipeline.doctor import Check, State, can_build, examine

LOOKS = {State.READY: "green", State.MISSING: "bold red", State.OPTIONAL: "yellow"}


@click.command("doctor", cls=Command)
@click.option("--json", "as_json", is_flag=True)
@lang_option
@click.pass_context
def command(ctx: click.Context, lang: str, *, as_json: bool) -> None:
    """Say what is missing on this machine, and how to get it."""
    checks = examine(Path.cwd(), lang)
    ready = can_build(checks)
    if as_json:
        report = {"ready": ready, "checks": [asdict(check) for check in checks]}
        from bronbrief.reporting.json import dumps

        click.echo(dumps(report))
    else:
        _show(checks, lang)
    ctx.exit(DONE if ready else BROKEN)


def _show(checks: tuple[Check, ...], lang: str) -> None:
    """Write a table on a terminal, plain lines elsewhere, and the verdict."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    table = Table(box=None, pad_edge=False, show_header=False)
    for check in checks:
        state = Text(_state(check, lang), LOOKS[check.state])
        table.add_row(state, Text(check.name), Text(_what(check, lang)))
    if console.is_terminal:
        console.print(table)
    else:
        echo("\n".join(_line(check, lang) for check in checks))
    echo(_closing(checks, lang))


def _line(check: Check, lang: str) -> str:
    return f"{_state(check, lang):<10}  {check.name}: {_what(check, lang)}"


def _state(check: Check, lang: str) -> str:
    return i18n.say("doctor", f"state.{check.state}", lang)


def _what(check: Check, lang: str) -> str:
    """Return what was found, and the cure where that does not do."""
    found = check.found or i18n.say("doctor", "none", lang)
    return f"{found}. {check.cure}" if check.cure else found


def _closing(checks: tuple[Check, ...], lang: str) -> str:
    missing = [check.name for check in checks if check.state is State.MISSING]
    return i18n.say("doctor", "cannot" if missing else "can", lang, names=", ".join(missing))
