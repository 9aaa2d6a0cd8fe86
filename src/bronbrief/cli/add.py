"""`bronbrief add`: documents become sources, or a newer version of one."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Choice
from bronbrief.cli.shared import echo, open_workspace, quiet_option, show, stop, value_of, with_workspace
from bronbrief.core.meant_dates import meant_date
from bronbrief.core.workspace import Workspace, is_folder
from bronbrief.locale import i18n

if TYPE_CHECKING:
    from bronbrief.intake.add import Intake, Request
    from bronbrief.intake.record import Known

ASKED = ("title", "publisher", "date", "kind")
# What few documents have is asked about only where a document states it.
ASKED_IF_STATED = ("identifier",)
# What is said of one document cannot be said of several.
OF_ONE = ("title", "identifier", "archived")
PASTED = "-"


@click.command("add", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--id", "source_id", metavar="ID")
@click.option("--replace", "replaced", metavar="ID", shell_complete=completing.sources)
@click.option("--title", metavar="TEXT")
@click.option("--author", metavar="TEXT")
@click.option("--publisher", metavar="TEXT")
@click.option("--date", metavar="EDTF")
@click.option("--identifier", metavar="TEXT")
@click.option("--part-of", "part_of", metavar="TEXT")
@click.option("--url", metavar="URL")
@click.option("--retrieved", metavar="DAY")
@click.option("--archived", metavar="URL")
@click.option("--kind", metavar="KIND")
@click.option("--text-lang", "--language", "language", metavar="LANG")
@click.option("--csl", metavar="FILE")
@click.option("--licence", metavar="TEXT")
@click.option("--country", "countries", multiple=True, metavar="CC")
@click.option("--changes", type=click.Choice(["accept", "reject"]))
@click.option("--no-input", is_flag=True)
@quiet_option
@with_workspace
def command(
    files: tuple[str, ...],
    folder: Path | None,
    lang: str,
    *,
    csl: str | None,
    source_id: str | None,
    replaced: str | None,
    language: str | None,
    countries: tuple[str, ...],
    changes: str | None,
    no_input: bool,
    quiet: bool,
    **facts: str | None,
) -> None:
    """Take each document FILE into seeds/: its text, and a record of what it says of itself."""
    workspace = open_workspace(folder, lang)
    from bronbrief.intake.add import Request, take_in

    given = {
        key: value.strip() for key, value in (facts | {"lang": language}).items() if value and value.strip()
    }
    request = Request(files[0], replaced or source_id or "", given, countries, lang, changes or "", csl or "")
    if len(files) > 1 or is_folder(files[0]):
        _take_all(workspace, files, request, quiet=quiet, replacing=bool(replaced))
    if files[0] == PASTED:
        request = _pasted(workspace, request)
    if replaced:
        from bronbrief.authoring.replacement import replace_and_compare

        _refuse_facts(workspace, lang, given | ({"csl": csl} if csl else {}), source_id)
        taken = replace_and_compare(workspace, request)
    else:
        asking = not no_input and request.pasted is None and sys.stdin.isatty() and sys.stdout.isatty()
        taken = take_in(workspace, request, _Asker(workspace, given, lang) if asking else None)
    intake = value_of(taken, workspace, lang)
    show(taken.diagnostics, workspace, lang)
    if not quiet:
        _tell(intake, request.path.name, lang, replaced=bool(replaced))


def _take_all(
    workspace: Workspace, files: tuple[str, ...], request: "Request", *, quiet: bool, replacing: bool
) -> NoReturn:
    """Take several documents in and end; stop where something is given that belongs to one."""
    from bronbrief.cli import add_many
    from bronbrief.core.diagnostics import report

    named = {
        "--replace" if replacing else "--id": request.source_id,
        "--csl": request.csl,
        **{f"--{key}": request.facts.get(key) for key in OF_ONE},
    }
    options = [name for name, said in ({PASTED: PASTED in files} | named).items() if said]
    if options:
        stop([report("several-documents", options=", ".join(options))], workspace, request.lang)
    raise click.exceptions.Exit(add_many.take_all(workspace, files, request, quiet=quiet))


def _pasted(workspace: Workspace, request: "Request") -> "Request":
    """Read the text that is pasted, or that another program writes, or stop where nothing names it."""
    from bronbrief.core.diagnostics import report
    from bronbrief.intake.extraction import DOCUMENT_LIMIT
    from bronbrief.sources.model import TEXT, slug

    source_id = request.source_id or slug(request.facts.get("title", ""))
    if not source_id:
        stop([report("pasted-without-name")], workspace, request.lang)
    if sys.stdin.isatty():
        echo(i18n.say("views", "add.paste", request.lang), err=True)
    data = sys.stdin.buffer.read(DOCUMENT_LIMIT + 1)
    return replace(request, document=f"{source_id}{TEXT}", source_id=source_id, pasted=data)


def _refuse_facts(workspace: Workspace, lang: str, given: Mapping[str, str], source_id: str | None) -> None:
    """Stop where facts are given for a record that keeps its own."""
    if given or source_id:
        from bronbrief.core.diagnostics import report

        options = ", ".join(f"--{key}" for key in (*given, *(["id"] if source_id else [])))
        stop(
            [report("replace-with-facts", options=options.replace("--lang", "--language").replace("_", "-"))],
            workspace,
            lang,
        )


def _tell(taken: "Intake", name: str, lang: str, *, replaced: bool) -> None:
    source = taken.source
    counts = {"words": source.word_count, "passages": len(source.passages)}
    done = "add.replaced" if replaced else "add.done"
    echo(i18n.say("views", done, lang, name=name, id=source.id, **counts))
    for path in taken.paths:
        echo(f"  {path}")
    if taken.to_do:
        echo("\n" + i18n.say("views", "add.todo", lang, path=taken.record_path))
        for one in taken.to_do:
            stands = f"{one.key}: {one.value}" if one.value else f"{one.key}:"
            echo(f"  {taken.record_path}:{one.line}  {stands}  ({one.reason})")
    following = "add.look" if replaced else "add.next"
    echo("\n" + i18n.say("views", following, lang, id=source.id, path=taken.record_path))


class _Asker:
    """Asks on the terminal for what the document does not say; Enter leaves it as proposed, or open."""

    def __init__(self, workspace: Workspace, given: Mapping[str, str], lang: str) -> None:
        self.workspace = workspace
        self.given = given
        self.lang = lang

    def __call__(self, proposed: "Mapping[str, Known]") -> dict[str, str]:
        """Return the answers that differ from what is proposed, by key of a record."""
        from bronbrief.intake.record import DOUBTFUL, why
        from bronbrief.reporting.excerpt import printable

        click.echo(i18n.say("views", "add.asking", self.lang), err=True)
        answers = {}
        for key in (*ASKED, *(key for key in ASKED_IF_STATED if key in proposed)):
            known = proposed.get(key)
            if key in self.given or (known and known.value and known.how not in DOUBTFUL):
                continue
            reason = printable(why(known, self.lang)) if key == "date" else ""
            answer = self._ask(key, known.value if known else "", reason)
            if answer:
                answers[key] = answer
        return answers

    def _ask(self, key: str, proposed: str, reason: str) -> str:
        """Ask until a record can hold the answer; return nothing where it is what was proposed."""
        from bronbrief.intake.add import check_fact
        from bronbrief.reporting.excerpt import printable
        from bronbrief.sources.facts import KINDS

        if reason:
            click.echo(f"({reason})", err=True)
        kind = Choice(KINDS) if key == "kind" else None
        while True:
            question = i18n.say("views", f"add.ask.{key}", self.lang)
            answer = click.prompt(
                question, default=printable(proposed), show_default=bool(proposed), type=kind, err=True
            )
            line = " ".join(str(answer).split())
            if not line or line == proposed:
                return ""
            line = (meant_date(line) or line) if key == "date" else line
            wrong = check_fact(key, line)
            if wrong is None:
                return line
            show([wrong], self.workspace, self.lang)
