"""What the preview knows of every brief: how it stands, and the last version in order, which stays."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import count
from threading import RLock

from bronbrief.core.diagnostics import Diagnostic, Severity
from bronbrief.core.digests import sha256_of
from bronbrief.core.workspace import BRIEFS, BUILD, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.serve.printed import Printed
from bronbrief.serve.tasks import Aim, PreviewPage, Quoted, Task, TaskResult

OUTPUT_LIMIT = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rendition:
    """A version of a brief in one form, known by its content: the same bytes are the same version."""

    version: str
    data: bytes


@dataclass(frozen=True, slots=True)
class BriefState:
    """How a brief stands.

    `revision` rises with every change of its files, and `tried` says what has been made of this one; `known`
    that some revision was looked over. `html` is the last version in order; the PDF stands in `build/`, and
    only its version is kept here.
    """

    name: str
    title: str
    revision: int = 1
    tried: frozenset[Aim] = frozenset()
    known: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    html: Rendition | None = None
    pdf: str = ""
    built: float = 0.0
    lang: str = ""
    quotations: tuple[Quoted, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    printed: tuple[Printed, ...] = ()

    @property
    def checked(self) -> bool:
        """Tell whether the findings are those of this revision."""
        return bool(self.tried - {Aim.PAGE})

    def count(self, severity: Severity) -> int:
        """Count the findings of one weight."""
        return sum(finding.severity is severity for finding in self.diagnostics)


class BriefStore:
    """The states of all briefs, changed from several threads; whoever listens is told of every change."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._briefs: dict[str, BriefState] = {}
        self._revisions = count(1)  # of all briefs: one that is deleted and comes back gets no old one
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
        """Begin a new revision of a brief whose files changed, and return its number."""
        with self._lock:
            revision = next(self._revisions)
            self._briefs[name] = replace(self._briefs[name], revision=revision, tried=frozenset())
        self.tell()
        return revision

    def published(self, task: Task) -> None:
        """Take the PDF of a brief as it stands in `build/`, unless a later revision has begun."""
        with self._lock:
            state = self._briefs.get(task.name)
            if state is not None and task.revision == state.revision:
                self._briefs[task.name] = self._with_pdf(state)
        self.tell()

    def finish(self, result: TaskResult) -> None:
        """Take what came of a task, unless a later revision has begun."""
        task = result.task
        with self._lock:
            state = self._briefs.get(task.name)
            if state is None or task.revision != state.revision:
                return
            if task.aim is Aim.PUBLISH:
                state = self._with_pdf(state)
            if result.page is not None:
                state = _with_page(state, result.page, shown=task.aim is Aim.PAGE)
            if task.aim is not Aim.PAGE:
                state = replace(state, known=True)
                if task.aim is Aim.PUBLISH or Aim.PUBLISH not in state.tried:  # who sets the PDF finds more
                    state = replace(state, diagnostics=result.diagnostics)
            self._briefs[task.name] = replace(state, tried=state.tried | {task.aim})
        self.tell()

    def pdf(self, name: str) -> bytes | None:
        """Return the PDF of a brief as it stands in `build/`."""
        return self._output(name, "pdf")

    def _found(self, name: str) -> BriefState:
        return BriefState(name, self._title(name), revision=next(self._revisions), built=self._built(name))

    def _title(self, name: str) -> str:
        """Return the title of a spec that nobody has looked over yet, where it stands in one line."""
        try:
            spec = Workspace(self._workspace.root).read(f"{BRIEFS}/{name}.yaml", SPEC_LIMIT)
        except FileProblemError:
            return name
        line = next((line for line in spec.splitlines() if line.startswith(b"title:")), b"")
        read = read_yaml(line, name).value
        title = read.value.get("title") if read else None
        return title if isinstance(title, str) and title else name

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


def _with_page(state: BriefState, page: PreviewPage, *, shown: bool) -> BriefState:
    """Note the title of a brief in order, and keep its page if it is to be shown."""
    state = replace(state, title=page.title)
    if not shown:
        return state
    data = page.html.encode()
    return replace(
        state,
        lang=page.lang,
        html=Rendition(version_of(data), data),
        quotations=page.quotations,
        sources=page.sources,
        printed=page.printed,
    )


def version_of(data: bytes) -> str:
    """Return a short name for exactly these bytes."""
    return sha256_of(data)[:20]
