"""Taking briefs down the main road: one after the other as far as their pages, side by side from there."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from hashlib import sha256
from time import perf_counter

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import BUILD, Workspace
from bronbrief.pipeline.context import Desk, Findings, open_desk
from bronbrief.pipeline.executor import outcome_of
from bronbrief.pipeline.freshness import Plan
from bronbrief.pipeline.index import publish_index
from bronbrief.pipeline.installation import loaded_libraries
from bronbrief.pipeline.jobs import RenderJob, set_pdf
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.publish import Published, recover
from bronbrief.pipeline.record import BUILDS, CHECKS, CONTENTS, SCHEMA
from bronbrief.pipeline.recorder import Recorder
from bronbrief.pipeline.report import BriefReport, BuildReport, State, fresh_reports
from bronbrief.pipeline.road import Trip, fill_screen, finish, pack, prove, review
from bronbrief.pipeline.schema import publish_schema
from bronbrief.spec.paths import brief_name

Publish = Callable[[Workspace], Outcome[Published]]
AHEAD = 16
"""How many briefs may wait for their PDFs before the next is proven: enough to keep everyone busy."""


def look_over(
    workspace: Workspace, plan: Plan, paths: Sequence[str], options: Options, *, everything: bool
) -> BuildReport:
    """Take the briefs of a plan that are not up to date as far as their pages, and publish nothing.

    Nothing is recorded where somebody waits to see the pages: a record has no page to show.
    """
    options.progress.starts([brief_name(path) for path in plan.stale])
    recorder = Recorder(plan, tuple(options.formats))
    desk = open_desk(workspace, options, None if plan.sources else list(plan.stale))
    reports = fresh_reports(plan.fresh, State.CHECKED)
    for path in plan.stale:
        trip = prove(desk, brief_name(path), path)
        _show(desk, trip)
        review(desk, trip)
        recorder.brief(desk, trip)
        reports[path] = _report(trip, State.CHECKED)
        options.progress.ends(reports[path])
    general = recorder.sources(desk)
    if options.shows is None:
        recorder.save(workspace, CHECKS)
    return BuildReport(tuple(reports[path] for path in paths), general if everything else ())


def build_briefs(  # noqa: PLR0913 - what a run is made of
    workspace: Workspace,
    plan: Plan,
    paths: Sequence[str],
    options: Options,
    executor: Executor | None,
    *,
    everything: bool,
) -> BuildReport:
    """Build the briefs of a plan that are not up to date, and what belongs to all of them.

    `executor` sets the PDFs; None where none was asked for.
    """
    general = Findings()
    general.take(recover(workspace))
    options.progress.starts([brief_name(path) for path in plan.stale])
    recorder = Recorder(plan, tuple(options.formats))
    desk = open_desk(workspace, options, None if plan.sources else list(plan.stale))
    runner = _Runner(desk, plan, recorder, executor)
    runner.begin(plan.stale)
    if plan.schema:
        _publish(desk, recorder, general, SCHEMA, publish_schema)  # while PDFs are set
    reports = runner.finish() | fresh_reports(plan.fresh, State.UNCHANGED)
    found = recorder.sources(runner.desk)
    if everything:
        general.add(found)
    _publish(desk, recorder, general, CONTENTS, publish_index)
    recorder.save(workspace, BUILDS)
    return BuildReport(tuple(reports[path] for path in paths), tuple(general.found), recorder.files())


def _publish(desk: Desk, recorder: Recorder, general: Findings, key: str, publish: Publish) -> None:
    """Publish what belongs to no single brief, and record what it was made from."""
    workspace = desk.workspace.recording()
    published = general.take(publish(workspace))
    desk.workspace.reads.update(workspace.reads)
    recorder.shared(key, workspace, published.paths if published else ())


class _Runner:
    """Takes briefs down the road, and keeps the executor in work meanwhile."""

    def __init__(self, desk: Desk, plan: Plan, recorder: Recorder, executor: Executor | None) -> None:
        self.desk, self._plan, self._recorder, self._executor = desk, plan, recorder, executor
        self._pending: dict[Future[Outcome[bytes]], tuple[Trip, RenderJob]] = {}
        self._reports: dict[str, BriefReport] = {}

    def begin(self, paths: Iterable[str]) -> None:
        """Take these briefs down the road, until the last PDF is being set."""
        for path in paths:
            trip = prove(self.desk, brief_name(path), path)
            self._send(trip)
            self._collect(AHEAD)

    def finish(self) -> dict[str, BriefReport]:
        """Wait for the PDFs, publish all, and return the reports by path."""
        self._collect(0)
        self._recorder.set_with(self._libraries())
        return self._reports

    def _libraries(self) -> tuple[str, ...]:
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
        self._recorder.brief(self.desk, trip)
        self._reports[trip.path] = report
        self.desk.options.progress.ends(report)

    def _as_before(self, trip: Trip) -> bytes | None:
        """Return the PDF that stands published, if it was set from the very same page by the same engine."""
        made, path = self._plan.record.made.get(trip.path), f"{BUILD}/{trip.name}/{trip.name}.pdf"
        if made is None or made.job != trip.digest or not trip.digest:
            return None
        try:
            data = (self.desk.workspace.root / path).read_bytes()
        except OSError:
            return None
        return data if sha256(data).hexdigest() == made.outputs.get(path) else None


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
