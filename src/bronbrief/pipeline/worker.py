"""What a worker process does: take on its limits, end with its parent, do one job after another."""

import contextlib
import faulthandler
import gc
import multiprocessing
import os
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

from bronbrief.core.confine import Limits, confine
from bronbrief.core.diagnostics import Place, report
from bronbrief.core.machine_limits import refused_by_machine
from bronbrief.core.temporary import temporary_folder
from bronbrief.core.workspace import BRIEFS, BUILD, SEEDS, TEMPLATES, Workspace
from bronbrief.pipeline.build_record import CONTENTS, SCHEMA, Made
from bronbrief.pipeline.installation import package_versions
from bronbrief.pipeline.job import Job, Result
from bronbrief.spec.paths import brief_name


def start_worker(stack: str, limits: Limits, prepare: Callable[[], object]) -> None:
    """Hold this process to limits, then prepare for what it will be asked.

    Temporary files go in the folder of `stack`, the file that says where this process was when it was ended;
    the parent removes it. What fails in preparing is not said here: it shows at the first job, where it can
    be told.
    """
    os.environ["TMPDIR"] = tempfile.tempdir = str(Path(stack).parent)
    os.environ["PATH"] = ""  # no program is found, and no compiler is asked where libraries lie
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # there is nothing to tidy up that the parent does not
    written = os.open(stack, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    faulthandler.register(signal.SIGTERM, written, all_threads=True, chain=True)
    confine(limits)
    Thread(target=_end_with_parent, name="parent", daemon=True).start()
    gc.disable()
    with contextlib.suppress(Exception):
        prepare()
    gc.freeze()  # what was loaded stays for good: to look through it for garbage finds none
    gc.enable()


def _end_with_parent() -> None:
    """End at once, in the middle of a job too, where the parent was killed and could end nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGKILL)


def make_brief(job: Job) -> Result:
    """Do a job in this process; a mistake of ours costs this brief and no other."""
    name, place = brief_name(job.path), Place(job.path)
    here = package_versions() if job.versions else {}
    for package, needed in job.versions.items():
        if here.get(package, "") != needed:
            found = report(
                "worker-version", place, package=package, here=here.get(package, "–"), needed=needed
            )
            return Result((found,))
    try:
        from bronbrief.pipeline.build import build_brief

        if job.packed is None:
            return build_brief(job)
        with _unpacked(job.packed) as root:
            return build_brief(replace(job, root=root))
    except MemoryError:
        return Result((report("worker-memory", place, name=name),))
    except Exception as error:  # noqa: BLE001 - told with its traceback, as a mistake of ours
        return _failed(error, name, place)


def make_shared(root: str, key: str, before: Made | None = None) -> Result:
    """Make what belongs to no single brief: table of contents, schema, or the findings in all sources.

    `before` is what was made of it last, where that may be used again.
    """
    workspace = Workspace(Path(root))
    try:
        if key == CONTENTS:
            from bronbrief.pipeline.index import contents

            made = contents(workspace)
            data, found = made.value, made.diagnostics
        elif key == SCHEMA:
            from bronbrief.pipeline.schema import schema

            data, found = schema(workspace), ()
        else:
            from bronbrief.pipeline.context import read_sources

            data, found = None, read_sources(workspace, before)
    except Exception as error:  # noqa: BLE001 - as above
        return _failed(error, key, Place(key))
    return Result(found, workspace.reads, workspace.reads, {key: data} if data is not None else {})


def _failed(error: Exception, name: str, place: Place) -> Result:
    reason = refused_by_machine(error)
    if reason is not None:
        return Result((report("machine-refused", place, reason=reason),))
    text = "".join(traceback.format_exception(error))
    return Result((report("worker-failed", place, name=name, detail=text),))


def prepare(*, sets: bool) -> None:
    """Load what a brief's road takes, before there is a job: the engine too, where PDFs are set."""
    if sets:
        from bronbrief.pdf.engine import load_engine
        from bronbrief.pipeline.typesetting import this_typesetter

        if load_engine().value is not None:
            this_typesetter()
    import bronbrief.claims.check
    import bronbrief.claims.house_words
    import bronbrief.pipeline.build
    import bronbrief.pipeline.reading_back  # noqa: F401


@contextmanager
def _unpacked(files: Mapping[str, bytes]) -> Iterator[str]:
    """Lay files out as a workspace while the body runs."""
    with temporary_folder() as folder:
        for top in (BRIEFS, SEEDS, TEMPLATES, BUILD):
            (Path(folder) / top).mkdir()
        for path, data in files.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        yield folder
