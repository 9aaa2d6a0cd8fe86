"""`bronbrief add`: a document becomes a source."""

from pathlib import Path

import click

from bronbrief.cli.shared import open_workspace, quiet_option, show, stop, with_workspace

SAID = {
    "en": {
        "done": "Took in {name} as {id} (words: {words}, passages: {passages}).",
        "todo": "For you to look at, in {path}:",
        "next": "See its passages with:  bronbrief sources {id}",
    },
    "nl": {
        "done": "{name} opgenomen als {id} (woorden: {words}, passages: {passages}).",
        "todo": "Om na te kijken, in {path}:",
        "next": "Bekijk de passages met:  bronbrief sources {id}",
    },
}


@click.command("add")
@click.argument("file")
@click.option("--id", "source_id", metavar="ID", help="The id; left out, made of the file's name.")
@click.option("--title", metavar="TEXT", help="The title, as the document states it.")
@click.option("--author", metavar="TEXT", help="Who wrote it.")
@click.option("--publisher", metavar="TEXT", help="Who published it.")
@click.option("--date", metavar="EDTF", help="The date of the document: 2024, 2024-03, 2024-03-15, 2021~.")
@click.option("--url", metavar="URL", help="Where it stands on the web. Nothing is fetched from there.")
@click.option("--kind", metavar="KIND", help="news, parliamentary-question, letter, report or web.")
@click.option("--language", "language", metavar="LANG", help="The language of the document: nl, nl-BE, en, …")
@click.option("--licence", metavar="TEXT", help="Under which terms it may be used.")
@click.option(
    "--country", "countries", multiple=True, metavar="CC", help="A country it is about; may be repeated."
)
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
    """Take the document FILE into seeds/: its text, and a record of what it says of itself.

    FILE is .txt, .md, .html, .pdf or .docx. What the file does not tell is left empty in the record and
    listed here. The document itself is kept beside the text. Nothing is overwritten.
    """
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
    said, source = SAID[lang], taken.value.source
    passages = len(source.passages)
    name = Path(file).name
    click.echo(said["done"].format(name=name, id=source.id, words=source.word_count, passages=passages))
    for path in taken.value.paths:
        click.echo(f"  {path}")
    if taken.value.to_do:
        click.echo("\n" + said["todo"].format(path=taken.value.record_path))
        for one in taken.value.to_do:
            stands = f"{one.key}: {one.value}" if one.value else f"{one.key}:"
            click.echo(f"  {taken.value.record_path}:{one.line}  {stands}  ({one.reason})")
    click.echo("\n" + said["next"].format(id=source.id))
