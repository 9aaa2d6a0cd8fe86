"""A Dask cluster as an executor: the jobs carry all that they need, so that workers share no disk.

Dask gives a job that was lost with its worker to another one. A job that brings down worker after worker is
given up, and costs its own brief only. The workers need Bronbrief, in the same versions.
"""

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

from bronbrief.core.findings import report
from bronbrief.pipeline.jobs import ExecutorError

CONNECT_SECONDS, CLOSE_SECONDS = 10, 2


@contextmanager
def connected(address: str) -> Iterator[Executor]:
    """Give the workers of a scheduler as an executor; at the end, call back what is not done.

    Raises ExecutorError where the scheduler does not answer, or has no workers.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ExecutorError(report("dask-missing")) from error
    for name in ("distributed", "tornado"):  # what goes wrong is told as a finding
        logging.getLogger(name).setLevel(logging.CRITICAL)
    client: Any = None
    try:
        client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except (OSError, ValueError, TimeoutError) as error:
        if client is not None:
            client.close()
        reason = str(error) or type(error).__name__
        raise ExecutorError(report("dask-unreachable", address=address, reason=reason)) from error
    executor: Executor = client.get_executor(pure=False, retries=0)
    try:
        yield executor
    finally:
        with suppress(Exception):  # where the scheduler has gone, there is nothing to call back
            executor.shutdown(wait=False)
        with suppress(Exception):
            client.close(CLOSE_SECONDS)
