"""Functions for worker processes to call: they are sent there by name, so they stand in a module."""

import os
import signal
import time
from pathlib import Path


def die(folder: str, name: str, lives: int = 0) -> str:
    """Kill this very process, unless so many have died of this before; say so in a folder."""
    died = len(list(Path(folder).glob(f"{name}-*")))
    if died == lives > 0:
        return name
    Path(folder, f"{name}-{os.getpid()}").touch()
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def sleep(folder: str) -> None:
    """Say which process this is, and never come back."""
    Path(folder, str(os.getpid())).touch()
    time.sleep(600)


def sleep_first(folder: str) -> None:
    """As `prepare` of workers: the first process of all never gets ready."""
    if not list(Path(folder).iterdir()):
        sleep(folder)


def fail() -> None:
    """Raise what Python has no better name for."""
    raise RuntimeError("no")


def large(size: int) -> int:
    """Take so many bytes of memory."""
    return len(bytearray(size))


def end_at_once(*_: object) -> None:
    """Kill this very process, whatever is asked."""
    os.kill(os.getpid(), signal.SIGKILL)
