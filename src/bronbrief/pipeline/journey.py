"""Taking briefs down the main road: one after the other as far as their pages, side by side from there."""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from time import perf_counter

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import BUILD, SEEDS, TEMPLATES, Workspace
from bronbrief.html.templates import MANIFEST
from bronbrief.pipeline.context import Desk, Findings, close_desk, open_desk
from bronbrief.pipeline.executor import outcome_of
from bronbrief.pipeline.jobs import RenderJob, set_pdf
from bronbrief.pipeline.ledger import CHECKS, Recorded
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.plan import Plan
from bronbrief.pipeline.publish import Published, recover
from bronbrief.pipeline.record import Recorder
from bronbrief.pipeline.report import BriefReport, BuildReport, State
from bronbrief.pipeline.road import Trip, fill_screen, finish, pack, prove, review, to_json
from bronbrief.pipeline.versions import loaded_libraries
from bronbrief.spec.paths import brief_name

SCHEMA = "brief.schema.json"
SCHEMA_PATH = f"{BUILD}/{SCHEMA}"
AHEAD = 16
"""How many briefs may wait for their PDFs before the next is proven: enough to keep everyone busy."""


def look_over(  # noqa: PLR0913 - what a run is made of
    workspace: Workspace,
    plan: Plan,
    paths: Sequence[str],
    options: Options,
    *,
    moment: int,
    everything: bool,
) -> BuildReport:
    """Take the briefs of a plan that are not up to date as far as their pages, and publish nothing.

    Nothing is recorded where somebody waits to see the pages: a record has no page to show.
    """
    options.progress.starts([brief_name(path) for path in plan.stale])
    recorder = Recorder(workspace, plan, moment, CHECKS)
    desk = open_desk(workspace, options, None if plan.sources else list(plan.stale))
    reports = dict(plan.fresh)
    for path in plan.stale:
        trip = prove(desk, brief_name(path), path)
        _show(desk, trip)
        review(desk, trip)
        recorder.brief(trip, tuple(options.formats))
        reports[path] = _report(trip, State.CHECKED)
        options.progress.ends(reports[path])
    close_desk(desk)
    sources = _record_sources(desk, plan, recorder)
    if options.shows is None:
        recorder.finish((), Recorded((), ()), sources)
    general = sources.findings if everything and sources else ()
    return BuildReport(tuple(reports[path] for path in paths), general)


def travel(  # noqa: PLR0913 - what a run is made of
    workspace: Workspace,
    plan: Plan,
    paths: Sequence[str],
    options: Options,
    executor: Executor | None,
    *,
    moment: int,
    everything: bool,
) -> BuildReport:
    """Build the briefs of a plan that are not up to date, and what belongs to all of them.

    `executor` sets the PDFs; None where none was asked for. `moment` is when the run began.
    """
    ready = Findings()
    ready.take(recover(workspace))
    options.progress.starts([brief_name(path) for path in plan.stale])
    recorder = Recorder(workspace, plan, moment)
    desk = open_desk(workspace, options, None if plan.sources else list(plan.stale))
    runner, whole = _Runner(desk, plan, recorder, executor), _Whole(desk, plan, ready)
    reports = runner.take(list(plan.stale), whole.schema) | plan.fresh
    close_desk(runner.desk)
    made = whole.contents(recorder)
    sources = _record_sources(runner.desk, plan, recorder)
    if everything and sources:
        ready.add(sources.findings)
    recorder.finish(runner.libraries(), made, sources)
    files = tuple(path for path, _ in made.outputs)
    return BuildReport(tuple(reports[path] for path in paths), tuple(ready.found), files)


class _Runner:
    """Takes briefs down the road, and keeps the executor in work meanwhile."""

    def __init__(self, desk: Desk, plan: Plan, recorder: Recorder, executor: Executor | None) -> None:
        self.desk, self._plan, self._recorder, self._executor = desk, plan, recorder, executor
        self._pending: dict[Future[Outcome[bytes]], tuple[Trip, RenderJob]] = {}
        self._reports: dict[str, BriefReport] = {}

    def take(self, paths: Sequence[str], meanwhile: Callable[[], None]) -> dict[str, BriefReport]:
        """Take these briefs down the road; the reports are by path. `meanwhile` is done as PDFs are set."""
        for path in paths:
            trip = prove(self.desk, brief_name(path), path)
            self._send(trip)
            self._collect(AHEAD)
        meanwhile()
        self._collect(0)
        return self._reports

    def libraries(self) -> tuple[str, ...]:
        """Return the system libraries that PDFs were set with on this machine, where any were."""
        if self._executor is None or self.desk.options.executor:
            return ()
        try:
            return self._executor.submit(loaded_libraries).result()
        except Exception:  # noqa: BLE001 - then they are as they were recorded before
            return ()

    def _send(self, trip: Trip) -> None:
        """Have the PDF of a brief set, if it must be, and look the brief over meanwhile."""
        if self._executor is not None:
            pack(trip)
        kept = self._as_before(trip)
        job, trip.job = trip.job, None
        _show(self.desk, trip)
        if self._executor is None or job is None or kept is not None:
            review(self.desk, trip)
            self._arrive(trip, kept)
            return
        self.desk.options.progress.enters(trip.name, "pdf")
        self._pending[_submit(self._executor, job)] = trip, job
        review(self.desk, trip)

    def _collect(self, most: int) -> None:
        """Receive the PDFs that are set, and wait until no more than `most` are not."""
        options = self.desk.options
        limit = options.timeout if options.executor else None  # workers of this machine have their own
        while self._pending:
            full = len(self._pending) > most
            done, _ = wait(self._pending, limit if full else 0, FIRST_COMPLETED)
            if not done and not full:
                return
            if any(one.cancelled() for one in done):  # not by us: nobody will come back
                for one in self._pending:
                    one.cancel()
            for future in [one for one in self._pending if one.done() or not done]:
                trip, job = self._pending.pop(future)
                self._arrive(trip, trip.findings.take(outcome_of(job, future, options)))
                future.cancel()

    def _arrive(self, trip: Trip, pdf: bytes | None) -> None:
        finish(self.desk, trip, pdf)
        state = State.BUILT if trip.published and trip.published.changed else State.UNCHANGED
        report = _report(trip, state)
        self._recorder.brief(trip, tuple(self.desk.options.formats))
        self._reports[trip.path] = report
        self.desk.options.progress.ends(report)

    def _as_before(self, trip: Trip) -> bytes | None:
        """Return the PDF that stands published, if it was set from the very same page by the same engine."""
        record = self._plan.ledger.briefs.get(trip.path)
        path = f"{BUILD}/{trip.name}/{trip.name}.pdf"
        if record is None or self._plan.common or record.job != trip.digest or path in self._plan.now.changed:
            return None
        if path not in {name for name, _ in record.outputs}:
            return None
        try:
            return (self.desk.workspace.root / path).read_bytes()
        except OSError:
            return None


def _show(desk: Desk, trip: Trip) -> None:
    """Fill the page for the screen, and show it to whoever waits to see it."""
    fill_screen(trip)
    shows = desk.options.shows
    if shows is not None and trip.proof is not None and not trip.failed:
        shows(trip.proof.brief, trip.proof.screen.html)


def _submit(executor: Executor, job: RenderJob) -> Future[Outcome[bytes]]:
    """Hand a job to an executor; where that has lost its workers for good, the job counts as cancelled."""
    try:
        return executor.submit(set_pdf, job)
    except Exception:  # noqa: BLE001 - each kind of cluster has its own
        future: Future[Outcome[bytes]] = Future()
        future.set_exception(CancelledError())
        return future


def _report(trip: Trip, state: State) -> BriefReport:
    files = trip.published.paths if trip.published else ()
    reached = State.FAILED if trip.failed else state
    seconds = perf_counter() - trip.start
    return BriefReport(trip.name, trip.path, reached, files, tuple(trip.findings.found), seconds)


class _Whole:
    """What belongs to no single brief: the schema, made while the PDFs are set, and the table of contents."""

    def __init__(self, desk: Desk, plan: Plan, ready: Findings) -> None:
        self._plan, self._ready = plan, ready
        self._workspace = desk.workspace.recording()
        self._desk = desk
        self._paths: list[str] = []

    def schema(self) -> None:
        """Publish the schema, unless the one that stands there was made from the same."""
        before = self._plan.ledger.whole
        if before is not None and self._stands(before):
            self._workspace.reads.update(before.inputs)
            self._paths.append(SCHEMA_PATH)
            return
        from bronbrief.pipeline.publish import publish_file
        from bronbrief.pipeline.schema import workspace_schema

        self._workspace.note(f"{TEMPLATES}/")
        for folder in (self._workspace.root / TEMPLATES).glob("*/"):
            self._workspace.note(f"{TEMPLATES}/{folder.name}/{MANIFEST}")
        schema = to_json(workspace_schema(self._workspace))
        self._keep(publish_file(self._workspace, SCHEMA, schema))

    def contents(self, recorder: Recorder) -> Recorded:
        """Publish the table of contents, and record what both were made from."""
        from bronbrief.pipeline.index import publish_index

        self._keep(publish_index(self._workspace))
        self._desk.workspace.reads.update(self._workspace.reads)
        return recorder.shared(self._workspace.reads, self._paths, ())

    def _stands(self, before: Recorded) -> bool:
        """Tell whether nothing changed of what belongs to no single brief, the schema among it."""
        outputs = {path for path, _ in before.outputs}
        changed = {*before.inputs, *outputs}.intersection(self._plan.now.changed)
        return SCHEMA_PATH in outputs and not changed and not self._plan.common

    def _keep(self, outcome: Outcome[Published]) -> None:
        published = self._ready.take(outcome)
        self._paths += published.paths if published else ()


def _record_sources(desk: Desk, plan: Plan, recorder: Recorder) -> Recorded | None:
    """Record what was found in all sources, where they were all read; else keep the record of before."""
    if not desk.whole:
        return plan.ledger.sources
    reads = {path for path in desk.workspace.reads if path.startswith(f"{SEEDS}/")}
    return recorder.shared(reads, (), desk.source_findings)
