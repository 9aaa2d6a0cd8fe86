"""One worker process: does render jobs that come over a pipe, until there are no more."""

import contextlib
import gc
import resource
import signal
import tempfile
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.findings import report
from bronbrief.pdf.addresses import FONT
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


@dataclass(frozen=True, slots=True)
class Parcel:
    """A job on its way to a worker: without the typefaces that this worker was sent before, at `kept`."""

    job: RenderJob
    kept: tuple[str, ...] = ()


class Sender:
    """Makes up the parcels for one worker, and remembers what it has."""

    def __init__(self) -> None:
        """Begin with a worker that has nothing."""
        self._sent: dict[str, bytes] = {}

    def parcel(self, job: RenderJob) -> Parcel:
        """Leave out of a job the typefaces that the worker has already: they are most of its size."""
        kept = tuple(address for address, data in job.files.items() if self._sent.get(address) == data)
        files = {address: data for address, data in job.files.items() if address not in kept}
        self._sent |= _typefaces(files)
        return Parcel(replace(job, files=files), kept)


class Receiver:
    """Keeps the typefaces that a worker was sent."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[str, bytes] = {}

    def unpack(self, parcel: Parcel) -> RenderJob:
        """Return the job whole again."""
        self._kept |= _typefaces(parcel.job.files)
        files = dict(parcel.job.files) | {address: self._kept[address] for address in parcel.kept}
        return replace(parcel.job, files=files)


def _typefaces(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {address: data for address, data in files.items() if address.startswith(FONT)}


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
    done, receiver = 0, Receiver()
    while (job := _next(pipe, receiver)) is not None:
        pipe.send(_do(setter, job))
        done += 1
        if done % COLLECT_EVERY == 0:
            gc.collect()


def _next(pipe: Connection, receiver: Receiver) -> RenderJob | None:
    try:
        parcel = pipe.recv()
    except EOFError:
        return None
    return receiver.unpack(parcel) if isinstance(parcel, Parcel) else None


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
