"""A command on a terminal of its own, and somebody who presses Ctrl-C there."""

import os
import pty
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

# A shell that runs tests in the background has its children ignore Ctrl-C: this one listens.
COMMAND = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from bronbrief.cli.main import main; main()"
)
CTRL_C = b"\x03"
PATIENCE = 300.0
"""Seconds after which a command is held to hang."""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, all that the terminal showed, if Ctrl-C was pressed, what is left.

    A command that does not stop is killed, which its exit code tells.
    """

    code: int
    shown: str
    pressed: bool
    processes: tuple[str, ...]


@dataclass(frozen=True)
class Moment:
    """A moment in the life of a command: what its terminal has shown, and the processes that it started."""

    shown: str
    started: int


def interrupted(
    folder: Path,
    arguments: list[str],
    temporary: Path,
    when: Callable[[Moment], bool],
    sent: signal.Signals | None = None,
) -> Ended:
    """Run `bronbrief` on a terminal, press Ctrl-C as soon as `when` says so, and see it end.

    `sent` is a signal for the command alone, in place of the key. Its temporary files go in `temporary`.
    """
    number, terminal = pty.fork()
    if number == 0:
        os.chdir(folder)
        os.environ.update(TMPDIR=str(temporary), LC_ALL="C.UTF-8", TERM="xterm")
        os.execv(sys.executable, [sys.executable, "-c", COMMAND, *arguments])  # noqa: S606
    process, began = psutil.Process(number), time.monotonic()
    shown, pressed, family = b"", False, set[psutil.Process]()
    while (said := _hear(terminal)) is not None:
        shown += said
        family.update(_children(process))
        if not pressed and when(Moment(shown.decode(errors="replace"), len(family))):
            if sent is None:
                os.write(terminal, CTRL_C)
            else:
                process.send_signal(sent)
            pressed = True
        if time.monotonic() - began > PATIENCE:
            process.kill()
    _, status = os.waitpid(number, 0)
    os.close(terminal)
    _, left = psutil.wait_procs([one for one in family if _lives(one)], timeout=5)
    names = tuple(" ".join(one.cmdline()) for one in left if _lives(one))
    return Ended(os.waitstatus_to_exitcode(status), shown.decode(errors="replace"), pressed, names)


def _hear(terminal: int) -> bytes | None:
    """Return what the terminal shows next, nothing where that takes long; None when its command has ended."""
    ready, _, _ = select.select([terminal], [], [], 0.02)
    if not ready:
        return b""
    try:
        return os.read(terminal, 65536) or None
    except OSError:  # Linux, of a terminal without anyone behind it
        return None


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
