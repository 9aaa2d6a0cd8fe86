"""What stands in for worker processes, and functions for them to call: they are sent there by name."""

import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class InProcessExecutor(Executor):
    """Does jobs in this process as they are submitted."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call the function, and return a future that is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - a future hands it on
            future.set_exception(error)
        return future


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


def never_ends(folder: str, source: str) -> None:
    """Stay at the third line of a template for ever."""
    Path(folder, str(os.getpid())).touch()
    exec(compile(f"\n\n{source}", "templates/eigen/brief.html.j2", "exec"))  # noqa: S102 - a test of ours


def fail() -> None:
    """Raise what Python has no better name for."""
    raise RuntimeError("no")


def large(size: int) -> int:
    """Take so many bytes of memory."""
    return len(bytearray(size))


def end_at_once(*_: object) -> None:
    """Kill this very process, whatever is asked."""
    os.kill(os.getpid(), signal.SIGKILL)
