"""What would end a command ends it, also where the interpreter loses it in a callback of its own."""

import signal
import subprocess
import sys

import pytest

WAITING = """\
import os, signal, time, weakref
from bronbrief.cli import main as module

class Kept:
    pass

def lost(_):
    os.kill(os.getpid(), signal.{name})
    for _ in range(1000):
        pass

def perform(arguments):
    kept = Kept()
    held = weakref.ref(kept, lost)
    del kept
    time.sleep(60)
    return 0

module._perform = perform
signal.signal(signal.SIGINT, signal.default_int_handler)
module.main()
"""


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_that_comes_in_a_callback_ends_the_command(sent: signal.Signals) -> None:
    """A callback of the garbage collector drops what is raised in it: the command ends all the same."""
    command = [sys.executable, "-c", WAITING.format(name=sent.name), "build"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=50, check=False)
    assert done.returncode == 128 + sent
    assert "Exception ignored" not in done.stderr
