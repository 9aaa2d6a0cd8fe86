"""One worker process: does render jobs that come over a pipe, until there are no more."""

import contextlib
import gc
import resource
import signal
import tempfile
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.findings import report
from bronbrief.pipeline.engine import explain_engine_failure
from bronbrief.pipeline.jobs import RenderJob, Setter
from bronbrief.pipeline.versions import loaded_libraries

MEMORY = 4 * 1024**3
"""Bytes of address space that a worker may take: a page that wants more costs its own brief only."""
COLLECT_EVERY = 8


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker's first word: the system libraries that it has loaded, or why it cannot work."""

    libraries: tuple[str, ...] = ()
    broken: Diagnostic | None = None


def serve(pipe: Connection, folder: str, inherited: Connection | None = None) -> None:
    """Do jobs until the pipe is closed. Temporary files go in `folder`, which the parent removes.

    `inherited` is the parent's end of the pipe, where a plain fork has copied it: closed, so that the end of
    the parent is the end of the pipe.
    """
    if inherited is not None:
        inherited.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    tempfile.tempdir = folder
    _limit_memory()
    gc.disable()  # between jobs is the better moment
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the parent has ended
        _work(pipe)


def _work(pipe: Connection) -> None:
    try:
        setter = Setter()
    except (OSError, ImportError) as error:
        pipe.send(Ready(broken=explain_engine_failure(error)))
        return
    with contextlib.suppress(Exception):  # it serves no one: what is amiss shows at the first job
        setter.rehearse()
    gc.freeze()
    pipe.send(Ready(loaded_libraries()))
    done = 0
    while (job := _next(pipe)) is not None:
        pipe.send(_do(setter, job))
        done += 1
        if done % COLLECT_EVERY == 0:
            gc.collect()


def _next(pipe: Connection) -> RenderJob | None:
    try:
        job = pipe.recv()
    except EOFError:
        return None
    return job if isinstance(job, RenderJob) else None


def _do(setter: Setter, job: RenderJob) -> Outcome[bytes]:
    """Do one job; a mistake of ours costs this brief and no other."""
    try:
        return setter.set(job)
    except MemoryError:
        return Outcome(None, (report("worker-memory", job.place, name=job.name),))
    except Exception as error:  # noqa: BLE001 - told with its traceback, as a mistake of ours
        text = "".join(traceback.format_exception(error))
        return Outcome(None, (report("worker-failed", job.place, name=job.name, detail=text),))


def _limit_memory() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > MEMORY:
        with contextlib.suppress(OSError, ValueError):  # not every system lets a process limit itself
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))
