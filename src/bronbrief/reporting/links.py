"""Links that a terminal opens on a click (OSC 8), where it is known to take them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from bronbrief.reporting.excerpt import printable

NAMED = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "mintty", "zed"})
"""Values of TERM_PROGRAM."""
KINDS = ("xterm-kitty", "xterm-ghostty", "foot", "alacritty", "contour", "wezterm")
"""How values of TERM begin."""
SIGNS = ("WT_SESSION", "KITTY_WINDOW_ID", "DOMTERM")
LEAST = {"VTE_VERSION": 5000, "KONSOLE_VERSION": 201200}


def takes_links(stream: IO[str], environ: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a stream is a terminal that takes links; FORCE_HYPERLINK=0 or 1 decides otherwise."""
    if not stream.isatty() or environ.get("TERM", "dumb") == "dumb":
        return False
    forced = environ.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    if any(_number(environ.get(name, "")) >= least for name, least in LEAST.items()):
        return True
    named = environ.get("TERM_PROGRAM") in NAMED or any(map(environ.get, SIGNS))
    return named or environ.get("TERM", "").startswith(KINDS)


def linked(text: str, path: Path) -> str:
    """Return text that leads to a file; neither the text nor the name of the file steers the terminal."""
    return f"\x1b]8;;{address(path)}\x1b\\{printable(text)}\x1b]8;;\x1b\\"


def address(path: Path) -> str:
    """Return the address of a file, in which all but letters, digits and plain marks is percent-encoded."""
    return path.absolute().as_uri()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def ends_linked(text: str, files: Mapping[str, Path]) -> str:
    """Let each line that ends with the name of one of the files lead to it; the lines are safe to print."""
    lines = []
    for line in text.split("\n"):
        name = line.rsplit("  ", 1)[-1].rsplit(": ", 1)[-1]
        found = files.get(name)
        lines.append(line.removesuffix(name) + linked(name, found) if found else line)
    return "\n".join(lines)
