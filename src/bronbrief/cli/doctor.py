"""`bronbrief doctor`: says what is missing on this machine, and how to get it."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from bronbrief.pipeline.machine import Check, State, can_build, examine

LOOKS = {State.READY: "green", State.MISSING: "bold red", State.OPTIONAL: "yellow"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write the findings as JSON.")
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """Say what is missing on this machine, and how to get it.

    Exit 0: builds will work. Exit 2: something that they need is missing.
    """
    from rich.console import Console

    checks = examine(Path.cwd())
    ready = can_build(checks)
    console = Console()
    if as_json:
        report = {"ready": ready, "checks": [asdict(check) for check in checks]}
        click.echo(json.dumps(report, indent=2, ensure_ascii=False))
    elif console.is_terminal:
        console.print(_table(checks))
        console.print(_closing(checks), markup=False)
    else:
        for check in checks:
            click.echo(_line(check))
        click.echo(_closing(checks))
    ctx.exit(0 if ready else 2)


def _table(checks: tuple[Check, ...]) -> Any:
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    for check in checks:
        state = f"[{LOOKS[check.state]}]{check.state}[/]"
        table.add_row(state, escape(check.name), escape(check.cure or check.found))
    return table


def _line(check: Check) -> str:
    return f"{check.state:<9} {check.name}: {check.found or 'not found'}" + (
        f". {check.cure}" if check.cure else ""
    )


def _closing(checks: tuple[Check, ...]) -> str:
    missing = [check.name for check in checks if check.state is State.MISSING]
    if missing:
        return f"Builds will not work yet: {', '.join(missing)} missing."
    return "Builds will work on this machine."
