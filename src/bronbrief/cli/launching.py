"""Opening a page or a file with the program that the user has for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

import click

EXPLORER = "explorer.exe"


def launch(target: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Open an address or the absolute path of a file, and tell whether there was anything to do it with.

    Where there is no desktop nothing is tried: what would open the page then takes over the terminal.
    """
    if sys.platform == "linux":
        if "WSL_DISTRO_NAME" in environ and shutil.which(EXPLORER):
            # It ends with 1 whatever it did.
            subprocess.run([EXPLORER, _for_windows(target)], check=False)  # noqa: S603 - an address of ours
            return True
        desktop = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
        if not desktop or not shutil.which("xdg-open"):
            return False
    return click.launch(target) == 0


def _for_windows(target: str) -> str:
    if not target.startswith("/"):
        return target
    command = ["wslpath", "-w", target]
    named = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - as above
    return named.stdout.strip() or target
