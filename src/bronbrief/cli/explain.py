"""`bronbrief explain`: what a diagnostic means and how to mend what it found."""

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import echo, lang_option, stop


@click.command("explain", cls=Command)
@click.argument("code")
@lang_option
def command(code: str, lang: str) -> None:
    """Say what the diagnostic CODE means, what causes it and how to mend it."""
    from bronbrief.core.findings import codes, report
    from bronbrief.core.near import nearest_first
    from bronbrief.reporting.manual import explain

    code = code.strip("[]").casefold()  # as it stands behind a finding
    if code not in codes():
        near = ", ".join(nearest_first(code, codes()).split(", ")[:3])
        stop([report("code-unknown", asked=code, codes=near)], None, lang)
    echo(explain(code, lang), nl=False)
