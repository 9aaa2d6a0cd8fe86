"""What all processes of a run share: the first that asks makes it, the others wait and take it over."""

import fcntl
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from support.tools import TEMPORARY

T = TypeVar("T")


def once(name: str, make: Callable[[Path], T]) -> T:
    """Return what `make` gives for a folder of this name, called once a run; no test may change it."""
    folder = Path(os.environ[TEMPORARY])
    kept = folder / f"{name}.pickle"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make(folder / name)))
        made: T = pickle.loads(kept.read_bytes())  # noqa: S301 - written just above
    return made
