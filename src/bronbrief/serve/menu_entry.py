"""An entry in the menu of a desktop that starts the preview of one workspace: which files it is made of.

On Linux a desktop entry (freedesktop.org, Desktop Entry Specification 1.5), on a Mac an application in the
user's own folder, and under WSL a command file in the Start menu of Windows, which has the preview started
in Linux. No name of a folder becomes more than a word of the command.
"""

import plistlib
import re
import shlex
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bronbrief.core.diagnostics import Outcome, report
from bronbrief.core.digests import sha256_of
from bronbrief.core.own_files import user_base
from bronbrief.locale import i18n
from bronbrief.reporting.excerpt import printable

ICON = Path(__file__).parent / "static" / "icon.svg"
MARK = "made by: bronbrief serve --install"
_FOR_WINDOWS = re.compile(r"[\w /.+=@,~()-]+")
"""What cmd.exe takes for itself in no place between quotation marks."""
_LONGEST = 60


class Desktop(StrEnum):
    """What kind of menu there is."""

    FREEDESKTOP = "freedesktop"
    MAC = "mac"
    WINDOWS = "windows"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """The files of an entry, and whether each is a program; `path` is what the menu shows."""

    path: Path
    files: Mapping[Path, tuple[bytes, bool]]


@dataclass(frozen=True, slots=True)
class Started:
    """What an entry starts: the preview of a workspace, by this Python, under a title."""

    root: Path
    program: tuple[str, ...]
    title: str
    comment: str

    @property
    def number(self) -> str:
        """Return what tells the entry from those of workspaces of the same name."""
        return sha256_of(str(self.root).encode())[:12]

    @property
    def file_name(self) -> str:
        """Return a name that any file system takes."""
        plain = re.sub(r"[^\w .-]", "_", self.root.name)[:_LONGEST].strip(" .") or "_"
        return f"Bronbrief {plain} {self.number[:4]}"


def started(root: Path, lang: str) -> Outcome[Started]:
    """Return what the entry of a workspace starts; a name that no menu can hold is reported."""
    program = (sys.executable, "-P", "-m", "bronbrief", "serve", "--from-menu", "--workspace", str(root))
    if any(unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} for one in "".join(program)):
        return Outcome(None, (report("menu-name", path=root),))
    title = f"Bronbrief – {printable(root.name)}"
    return Outcome(Started(root, program, title, i18n.say("views", "serve.entry", lang)))


def entry(what: Started, desktop: Desktop, menu: Path, machine: str = "") -> Outcome[MenuEntry]:
    """Return the entry for a kind of menu, to lie in a folder; `machine` names the Linux in WSL."""
    if desktop is Desktop.FREEDESKTOP:
        path = menu / f"bronbrief-{what.number}.desktop"
        return Outcome(MenuEntry(path, {path: (_desktop_entry(what).encode(), False)}))
    if desktop is Desktop.MAC:
        return Outcome(_application(what, menu / f"{what.file_name}.app"))
    if not all(map(_FOR_WINDOWS.fullmatch, (machine, *what.program))):
        return Outcome(None, (report("menu-name", path=what.root),))
    path = menu / f"{what.file_name}.cmd"
    return Outcome(MenuEntry(path, {path: (_command_file(what, machine).encode(), False)}))


def menu_folder(desktop: Desktop) -> Path:
    """Return where the user's own entries lie, on a Linux desktop or a Mac."""
    if desktop is Desktop.MAC:
        return Path("~/Applications").expanduser()
    return user_base("XDG_DATA_HOME", "~/.local/share") / "applications"


def _desktop_entry(what: Started) -> str:
    command = " ".join(map(_exec_argument, what.program))
    return (
        f"# {MARK}\n[Desktop Entry]\nType=Application\nVersion=1.0\nName={_value(what.title)}\n"
        f"Comment={_value(what.comment)}\nExec={_value(command)}\nIcon={_value(str(ICON))}\n"
        "Terminal=false\nCategories=Office;\n"
    )


def _exec_argument(word: str) -> str:
    """Quote a word of a command (Desktop Entry Specification, “The Exec key”)."""
    quoted = re.sub(r'(["`$\\])', r"\\\1", word)
    return f'"{quoted}"'.replace("%", "%%")


def _value(text: str) -> str:
    """Write a value of type string (the same, “Possible value types”); it holds no line break."""
    escaped = text.replace("\\", "\\\\")
    return f"\\s{escaped[1:]}" if escaped.startswith(" ") else escaped


def _application(what: Started, path: Path) -> MenuEntry:
    about = {
        "CFBundleName": what.title,
        "CFBundleDisplayName": what.title,
        "CFBundleIdentifier": f"nl.bronbrief.serve.{what.number}",
        "CFBundleExecutable": "start",
        "CFBundlePackageType": "APPL",
        "CFBundleVersion": "1",
        "LSUIElement": True,
        "BronbriefNote": MARK,
    }
    script = f"#!/bin/sh\n# {MARK}\nexec {shlex.join(what.program)}\n"
    files = {
        path / "Contents" / "Info.plist": (plistlib.dumps(about), False),
        path / "Contents" / "MacOS" / "start": (script.encode(), True),
    }
    return MenuEntry(path, files)


def _command_file(what: Started, machine: str) -> str:
    """Write what Windows starts: a window that shows the preview's own lines, and ends it when closed."""
    words = " ".join(f'"{word}"' for word in what.program)
    lines = [
        "@echo off",
        f"rem {MARK}",
        "chcp 65001 >nul",
        f'%SystemRoot%\\System32\\wsl.exe --distribution "{machine}" --exec {words}',
        "if errorlevel 1 pause",
    ]
    return "".join(f"{line}\r\n" for line in lines)
