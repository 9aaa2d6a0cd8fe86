"""`bronbrief doctor`: says what is missing on this machine, and how to get it."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from bronbrief.cli.shared import BROKEN, DONE, lang_option
from bronbrief.pipeline.doctor import Check, State, can_build, examine

LOOKS = {State.READY: "green", State.MISSING: "bold red", State.OPTIONAL: "yellow"}
WORDS = {
    "en": {
        State.READY: "ready",
        State.MISSING: "missing",
        State.OPTIONAL: "optional",
        "none": "not found",
        "can": "Builds will work on this machine.",
        "cannot": "Builds will not work yet. What is missing: {names}.",
    },
    "nl": {
        State.READY: "in orde",
        State.MISSING: "ontbreekt",
        State.OPTIONAL: "niet nodig",
        "none": "niet gevonden",
        "can": "Bouwen zal op deze computer werken.",
        "cannot": "Bouwen zal nog niet werken. Wat ontbreekt: {names}.",
    },
}


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Write the findings as JSON.")
@lang_option
@click.pass_context
def command(ctx: click.Context, lang: str, *, as_json: bool) -> None:
    """Say what is missing on this machine, and how to get it.

    Exit 0: builds will work. Exit 2: something that they need is missing.
    """
    checks = examine(Path.cwd(), lang)
    ready = can_build(checks)
    if as_json:
        report = {"ready": ready, "checks": [asdict(check) for check in checks]}
        click.echo(json.dumps(report, indent=2, ensure_ascii=False))
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
        state = Text(WORDS[lang][check.state], LOOKS[check.state])
        table.add_row(state, Text(check.name), Text(_what(check, lang)))
    if console.is_terminal:
        console.print(table)
    else:
        click.echo("\n".join(_line(check, lang) for check in checks))
    click.echo(_closing(checks, lang))


def _line(check: Check, lang: str) -> str:
    return f"{WORDS[lang][check.state]:<10}  {check.name}: {_what(check, lang)}"


def _what(check: Check, lang: str) -> str:
    """Return what was found, and the cure where that does not do."""
    found = check.found or WORDS[lang]["none"]
    return f"{found}. {check.cure}" if check.cure else found


def _closing(checks: tuple[Check, ...], lang: str) -> str:
    missing = [check.name for check in checks if check.state is State.MISSING]
    return WORDS[lang]["cannot" if missing else "can"].format(names=", ".join(missing))
