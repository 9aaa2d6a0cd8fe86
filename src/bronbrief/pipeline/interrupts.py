"""Keeping Ctrl-C for the one process that answers it: a terminal sends it to every process of a command."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back in this thread while the body runs; processes that it starts never hear of any."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def interrupts_deferred() -> Iterator[None]:
    """Hear what would end this process once the body is done, whichever thread the system tells of it."""
    if threading.current_thread() is not threading.main_thread():  # handlers run in the main thread only
        yield
        return
    handlers = {number: signal.getsignal(number) for number in ENDINGS}
    heard: list[int] = []
    for number, handler in handlers.items():
        if callable(handler):  # nobody hears what is ignored
            signal.signal(number, lambda number, _frame: heard.append(number))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            if callable(handler):
                signal.signal(number, handler)
        if heard:
            signal.raise_signal(heard[0])


def start_fork_server(modules: list[str]) -> "ForkServerContext":
    """Start the process that workers are forked from, with these modules loaded, and return at once.

    One that was started before is taken as it is. By itself it turns deaf to Ctrl-C only once all is loaded,
    and would write a traceback to the terminal.
    """
    import multiprocessing
    from multiprocessing import forkserver, resource_tracker

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(modules)
    resource_tracker.ensure_running()  # first: it undoes the mask that it is started under
    with interrupts_held():
        forkserver.ensure_running()
    return context
