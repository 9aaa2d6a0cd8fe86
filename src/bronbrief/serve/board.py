"""What the preview knows of every brief: how it stands, and the last version in order, which stays."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import count
from threading import RLock

from bronbrief.core.diagnostics import Diagnostic, Severity
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace
from bronbrief.serve.tasks import Aim, Done, Quoted, Shown, Task

OUTPUT_LIMIT = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rendition:
    """A version of a brief in one form, known by its content: the same bytes are the same version."""

    version: str
    data: bytes


@dataclass(frozen=True, slots=True)
class BriefState:
    """How a brief stands.

    `turn` rises with every change of its files. `checked`, `paged` and `set` are the last turns whose
    findings, web page and PDF have been tried; while they lag behind, there is work to do. `html` is the
    last version in order; the PDF stands in `build/`, and only its version is kept here.
    """

    name: str
    title: str
    turn: int = 1
    checked: int = 0
    paged: int = 0
    set: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    html: Rendition | None = None
    pdf: str = ""
    built: float = 0.0
    lang: str = ""
    quotations: tuple[Quoted, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()

    def count(self, severity: Severity) -> int:
        """Count the findings of one weight."""
        return sum(finding.severity is severity for finding in self.diagnostics)


class Board:
    """The states of all briefs, changed from several threads; whoever listens is told of every change."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._briefs: dict[str, BriefState] = {}
        self._turns = count(1)  # of all briefs: one that is deleted and comes back begins no turn again
        self._lock = RLock()
        self._listeners: set[Callable[[], None]] = set()

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call a function after every change, from whatever thread made it; return how to end that."""
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    def tell(self) -> None:
        """Tell whoever listens that something changed."""
        for listener in tuple(self._listeners):
            listener()

    def get(self, name: str) -> BriefState | None:
        """Return the state of a brief, or None for a name that no spec has."""
        return self._briefs.get(name)

    def all(self) -> tuple[BriefState, ...]:
        """Return the states of all briefs, by name."""
        with self._lock:
            return tuple(self._briefs[name] for name in sorted(self._briefs))

    def keep(self, names: Iterable[str]) -> None:
        """Know the briefs with these names and no others."""
        with self._lock:
            self._briefs = {name: self._briefs.get(name) or self._found(name) for name in names}
        self.tell()

    def open(self, name: str) -> None:
        """Bring back what an earlier run left in `build/` of a brief that is opened for the first time."""
        with self._lock:
            state = self._briefs.get(name)
            if state is None:  # its spec has gone meanwhile
                return
            if state.html is None and (data := self._output(name, "html")):
                state = replace(state, html=Rendition(version_of(data), data))
            self._briefs[name] = state if state.pdf else self._with_pdf(state)
        self.tell()

    def touch(self, name: str) -> int:
        """Begin a new turn of a brief whose files changed, and return its number."""
        with self._lock:
            turn = next(self._turns)
            self._briefs[name] = replace(self._briefs[name], turn=turn)
        self.tell()
        return turn

    def show(self, page: Shown) -> None:
        """Take the web page of a brief, unless a later turn has begun."""
        with self._lock:
            state = self._briefs.get(page.name)
            if state is None or page.turn != state.turn:
                return
            data = page.html.encode()
            self._briefs[page.name] = replace(
                state,
                title=page.title,
                lang=page.lang,
                html=Rendition(version_of(data), data),
                quotations=page.quotations,
                sources=page.sources,
                paged=page.turn,
            )
        self.tell()

    def publish(self, task: Task) -> None:
        """Take the PDF that a task has put in `build/`, unless a later turn has begun."""
        with self._lock:
            state = self._briefs.get(task.name)
            if state is None or task.turn != state.turn:
                return
            self._briefs[task.name] = self._with_pdf(state)
        self.tell()

    def finish(self, done: Done) -> None:
        """Take what came of a task, unless a later turn has begun."""
        task = done.task
        with self._lock:
            state = self._briefs.get(task.name)
            if state is None or task.turn != state.turn:
                return
            if task.aim is Aim.PUBLISH:
                state = self._with_pdf(replace(state, set=task.turn, diagnostics=done.diagnostics))
            elif state.set != task.turn:  # who sets the PDF finds more
                state = replace(state, diagnostics=done.diagnostics)
            paged = task.turn if task.aim is Aim.PAGE else state.paged
            title = done.title or state.title
            self._briefs[task.name] = replace(state, title=title, checked=task.turn, paged=paged)
        self.tell()

    def pdf(self, name: str) -> bytes | None:
        """Return the PDF of a brief as it stands in `build/`."""
        return self._output(name, "pdf")

    def _found(self, name: str) -> BriefState:
        return BriefState(name, name, turn=next(self._turns), built=self._built(name))

    def _with_pdf(self, state: BriefState) -> BriefState:
        data = self._output(state.name, "pdf")
        return replace(state, pdf=version_of(data) if data else "", built=self._built(state.name))

    def _output(self, name: str, kind: str) -> bytes | None:
        try:
            return Workspace(self._workspace.root).read(f"{BUILD}/{name}/{name}.{kind}", OUTPUT_LIMIT)
        except FileProblemError:
            return None

    def _built(self, name: str) -> float:
        """Return when a brief's folder in `build/` last changed, or 0; for display only."""
        try:
            return (self._workspace.build / name).stat().st_mtime
        except OSError:
            return 0.0


def version_of(data: bytes) -> str:
    """Return a short name for exactly these bytes."""
    return hashlib.sha256(data).hexdigest()[:20]
