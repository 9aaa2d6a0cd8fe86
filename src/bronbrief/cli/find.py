"""`bronbrief find`: search all sources, and turn what is found into excerpts ready to paste."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Number
from bronbrief.cli.shared import BROKEN, DONE, echo, open_workspace, show, stop, value_of, with_workspace
from bronbrief.core.diagnostics import Diagnostic, has_errors, report
from bronbrief.core.workspace import Workspace

LIMIT, MOST = 10, 300
NOT_FOUND = 1
"""As grep ends: 0 found, 1 not, 2 trouble."""


@click.command("find", cls=Command)
@click.argument("words", nargs=-1, required=True, metavar="TEXT...")
@click.option("--source", "-s", "source_id", metavar="ID", shell_complete=completing.sources)
@click.option("--limit", "-n", type=Number(1, MOST))
@click.option("--yaml", "as_yaml", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@with_workspace
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    folder: Path | None,
    lang: str,
    *,
    source_id: str | None,
    limit: int | None,
    as_yaml: bool,
    as_json: bool,
) -> None:
    """Search the sources for passages that hold all the words of TEXT."""
    workspace = open_workspace(folder, lang)
    from bronbrief.cli import find_views
    from bronbrief.sources.search_words import read_query

    text = " ".join(words)
    if not read_query(text):
        stop([report("search-empty", text=text)], workspace, lang)
    name = _source(workspace, source_id, lang) if source_id else None
    found = find_views.look(workspace, text, name, limit or (1 if as_yaml else LIMIT), lang)
    findings = found.diagnostics
    if as_yaml:
        from bronbrief.authoring.excerpt_yaml import excerpts_of

        excerpts = excerpts_of(workspace, found.hits)
        findings += excerpts.diagnostics
        click.echo("".join(f"  # {one.place}\n{one.yaml}" for one in excerpts.value or ()), nl=False)
    elif as_json:
        from bronbrief.reporting.json import dumps
        from bronbrief.sources import as_data

        click.echo(dumps(as_data.found(text, found)))
    else:
        click.echo(find_views.listing(found.hits, rich=sys.stdout.isatty()), nl=False)
    echo("" if as_json else find_views.remarks(text, found, lang), nl=False, err=True)
    show(findings, workspace, lang)
    ctx.exit(_ending(found.hits, findings))


def _ending(hits: Sequence[object], findings: Sequence[Diagnostic]) -> int:
    """Return the exit code: that nothing was found is not said where not all was searched."""
    if hits:
        return BROKEN if has_errors(findings) else DONE
    return BROKEN if findings else NOT_FOUND


def _source(workspace: Workspace, source_id: str, lang: str) -> str:
    """Return the id of the source named by its id or path, or stop with the nearest one that there is."""
    from bronbrief.sources.catalogue import named_source

    return value_of(named_source(workspace, source_id), workspace, lang)
