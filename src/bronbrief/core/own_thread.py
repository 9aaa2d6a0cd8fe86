"""A thread of its own for what starts an event loop: that of whoever calls may be running one already."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def in_own_thread(function: Callable[P, T], /, *given: P.args, **named: P.kwargs) -> T:
    """Call a function in a thread of its own, and return or raise what it does."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(function, *given, **named).result()
