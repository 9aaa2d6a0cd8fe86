"""`bronbrief serve --install` and `--uninstall`: the entry of a workspace in the menu of the desktop."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from bronbrief.cli.shared import echo, value_of
from bronbrief.core.diagnostics import Outcome, report
from bronbrief.core.own_files import put_own, remove_own
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n
from bronbrief.serve.menu_entry import MARK, Desktop, MenuEntry, entry, menu_folder, started

WSL = "WSL_DISTRO_NAME"
_ASK_WINDOWS = "[Console]::OutputEncoding=[Text.Encoding]::UTF8;[Environment]::GetFolderPath('Programs')"


def change_menu(workspace: Workspace, lang: str, *, install: bool) -> None:
    """Put an entry for a workspace in the menu, in the place of an earlier one, or take it away."""
    found = value_of(_entry(workspace, lang, os.environ), workspace, lang)
    there = 0
    for path, (data, executable) in found.files.items():
        if install:
            value_of(put_own(path, data, MARK.encode(), executable=executable), workspace, lang)
        else:
            there += value_of(remove_own(path, MARK.encode()), workspace, lang)
    if not install:
        _remove_empty(found)
    word = "serve.installed" if install else "own.removed" if there else "own.none"
    echo(i18n.say("views", word, lang, path=found.path, name=workspace.root.resolve().name))


def _entry(workspace: Workspace, lang: str, environ: Mapping[str, str]) -> Outcome[MenuEntry]:
    """Return the entry for the menu that this machine has."""
    what = started(workspace.root.resolve(), lang)
    if what.value is None:
        return Outcome(None, what.diagnostics)
    try:
        if environ.get(WSL):
            folder = start_menu()
            if folder is None:
                return Outcome(None, (report("menu-missing"),))
            return entry(what.value, Desktop.WINDOWS, folder, environ[WSL])
        desktop = Desktop.MAC if sys.platform == "darwin" else Desktop.FREEDESKTOP
        return entry(what.value, desktop, menu_folder(desktop))
    except RuntimeError:  # the user has no home
        return Outcome(None, (report("menu-missing"),))


def start_menu() -> Path | None:
    """Return the folder of the user's own part of the Start menu of Windows, as Linux sees it."""
    try:
        told = _said("powershell.exe", "-NoProfile", "-Command", _ASK_WINDOWS)
        folder = Path(_said("wslpath", "-u", told)) if told else None
    except OSError:
        return None
    return folder if folder is not None and folder.is_absolute() else None


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603 - ours
    return done.stdout.strip()


def _remove_empty(found: MenuEntry) -> None:
    """Remove the folders of an application, as far as nothing else lies in them."""
    for path in found.files:
        for folder in path.parents:
            if folder == found.path.parent or found.path not in (folder, *folder.parents):
                break
            try:
                folder.rmdir()
            except OSError:
                break
