"""`bronbrief explain`: what a diagnostic means and how to mend what it found."""

import click

from bronbrief.cli.shared import lang_option, stop


@click.command("explain", short_help="Say what a diagnostic means, and how to mend it.")
@click.argument("code")
@lang_option
def command(code: str, lang: str) -> None:
    """Say what the diagnostic CODE means, what causes it and how to mend it."""
    from bronbrief.core.findings import MESSAGES, report
    from bronbrief.core.near import nearest_first
    from bronbrief.reporting.manual import explain

    code = code.strip("[]").casefold()  # as it stands behind a finding
    if code not in MESSAGES:
        codes = ", ".join(nearest_first(code, MESSAGES).split(", ")[:3])
        stop([report("code-unknown", asked=code, codes=codes)], None, lang)
    click.echo(explain(code, lang), nl=False)
