"""The preview at work: it watches the workspace, gives tasks to two queues, and keeps the store."""

from collections import Counter
from collections.abc import Collection
from functools import partial
from pathlib import PurePosixPath
from threading import Event, Lock, Thread

from bronbrief.authoring.warming import warm
from bronbrief.authoring.watch import changes
from bronbrief.core.workspace import BRIEFS, SEEDS, Workspace
from bronbrief.pipeline.job import Result
from bronbrief.serve.brief_store import BriefStore
from bronbrief.serve.long_calls import LongCalls
from bronbrief.serve.sources import SourceView
from bronbrief.serve.task_queue import TaskQueue
from bronbrief.serve.tasks import Aim, Task, TaskResult
from bronbrief.spec.paths import spec_paths


class Preview:
    """Two queues, each with a process: one for web pages, which never wait for a PDF, and one for the rest.

    A brief that somebody looks at is built into `build/`, as `bronbrief build` would, while the first queue
    shows its page and then reviews it; the others are checked, one at a time, when there is nothing more
    urgent to do.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.store = BriefStore(workspace)
        self.sources = SourceView(workspace)
        self.calls = LongCalls(workspace.root)
        self._pages = TaskQueue(workspace.root, self, warm)
        self._pdfs = TaskQueue(workspace.root, self, partial(warm, "pdf", "html"))
        self._reads: dict[tuple[str, Aim], frozenset[str]] = {}
        self._checked: dict[str, TaskResult] = {}
        self._viewers: Counter[str] = Counter()
        self._lock = Lock()
        self._stop = Event()
        self._watcher = Thread(target=self._watch, name="preview-watch", daemon=True)

    def start(self) -> None:
        """Start the workers and the watch; returns at once."""
        self.store.keep(self._names())
        self._pages.start()
        self._pdfs.start()
        self._watcher.start()
        for state in self.store.all():
            self._pdfs.give(Task(state.name, state.revision, Aim.CHECK), urgent=False)

    def stop(self) -> None:
        """End the watch and the workers."""
        self._stop.set()
        self.calls.stop()
        self._pages.stop()
        self._pdfs.stop()

    def enter(self, name: str) -> None:
        """Hear that somebody begins to look at a brief."""
        with self._lock:
            self._viewers[name] += 1
        state = self.store.get(name)
        if state is not None and state.html is None:
            self.store.open(name)
        self._bring_up_to_date(name)

    def digest(self, name: str) -> str:
        """Return the digest of a spec as it stands now."""
        return self.workspace.digest(f"{BRIEFS}/{name}.yaml")

    def leave(self, name: str) -> None:
        """Hear that somebody looks at a brief no longer."""
        with self._lock:
            self._viewers[name] -= 1

    def _bring_up_to_date(self, name: str) -> None:
        """Give the tasks that a brief needs: all of them where it is looked at, else its check."""
        state = self.store.get(name)
        if state is None:
            return
        if self._viewers[name] > 0:
            left = next((aim for aim in (Aim.PAGE, Aim.CHECK) if aim not in state.tried), None)
            if left is not None:
                self._pages.give(Task(name, state.revision, left))
            if Aim.PUBLISH not in state.tried:
                self._pdfs.give(Task(name, state.revision, Aim.PUBLISH))
        elif not state.checked:
            self._pdfs.give(Task(name, state.revision, Aim.CHECK), urgent=False)

    def hear(self, result: TaskResult) -> None:
        """Hear what came of a task."""
        key = (result.task.name, result.task.aim)
        self._reads[key] = result.reads or self._reads.get(key, frozenset())
        if result.task.aim is Aim.CHECK:
            self._checked[result.task.name] = result
        self.store.finish(result)
        if result.task.aim is Aim.PAGE:
            self._bring_up_to_date(result.task.name)

    def published(self, task: Task) -> None:
        """Hear that what stands in `build/` of a brief may have changed."""
        self.store.published(task)

    def reviewed(self, task: Task) -> Result | None:
        """Return what came of the check of a brief, of the revision of a task."""
        found = self._checked.get(task.name)
        return found.result if found is not None and found.task.revision == task.revision else None

    def _watch(self) -> None:
        for changed in changes(self.workspace.root, self._wanted, self._stop):
            if not changed:
                continue
            if any(path.startswith(f"{SEEDS}/") for path in changed):
                self.sources.refresh()
            self.store.keep(self._names())
            for name in self._concerned(changed):
                self.store.touch(name)
                self._bring_up_to_date(name)

    def _wanted(self) -> Collection[str]:
        """Return the paths whose changes count: what the briefs' last runs read, all specs, all sources."""
        reads: set[str] = set().union(*tuple(self._reads.values()))
        return reads | set(spec_paths(self.workspace)) | self.sources.paths()

    def _concerned(self, changed: frozenset[str]) -> list[str]:
        """Return the briefs that read any of the files, or the list of names that a new file is in.

        Those in view come first.
        """
        briefs = [state.name for state in self.store.all()]
        known: frozenset[str] = frozenset().union(*map(self._reading, briefs))
        folders = {f"{PurePosixPath(path).parent}/" for path in changed - known} - {f"{BRIEFS}/"}
        found = [name for name in briefs if self._reading(name) & (changed | folders)]
        return sorted(found, key=lambda name: self._viewers[name] <= 0)

    def _reading(self, name: str) -> frozenset[str]:
        found = (self._reads.get((name, aim), frozenset()) for aim in Aim)
        return frozenset({f"{BRIEFS}/{name}.yaml"}).union(*found)

    def _names(self) -> list[str]:
        return [PurePosixPath(path).stem for path in spec_paths(self.workspace)]
