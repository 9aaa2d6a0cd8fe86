"""Commands that are described by data: what they are for stands in `locale/LANG/commands.toml`."""

import os
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import Any

import click

from bronbrief.core.workspace import Workspace, find_workspace
from bronbrief.locale import i18n
from bronbrief.spec.paths import workspace_language

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts (POSIX, XBD 8.2)

EARLIER = frozenset({"--language"})
"""Names of options that are taken still, and shown no more: `--text-lang` cannot be mistaken for `--lang`."""


def default_lang(environ: Mapping[str, str]) -> str:
    """Return the language of the user's locale; where there are no words in it, that of the workspace.

    Who sets LC_ALL or LC_MESSAGES to C asks for messages as they are: English.
    """
    locale = next((environ[name] for name in LOCALE if environ.get(name)), "")
    spoken = i18n.spoken(locale)
    asked = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or ""
    if (
        spoken != i18n.ENGLISH
        or asked.partition(".")[0] in {"C", "POSIX"}
        or locale.lower().startswith(i18n.ENGLISH)
    ):
        return spoken
    root = find_workspace(Path.cwd())
    return i18n.spoken(workspace_language(Workspace(root))) if root else spoken


def lang_of(ctx: click.Context | None) -> str:
    """Return the language in which a command line is answered: the one it asks for, else the locale's."""
    asked = ctx.obj if ctx is not None else None
    return asked if isinstance(asked, str) else default_lang(os.environ)


class Command(click.Command):
    """A command that is described in the language of its context, whose `obj` that is."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - as click has it
    ) -> click.Context:
        """Read the command line; what click says of mistakes in it, it says in the user's language."""
        with i18n.gettext_in(extra.get("obj") or lang_of(parent)):
            return super().make_context(info_name, args, parent, **extra)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - the words are short
        """Return what the command is for, in a line."""
        lang = lang_of(click.get_current_context(silent=True))
        return str(i18n.words("commands", lang)[str(self.name)]["short"])

    def get_help(self, ctx: click.Context) -> str:
        """Write the help."""
        with ctx.scope(cleanup=False), i18n.gettext_in(lang_of(ctx)):
            return super(Command, self._described(ctx)).get_help(ctx)

    def get_usage(self, ctx: click.Context) -> str:
        """Write how the command is used."""
        with i18n.gettext_in(lang_of(ctx)):
            return super(Command, self._described(ctx)).get_usage(ctx)

    def _described(self, ctx: click.Context) -> "Command":
        """Return a copy with its words; the help option is one of its options."""
        said = i18n.words("commands", lang_of(ctx))
        own = said[str(self.name)]
        described = copy(self)
        described.help = own["help"]
        described.options_metavar = said["options_metavar"]
        if isinstance(described, click.Group):
            described.subcommand_metavar = said["subcommand_metavar"]
        options = {**said["options"], **own.get("options", {})}
        described.params = [_described_parameter(one, options, said) for one in self.get_params(ctx)]
        described.add_help_option = False
        return described


def _described_parameter(
    given: click.Parameter, options: Mapping[str, str], said: Mapping[str, Any]
) -> click.Parameter:
    if not isinstance(given, click.Option):
        return given
    option = copy(given)
    option.opts = [name for name in given.opts if name not in EARLIER]
    option.help = next(options[name] for name in option.opts if name in options)
    if isinstance(option.show_default, str):
        option.show_default = said[option.show_default]
    return option
