"""Keeping Ctrl-C for the one process that answers it: a terminal sends it to every process of a command."""

import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import ForkServerContext


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back in this thread while the body runs; processes that it starts never hear of any."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def start_fork_server(modules: list[str]) -> ForkServerContext:
    """Start the process that workers are forked from, with these modules loaded, and return at once.

    One that was started before is taken as it is. By itself it turns deaf to Ctrl-C only once all is loaded,
    and would write a traceback to the terminal.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(modules)
    resource_tracker.ensure_running()  # first: it undoes the mask that it is started under
    with interrupts_held():
        forkserver.ensure_running()
    return context
