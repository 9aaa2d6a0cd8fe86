"""Have a function called in a process of its own that is held to limits: bytes in, bytes out.

For what reads strangers' files. The process has few environment variables, a limit on what it answers, and
what goes wrong in it, a crash included, is an exception here.
"""

import importlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from threading import Thread, Timer

from bronbrief.core.confine import Limits, confine
from bronbrief.core.processes import interrupts_deferred

ANSWER_LIMIT = 64 * 1024 * 1024
_HEAVY, _FAILED = 3, 4
_PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL")
_ENDED = frozenset({-signal.SIGXCPU, -signal.SIGKILL})
_RUNNING: set["subprocess.Popen[bytes]"] = set()


class TooHeavyError(Exception):
    """It wanted more time or memory than it may have, or answered too much; `args` say which."""


class ChildFailedError(Exception):
    """It raised an exception or crashed; `args` say how."""


def call(function: str, argument: str, data: bytes, limits: Limits, seconds: float) -> bytes:
    """Call `module:function` with an argument and data, and return its answer within so many seconds.

    Raises TooHeavyError and ChildFailedError.
    """
    command = [sys.executable, "-P", "-m", __name__, function, argument, json.dumps(asdict(limits))]
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    with tempfile.TemporaryFile() as given, ExitStack() as ending:
        given.write(data)
        given.seek(0)
        with interrupts_deferred():  # until all is set up by which what is begun is ended as well
            process = ending.enter_context(
                subprocess.Popen(  # noqa: S603 - our own module
                    command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
                )
            )
            _RUNNING.add(process)
            ending.callback(_RUNNING.discard, process)
            ending.callback(process.kill)
            timer = Timer(seconds, process.kill)
            ending.callback(timer.cancel)
            timer.start()
        assert process.stdout is not None  # noqa: S101
        answer = process.stdout.read(ANSWER_LIMIT + 1)
        if len(answer) > ANSWER_LIMIT:
            process.kill()
        code = process.wait()
    if code in _ENDED or code == _HEAVY or len(answer) > ANSWER_LIMIT:
        raise TooHeavyError(signal.Signals(-code).name if code < 0 else answer.decode(errors="replace")[:200])
    if code:
        raise ChildFailedError(answer.decode(errors="replace")[:200] or f"exit {code}")
    return answer


def end_calls() -> None:
    """End every process that was called in, whatever thread waits for its answer."""
    for process in tuple(_RUNNING):
        process.kill()


def _end_with_parent() -> None:
    """End at once where the process that asked was killed and could end nobody."""
    answers = select.poll()
    answers.register(sys.stdout.fileno(), 0)  # without events: told is only that nobody can read any more
    answers.poll()
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> int:
    """Take on the limits, call the function with what comes in, and write what it answers."""
    name, argument, limits = sys.argv[1:]
    module, _, function = name.partition(":")
    out = sys.stdout.buffer
    try:
        confine(Limits(**json.loads(limits)))
        Thread(target=_end_with_parent, name="parent", daemon=True).start()
        called = getattr(importlib.import_module(module), function)
        out.write(called(argument, sys.stdin.buffer.read()))
    except (MemoryError, RecursionError) as error:
        out.write(type(error).__name__.encode())
        return _HEAVY
    except Exception as error:  # noqa: BLE001 - whatever a library raises, the file is to blame
        out.write(f"{type(error).__name__}: {error}".encode(errors="replace"))
        return _FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main())
