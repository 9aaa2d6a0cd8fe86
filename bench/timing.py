"""Running contestants in turn, and what each of them took."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """The best of some rounds: seconds on the wall clock, and of processor time, children included.

    `busy` is None where the work was done in a process that goes on.
    """

    seconds: float
    busy: float | None = None


@dataclass(frozen=True)
class Result:
    """What a measurement found: who took how long, the first being ours, and remarks in words."""

    name: str
    title: str
    runs: Mapping[str, Run]
    remarks: tuple[str, ...] = ()


def race(contestants: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Run]:
    """Run each in turn, some rounds over; return the best of each."""
    best: dict[str, Run] = {}
    for _ in range(rounds):
        for name, work in contestants.items():
            before, start = _busy(), time.perf_counter()
            work()
            run = Run(time.perf_counter() - start, _busy() - before)
            old = best.get(name, run)
            best[name] = Run(min(run.seconds, old.seconds), min(run.busy or 0, old.busy or 0))
    return best


def command(
    *words: str | Path, folder: Path | None = None, fine: tuple[int, ...] = (0,)
) -> Callable[[], object]:
    """Return a contestant that runs a command, and fails where its exit code is not fine."""

    def run() -> None:
        done = subprocess.run(list(map(str, words)), cwd=folder, capture_output=True, check=False)
        if done.returncode not in fine:
            raise RuntimeError(f"{words[0]} came to {done.returncode}: {done.stderr.decode()[-2000:]}")

    return run


def _busy() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system
