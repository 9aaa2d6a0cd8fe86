"""The preview at work: it watches the workspace, gives tasks to the workers, and keeps the board."""

from collections import Counter
from collections.abc import Collection
from pathlib import PurePosixPath
from threading import Event, Lock, Thread

from bronbrief.authoring.watch import changes
from bronbrief.core.workspace import BRIEFS, SEEDS, Workspace
from bronbrief.pipeline.interrupts import start_fork_server
from bronbrief.serve.board import Board
from bronbrief.serve.crew import Worker
from bronbrief.serve.sources import SourceShelf
from bronbrief.serve.tasks import Aim, Answer, Published, Shown, Task
from bronbrief.spec.load import spec_paths

PRELOADED = ["bronbrief.serve.worker", "bronbrief.pipeline.journey"]
"""What both workers take, imported once: they are forked from a process that has it."""


class Preview:
    """Two workers: one does the most, the other makes only web pages, where they would wait for a PDF.

    A brief that somebody looks at is built into `build/`, as `bronbrief build` would; the others are
    checked, one at a time, when there is nothing more urgent to do.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.board = Board(workspace)
        self.shelf = SourceShelf(workspace)
        self._pages = Worker(workspace.root, self._hear, sets=False)
        self._setter = Worker(workspace.root, self._hear, sets=True)
        self._reads: dict[tuple[str, Aim], frozenset[str]] = {}
        self._viewers: Counter[str] = Counter()
        self._lock = Lock()
        self._stop = Event()
        self._watcher = Thread(target=self._watch, name="preview-watch", daemon=True)

    def start(self) -> None:
        """Start the workers and the watch; returns at once."""
        start_fork_server(PRELOADED)
        self.board.keep(self._names())
        self._pages.start()
        self._setter.start()
        self._watcher.start()
        for state in self.board.all():
            self._setter.give(Task(state.name, state.turn, Aim.CHECK), urgent=False)

    def stop(self) -> None:
        """End the watch and the workers."""
        self._stop.set()
        self._pages.stop()
        self._setter.stop()

    def enter(self, name: str) -> None:
        """Hear that somebody begins to look at a brief."""
        with self._lock:
            self._viewers[name] += 1
        state = self.board.get(name)
        if state is not None and state.paged == 0:
            self.board.open(name)
        self._bring_up_to_date(name)

    def leave(self, name: str) -> None:
        """Hear that somebody looks at a brief no longer."""
        with self._lock:
            self._viewers[name] -= 1

    def _bring_up_to_date(self, name: str) -> None:
        """Give the tasks that a brief needs: all of them where it is looked at, else its check."""
        state = self.board.get(name)
        if state is None:
            return
        if self._viewers[name] <= 0:
            if state.checked != state.turn:
                self._setter.give(Task(name, state.turn, Aim.CHECK), urgent=False)
            return
        # Who sets the PDF makes the page on the way: at once if it has nothing else to do.
        if state.paged != state.turn and (state.set == state.turn or not self._setter.idle):
            self._pages.give(Task(name, state.turn, Aim.PAGE))
        if state.set != state.turn:
            self._setter.give(Task(name, state.turn, Aim.PUBLISH))

    def _hear(self, answer: Answer) -> None:
        if isinstance(answer, Shown):
            self.board.show(answer)
            return
        if isinstance(answer, Published):
            self.board.publish(answer.task)
            return
        key = (answer.task.name, answer.task.aim)
        self._reads[key] = answer.reads or self._reads.get(key, frozenset())
        self.board.finish(answer)
        self._page_after_all(answer.task)

    def _page_after_all(self, task: Task) -> None:
        """Have the page made that publishing did not show: nothing had changed, or there was a mistake."""
        state = self.board.get(task.name)
        if task.aim is Aim.PUBLISH and state is not None and state.paged != state.turn == task.turn:
            self._pages.give(Task(task.name, task.turn, Aim.PAGE))

    def _watch(self) -> None:
        for changed in changes(self.workspace.root, self._wanted, self._stop):
            if not changed:
                continue
            if any(path.startswith(f"{SEEDS}/") for path in changed):
                self.shelf.refresh()
            self.board.keep(self._names())
            for name in self._concerned(changed):
                self.board.touch(name)
                self._bring_up_to_date(name)

    def _wanted(self) -> Collection[str]:
        """Return the paths whose changes count: what the briefs' last runs read, all specs, all sources."""
        reads: set[str] = set().union(*tuple(self._reads.values()))
        return reads | set(spec_paths(self.workspace)) | self.shelf.paths()

    def _concerned(self, changed: frozenset[str]) -> list[str]:
        """Return the briefs that read any of the files, or the list of names that a new file is in.

        Those in view come first.
        """
        briefs = [state.name for state in self.board.all()]
        known: frozenset[str] = frozenset().union(*map(self._reading, briefs))
        folders = {f"{PurePosixPath(path).parent}/" for path in changed - known} - {f"{BRIEFS}/"}
        found = [name for name in briefs if self._reading(name) & (changed | folders)]
        return sorted(found, key=lambda name: self._viewers[name] <= 0)

    def _reading(self, name: str) -> frozenset[str]:
        found = (self._reads.get((name, aim), frozenset()) for aim in Aim)
        return frozenset({f"{BRIEFS}/{name}.yaml"}).union(*found)

    def _names(self) -> list[str]:
        return [PurePosixPath(path).stem for path in spec_paths(self.workspace)]
