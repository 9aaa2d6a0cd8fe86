"""Mistakes on the command line, told in the user's language: click finds them, the words are ours."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import click

from bronbrief.cli.shared import default_lang
from bronbrief.core.meant_dates import meant_day
from bronbrief.core.near import nearest

DATE = "%Y-%m-%d"
_ANY_DAY = "2026-12-08"
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "usage": "Usage: {usage}\n",
        "help": "Try “{command} --help” for help.\n\n",
        "error": "Error: {message}\n",
        "command": "There is no command {name}.",
        "commandless": "A command is missing, such as build.",
        "option": "There is no option {name}.",
        "near": " Did you mean {name}?",
        "bare": "{name} needs a value.",
        "missing": "{name} is missing.",
        "extra": "This is too much: {value}.",
        "about": "{name}: {message}",
        "date": "“{value}” is not a date. Write it as YYYY-MM-DD, such as {example}.",
        "choice": "“{value}” is not one of {known}.",
        "number": "“{value}” is not a whole number{range}.",
        "between": " from {least} to {most}",
        "least": " of {least} or more",
        "absent": "There is no file or folder {value}.",
        "folder": "{value} is a folder, and this must be a file.",
        "file": "{value} is a file, and this must be a folder.",
        "reference": "--reference needs --output FILE, or --output - for standard output.",
    },
    "nl": {
        "usage": "Gebruik: {usage}\n",
        "help": "Uitleg geeft “{command} --help”.\n\n",
        "error": "Fout: {message}\n",
        "command": "Er is geen opdracht {name}.",
        "commandless": "Er ontbreekt een opdracht, zoals build.",
        "option": "Er is geen optie {name}.",
        "near": " Bedoelt u {name}?",
        "bare": "Achter {name} hoort een waarde.",
        "missing": "{name} ontbreekt.",
        "extra": "Dit is te veel: {value}.",
        "about": "{name}: {message}",
        "date": "“{value}” is geen datum. Schrijf hem als JJJJ-MM-DD, zoals {example}.",
        "choice": "“{value}” kan hier niet staan. Kies uit {known}.",
        "number": "“{value}” is geen geheel getal{range}.",
        "between": " van {least} tot en met {most}",
        "least": " van {least} of meer",
        "absent": "Er is geen bestand of map {value}.",
        "folder": "{value} is een map, en hier hoort een bestand.",
        "file": "{value} is een bestand, en hier hoort een map.",
        "reference": "Bij --reference hoort --output BESTAND, of --output - voor de standaarduitvoer.",
    },
}
# How click's messages name the value that they are about.
_VALUE = re.compile(
    r"""(?P<mark>['"])(?P<quoted>.*?)(?P=mark) (?:is|does) |(?P<bare>\S+) is not""", re.DOTALL
)
_PATHS = {"does not exist.": "absent", "is a directory.": "folder", "is a file.": "file"}
_EXTRA = re.compile(r"Got unexpected extra arguments? \((?P<words>.*)\)", re.DOTALL)


class Misuse(click.UsageError):
    """A mistake that a command finds itself; `key` names its words, `params` are the values in them."""

    def __init__(self, key: str, **params: str) -> None:
        super().__init__(WORDS["en"][key].format(**params))
        self.key, self.params = key, params


def language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language that a command line asks for, right or wrong as the rest of it may be."""
    for word, following in pairwise((*arguments, "")):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in WORDS:
            return asked
    return default_lang(environ)


def told(error: click.UsageError, lang: str) -> str:
    """Tell a mistake: how the command is used, where help is, and what is wrong."""
    words = WORDS[lang]
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return f"{error.format_message()}\n"  # who says nothing has made no mistake, and reads the help
    said = words["error"].format(message=_message(error, words))
    if error.ctx is None:
        return words["help"].format(command="bronbrief") + said
    usage = " ".join([error.ctx.command_path, *error.ctx.command.collect_usage_pieces(error.ctx)])
    return words["usage"].format(usage=usage) + words["help"].format(command=error.ctx.command_path) + said


def _message(error: click.UsageError, words: Mapping[str, str]) -> str:
    said = None
    match error:
        case Misuse():
            said = words[error.key].format(**error.params)
        case click.exceptions.NoSuchCommand():
            said = words["command"].format(name=error.command_name) + _near(error, words)
        case click.NoSuchOption():
            said = words["option"].format(name=error.option_name) + _near(error, words)
        case click.BadOptionUsage() if error.message.endswith("an argument."):
            said = words["bare"].format(name=error.option_name)
        case click.MissingParameter() if error.param is not None:
            said = words["missing"].format(name=_name(error.param, error.ctx))
        case click.BadParameter() if error.param is not None:
            wrong = _value(error.param.type, error.message, words) or error.message
            said = words["about"].format(name=_name(error.param, error.ctx), message=wrong)
        case click.UsageError() if extra := _EXTRA.fullmatch(error.message):
            said = words["extra"].format(value=extra["words"])
        case click.UsageError() if error.message.startswith("Missing command"):
            said = words["commandless"]
    return said or error.format_message()


def _near(error: click.exceptions.NoSuchCommand | click.NoSuchOption, words: Mapping[str, str]) -> str:
    """Say what may have been meant. The group has no commands but by name: click knows none of them."""
    found = next(iter(error.possibilities or ()), None)
    if isinstance(error, click.exceptions.NoSuchCommand) and error.ctx is not None:
        group = error.ctx.command
        known = group.list_commands(error.ctx) if isinstance(group, click.Group) else ()
        found = nearest(error.command_name, known)
    return words["near"].format(name=found) if found else ""


def _name(param: click.Parameter, ctx: click.Context | None) -> str:
    """Return an option as it is typed, the longest way, or an argument as the usage shows it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.make_metavar(ctx).strip("[].") if ctx is not None else str(param.human_readable_name)


def _value(kind: click.ParamType[Any], message: str, words: Mapping[str, str]) -> str | None:
    """Say what is wrong with a value; None where we have no words for it."""
    found = _VALUE.search(message)
    value = (found["quoted"] or found["bare"]) if found else ""
    match kind:
        case click.DateTime() if list(kind.formats) == [DATE]:
            return words["date"].format(value=value, example=meant_day(value) or _ANY_DAY)
        case click.Choice():
            return words["choice"].format(value=value, known=", ".join(map(str, kind.choices)))
        case click.IntRange():
            bounds = "least" if kind.max is None else "between"
            asked = words[bounds].format(least=kind.min, most=kind.max)
            return words["number"].format(value=value, range=asked)
        case click.Path():
            key = next((_PATHS[end] for end in _PATHS if message.endswith(end)), None)
            return words[key].format(value=value) if key else None
    return None
