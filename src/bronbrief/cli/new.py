"""`bronbrief new`: a new spec, asked for on a terminal or given by options."""

import datetime as dt
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from bronbrief.cli import completing
from bronbrief.cli.commands import Command
from bronbrief.cli.param_types import Choice
from bronbrief.cli.shared import echo, open_workspace, quiet_option, stop, value_of, with_workspace
from bronbrief.core.diagnostics import report
from bronbrief.core.meant_dates import meant_day
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n

PREFERRED = "raadsinformatiebrief"
DATE_FORM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@click.command("new", cls=Command)
@click.argument("name")
@click.option("--source", metavar="ID", shell_complete=completing.sources)
@click.option("--template", "-t", metavar="NAME", shell_complete=completing.templates)
@click.option("--text-lang", "--language", "-l", "language", metavar="LANG")
@click.option("--title", metavar="TEXT")
@click.option("--for", "audience", metavar="TEXT")
@click.option("--date", metavar="YYYY-MM-DD")
@quiet_option
@with_workspace
def command(
    name: str,
    folder: Path | None,
    lang: str,
    *,
    source: str | None,
    template: str | None,
    language: str | None,
    title: str | None,
    audience: str | None,
    date: str | None,
    quiet: bool,
) -> None:
    """Write briefs/NAME.yaml: a spec with comments, which passes `check` as it is."""
    workspace = open_workspace(folder, lang)
    from bronbrief.authoring.new_spec import check_name, check_source
    from bronbrief.html.templates import template_names

    named = check_name(workspace, name)
    quoted = check_source(workspace, source or "")
    if named.value is None or quoted.value is None:
        stop((*named.diagnostics, *quoted.diagnostics), workspace, lang)
    answers = _Answers(workspace, lang, asking=sys.stdin.isatty() and sys.stdout.isatty())
    offered = _default_title(named.value, language or answers.shared_language)
    called = answers.text("title", title, offered)
    chosen = answers.template(template, template_names(workspace))
    spoken = answers.language(language)
    told = {
        "name": named.value,
        "source": quoted.value,
        "template": chosen,
        "lang": spoken,
        "title": _default_title(named.value, spoken) if called == offered else called,
        "audience": answers.text("for", audience, i18n.say("new_spec", "audience", spoken)),
        "date": answers.date(date),
    }
    path = _write(workspace, told, lang)
    if not quiet:
        echo(i18n.say("views", "new.next", lang, path=path, name=named.value), nl=False)


def _default_title(name: str, spoken: str) -> str:
    """Make a title of a name that claims nothing: without its numbers and without capitals."""
    words = [word for word in name.split("-") if word.isalpha()]
    return " ".join([i18n.say("new_spec", "about", spoken), *(words or ["…"])])


def _write(workspace: Workspace, told: Mapping[str, str], lang: str) -> str:
    """Write the spec with what the author told and return its path, or stop."""
    from bronbrief.authoring.new_spec import NewSpec, write_spec
    from bronbrief.html.templates import load_template

    spec = NewSpec(**told)
    loaded = value_of(load_template(workspace, spec.template), workspace, lang)
    return value_of(write_spec(workspace, spec, loaded.manifest), workspace, lang)


class _Answers:
    """Takes each answer from an option, else from the author, else a sensible one; stops at a wrong one."""

    def __init__(self, workspace: Workspace, lang: str, *, asking: bool) -> None:
        self.workspace = workspace
        self.lang = lang
        self.asking = asking

    def template(self, given: str | None, names: Sequence[str]) -> str:
        """Return the name of a template that there is."""
        default = PREFERRED if PREFERRED in names else names[0]
        return self._one_of("template", given, names, default)

    def language(self, given: str | None) -> str:
        """Return the language of the brief."""
        from bronbrief.spec.types import LANGUAGES

        said = (self.shared_language, i18n.say("language", "tag", self.lang), i18n.ENGLISH)
        default = next(one for one in said if one in LANGUAGES)
        return self._one_of("language", given, LANGUAGES, default)

    @property
    def shared_language(self) -> str:
        """Return the language of the workspace's briefs, else that of the messages."""
        from bronbrief.spec.paths import workspace_language

        return workspace_language(self.workspace) or i18n.say("language", "tag", self.lang)

    def text(self, what: str, given: str | None, default: str) -> str:
        """Return a line of text that a spec can hold."""
        answer = given if given is not None else self._ask(what, default)
        line = " ".join("".join(char if char.isprintable() else " " for char in answer).split())
        limit = 200
        if not line or len(line) > limit:
            self._refuse(line[:40], what, i18n.say("views", "new.length", self.lang, limit=limit))
        return line

    def date(self, given: str | None) -> str:
        """Return the date that will stand in the spec.

        Today is only offered: writing a spec is the author's act, and from then on the spec's date counts.
        """
        today = dt.datetime.now().astimezone().date().isoformat()
        answer = (given if given is not None else self._ask("date", today)).strip()
        if not DATE_FORM.fullmatch(answer):
            example = meant_day(answer) or today
            wrong = report("spec-not-a-date", key="--date", value=answer, example=example)
            stop([wrong], self.workspace, self.lang)
        try:
            dt.date.fromisoformat(answer)
        except ValueError:
            stop([report("spec-no-such-date", key="--date", value=answer)], self.workspace, self.lang)
        return answer

    def _one_of(self, what: str, given: str | None, known: Sequence[str], default: str) -> str:
        answer = given
        if answer is None and self.asking:
            answer = click.prompt(self._question(what), default=default, type=Choice(known), err=True)
        answer = default if answer is None else answer
        if answer not in known:
            from bronbrief.core.near import nearest_first

            self._refuse(answer, "text-lang" if what == "language" else what, nearest_first(answer, known))
        return answer

    def _ask(self, what: str, default: str) -> str:
        if not self.asking:
            return default
        return str(click.prompt(self._question(what), default=default, err=True))

    def _question(self, what: str) -> str:
        return i18n.say("views", f"new.ask.{what}", self.lang)

    def _refuse(self, value: str, what: str, known: str) -> None:
        stop([report("brief-value", value=value, option=f"--{what}", known=known)], self.workspace, self.lang)
