"""`bronbrief add` for several documents or a folder: each for itself, and a list at the end."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import track

from bronbrief.cli.shared import BROKEN, DONE, WRONG, echo, show, stop
from bronbrief.core.diagnostics import report
from bronbrief.core.workspace import Workspace, is_folder
from bronbrief.intake.add import Intake, Request, take_in
from bronbrief.locale import i18n

_NO_DOCUMENTS = frozenset(["thumbs.db", "desktop.ini"])


def take_all(workspace: Workspace, names: Sequence[str], request: Request, *, quiet: bool) -> int:
    """Take documents in, and those in folders; return 1 where some were refused, and 2 where all were.

    The facts of the request hold for each of them. Nothing is asked.
    """
    lang = request.lang
    files = list(_files(workspace, names, lang))
    taken: list[Intake] = []
    hidden = quiet or not sys.stderr.isatty()
    console = Console(stderr=True)
    for at, file in enumerate(track(files, "", console=console, transient=True, disable=hidden), 1):
        name = Path(file).name
        if not quiet:
            echo(i18n.say("views", "add.at", lang, at=at, count=len(files), name=name))
        outcome = take_in(workspace, replace(request, document=file))
        show(outcome.diagnostics, workspace, lang)
        if outcome.value is None:
            echo(i18n.say("views", "add.refused", lang, name=file), err=True)
        else:
            taken.append(outcome.value)
            if not quiet:
                source = outcome.value.source
                counts = {"words": source.word_count, "passages": len(source.passages)}
                echo("  " + i18n.say("views", "add.done", lang, name=name, id=source.id, **counts))
    if not quiet:
        _tell(taken, len(files), lang)
    if len(taken) == len(files):
        return DONE
    return WRONG if taken else BROKEN


def _files(workspace: Workspace, names: Iterable[str], lang: str) -> Iterator[str]:
    """Yield the files that are named, and in the place of a folder those in it and below it, by name."""
    for name in names:
        found = sorted(_within(name)) if is_folder(name) else [name]
        if not found:
            stop([report("folder-without-documents", name=name)], workspace, lang)
        yield from found


def _within(folder: str) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        wanted = (name for name in files if not name.startswith(".") and name.lower() not in _NO_DOCUMENTS)
        yield from (str(Path(path) / name) for name in wanted)


def _tell(taken: Sequence[Intake], count: int, lang: str) -> None:
    echo("\n" + i18n.say("views", "add.many", lang, count=len(taken), all=count))
    open_ones = [one for one in taken if one.to_do]
    if open_ones:
        echo("\n" + i18n.say("views", "add.look_many", lang))
    for one in open_ones:
        keys = ", ".join(f"{todo.key} ({todo.value})" if todo.value else todo.key for todo in one.to_do)
        echo(f"  {one.record_path}  {keys}")
    if taken:
        echo("\n" + i18n.say("views", "add.next_many", lang))
