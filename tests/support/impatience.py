"""A test that would wait without end fails instead."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def impatience(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in the block once it has taken so many seconds: it hangs."""

    def give_up(*_: object) -> None:
        raise TimeoutError("this hangs")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
