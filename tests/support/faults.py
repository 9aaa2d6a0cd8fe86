"""A piece of work that meets a fault at each change of a file in turn: a kill, an interrupt, a full disk."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = str(Path(__file__).parents[1])
AT_EACH_CHANGE = """
import os, signal, sys, traceback
from pathlib import Path

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "shutil.rmtree"}
fault, top = sys.argv[1], Path(sys.argv[2])
number, seen, at_it, own = 0, 0, False, 0

def begin():
    global at_it
    at_it = True

def change():
    global seen
    seen += 1
    if fault == "full" and seen >= number:
        raise OSError(28, "No space left on device")
    if seen == number and fault != "full":
        os.kill(os.getpid(), getattr(signal, fault))

def hear(event, given):
    if at_it and os.getpid() == own:
        writes = event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes or event in ({"os.mkdir"} if fault == "full" else CHANGES):
            change()

def perform(folder):
    try:
        work(folder)
    except (KeyboardInterrupt, SystemExit):
        os._exit(1)
    except BaseException:
        traceback.print_exc()
        os._exit(9)
    os._exit(0 if seen < number else 1)
"""
LOOP = """
sys.addaudithook(hear)
for name in ("SIGTERM", "SIGHUP"):
    signal.signal(getattr(signal, name), lambda *_: sys.exit(1))
code = 1
while code:
    number += 1
    prepare(top / f"{number:03}")
    child = os.fork()
    if not child:
        own = os.getpid()
        perform(top / f"{number:03}")
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == 9:
        sys.exit(code)
"""


def stop_at_each_change(program: str, top: Path, fault: str) -> list[Path]:
    """Run a program once for each change that it makes, each in a folder of its own, and return these.

    `program` defines `prepare(folder)` and `work(folder)`, which calls `begin()` where faults may come. The
    fault is "full" or the name of a signal. The last folder is that of a run that nothing disturbed; one
    that a run took away again is not there.
    """
    top.mkdir()
    command = [sys.executable, "-c", AT_EACH_CHANGE + program + LOOP, fault, str(top)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": TESTS}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=200, env=environment)
    assert done.returncode == 0, done.stderr
    last = max(int(folder.name) for folder in top.iterdir())
    return [top / f"{number:03}" for number in range(1, last + 1)]
