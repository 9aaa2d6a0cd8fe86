"""Taking many briefs down the road: one after the other as far as their pages, side by side from there."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from hashlib import sha256
from time import perf_counter

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import BUILD, Workspace
from bronbrief.pipeline.build import BriefBuild, draft, fill_screen, finish, pack, review
from bronbrief.pipeline.context import BuildContext, Findings, open_context
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
from bronbrief.pipeline.schema import publish_schema
from bronbrief.spec.paths import brief_name

Publish = Callable[[Workspace], Outcome[Published]]
AHEAD = 16
"""How many briefs may wait for their PDFs before the next is proven: enough to keep everyone busy."""


def check_briefs(
    workspace: Workspace, plan: Plan, paths: Sequence[str], options: Options, *, everything: bool
) -> BuildReport:
    """Take the briefs of a plan that are not up to date as far as their pages, and publish nothing.

    Nothing is recorded where somebody waits to see the pages: a record has no page to show.
    """
    options.progress.starts([brief_name(path) for path in plan.stale])
    recorder = Recorder(plan, tuple(options.formats))
    context = open_context(workspace, options, None if plan.sources else list(plan.stale))
    reports = fresh_reports(plan.fresh, State.CHECKED)
    for path in plan.stale:
        build = draft(context, path)
        _show(context, build)
        review(context, build)
        recorder.brief(context, build)
        reports[path] = _report(build, State.CHECKED)
        options.progress.ends(reports[path])
    general = recorder.sources(context)
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
    context = open_context(workspace, options, None if plan.sources else list(plan.stale))
    runner = _Runner(context, plan, recorder, executor)
    runner.begin(plan.stale)
    if plan.schema:
        _publish(context, recorder, general, SCHEMA, publish_schema)  # while PDFs are set
    reports = runner.finish() | fresh_reports(plan.fresh, State.UNCHANGED)
    found = recorder.sources(runner.context)
    if everything:
        general.add(found)
    _publish(context, recorder, general, CONTENTS, publish_index)
    recorder.save(workspace, BUILDS)
    return BuildReport(tuple(reports[path] for path in paths), tuple(general.found), recorder.files())


def _publish(
    context: BuildContext, recorder: Recorder, general: Findings, key: str, publish: Publish
) -> None:
    """Publish what belongs to no single brief, and record what it was made from."""
    workspace = context.workspace.recording()
    published = general.take(publish(workspace))
    context.workspace.reads.update(workspace.reads)
    recorder.shared(key, workspace, published.paths if published else ())


class _Runner:
    """Takes briefs down the road, and keeps the executor in work meanwhile."""

    def __init__(
        self, context: BuildContext, plan: Plan, recorder: Recorder, executor: Executor | None
    ) -> None:
        self.context, self._plan, self._recorder, self._executor = context, plan, recorder, executor
        self._pending: dict[Future[Outcome[bytes]], tuple[BriefBuild, RenderJob]] = {}
        self._reports: dict[str, BriefReport] = {}

    def begin(self, paths: Iterable[str]) -> None:
        """Take these briefs down the road, until the last PDF is being set."""
        for path in paths:
            build = draft(self.context, path)
            self._send(build)
            self._collect(AHEAD)

    def finish(self) -> dict[str, BriefReport]:
        """Wait for the PDFs, publish all, and return the reports by path."""
        self._collect(0)
        self._recorder.set_with(self._libraries())
        return self._reports

    def _libraries(self) -> tuple[str, ...]:
        """Return the system libraries that PDFs were set with on this machine, where any were."""
        if self._executor is None or self.context.options.executor:
            return ()
        try:
            return self._executor.submit(loaded_libraries).result()
        except Exception:  # noqa: BLE001 - then they are as they were recorded before
            return ()

    def _send(self, build: BriefBuild) -> None:
        """Have the PDF of a brief set, if it must be, and look the brief over meanwhile."""
        if self._executor is not None:
            pack(build)
        kept = self._as_before(build)
        job, build.job = build.job, None
        _show(self.context, build)
        if self._executor is None or job is None or kept is not None:
            review(self.context, build)
            self._publish_brief(build, kept)
            return
        self.context.options.progress.enters(build.name, "pdf")
        self._pending[_submit(self._executor, job)] = build, job
        review(self.context, build)

    def _collect(self, most: int) -> None:
        """Receive the PDFs that are set, and wait until no more than `most` are not."""
        options = self.context.options
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
                build, job = self._pending.pop(future)
                self._publish_brief(build, build.findings.take(outcome_of(job, future, options)))
                future.cancel()

    def _publish_brief(self, build: BriefBuild, pdf: bytes | None) -> None:
        finish(self.context, build, pdf)
        state = State.BUILT if build.published and build.published.changed else State.UNCHANGED
        report = _report(build, state)
        self._recorder.brief(self.context, build)
        self._reports[build.path] = report
        self.context.options.progress.ends(report)

    def _as_before(self, build: BriefBuild) -> bytes | None:
        """Return the PDF that stands published, if it was set from the very same page by the same engine."""
        made, path = self._plan.record.made.get(build.path), f"{BUILD}/{build.name}/{build.name}.pdf"
        if self.context.options.force or made is None or made.job != build.digest or not build.digest:
            return None
        try:
            data = (self.context.workspace.root / path).read_bytes()
        except OSError:
            return None
        return data if sha256(data).hexdigest() == made.outputs.get(path) else None


def _show(context: BuildContext, build: BriefBuild) -> None:
    """Fill the page for the screen, and show it to whoever waits to see it."""
    fill_screen(build)
    shows = context.options.shows
    if shows is not None and build.draft is not None and build.screen is not None and not build.failed:
        shows(build.draft.brief, build.screen.html)


def _submit(executor: Executor, job: RenderJob) -> Future[Outcome[bytes]]:
    """Hand a job to an executor; where that has lost its workers for good, the job counts as cancelled."""
    try:
        return executor.submit(set_pdf, job)
    except Exception:  # noqa: BLE001 - each kind of cluster has its own
        future: Future[Outcome[bytes]] = Future()
        future.set_exception(CancelledError())
        return future


def _report(build: BriefBuild, state: State) -> BriefReport:
    files = build.published.paths if build.published else ()
    reached = State.FAILED if build.failed else state
    seconds = perf_counter() - build.started
    return BriefReport(build.name, build.path, reached, files, tuple(build.findings.found), seconds)
