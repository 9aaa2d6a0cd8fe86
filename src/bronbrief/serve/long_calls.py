"""What takes long and a reader waits for: a dossier that is made, files that are verified."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import ParamSpec, TypeVar

from bronbrief.core.child import end_calls
from bronbrief.pipeline.executor import start_workers
from bronbrief.pipeline.options import TIMEOUT
from bronbrief.pipeline.worker import prepare

P = ParamSpec("P")
T = TypeVar("T")
AT_ONCE = 2


class LongCalls:
    """Two calls at a time; `stop` ends them at once, with the processes that they started."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._threads = ThreadPoolExecutor(AT_ONCE, "call")
        self._workers: set[Executor] = set()
        self._ended = False
        self._lock = Lock()

    async def do(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Wait for a call, in a thread that the end of the server does not wait for."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, partial(call, *args, **kwargs))

    @contextmanager
    def workers(self) -> Iterator[Executor]:
        """Give a worker process for as long as the block lasts. Raises RuntimeError after the end."""
        with self._lock:
            if self._ended:
                raise RuntimeError
            workers = start_workers(1, TIMEOUT, partial(prepare, sets=True), self._root)
            self._workers.add(workers)
        try:
            yield workers
        finally:
            with self._lock:
                self._workers.discard(workers)
            workers.shutdown(cancel_futures=True)

    def stop(self) -> None:
        """End what is being done; nobody waits for it any more."""
        with self._lock:
            self._ended, workers = True, tuple(self._workers)
        self._threads.shutdown(wait=False, cancel_futures=True)
        for one in workers:
            one.shutdown(cancel_futures=True)
        end_calls()
