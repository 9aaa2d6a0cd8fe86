"""What the processes that we start share: where they look for modules, and which of them hears Ctrl-C.

Every process is sent Ctrl-C, and the end of a terminal; one of them is to answer.
"""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def keep_current_folder_off_path() -> None:
    """Have every Python process that this one starts leave its current folder off `sys.path`.

    A stranger may fill that folder with modules. Processes of `multiprocessing` are started with `-c`, which
    would put it first (python/cpython#157916).
    """
    os.environ["PYTHONSAFEPATH"] = "1"


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold back in this thread, while the body runs, what a terminal sends; what it starts never hears it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
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
