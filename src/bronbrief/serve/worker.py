"""A process that makes briefs for the preview, with all that takes long the first time made once and kept."""

import signal
import tempfile
import traceback
from multiprocessing.connection import Connection
from pathlib import Path

from bronbrief.authoring.warming import warm_pages
from bronbrief.brief.model import Brief
from bronbrief.core.findings import report
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.build import build, check
from bronbrief.pipeline.jobs import load_setter
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.progress import Silence
from bronbrief.pipeline.report import BriefReport
from bronbrief.serve.tasks import Aim, Done, Published, Task, shown


def work(tasks: Connection, root: Path, folder: str, *, sets: bool) -> None:
    """Perform tasks as they come, until the other end of the connection is closed.

    `sets` tells that PDFs will be set here, and not only web pages made. Temporary files go in `folder`,
    which the parent removes.
    An interrupt from the keyboard is for the parent: it closes the connection once its own work is whole.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = folder
    if sets:
        load_setter()
    elif not tasks.poll():
        warm_pages()
    while True:
        try:
            task = tasks.recv()
        except (EOFError, OSError):
            return
        try:
            tasks.send(_perform(task, root, tasks))
        except (BrokenPipeError, ConnectionResetError):
            return


class _Announcer(Silence):
    """Tells at once that a brief was published: what belongs to all briefs can be made meanwhile."""

    def __init__(self, task: Task, answers: Connection) -> None:
        self._task, self._answers = task, answers

    def ends(self, brief: BriefReport) -> None:
        """Tell of files in `build/`."""
        if self._task.aim is Aim.PUBLISH and brief.files:
            self._answers.send(Published(self._task))


def _perform(task: Task, root: Path, answers: Connection) -> Done:
    """Take one brief down the road; its web page is sent as soon as there is one."""
    workspace, titles = Workspace(root), [""]

    def show(brief: Brief, html: str) -> None:
        titles.append(brief.title)
        if task.aim is not Aim.CHECK:
            answers.send(shown(brief, html, task))

    travel = build if task.aim is Aim.PUBLISH else check
    options = Options(folder=root, shows=show, progress=_Announcer(task, answers))
    try:
        found = travel(workspace, [task.name], options).diagnostics
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with us, the preview goes on
        words = f"{type(error).__name__}: {error}".splitlines()[0]
        found = (report("preview-crashed", name=task.name, error=words, detail=traceback.format_exc()),)
    return Done(task, found, frozenset(workspace.reads), titles[-1])
