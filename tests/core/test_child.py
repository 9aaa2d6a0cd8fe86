"""`core/child`: whoever called a process in can end it, whatever it is doing."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import psutil
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


def test_a_signal_that_comes_while_one_is_called_in_leaves_nothing_that_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither the process nor the clock that would end it keeps the command from ending."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    clocks: list[Timer] = []

    class Interrupted(Timer):
        def start(self) -> None:
            clocks.append(self)
            super().start()
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(child, "Timer", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        child.call("support.waiting:wait", "", b"", Limits(seconds=5), 10)
    (clock,) = clocks
    assert clock.finished.is_set()
    assert not child._RUNNING


def test_what_was_called_in_ends_with_a_caller_that_was_killed() -> None:
    """Nobody is left who reads the answer, and nobody who could end it."""
    called_in = "child.call('support.waiting:wait', '', b'', confine.Limits(), 250)"
    code = f"from bronbrief.core import child, confine; {called_in}"
    path = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
    with subprocess.Popen([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": path}) as caller:
        while not (called := psutil.Process(caller.pid).children()):
            time.sleep(0.01)
        caller.kill()
    assert psutil.wait_procs(called, timeout=60)[1] == []
