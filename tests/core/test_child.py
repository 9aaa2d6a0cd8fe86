"""`core/child`: whoever called a process in can end it, whatever it is doing."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bronbrief.core import child
from bronbrief.core.confine import Limits


def test_processes_that_were_called_in_are_ended_from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that ends does not wait for what it called in, and leaves no process behind."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    with ThreadPoolExecutor(1) as threads:
        waits = threads.submit(child.call, "support.waiting:wait", "", b"", Limits(), 250)
        while not child._RUNNING and not waits.done():
            time.sleep(0.01)
        child.end_calls()
        with pytest.raises((child.TooHeavyError, child.ChildFailedError)):
            waits.result()
    assert not child._RUNNING
