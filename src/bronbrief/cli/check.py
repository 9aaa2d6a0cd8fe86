"""`bronbrief check`: find everything that is wrong, mend what has an exact cure, and publish nothing."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Choice
from bronbrief.cli.shared import echo, open_workspace, quiet_option, show, with_workspace
from bronbrief.core.diagnostics import has_errors
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n

if TYPE_CHECKING:
    from bronbrief.pipeline.report import BuildReport

ROUNDS = 20  # a cure can bring to light what a slip in YAML hid
FORMATS = ("text", "json", "github", "sarif")


@click.command("check", cls=Command)
@click.argument("briefs", nargs=-1, metavar="[BRIEF]...", shell_complete=completing.briefs)
@click.option("--format", "form", type=Choice(FORMATS), default="text")
@click.option("--json", "form", flag_value="json")
@click.option("--strict", is_flag=True)
@click.option("--force", is_flag=True)
@click.option("--fix", is_flag=True)
@click.option("--yes", is_flag=True)
@quiet_option
@with_workspace
@click.pass_context
def command(
    ctx: click.Context,
    briefs: tuple[str, ...],
    form: str,
    folder: Path | None,
    lang: str,
    *,
    strict: bool,
    force: bool,
    fix: bool,
    yes: bool,
    quiet: bool,
) -> None:
    """Find everything that is wrong with briefs, all of them where none is named; publish nothing."""
    workspace = open_workspace(folder, lang)
    from bronbrief.cli import run_views
    from bronbrief.cli.progress import shown_progress
    from bronbrief.pipeline.options import Options
    from bronbrief.pipeline.run import check

    def checked() -> "BuildReport":
        with shown_progress(lang, hidden=quiet or form != "text") as progress:
            return check(Workspace(workspace.root), briefs, Options((), Path.cwd(), progress, force=force))

    report = _mended(workspace, checked, lang, yes=yes) if fix else checked()
    report = report.strict() if strict else report
    if form == "text":
        show(report.diagnostics, workspace, lang, stream=sys.stdout)
        if not quiet:
            echo(run_views.as_text(report, lang), nl=False)
    else:
        click.echo(run_views.for_programs(report, form, lang), nl=False)
    ctx.exit(report.exit_code)


def _mended(
    workspace: Workspace, checked: "Callable[[], BuildReport]", lang: str, *, yes: bool
) -> "BuildReport":
    """Check, show what the exact cures would change, and write it where that is wanted; then check again."""
    from bronbrief.authoring.editing import fixed, save

    report = checked()
    for _ in range(ROUNDS):
        edits = fixed(workspace, report.diagnostics)
        if not edits:
            break
        for edit in edits:
            echo(edit.diff(), err=True)
        asked = sys.stdin.isatty() and sys.stderr.isatty() and not yes
        if not yes and not (asked and click.confirm(i18n.say("views", "check.write", lang), err=True)):
            break
        written = [save(workspace, edit.path, edit.after.encode(), edit.sha256) for edit in edits]
        refused = tuple(one for outcome in written for one in outcome.diagnostics)
        show(refused, workspace, lang)
        if has_errors(refused):
            break
        report = checked()
    return report
