"""`bronbrief add`: a document becomes a source."""

from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import echo, open_workspace, quiet_option, show, stop, with_workspace
from bronbrief.locale import i18n


@click.command("add", cls=Command)
@click.argument("file")
@click.option("--id", "source_id", metavar="ID")
@click.option("--title", metavar="TEXT")
@click.option("--author", metavar="TEXT")
@click.option("--publisher", metavar="TEXT")
@click.option("--date", metavar="EDTF")
@click.option("--url", metavar="URL")
@click.option("--kind", metavar="KIND")
@click.option("--language", "language", metavar="LANG")
@click.option("--licence", metavar="TEXT")
@click.option("--country", "countries", multiple=True, metavar="CC")
@quiet_option
@with_workspace
def command(
    file: str,
    folder: Path | None,
    lang: str,
    *,
    source_id: str | None,
    language: str | None,
    countries: tuple[str, ...],
    quiet: bool,
    **facts: str | None,
) -> None:
    """Take the document FILE into seeds/: its text, and a record of what it says of itself."""
    workspace = open_workspace(folder, lang)
    from bronbrief.intake.add import Request, take_in

    given = {
        key: value.strip() for key, value in (facts | {"lang": language}).items() if value and value.strip()
    }
    taken = take_in(workspace, Request(file, source_id or "", given, countries, lang))
    if taken.value is None:
        stop(taken.diagnostics, workspace, lang)
    show(taken.diagnostics, workspace, lang)
    if quiet:
        return
    source = taken.value.source
    counts = {"words": source.word_count, "passages": len(source.passages)}
    echo(i18n.say("views", "add.done", lang, name=Path(file).name, id=source.id, **counts))
    for path in taken.value.paths:
        echo(f"  {path}")
    if taken.value.to_do:
        echo("\n" + i18n.say("views", "add.todo", lang, path=taken.value.record_path))
        for one in taken.value.to_do:
            stands = f"{one.key}: {one.value}" if one.value else f"{one.key}:"
            echo(f"  {taken.value.record_path}:{one.line}  {stands}  ({one.reason})")
    echo("\n" + i18n.say("views", "add.next", lang, id=source.id))
