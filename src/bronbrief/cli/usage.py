"""Mistakes on the command line, told in the user's language: click finds them, the words are data."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import click

from bronbrief.cli.commands import default_lang, lang_of
from bronbrief.core.near import nearest
from bronbrief.locale import i18n


def language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language that a command line asks for, right or wrong as the rest of it may be."""
    for word, following in pairwise((*arguments, "")):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in i18n.languages():
            return asked
    return default_lang(environ)


def show(error: click.ClickException, top: click.Context) -> None:
    """Show a mistake on standard error: how the command is used, where help is, and what is wrong.

    `top` is the context of the command line as a whole, where click names none. Who types the bare command
    has made no mistake, and reads the help.
    """
    lang = lang_of(top)
    with i18n.gettext_in(lang):
        if isinstance(error, click.UsageError) and not isinstance(error, click.exceptions.NoArgsIsHelpError):
            error = click.UsageError(_message(error, lang), error.ctx or top)
        error.show()


def _message(error: click.UsageError, lang: str) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            known = i18n.say("usage", "command", lang, name=error.command_name)
            return known + _near(_nearest_command(error), lang)
        case click.NoSuchOption():
            known = i18n.say("usage", "option", lang, name=error.option_name)
            return known + _near(next(iter(error.possibilities or ()), None), lang)
        case click.MissingParameter() if error.param is not None:
            return i18n.say("usage", "missing", lang, name=_name(error.param, error.ctx))
        case click.BadParameter() if error.param is not None:
            name = _name(error.param, error.ctx)
            return i18n.say("usage", "about", lang, name=name, message=error.message)
    return error.format_message()


def _nearest_command(error: click.exceptions.NoSuchCommand) -> str | None:
    """Return what may have been meant. The group has no commands but by name: click knows none of them."""
    group = error.ctx.command if error.ctx is not None else None
    if not isinstance(group, click.Group) or error.ctx is None:
        return None
    option = f"--{error.command_name}"
    if any(option in param.opts for param in group.get_params(error.ctx)):
        return option
    return nearest(error.command_name, group.list_commands(error.ctx))


def _near(found: str | None, lang: str) -> str:
    return i18n.say("usage", "near", lang, name=found) if found else ""


def _name(param: click.Parameter, ctx: click.Context | None) -> str:
    """Return an option as it is typed, the longest way, or an argument as the usage shows it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.make_metavar(ctx).strip("[].") if ctx is not None else str(param.human_readable_name)
